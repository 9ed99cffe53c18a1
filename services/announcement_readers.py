"""Announcements as those read them whom they are for: a message, its later words, the list of the last weeks."""

from collections.abc import Sequence

from db.work import Database, Reading
from domain.access import Permission
from domain.announcement_views import ReceivedPage
from domain.announcements import AnnouncementStatus, ShownAnnouncement
from domain.clock import Clock
from domain.delivery import StaleAnnouncement
from domain.ids import AnnouncementId, OrganisationId
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing
from domain.people import Actor
from services.answering import homes

PAGE = 8


class AnnouncementReaders:
    """What adults read."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def mine(self, actor: Actor, page: int = 0) -> ReceivedPage:
        """What was announced to this adult lately; to newcomers also what was announced before they came."""
        page = max(page, 0)
        async with self._db.read() as reading:
            found = await reading.announcement_reads.lately_for(
                homes(actor), actor.person_id, limit=PAGE + 1, offset=page * PAGE
            )
        return ReceivedPage(tuple(found[:PAGE]), page, len(found) > PAGE)

    async def read(self, actor: Actor, announcement_id: AnnouncementId) -> ShownAnnouncement:
        """An announcement as this adult sees it; one that was taken back says so."""
        async with self._db.read() as reading:
            for organisation_id in homes(actor):
                shown = await reading.announcement_reads.shown(
                    organisation_id, announcement_id, actor.person_id
                )
                if shown is not None:
                    if not shown.invited:
                        raise Forbidden(f"{Permission.ANSWER_EVENTS}: announcement {announcement_id}")
                    return shown
        raise Missing

    async def announced_for_notice(self, notice: Notice) -> ShownAnnouncement | None:
        """What a notice tells: while it is out, not stopped, and for this person."""
        if notice.organisation_id is None:
            return None
        number = AnnouncementId(int(notice.params["announcement"]))
        async with self._db.read() as reading:
            shown = await reading.announcement_reads.shown(notice.organisation_id, number, notice.person_id)
        if shown is None or shown.announcement.stopped_at is not None:
            return None
        return shown if _is_told(shown) else None

    async def stale(self, limit: int) -> Sequence[StaleAnnouncement]:
        """Some messages that may say what an announcement said before."""
        async with self._db.read() as reading:
            return await reading.announcement_reads.stale(limit)

    async def shown(self, message: StaleAnnouncement) -> ShownAnnouncement | None:
        """What the message should say; None for who it is not for any more."""
        async with self._db.read() as reading:
            shown = await _of_message(reading, message.organisation_id, message)
        return shown if shown is not None and _is_told(shown) else None

    async def updated(self, message: StaleAnnouncement) -> None:
        """The message has been updated, or never will be."""
        async with self._db.work(claims=False) as work:
            await work.event_messages.updated(message.sent_id, message.stale_until)


async def _of_message(
    reading: Reading, organisation_id: OrganisationId, message: StaleAnnouncement
) -> ShownAnnouncement | None:
    return await reading.announcement_reads.shown(organisation_id, message.announcement_id, message.person_id)


def _is_told(shown: ShownAnnouncement) -> bool:
    return shown.invited and shown.announcement.status is AnnouncementStatus.PUBLISHED
