"""What the guest of a visit may be asked by its teachers: whether another date suits, to change what was told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import SlotId


@dataclass(frozen=True, slots=True)
class AskedMove:
    """A date that the visit may go to if its guest agrees; it is kept for the visit until then."""

    slot_id: SlotId
    starts_at: datetime
    until: datetime
    """When the question lapses: the visit stays at its date."""
    made: bool
    """Whether the date was made for the question: unless the guest agrees it goes again."""


class Wish(StrEnum):
    """What a teacher asks a guest to change."""

    SHORTER = "shorter"
    SAFER = "safer"
    FORMAT = "format"
    PLAN = "plan"
    OTHER = "other"
    """In the teacher's own words."""


@dataclass(frozen=True, slots=True)
class AskedChange:
    """What a guest is asked to change; what was told stays as it is until then."""

    wish: Wish
    note: str | None = None


class MoveAnswer(StrEnum):
    """What a guest says to another date."""

    YES = "yes"
    NO = "no"
