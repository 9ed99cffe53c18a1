"""A local Telegram: Bot API, control API and chat page in one web application."""
