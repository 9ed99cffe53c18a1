"""Planned announcements come out by themselves, at their time, with the rights that their author, or who approved them, has by then."""

from db.work import Database, Work
from domain.announcement_notices import not_announced
from domain.announcements import Announcement, AnnouncementStatus, as_draft
from domain.clock import Clock
from domain.ids import AnnouncementId, OrganisationId
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing
from domain.people import Actor
from services.access import today_in
from services.announcement_access import access_words
from services.announcement_publishing import note, publish_stored_announcement

BATCH = 50


class AnnouncementPlanning:
    """«Publish whatever is due by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def publish_due(self) -> int:
        """Publish every planned announcement whose time has come; gives how many came out."""
        async with self._db.read() as reading:
            due = await reading.announcements.due(BATCH)
        return sum([await self._publish(*each) for each in due])

    async def not_announced_for_notice(self, notice: Notice) -> Announcement | None:
        """That it did not come out: while it is a draft, and nobody has named another time."""
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            found = await reading.announcements.find(
                notice.organisation_id, AnnouncementId(int(notice.params["announcement"]))
            )
        return found if found is not None and found.status is AnnouncementStatus.DRAFT else None

    async def _publish(self, organisation_id: OrganisationId, announcement_id: AnnouncementId) -> bool:
        async with self._db.work(claims=False) as work:
            planned = await work.announcements.find(organisation_id, announcement_id)
            if planned is None or planned.status is not AnnouncementStatus.PLANNED:
                return False
            if planned.publish_at is None or planned.publish_at > self._clock.now():
                return False  # another time was named meanwhile
            sender = await _somebody_who_may(work, planned)
            if sender is None:
                if await work.announcements.plan(planned, None):
                    await note(work, planned, "announcement.not-published", by=planned.author_person_id)
                    await work.outbox.put(not_announced(planned))
                return False
            today = today_in(sender, organisation_id, self._clock)
            return (
                await publish_stored_announcement(work, planned, by=sender.person_id, today=today) is not None
            )


async def _somebody_who_may(work: Work, planned: Announcement) -> Actor | None:
    """Its author, if its groups are there, and the author may still say this to them.

    Else the methodist who has approved it, if they may.
    """
    for person_id in (planned.author_person_id, planned.decided_by):
        person = None if person_id is None else await work.people.find_person(person_id)
        try:
            refused = person is None or await access_words(
                work, person, planned.organisation_id, as_draft(planned)
            )
        except (Forbidden, Missing):
            continue
        if not refused:
            return person
    return None
