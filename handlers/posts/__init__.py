"""Groups and channels in which events are announced."""
