"""Planned events come out by themselves, at their time, with the rights that their author has by then."""

from db.work import Database, Work
from domain.clock import Clock
from domain.event_drafts import NotPublished, as_draft, not_published
from domain.event_notices import subject_of
from domain.events import Event, EventStatus
from domain.ids import EventId, OrganisationId
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing
from domain.people import Actor
from services.access import today_in
from services.event_access import access_draft
from services.event_publishing import publish_stored

BATCH = 50


class EventPlanning:
    """«Publish whatever is due by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def publish_due(self) -> int:
        """Announce every planned event whose time has come; gives how many came out."""
        async with self._db.read() as reading:
            due = await reading.event_drafts.due(BATCH)
        return sum([await self._publish(organisation_id, event_id) for organisation_id, event_id in due])

    async def _publish(self, organisation_id: OrganisationId, event_id: EventId) -> bool:
        async with self._db.work(claims=False) as work:
            event = await work.events.find(organisation_id, event_id)
            now = self._clock.now()
            if event is None or event.status is not EventStatus.PLANNED:
                return False
            if event.publish_at is None or event.publish_at > now:
                return False  # another time was named meanwhile
            publisher = await _somebody_who_may(work, event)
            if publisher is None:
                await _give_back(work, event)
                return False
            today = today_in(publisher, organisation_id, self._clock)
            return await publish_stored(work, event, by=publisher.person_id, today=today) is not None

    async def not_published_for_notice(self, notice: Notice) -> NotPublished | None:
        """That it did not come out: while it is a draft and nobody has named another time."""
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            event = await reading.events.find(notice.organisation_id, EventId(int(notice.params["event"])))
            organisation = await reading.organisations.find(notice.organisation_id)
        if event is None or organisation is None or event.status is not EventStatus.DRAFT:
            return None
        return NotPublished(event, organisation.timezone, past=event.starts_at <= self._clock.now())


async def _somebody_who_may(work: Work, event: Event) -> Actor | None:
    """Its author, if its start is ahead, its groups are there, and the author may still announce something to them.

    Else the methodist who has approved it, if they may.
    """
    for person_id in (event.author_person_id, event.decided_by):
        person = None if person_id is None else await work.people.find_person(person_id)
        try:
            refused = person is None or await access_draft(
                work, person, event.organisation_id, as_draft(event)
            )
        except (Forbidden, Missing):
            continue
        if not refused:
            return person
    return None


async def _give_back(work: Work, event: Event) -> None:
    """It is a draft again, and its author is told."""
    if not await work.event_drafts.plan(event, None):
        return
    await work.audit.note(
        "event.not-published",
        organisation_id=event.organisation_id,
        by=event.author_person_id,
        subject=subject_of(event.id),
    )
    await work.outbox.put(not_published(event))
