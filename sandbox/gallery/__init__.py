"""Every screen and every paper of the product as pictures, and the pictures of the guide: ``python -m sandbox.gallery``."""
