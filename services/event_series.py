"""A weekly series: several meetings, each an event of its own, announced once."""

from db.work import Database
from domain.access import Permission
from domain.approvals import must_be_approved, needs_approval
from domain.clock import Clock
from domain.event_drafts import as_draft, may_repeat, may_touch
from domain.events import ANNOUNCED, Event
from domain.ids import EventId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from services.access import access_organisation, today_in
from services.event_access import access_any_event, access_draft
from services.event_publishing import publish_weekly


class EventSeries:
    """What staff do with an event that comes again."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def publish(
        self, actor: Actor, event_id: EventId, version: int, weeks: int
    ) -> tuple[Event, ...] | Refused:
        """Announce a kept event and its repetitions.

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
            today = today_in(actor, organisation.id, self._clock)
            if needs_approval(actor, organisation, today=today):
                return must_be_approved(organisation)
            try:
                refused = await access_draft(work, actor, organisation.id, draft)
            except Missing:
                refused = Refused(Reason.GONE)
            if refused is not None:
                return refused
            author = access_organisation(actor, organisation.id, Permission.POST_EVENTS, self._clock)
            meetings = await publish_weekly(
                *(work, event, zone, weeks), author=author, by=actor.person_id, today=today
            )
            return Refused(Reason.CHANGED_MEANWHILE) if meetings is None else meetings
