"""Use cases: each loads and checks, decides, saves and tells in one transaction."""
