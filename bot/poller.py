"""Long polling that loses nothing: an update is confirmed when it is finished, not when it is fetched.

aiogram's own poller moves the offset while its tasks still run, so a kill loses what was in work, and a stop
does not wait for it.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.lanes import Lanes

POLL_SECONDS = 25
BATCH = 100
FIRST_GLANCE_SECONDS = 0.05
LAST_GLANCE_SECONDS = 0.8
"""While something is in work the server answers at once with what we know: looks for more grow rarer."""
DRAIN_SECONDS = 5.0
LAST_WORD_SECONDS = 0.5
SLOWEST_RETRY_SECONDS = 30.0

_log = structlog.get_logger(__name__)


class Poller:
    """Fetches updates and hands them to the lanes."""

    def __init__(self, bot: Bot, lanes: Lanes, allowed_updates: Sequence[str]) -> None:
        self._bot = bot
        self._lanes = lanes
        self._allowed = list(allowed_updates)
        self._next = 0
        self.answered_at: float | None = None
        """Real monotonic time of the server's last answer; None before the first."""
        self.connected = asyncio.Event()
        """Set once the server has answered and updates are being fetched."""

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop`; then finish what is in work (up to 5 s) and confirm it."""
        try:
            async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as work:
                fetching = work.create_task(self._fetch(work))
                await stop.wait()
                fetching.cancel()
                limit.reschedule(asyncio.get_running_loop().time() + DRAIN_SECONDS)
        except TimeoutError:
            _log.warning("updates cut short, they will come again", count=self._lanes.in_work)
        await self._confirm()

    async def _fetch(self, work: asyncio.TaskGroup) -> None:
        failures, glance, polling = 0, FIRST_GLANCE_SECONDS, False
        while True:
            try:
                if not polling:
                    polling = await self._bot.delete_webhook()
                    self.answered_at = time.monotonic()
                    self.connected.set()
                updates = await self._bot.get_updates(
                    offset=self._offset(),
                    limit=BATCH,
                    timeout=0 if self._lanes.in_work else POLL_SECONDS,
                    allowed_updates=self._allowed,
                    request_timeout=POLL_SECONDS + 10,
                )
            except TelegramAPIError as error:
                failures += 1
                await self._back_off(error, failures)
                continue
            failures = 0
            self.answered_at = time.monotonic()
            if not updates:
                self._next = 0  # all is confirmed; after a quiet week Telegram may number anew from anywhere
            fresh = [update for update in updates if not self._lanes.knows(update.update_id)]
            for update in fresh:
                self._next = max(self._next, update.update_id + 1)
                self._lanes.take(update.update_id)
                work.create_task(self._lanes.carry_out(update))
            glance = FIRST_GLANCE_SECONDS if fresh else min(glance * 2, LAST_GLANCE_SECONDS)
            await self._until_half_is_done(glance)

    def _offset(self) -> int | None:
        """All before the lowest unfinished update is confirmed by this number."""
        lowest = self._lanes.lowest
        return lowest if lowest is not None else self._next or None

    async def _until_half_is_done(self, glance: float) -> None:
        """Wait before the next look till half of what is in work is finished, or for a glance.

        A look while much is in work fetches, and parses, the same updates again.
        """
        half = min(self._lanes.in_work, self._lanes.at_once) // 2
        try:
            async with asyncio.timeout(glance):
                while self._lanes.in_work > half:
                    self._lanes.progress.clear()
                    await self._lanes.progress.wait()
        except TimeoutError:
            return

    async def _back_off(self, error: TelegramAPIError, failures: int) -> None:
        seconds = min(SLOWEST_RETRY_SECONDS, 0.5 * 2 ** min(failures, 10)) * random.uniform(0.5, 1)
        match error:
            case TelegramUnauthorizedError():
                raise error
            case TelegramConflictError():
                _log.error("another poller has this token", hint="stop the other bot, or its webhook")
            case TelegramRetryAfter(retry_after=wanted):
                seconds = float(wanted)
                _log.warning("asked to poll later", seconds=seconds)
            case TelegramNetworkError():
                server = urlsplit(self._bot.session.api.base).netloc.rpartition("@")[2]  # without a password
                _log.warning("no connection with Telegram", server=server, failures=failures)
            case _:
                _log.error("getUpdates refused", error=error.message, failures=failures)
        await asyncio.sleep(seconds)

    async def _confirm(self) -> None:
        """Tell the server what was finished, so that the next start does not show the same screens again."""
        offset = self._offset()
        if offset is None:
            return
        try:
            async with asyncio.timeout(LAST_WORD_SECONDS):
                await self._bot.get_updates(offset=offset, limit=1, timeout=0)
        except (TelegramAPIError, TimeoutError):
            _log.warning("the last updates were not confirmed, they will come again and change nothing")
