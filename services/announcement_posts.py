"""Announcements without a date in bound chats: asked for by staff; the tick of posts carries it out."""

from db.work import Database, Reading
from domain.access import Permission, grant, reach
from domain.announcement_notices import subject_of
from domain.announcements import KEPT, Announcement
from domain.clock import Clock
from domain.ids import AnnouncementId, BoundChatId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from domain.posts import PostsOfWords, is_for_chats, is_out, may_post_in
from services.access import today_in
from services.announcement_access import access_announcement


class AnnouncementPosts:
    """What staff ask for."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def of_announcement(self, actor: Actor, announcement_id: AnnouncementId) -> PostsOfWords:
        """The chats in which this person may post the announcement, and how it stands there."""
        async with self._db.read() as reading:
            words, organisation = await _posted(reading, actor, announcement_id)
            subject = subject_of(announcement_id)
            lines = await reading.event_posts.about(organisation.id, subject, words.group_ids)
        today = today_in(actor, organisation.id, self._clock)
        reached = reach(actor, Permission.POST_EVENTS, organisation.id, today)
        may_bind = grant(actor, Permission.BIND_CHATS, organisation.id, today=today) is not None
        shown = tuple(line for line in lines if may_post_in(line.chat.chat, words.group_ids, reached))
        return PostsOfWords(words, organisation, shown, may_bind)

    async def want(
        self, actor: Actor, announcement_id: AnnouncementId, chat_id: BoundChatId
    ) -> bool | Refused:
        """A member of staff wants it posted in a chat; False when it is there, or on its way."""
        async with self._db.work() as work:
            words, organisation = await _posted(work, actor, announcement_id)
            today = today_in(actor, organisation.id, self._clock)
            reached = reach(actor, Permission.POST_EVENTS, organisation.id, today)
            line = await work.bound_chats.find(organisation.id, chat_id)
            if line is None or not may_post_in(line.chat, words.group_ids, reached):
                raise Missing
            if not is_out(words):
                return Refused(Reason.NOT_SENDING_ANY_MORE)
            if line.chat.lost_at is not None:
                return Refused(Reason.CHAT_NOT_OURS, {"kind": line.chat.kind.value})
            if not await work.event_posts.want(organisation.id, subject_of(announcement_id), chat_id):
                return False
            await work.audit.note(
                "announcement.posted",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=subject_of(announcement_id),
                chat=chat_id,
            )
        return True


async def _posted(
    reading: Reading, actor: Actor, announcement_id: AnnouncementId
) -> tuple[Announcement, Organisation]:
    """One that is, or was, out, and is for parents."""
    found, organisation = await access_announcement(reading, actor, announcement_id, Permission.POST_EVENTS)
    if found.status in KEPT or not is_for_chats(found):
        raise Missing
    return found, organisation
