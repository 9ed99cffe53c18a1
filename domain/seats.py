"""Seats of an event: who sits, and who waits for a seat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.answers import Answer
from domain.ids import ChildId, EventId, OrganisationId, PartyId, PersonId
from domain.offers import FIRST_COME

MOST_SEATS = 500


class SeatsBy(StrEnum):
    """What a seat is for."""

    FAMILY = "family"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Seats:
    """How many may come, from 1 to `MOST_SEATS`."""

    count: int
    by: SeatsBy


class PartyStatus(StrEnum):
    """Where a party stands."""

    HELD = "held"
    """Its seats are its own."""
    WAITING = "waiting"
    """It stands in the queue."""
    OFFERED = "offered"
    """Seats are kept for it until its offer ends."""


@dataclass(frozen=True, slots=True)
class Party:
    """Those who come together and are never split: a family, or one adult without a child."""

    id: PartyId
    event_id: EventId
    child_id: ChildId | None
    """The family's anchor: the lowest of its invited children's ids, so that both parents are one party."""
    person_id: PersonId | None
    """An invited adult without a child; exactly one of the two is set."""
    size: int
    """Seats it needs."""
    status: PartyStatus
    ticket: int | None
    """The order in the queue; None for who sits."""
    offered_until: datetime | None
    lapses: int
    """Offers that it let pass."""


@dataclass(frozen=True, slots=True)
class Seating:
    """The seats of an event, and where one's own party stands."""

    seats: Seats
    taken: int
    waiting: int
    own: Party | None
    place: int | None
    """The own place in the queue, from 1."""
    first_come: bool = False
    """Whether nothing is offered any more: a free seat is for whoever taps first, also for who waits."""


@dataclass(frozen=True, slots=True)
class Room:
    """The seats of an event as its row knows them, held for the one who looks."""

    organisation_id: OrganisationId
    event_id: EventId
    published: bool
    starts_at: datetime
    answer_until: datetime | None
    seats: Seats | None
    taken: int
    waiting: int

    @property
    def closes(self) -> datetime:
        """Until when answers are taken."""
        return self.answer_until or self.starts_at

    def first_come(self, now: datetime) -> bool:
        """Whether nothing is offered any more before answers close."""
        return self.closes - now < FIRST_COME

    def left(self, now: datetime) -> int:
        """Seats that a newcomer may take: none while somebody waits for them."""
        if self.seats is None or (self.waiting and not self.first_come(now)):
            return 0
        return max(self.seats.count - self.taken, 0)


def has_seat(seating: Seating) -> bool:
    """Whether the own party has its seats."""
    return seating.own is not None and seating.own.status is PartyStatus.HELD


def party_size(answers: Iterable[Answer], children: int, by: SeatsBy) -> int:
    """Seats that a party needs: one for a family, or one for each adult who comes and for the children with them."""
    coming = [answer for answer in answers if answer.comes]
    if by is SeatsBy.FAMILY:
        return min(len(coming), 1)
    return len(coming) + (children if Answer.WITH_CHILD in coming else 0)
