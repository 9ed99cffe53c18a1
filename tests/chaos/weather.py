"""Bad weather: faults without end, and kills at random points of the bot's conversation with Telegram."""

import asyncio
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from sandbox.stories.stage import Stage
from sandbox.world import World
from tests.chaos.bot_process import BotProcess

AT_ONCE = 3
"""Faults planned at the same time."""
BROKEN_OFF = frozenset({"cut_before", "cut_after", "server_error"})
"""Faults that leave open whether the call was carried out."""
LONGEST = 5.0
"""Seconds after which a kill comes even though the bot has been silent."""


@dataclass(slots=True)
class Weather:
    """Plans faults while a storm lasts."""

    stage: Stage
    world: World
    bot: BotProcess
    rng: random.Random
    unanswered: int = 0
    """Calls that were carried out and whose answer never came, by a fault."""
    unclear: int = 0
    """These, and calls that were not carried out and ended the same way: the bot cannot tell one from the other."""
    whose: dict[str, str] = field(default_factory=dict)
    """Which updates may come late or out of order. Typed answers to the questions of a form may not: Telegram
    keeps the order of a chat, and what was typed first answers the first question."""
    planned: dict[int, dict[str, Any]] = field(default_factory=dict)
    between: tuple[int, int] = (2, 25)
    """At least and at most so many calls of the bot lie between two kills."""

    async def blow(self) -> None:
        """A new fault every few calls, until cancelled."""
        while True:
            if len(self.world.faults.left()) < AT_ONCE:
                fault = self._any_fault()
                made = await self.stage.call("POST", "faults", fault)
                self.planned[made["ids"][0]] = fault
            await self._calls(self.rng.randint(3, 10), seconds=2.0)

    async def strike(self, kills: int, aim: Callable[[], bool] | None) -> None:
        """Kill the bot so many times, each time after a few more calls or in the middle of one; start it again.

        The first kill waits until `aim` says that what is to be struck has begun.
        """
        loop = asyncio.get_running_loop()
        for number in range(kills):
            while aim is not None and number == 0 and not aim():
                self.bot.check()
                await self.world.events.happened.wait(1.0)
            if aim is None or number > 0:
                await self._calls(self.rng.randint(*self.between), seconds=LONGEST)
            moment = asyncio.Event()
            loop.call_later(self.rng.uniform(0, 0.08), moment.set)
            await moment.wait()
            await self.bot.kill(down=self.rng.random() < 0.5)
            await self.bot.start()
            if number + 1 < kills:
                await self._confirm_nothing()

    async def _confirm_nothing(self) -> None:
        """What the bot has just fetched it cannot confirm for a while: the next kill makes all of it come again."""
        deaf = {"kind": "server_error", "method": "getUpdates", "count": 2}
        await self.stage.call("POST", "faults", deaf)

    async def clear(self) -> None:
        """The storm is over: what faults held back is let go; the bot finishes what there is."""
        left = {one["id"] for one in self.world.faults.left()}
        struck = [fault for number, fault in self.planned.items() if number not in left]
        self.unanswered += sum(
            fault["kind"] == "cut_after" or fault.get("accepted", False) for fault in struck
        )
        self.unclear += sum(
            fault["kind"] in BROKEN_OFF and fault.get("method") != "getUpdates" for fault in struck
        )
        self.planned.clear()
        await self.stage.call("DELETE", "faults")
        state = await self.stage.call("POST", "idle", {"timeout": 60})
        self.bot.check()
        assert state["idle"], f"the bot does not come to rest: {state}"

    def _any_fault(self) -> dict[str, Any]:
        rng = self.rng
        skip = rng.randint(0, 3)
        return rng.choice(
            (
                {"kind": "duplicate", "together": rng.random() < 0.5},
                {"kind": "duplicate", "update": "callback_query"},
                {"kind": "late", "delay": rng.randint(1, 3)} | self.whose,
                {"kind": "reorder", "size": rng.randint(2, 3)} | self.whose,
                {"kind": "cut_before", "skip": skip},
                {"kind": "cut_after", "skip": skip},
                {"kind": "cut_after", "skip": skip, "method": "sendMessage"},
                {"kind": "too_many_requests", "skip": skip, "retry_after": 1},
                {"kind": "server_error", "skip": skip, "code": rng.choice((500, 502, 504))},
                {"kind": "server_error", "skip": skip, "accepted": True},
                {"kind": rng.choice(("cut_before", "server_error")), "method": "getUpdates"},
            )
        )

    async def _calls(self, count: int, *, seconds: float) -> None:
        """Wait for so many more calls of the bot, or so long."""
        loop = asyncio.get_running_loop()
        end, wanted = loop.time() + seconds, self.world.calls.last + count
        while self.world.calls.last < wanted and (left := end - loop.time()) > 0:
            await self.world.calm.wait(left)


async def storm(
    weather: Weather, kills: int, *doings: Coroutine[Any, Any, None], aim: Callable[[], bool] | None = None
) -> None:
    """Let people do what they do in bad weather; afterwards it is calm, and everything said has been heard."""
    async with asyncio.TaskGroup() as tasks:
        blowing = tasks.create_task(weather.blow())
        striking = tasks.create_task(weather.strike(kills, aim))
        people = [tasks.create_task(doing) for doing in doings]
        await asyncio.gather(striking, *people)
        blowing.cancel()
    await weather.clear()
