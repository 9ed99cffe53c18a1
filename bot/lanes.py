"""Updates in work: so many at once, one chat's in the order in which they came, none twice."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from aiogram.types import Update

REMEMBERED = 20_000
"""Finished updates remembered by number; the database remembers those that wrote for 48 hours."""

LONGEST_SECONDS = 60.0
"""An update that takes longer is given up: it would hold back the confirmation of all later ones."""

_log = structlog.get_logger(__name__)


class Lanes:
    """Carries out updates from the poller or the webhook."""

    def __init__(self, feed: Callable[[Update], Awaitable[object]], *, at_once: int) -> None:
        self._feed = feed
        self._room = asyncio.Semaphore(at_once)
        self._lanes: dict[int, tuple[asyncio.Lock, int]] = {}
        self._unfinished: dict[int, int] = {}
        self._finished: OrderedDict[int, None] = OrderedDict()
        self.at_once = at_once
        self.progress = asyncio.Event()
        """Set whenever an update is finished; whoever waits for it clears it."""

    @property
    def in_work(self) -> int:
        """How many updates were taken and are not finished."""
        return len(self._unfinished)

    @property
    def lowest(self) -> int | None:
        """The number of the oldest unfinished update."""
        return min(self._unfinished, default=None)

    def knows(self, update_id: int) -> bool:
        """Whether this update is in work or finished."""
        return update_id in self._unfinished or update_id in self._finished

    def take(self, update_id: int) -> None:
        """Count an update as unfinished from this moment, before its turn comes."""
        self._unfinished[update_id] = self._unfinished.get(update_id, 0) + 1

    async def carry_out(self, update: Update) -> None:
        """Carry out an update that was taken, in its chat's turn; one that is finished by then is left alone.

        Raises only when it is cancelled: then it stays unfinished, and Telegram gives it again.
        """
        async with self._turn(_chat_of(update)), self._room:
            if update.update_id not in self._finished:
                await self._guarded(update)
        self._finish(update.update_id)

    async def until_idle(self, seconds: float) -> None:
        """Wait until nothing is in work, but not longer than `seconds`."""
        try:
            async with asyncio.timeout(seconds):
                while self._unfinished:
                    self.progress.clear()
                    await self.progress.wait()
        except TimeoutError:
            _log.warning("updates cut short, they will come again", count=self.in_work)

    async def _guarded(self, update: Update) -> None:
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await self._feed(update)
        except Exception:
            # The dispatcher answers and reports what goes wrong in handlers; this is the last net under it.
            _log.exception("update failed", update_id=update.update_id)

    def _finish(self, update_id: int) -> None:
        left = self._unfinished.pop(update_id, 1) - 1
        if left > 0:
            self._unfinished[update_id] = left
        self._finished[update_id] = None
        while len(self._finished) > REMEMBERED:
            self._finished.popitem(last=False)
        self.progress.set()

    @asynccontextmanager
    async def _turn(self, chat: int | None) -> AsyncIterator[None]:
        """The chat's turn; asyncio's lock serves those who wait in the order in which they came."""
        if chat is None:
            yield
            return
        lock, waiting = self._lanes.get(chat) or (asyncio.Lock(), 0)
        self._lanes[chat] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._lanes[chat]
            if waiting == 1:
                del self._lanes[chat]
            else:
                self._lanes[chat] = (lock, waiting - 1)


def _chat_of(update: Update) -> int | None:
    if update.callback_query is not None:
        return update.callback_query.from_user.id
    message = update.message or update.edited_message
    if message is not None:
        return message.chat.id
    if update.my_chat_member is not None:
        return update.my_chat_member.chat.id
    return None
