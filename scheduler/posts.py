"""Events and announcements in groups and channels: posted at most once, changed and taken away as often as it takes."""

from random import random
from typing import assert_never

import structlog

from domain.clock import Clock
from domain.delivery import BadRequest, Failure, Gone, Posted
from domain.links import announcement_link, event_link
from domain.notice_rules import Guarantee
from domain.posts import EventPost, Lost, PostedEvent, PostedWords, PostStatus
from domain.posts import Posted as Shown
from messenger.limiter import unasked
from messenger.post import Post
from scheduler.delivery.policy import (
    CloseChat,
    Fail,
    Follow,
    Hold,
    LeaveUnknown,
    PauseChat,
    PauseLane,
    Retry,
    next_step,
)
from screens import posts as screens
from screens.base import Screen
from services.event_posts import EventPosts

BATCH = 20
LOCALE = ""
"""A group has no language of its own: the installation's."""

_log = structlog.get_logger(__name__)


class Posts:
    """The tick of posts. Leases run on `real` time, what is due on the database's clock."""

    def __init__(self, post: Post, posts: EventPosts, real: Clock) -> None:
        self._post = post
        self._posts = posts
        self._real = real

    async def carry_out(self) -> None:
        """Give up what nobody holds any more, send what is wanted, bring up to date what stands."""
        if lapsed := await self._posts.lapse(self._real.now()):
            _log.warning("nobody knows whether posts stand", count=lapsed)
        for wanted in await self._posts.due(BATCH):
            await self._send(wanted)
        for stale in await self._posts.stale(BATCH):
            await self._update(stale)

    async def _send(self, wanted: EventPost) -> None:
        bot = await self._post.username()
        taken = await self._posts.take(wanted, self._real.now())
        if taken is None:
            return
        held, shown = taken
        with unasked() as passage:
            sent = await self._post.send(held.chat_id, LOCALE, _screen(shown, bot), passage)
        if isinstance(sent, Posted):
            await self._posts.posted(held, sent.message_id, shown.version)
        else:
            await self._failed(held, sent, Guarantee.AT_MOST_ONCE)

    async def _update(self, stale: EventPost) -> None:
        shown = await self._posts.look(stale)
        if shown is None or stale.message_id is None:
            await self._posts.end(stale, PostStatus.GONE, "not-true")
            return
        if shown.taken_back:
            failure = await self._post.remove(stale.chat_id, stale.message_id)
            if failure is None:
                await self._posts.end(stale, PostStatus.GONE, "recalled")
                return
            if not isinstance(failure, Gone):
                await self._failed(stale, failure, Guarantee.AT_LEAST_ONCE)
                return
        screen = _screen(shown, await self._post.username())
        refused = await self._post.replace(stale.chat_id, stale.message_id, LOCALE, screen)
        if isinstance(refused, BadRequest):  # it will never say that, and stands as it is
            _log.warning("post not changed", post=stale.id, failure=repr(refused))
            refused = None
        if refused is None:
            await self._posts.shown(stale, shown.version)
        else:
            await self._failed(stale, refused, Guarantee.AT_LEAST_ONCE)

    async def _failed(self, post: EventPost, failure: Failure, guarantee: Guarantee) -> None:
        """What follows."""
        now = self._real.now()
        step = next_step(failure, post.attempts, now, guarantee, spread=random())
        _log.warning("post not carried out", post=post.id, failure=repr(failure))
        match step:
            case Retry(at, error):
                await self._posts.put_off(post, at - now, error)
            case Hold(at) | PauseLane(at) | PauseChat(at):
                await self._posts.put_off(post, at - now, None)
            case CloseChat():
                await self._posts.lost(post, Lost.REMOVED)
            case Follow(chat_id):
                await self._posts.moved(post, chat_id)
            case Fail(Lost.NO_RIGHTS):
                await self._posts.lost(post, Lost.NO_RIGHTS)
            case Fail("gone"):
                await self._posts.end(post, PostStatus.GONE, "gone")
            case Fail(error):
                await self._posts.end(post, PostStatus.FAILED, error)
            case LeaveUnknown(error):
                await self._posts.end(post, PostStatus.UNKNOWN, error)
            case _:
                assert_never(step)


def _screen(shown: Shown, bot: str) -> Screen:
    match shown:
        case PostedEvent():
            return screens.announcement(shown, event_link(bot, shown.event.id))
        case PostedWords():
            return screens.words(shown, announcement_link(bot, shown.words.id))
