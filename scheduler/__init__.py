"""What happens unasked: a handful of ticks, and the only reader of the outbox."""
