"""A server that counts as strictly as Telegram may, and an event loop in which waiting takes no time."""

import asyncio
import random
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod

T = TypeVar("T")

STILL_EVERY = 3.0


class _Impatient(selectors.DefaultSelector):
    """Instead of waiting it moves the loop's clock."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now; if nothing was to happen for a while, that while has passed."""
        if timeout is not None and timeout > 0:
            self.passed += timeout
        ready: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._impatient = _Impatient()
        super().__init__(self._impatient)

    def time(self) -> float:
        """Seconds since the loop began, as it believes."""
        return 1_000.0 + self._impatient.passed


def in_no_time(story: Coroutine[Any, Any, T]) -> T:
    """Run the story in a loop of its own, whose seconds do not last."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(story)


class StrictServer:
    """Takes `limit` messages in any second over all chats; answers after 60–150 ms.

    Every three seconds nothing comes through for `still` seconds, there or back, and then all of it at once.
    """

    def __init__(
        self, limit: int = 30, *, per_chat: bool = False, on_the_way: float = 0.01, still: float = 0.0
    ) -> None:
        self._limit = limit
        self._per_chat = per_chat
        self._on_the_way = on_the_way
        self._still = still
        self._random = random.Random(7)
        self.taken: list[tuple[float, int, str]] = []
        self.refused = 0
        self.scripted: list[int] = []
        """Seconds of `retry_after` to refuse the next calls with."""

    async def __call__(self, bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        """One request: on its way, counted at the door, answered."""
        loop = asyncio.get_running_loop()
        await self._pass(self._random.uniform(0, self._on_the_way))
        now = loop.time()
        chat_id = int(getattr(method, "chat_id", 0) or 0)
        if self.scripted:
            self.refused += 1
            raise TelegramRetryAfter(method, "Too Many Requests", self.scripted.pop(0))
        lately = [chat for at, chat, _ in self.taken[-2 * self._limit :] if at > now - 1]
        if len(lately) >= self._limit or (self._per_chat and chat_id in lately):
            self.refused += 1
            raise TelegramRetryAfter(method, "Too Many Requests", 1)
        self.taken.append((now, chat_id, method.__api_method__))
        await self._pass(self._random.uniform(0.06, 0.15))
        return Response(ok=True, result=True)

    async def _pass(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        left = self._still - asyncio.get_running_loop().time() % STILL_EVERY
        if left > 0:
            await asyncio.sleep(left)
