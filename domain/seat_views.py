"""What screens about seats are made of: answers of services, as data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.events import Event
from domain.people import Organisation
from domain.seats import PartyStatus


class WhenFull(StrEnum):
    """What staff want when they enter a family that comes, and there are not enough seats."""

    ASK = "ask"
    """Say so, and change nothing."""
    QUEUE = "queue"
    """Let it wait for its turn."""
    OVER = "over"
    """Let it sit over the seats."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A party that waits, or has been offered a seat."""

    place: int
    """Among those who wait, from 1; of no meaning for who has an offer."""
    number: int | None
    """The code of the family; None for an adult who is invited without a child."""
    size: int
    status: PartyStatus
    offered_until: datetime | None
    lapses: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of an event's queue, as staff see it."""

    event: Event
    organisation: Organisation
    lines: tuple[QueueLine, ...]
    page: int
    more: bool
