"""The way of a notice from the outbox into a chat."""
