"""Announcements taken back: deleted where the messenger still deletes them, else made to say nothing."""

import structlog

from domain.campaigns import DELETABLE, RecalledMessage
from domain.clock import Clock
from domain.delivery import Failure, Gone, is_settled
from messenger.post import Post
from screens import announcements_report
from screens import campaigns as screens
from screens.base import Screen
from services.recalling import Recalling

BATCH = 30
BATCHES = 10

_log = structlog.get_logger(__name__)


class Recalls:
    """The tick that leaves no recalled message in anybody's chat, nor one that was on its way."""

    def __init__(self, post: Post, recalling: Recalling, clock: Clock) -> None:
        self._post = post
        self._recalling = recalling
        self._clock = clock

    async def take_back(self) -> None:
        """Take back what stands by now; what cannot be reached at the moment is tried again at the next tick.

        A killed process takes a message back twice at worst: what is gone is gone.
        """
        for subject in await self._recalling.open():
            if not await self._of(subject):
                return
        await self._recalling.finish_due()

    async def _of(self, subject: str) -> bool:
        for _ in range(BATCHES):
            standing = await self._recalling.standing(subject, BATCH)
            for message in standing:
                failure = await self._remove(message, _left_of(subject))
                if not is_settled(failure):
                    _log.warning("message not taken back", failure=repr(failure))
                    return False
                await self._recalling.gone(message)
            if len(standing) < BATCH:
                break
        return True

    async def _remove(self, message: RecalledMessage, left: Screen) -> Failure | None:
        failure: Failure | None = Gone()
        if self._clock.now() - message.sent_at < DELETABLE:
            failure = await self._post.remove(message.chat_id, message.message_id)
        if isinstance(failure, Gone):
            failure = await self._post.replace(message.chat_id, message.message_id, message.locale, left)
        return failure


def _left_of(subject: str) -> Screen:
    """What is said in place of a message about it that the messenger does not delete any more."""
    about_words = subject.startswith("announcement:")
    return announcements_report.taken_back() if about_words else screens.taken_back()
