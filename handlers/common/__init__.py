"""What stands around every update, and the engine of forms."""
