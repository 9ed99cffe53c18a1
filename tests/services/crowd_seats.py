"""Seats in the crowd: an event of «Солнышко» with one seat, which has become free and is offered to the parent."""

from dataclasses import replace
from datetime import timedelta

from bot.services import Services
from db.work import Database
from domain.answers import Answer
from domain.events import Event, EventDraft
from domain.ids import ChildId, EventId, OrganisationId
from domain.people import Actor
from domain.seats import PartyStatus, Seats, SeatsBy


async def let_parent_wait(
    services: Services,
    database: Database,
    here: OrganisationId,
    draft: EventDraft,
    *,
    teacher: Actor,
    parent: Actor,
    family: ChildId,
) -> EventId:
    """A family without a phone sits, the parent waits, the family goes, the seat is offered until tomorrow."""
    seated = replace(draft, title="Мастерская", seats=Seats(1, SeatsBy.FAMILY))
    event = await services.events.publish(teacher, here, seated, f"seats{here}")
    assert isinstance(event, Event)
    assert await services.rsvp_entries.enter(teacher, event.id, family, Answer.ALONE) is None
    await services.rsvps.answer(parent, event.id, Answer.ALONE)
    assert await services.rsvp_entries.clear(teacher, event.id, family) is None
    async with database.work() as work:
        room = await work.seats.hold(here, event.id)
        assert room is not None
        party = await work.seats.head(room)
        assert party is not None
        assert await work.seats.offer(room, party.size)
        until = database.clock.now() + timedelta(days=1)
        assert await work.seats.move(party, status=PartyStatus.OFFERED.value, offered_until=until)
    return event.id
