"""Posts in bound chats: events are posted for staff, and whatever is wanted is sent at most once and kept in step."""

from dataclasses import replace
from datetime import datetime, timedelta

from db.work import Database, Reading
from domain.access import Permission, grant
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.ids import AnnouncementId, BoundChatId, EventId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from domain.posts import (
    SENDING,
    EventPost,
    Lost,
    Posted,
    PostedEvent,
    PostedWords,
    PostsOfEvent,
    PostStatus,
    is_announced_ahead,
    may_post_in,
)
from services.access import today_in
from services.bound_chats import follow_chat, lose_chat
from services.event_access import access_event


class EventPosts:
    """What staff ask for, and what the tick carries out."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def of_event(self, actor: Actor, event_id: EventId) -> PostsOfEvent:
        """The chats in which this person may announce the event, and how it stands there."""
        async with self._db.read() as reading:
            event, organisation, reached = await access_event(
                reading, actor, event_id, Permission.POST_EVENTS
            )
            lines = await reading.event_posts.about(organisation.id, subject_of(event_id), event.group_ids)
        today = today_in(actor, organisation.id, self._clock)
        may_bind = grant(actor, Permission.BIND_CHATS, organisation.id, today=today) is not None
        shown = tuple(line for line in lines if may_post_in(line.chat.chat, event.group_ids, reached))
        return PostsOfEvent(event, organisation, shown, may_bind)

    async def want(self, actor: Actor, event_id: EventId, chat_id: BoundChatId) -> bool | Refused:
        """A member of staff wants the event announced in a chat; False when it is there, or on its way."""
        async with self._db.work() as work:
            event, organisation, reached = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            line = await work.bound_chats.find(organisation.id, chat_id)
            if line is None or not may_post_in(line.chat, event.group_ids, reached):
                raise Missing
            if not is_announced_ahead(event, self._clock.now()):
                return Refused(Reason.EVENT_PAST)
            if line.chat.lost_at is not None:
                return Refused(Reason.CHAT_NOT_OURS, {"kind": line.chat.kind.value})
            if not await work.event_posts.want(organisation.id, subject_of(event_id), chat_id):
                return False
            await work.audit.note(
                "event.posted",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=subject_of(event_id),
                chat=chat_id,
            )
        return True

    async def lapse(self, real: datetime) -> int:
        """Posts whose sender was killed may stand or not: nobody sends them again. Gives how many."""
        async with self._db.work(claims=False) as work:
            return await work.event_posts.lapse(real)

    async def due(self, limit: int) -> list[EventPost]:
        """Posts to be sent now."""
        async with self._db.read() as reading:
            return await reading.event_posts.due(limit)

    async def stale(self, limit: int) -> list[EventPost]:
        """Posts that say what was."""
        async with self._db.read() as reading:
            found = await reading.event_posts.stale(limit)
            return found + await reading.event_posts.stale_words(limit - len(found))

    async def take(self, post: EventPost, real: datetime) -> tuple[EventPost, Posted] | None:
        """Take a post in hand before the messenger hears of it; None when there is nothing to post any more.

        From this commit on it is sent at most once: whoever holds it and dies leaves it unknown.
        """
        async with self._db.work(claims=False) as work:
            shown = await _shown(work, post)
            if shown is None or not shown.is_true(self._clock.now()):
                await work.event_posts.end(post, PostStatus.GONE, "not-true")
                return None
            if not await work.event_posts.take(post, until=real + SENDING):
                return None
        return replace(post, status=PostStatus.SENDING, attempts=post.attempts + 1), shown

    async def look(self, post: EventPost) -> Posted | None:
        """What a post that stands should say by now."""
        async with self._db.read() as reading:
            return await _shown(reading, post)

    async def posted(self, post: EventPost, message_id: int, version: int) -> None:
        """It stands in the chat."""
        async with self._db.work(claims=False) as work:
            await work.event_posts.posted(post, message_id, version)

    async def shown(self, post: EventPost, version: int) -> None:
        """It says what is so now, or never will."""
        async with self._db.work(claims=False) as work:
            await work.event_posts.shown(post, version)

    async def put_off(self, post: EventPost, pause: timedelta, error: str | None) -> None:
        """The messenger has not taken it, or has not changed it: later again."""
        due_at = self._clock.now() + pause
        async with self._db.work(claims=False) as work:
            if post.status is PostStatus.POSTED:
                await work.event_posts.rest(post, due_at)
            else:
                await work.event_posts.put_off(post, due_at, error)

    async def end(self, post: EventPost, status: PostStatus, error: str) -> None:
        """It came to this."""
        async with self._db.work(claims=False) as work:
            await work.event_posts.end(post, status, error)

    async def lost(self, post: EventPost, why: Lost) -> None:
        """The chat takes nothing any more: what was to be sent has failed, and its author hears why."""
        async with self._db.work(claims=False) as work:
            shown = await _shown(work, post)
            if post.status is PostStatus.SENDING:
                await work.event_posts.end(post, PostStatus.FAILED, why.value)
            await lose_chat(work, post.chat_id, why, None if shown is None else shown.author)

    async def moved(self, post: EventPost, new: int) -> None:
        """The chat has another number: what was to be sent is sent there."""
        async with self._db.work(claims=False) as work:
            if post.status is PostStatus.SENDING:
                await work.event_posts.put_off(post, self._clock.now(), None)
            await follow_chat(work, post.chat_id, new)


async def _shown(reading: Reading, post: EventPost) -> Posted | None:
    """What the post is about, as it is by now."""
    here = await reading.organisations.find(post.organisation_id)
    if here is None:
        return None
    about, _, number = post.subject.partition(":")
    if about == "announcement":
        words = await reading.announcements.find(here.id, AnnouncementId(int(number)))
        if words is None:
            return None
        return PostedWords(words, await reading.event_reads.labels(here.id, words.group_ids))
    event = await reading.events.find(here.id, EventId(int(number)))
    if event is None:
        return None
    return PostedEvent(event, here.timezone, await reading.event_reads.labels(here.id, event.group_ids))
