"""What the limiter learns from refusals of the sandbox's Telegram, where a call that comes too early prolongs them."""

import asyncio
import random
from collections import Counter
from itertools import count
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendMessage, TelegramMethod

from messenger.errors import LaneClosed
from messenger.limiter import Limiter, unasked
from sandbox.world import World
from tests.unit.telegram_second import in_no_time

RATE = 28
NO_BOT = cast(Bot, None)
FOUND_OUT = 20.0
RESTLESS = 5
"""The chat of somebody who taps all the time."""


class LimitedServer:
    """Counts as the sandbox does, on the loop's clock; answers after 60–150 ms."""

    def __init__(self) -> None:
        self._random = random.Random(3)
        self.limits = World.open().limits
        self.limits.now = lambda: asyncio.get_running_loop().time()
        self.calls: list[tuple[float, int, bool]] = []
        """When, into which chat, and whether it was refused."""

    async def __call__(self, bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        """One request: on its way, counted at the door, answered."""
        await asyncio.sleep(self._random.uniform(0, 0.01))
        chat_id = int(cast(SendMessage, method).chat_id)
        seconds = self.limits.refuse(chat_id, group=False)
        self.calls.append((asyncio.get_running_loop().time(), chat_id, seconds > 0))
        if seconds:
            raise TelegramRetryAfter(method, "Too Many Requests", seconds)
        await asyncio.sleep(self._random.uniform(0.06, 0.15))
        return Response(ok=True, result=True)

    def refused(self, since: float, until: float) -> float:
        """The part of the calls between these moments that was refused."""
        codes = Counter(refused for at, _, refused in self.calls if since <= at < until)
        return codes[True] / codes.total()

    def sent(self, since: float, until: float) -> float:
        """Messages a second between these moments."""
        return sum(since <= at < until and not refused for at, _, refused in self.calls) / (until - since)


class Story:
    """A broadcast without end, and people who tap meanwhile."""

    def __init__(self, overall: float) -> None:
        self.server = LimitedServer()
        self.server.limits.change({"enforce": True, "overall": overall})
        self._limiter = Limiter(RATE)
        self._people = count(1_000)
        self._loop = asyncio.get_running_loop()
        self.begun = self._loop.time()

    async def run(self, seconds: float) -> None:
        """Sixteen messages in work at once, for so long."""
        async with asyncio.TaskGroup() as tasks:
            for _ in range(16):
                tasks.create_task(self._tell(self._loop.time() + seconds))

    async def taps(self, number: int) -> list[float]:
        """So many people tap, one every half a second whether the others were answered; how long each of them waits."""
        async with asyncio.TaskGroup() as tasks:
            waiting = []
            for _ in range(number):
                waiting.append(tasks.create_task(self.tap(next(self._people))))
                await asyncio.sleep(0.5)
        return [tap.result() for tap in waiting]

    async def tap(self, chat_id: int) -> float:
        """Answer somebody; how long that person waits."""
        began = self._loop.time()
        await self._limiter(self.server, NO_BOT, SendMessage(chat_id=chat_id, text="…"))
        return self._loop.time() - began

    async def _tell(self, until: float) -> None:
        while self._loop.time() < until:
            try:
                with unasked():
                    await self._limiter(
                        self.server, NO_BOT, SendMessage(chat_id=next(self._people), text="…")
                    )
            except TelegramRetryAfter as refused:
                await asyncio.sleep(refused.retry_after)
            except LaneClosed as closed:
                await asyncio.sleep(closed.seconds)


@pytest.mark.parametrize("overall", [20, 10])
def test_a_lower_limit_is_found_out_while_people_tap(overall: int) -> None:
    async def story() -> None:
        told = Story(overall)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(told.run(60))
            tapping = tasks.create_task(told.taps(110))
        settled, end = told.begun + FOUND_OUT, told.begun + 60
        assert told.server.refused(settled, end) < 0.01
        assert told.server.sent(settled, end) >= 0.8 * overall
        assert sorted(tapping.result())[55] < 0.2
        assert max(tapping.result()) < 5

    in_no_time(story())


def test_a_limit_that_changes_in_flight_is_found_out_again() -> None:
    async def story() -> None:
        told = Story(30)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(told.run(70))
            tasks.create_task(told.taps(120))
            await asyncio.sleep(10)
            told.server.limits.change({"overall": 15})
            await asyncio.sleep(40)
            told.server.limits.change({"overall": 30})
        falls, rises = told.begun + 10, told.begun + 50
        assert told.server.refused(told.begun, falls) == 0
        assert told.server.refused(falls + FOUND_OUT, rises) < 0.01
        assert told.server.refused(rises, told.begun + 70) == 0

    in_no_time(story())


def test_somebody_who_taps_all_the_time_holds_nobody_up() -> None:
    async def story() -> None:
        told = Story(30)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(told.run(30))
            waits = [await told.tap(RESTLESS) for _ in range(20)]
        refused = {chat_id for _, chat_id, was_refused in told.server.calls if was_refused}
        assert refused == {RESTLESS}
        assert told.server.sent(told.begun, told.begun + 30) >= 0.98 * RATE - len(waits) / 30
        assert max(waits) < 5

    in_no_time(story())
