"""Older invitations to a changed event are updated where they stand, besides the new message that says so."""

import structlog

from domain.delivery import is_settled
from messenger.post import Post
from screens import events_notices as screens
from services.event_messages import EventMessages

BATCH = 30
BATCHES = 10

_log = structlog.get_logger(__name__)


class StaleInvitations:
    """The tick that leaves no wrong time or place in anybody's chat."""

    def __init__(self, post: Post, messages: EventMessages) -> None:
        self._post = post
        self._messages = messages

    async def update(self) -> None:
        """Update what is stale by now; what cannot be reached at the moment is tried again at the next tick."""
        for _ in range(BATCHES):
            stale = await self._messages.stale(BATCH)
            for message in stale:
                shown = await self._messages.shown(message)
                if shown is not None:
                    invitation, open_ = shown
                    failure = await self._post.replace(
                        message.chat_id,
                        message.message_id,
                        message.locale,
                        screens.updated(invitation, open_=open_),
                    )
                    if not is_settled(failure):
                        _log.warning("invitation not updated", failure=repr(failure))
                        return
                await self._messages.updated(message)
            if len(stale) < BATCH:
                return
