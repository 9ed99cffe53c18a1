"""What a restored database is told of the one that it replaces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What is known to have happened after the backup, and what nobody can tell."""

    known: bool
    """Whether the replaced database could be read: only then it is known what had been sent."""
    told: int = 0
    """Messages that had been told after the backup: they are not told again."""
    left_unknown: int = 0
    """Messages that may have been told, and may not come twice: they are not told."""
    may_repeat: int = 0
    """Messages that may have been told, and must not be missed: they are told, for some the second time."""
