"""Seats in tests: what the tables say of them, and whether the event's counters agree."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import EventPartyRow, EventRow
from db.work import Database
from domain.answers import Answer
from domain.event_views import Answered
from domain.ids import EventId
from domain.outcomes import Reason
from domain.people import Actor
from domain.seats import PartyStatus, SeatsBy
from services.seat_offers import SeatOffers
from tests.services.sunny import Sunny

BY_FAMILY, BY_PERSON = SeatsBy.FAMILY, SeatsBy.PERSON
HELD, WAITING, OFFERED = PartyStatus.HELD, PartyStatus.WAITING, PartyStatus.OFFERED


@dataclass(frozen=True, slots=True)
class Counted:
    """An event's counters, and the parties under their anchor or person."""

    taken: int
    waiting: int
    parties: dict[int, tuple[PartyStatus, int]]


async def look(database: Database, event_id: EventId) -> Counted:
    """The seats of an event as the tables have them."""
    parties, events = EventPartyRow.__table__, EventRow.__table__
    async with database.read() as reading:
        row = (
            await reading.connection.execute(
                select(events.c.seats_taken, events.c.waiting).where(events.c.id == event_id)
            )
        ).one()
        found = await reading.connection.execute(
            select(parties).where(parties.c.event_id == event_id).order_by(parties.c.id)
        )
        return Counted(
            row.seats_taken,
            row.waiting,
            {party.child_id or -party.person_id: (PartyStatus(party.status), party.size) for party in found},
        )


async def drift(database: Database, event_id: EventId) -> list[str]:
    """Where the counters of an event say something else than its parties."""
    now = await look(database, event_id)
    taken = sum(size for status, size in now.parties.values() if status is not WAITING)
    waiting = sum(status is WAITING for status, _ in now.parties.values())
    found = [] if taken == now.taken else [f"{now.taken} seats counted, {taken} taken"]
    return found if waiting == now.waiting else [*found, f"{now.waiting} counted, {waiting} wait"]


def offers(sunny: Sunny) -> SeatOffers:
    """The tick."""
    return SeatOffers(sunny.database, sunny.clock)


def place(outcome: Answered) -> tuple[PartyStatus | None, int | None]:
    """Where the own party stands, and its place in the queue."""
    seating = outcome.invitation.seating
    assert seating is not None
    return (None if seating.own is None else seating.own.status), seating.place


def refusal(outcome: Answered) -> Reason | None:
    """Why nothing was done."""
    return None if outcome.refused is None else outcome.refused.reason


async def come(sunny: Sunny, event_id: EventId, *adults: Actor) -> None:
    """These adults answer «приду один», one after the other."""
    for adult in adults:
        await sunny.rsvps.answer(adult, event_id, Answer.ALONE)
