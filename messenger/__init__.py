"""How a screen becomes messages of Telegram."""
