"""The Bot API of the sandbox: strict where Telegram is, with its words."""
