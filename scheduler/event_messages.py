"""Older messages about what was changed are updated where they stand: invitations, announcements."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

import structlog

from domain.delivery import StaleAnnouncement, StaleMessage, is_settled
from messenger.post import Post
from screens import announcements_notices
from screens import events_notices as screens
from screens.base import Picture, Screen
from services.announcement_readers import AnnouncementReaders
from services.event_messages import EventMessages
from services.pictures import Pictures

BATCH = 30
BATCHES = 10

_log = structlog.get_logger(__name__)


class _Placed(Protocol):
    """Where a message stands, and in which locale it speaks."""

    @property
    def chat_id(self) -> int: ...
    @property
    def message_id(self) -> int: ...
    @property
    def locale(self) -> str: ...


P = TypeVar("P", bound=_Placed)


class StaleInvitations:
    """The tick that leaves no wrong time, place, word or picture in anybody's chat."""

    def __init__(
        self, post: Post, events: EventMessages, announcements: AnnouncementReaders, pictures: Pictures
    ) -> None:
        self._post = post
        self._pictures = pictures
        self._events = events
        self._announcements = announcements

    async def update(self) -> None:
        """Update what is stale by now; what cannot be reached at the moment is tried again at the next tick."""
        await self._update(self._events.stale, self._invitation, self._events.updated)
        await self._update(self._announcements.stale, self._announcement, self._announcements.updated)

    async def _update(
        self,
        find: Callable[[int], Awaitable[Sequence[P]]],
        draw: Callable[[P], Awaitable[Screen | None]],
        done: Callable[[P], Awaitable[None]],
    ) -> None:
        for _ in range(BATCHES):
            stale = await find(BATCH)
            for message in stale:
                made = await draw(message)
                if made is not None:
                    failure = await self._post.replace(
                        message.chat_id, message.message_id, message.locale, made
                    )
                    if not is_settled(failure):
                        _log.warning("older message not updated", failure=repr(failure))
                        return
                await done(message)
            if len(stale) < BATCH:
                return

    async def _invitation(self, message: StaleMessage) -> Screen | None:
        shown = await self._events.shown(message)
        if shown is None:
            return None
        made, sha256 = screens.updated(shown[0], open_=shown[1]), shown[0].event.picture
        content = None if sha256 is None else await self._pictures.find(sha256)
        if sha256 is None or content is None:
            return made
        return replace(made, picture=Picture(content, "picture.jpg", sha256))

    async def _announcement(self, message: StaleAnnouncement) -> Screen | None:
        shown = await self._announcements.shown(message)
        return None if shown is None else announcements_notices.updated(shown)
