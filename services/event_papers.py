"""An event as a file: for the calendar of whoever it is for, and for the wall."""

from datetime import datetime

from db.work import Database
from domain.access import Permission
from domain.campaigns import EventForPaper
from domain.clock import Clock
from domain.events import Event, stands
from domain.ids import EventId
from domain.outcomes import Forbidden, Missing, Refused
from domain.people import Actor
from services.answering import access_invitation
from services.event_access import access_event


class EventPapers:
    """What files about an event are made of."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def for_calendar(self, actor: Actor, event_id: EventId) -> tuple[Event, str, datetime]:
        """The event, its zone and this moment: for whoever is invited, and for its staff."""
        async with self._db.read() as reading:
            try:
                invitation = await access_invitation(reading, actor, event_id)
                event, zone = invitation.event, invitation.zone
            except (Forbidden, Missing):
                event, organisation, _ = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
                zone = organisation.timezone
        return event, zone, self._clock.now()

    async def for_the_wall(self, actor: Actor, event_id: EventId) -> EventForPaper | Refused:
        """The event with its groups, while it is ahead: for who announces to all of them."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            if refused := stands(event, now=self._clock.now()):
                return refused
            groups = await reading.event_reads.labels(organisation.id, event.group_ids)
        return EventForPaper(event, organisation, groups, self._clock.now())
