"""The words of an announcement that is out, said otherwise: messages in chats are updated, nobody is told anew."""

from dataclasses import replace

from db.work import Database
from domain.access import Permission
from domain.announcement_notices import subject_of
from domain.announcements import Announcement, may_be_said, may_reword
from domain.clock import Clock
from domain.ids import AnnouncementId
from domain.outcomes import Reason, Refused
from domain.people import Actor
from services.announcement_access import access_announcement
from services.announcement_publishing import note


class AnnouncementChanges:
    """What staff do with the words that people have read."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def preview(
        self, actor: Actor, announcement_id: AnnouncementId, version: int, text: str
    ) -> tuple[Announcement, int] | Refused:
        """The announcement as it would be, and how many messages about it stand in chats."""
        async with self._db.read() as reading:
            found, _ = await access_announcement(reading, actor, announcement_id, Permission.POST_EVENTS)
            if refused := _refuse(found, version, text):
                return refused
            standing = await reading.recalls.count_standing(subject_of(announcement_id))
        return replace(found, text=text), standing

    async def reword(
        self, actor: Actor, announcement_id: AnnouncementId, version: int, text: str
    ) -> Announcement | Refused:
        """Say it otherwise; of two who do so at once the second reads what the first has written."""
        async with self._db.work() as work:
            found, _ = await access_announcement(work, actor, announcement_id, Permission.POST_EVENTS)
            if refused := _refuse(found, version, text):
                return refused
            if not await work.announcements.reword(found, text):
                return Refused(Reason.CHANGED_MEANWHILE)
            await note(work, found, "announcement.reworded", by=actor.person_id)
            return replace(found, text=text, version=found.version + 1)


def _refuse(found: Announcement, version: int, text: str) -> Refused | None:
    return may_reword(found, seen_version=version) or may_be_said(text, found.picture)
