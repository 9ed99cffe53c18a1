"""A clock that follows the sandbox's: when that is moved, the bot does at once what is due by then."""

import asyncio
from datetime import UTC, datetime
from typing import Any, Protocol

from aiohttp import ClientError, ClientSession

from domain.clock import MovableClock

WAIT_SECONDS = 50
RETRY_SECONDS = 0.2


class Ticking(Protocol):
    """The part of the application that a moved clock concerns."""

    async def tick(self) -> None: ...


class Follower:
    """Keeps a clock where the sandbox's stands."""

    def __init__(self, session: ClientSession, base: str) -> None:
        self._session = session
        self._address = f"{base.rstrip('/')}/sim/clock"
        self._version = 0
        self._moved = asyncio.Condition()
        self.clock = MovableClock(running=True)

    async def catch_up(self) -> None:
        """Take over the time as it is now; waits until the sandbox is there."""
        await self._take_over(await self._ask({}))

    async def follow(self, app: Ticking) -> None:
        """Move with the sandbox's clock for as long as the bot runs."""
        while True:
            shown = await self._ask({"since": self._version, "wait": WAIT_SECONDS})
            if shown["version"] != self._version:
                await self._take_over(shown, app)

    async def settle(self) -> None:
        """Wait until the bot's clock shows what the sandbox's shows now, and what is due by then is done."""
        wanted = (await self._ask({}))["version"]
        async with self._moved:
            await self._moved.wait_for(lambda: self._version >= wanted)

    async def _take_over(self, shown: dict[str, Any], app: Ticking | None = None) -> None:
        self.clock.freeze(shown["frozen"])
        self.clock.move_to(datetime.fromtimestamp(shown["now"], UTC))
        if app is not None:
            await app.tick()
        async with self._moved:
            self._version = shown["version"]
            self._moved.notify_all()

    async def _ask(self, query: dict[str, int]) -> dict[str, Any]:
        while True:
            try:
                async with self._session.get(self._address, params=query) as answer:
                    answer.raise_for_status()
                    shown: dict[str, Any] = await answer.json()
                    return shown
            except (ClientError, TimeoutError, OSError):
                await asyncio.sleep(RETRY_SECONDS)
