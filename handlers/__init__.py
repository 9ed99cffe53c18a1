"""Taps and messages in, screens out: one folder for each feature, and nothing decided here."""
