"""A weekly series: several meetings, each an event of its own, announced once."""

from db.work import Database
from domain.access import Permission
from domain.clock import Clock
from domain.event_drafts import as_draft, may_repeat, may_touch, weekly
from domain.events import ANNOUNCED, Event, EventStatus
from domain.ids import EventId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from services.access import access_organisation, today_in
from services.event_access import access_any_event, access_draft
from services.event_publishing import note_published, publish_stored


class EventSeries:
    """What staff do with an event that comes again."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def publish(
        self, actor: Actor, event_id: EventId, version: int, weeks: int
    ) -> tuple[Event, ...] | Refused:
        """Announce a kept event and its repetitions: one message names all days, else families had a dozen (rule 7).

        Whoever comes second finds the first of them published, and makes none.
        """
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if event.status in ANNOUNCED:
                return (event,)
            draft, zone = as_draft(event), organisation.timezone
            refused = may_touch(event, seen_version=version) or may_repeat(
                draft, zone, weeks, now=self._clock.now()
            )
            if refused is not None:
                return refused
            try:
                refused = await access_draft(work, actor, organisation.id, draft)
            except Missing:
                refused = Refused(Reason.GONE)
            if refused is not None:
                return refused
            today = today_in(actor, organisation.id, self._clock)
            first = await publish_stored(work, event, by=actor.person_id, today=today)
            if first is None:
                return Refused(Reason.CHANGED_MEANWHILE)
            await work.event_drafts.begin_series(event)
            author = access_organisation(actor, organisation.id, Permission.POST_EVENTS, self._clock)
            meetings = [first]
            for number, later in enumerate(weekly(draft, zone, weeks)):
                if number == 0:
                    continue
                made = await work.events.write(
                    *(author, later, f"{event.id}:{number}"),
                    status=EventStatus.PUBLISHED,
                    series_id=event.id,
                )
                meeting = None if made is None else await work.events.find(organisation.id, made)
                if meeting is None:
                    raise Missing
                await note_published(work, meeting, by=actor.person_id)
                meetings.append(meeting)
            return tuple(meetings)
