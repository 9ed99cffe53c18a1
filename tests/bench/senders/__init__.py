"""Other ways to send to many, as programs: what the full bot is compared with."""
