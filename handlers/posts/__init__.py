"""Groups and channels in which an organisation announces."""
