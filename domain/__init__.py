"""What is true and what is allowed: plain Python, no library, no input and no output."""
