"""The world of the sandbox: who is there, what was said, what time it is."""

from sandbox.world.world import World

__all__ = ["World"]
