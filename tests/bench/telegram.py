"""A Telegram with thousands of people for benches of sending: the sandbox, with its limits and its latency switched on.

`python -m tests.bench.telegram --people N PORT …` serves one world on each port, all of them alike, and says «ready».
"""

import argparse
import asyncio
import gc
import sys
import time
from typing import Any

from aiohttp import web

from sandbox.acts import taps
from sandbox.app import build_app
from sandbox.world import World
from sandbox.world.calls import Calls
from sandbox.world.people import FIRST_PERSON

LATENCY_MS = (60, 150)
TELEGRAMS_RATE = 30
ONE_BLOCKED_OF = 33
"""Three in a hundred have blocked the bot."""
PHONES = 3_000
"""So many of the first people have a message of the bot before them, which can be tapped."""
HEAD = FIRST_PERSON - 1
"""Who announces things."""
LONGEST_TAP = 60.0


def is_blocked(person: int) -> bool:
    """Whether this person has blocked the bot."""
    return person > HEAD and (person - FIRST_PERSON) % ONE_BLOCKED_OF == ONE_BLOCKED_OF - 1


class WatchedCalls(Calls):
    """The log of calls; whoever waits for a message to be changed is told."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[tuple[int | str | None, int | None], asyncio.Event] = {}

    def changed(self, chat_id: int, message_id: int) -> asyncio.Event:
        """Set as soon as this message says something else."""
        return self._waiting.setdefault((chat_id, message_id), asyncio.Event())

    def add(
        self,
        method: str,
        chat_id: int | str | None,
        code: int,
        description: str,
        at: float,
        real: float,
        message_id: int | None,
        content: int,
    ) -> None:
        """One call more."""
        super().add(method, chat_id, code, description, at, real, message_id, content)
        if (
            code == 200
            and method.startswith("edit")
            and (event := self._waiting.pop((chat_id, message_id), None))
        ):
            event.set()


class CrowdedWorld:
    """A world in which everybody has started the bot long ago."""

    def __init__(self, people: int) -> None:
        self._world = World.open()
        self._world.calls = self._calls = WatchedCalls()
        self._shown: dict[int, int] = {}
        for number in range(people + 1):
            person = HEAD + number
            self._world.people.add(
                f"Гость {number}", person_id=person, started=True, blocked=is_blocked(person)
            )
            if number <= PHONES:
                self._shown[person] = self._show(person)
        self._world.change_limits(
            {"enforce": True, "overall": TELEGRAMS_RATE, "latency_ms": list(LATENCY_MS)}
        )

    def app(self) -> web.Application:
        """The sandbox, and a door for taps that are measured."""
        app = build_app(self._world)
        app.router.add_post("/bench/tap", self.tap)
        return app

    async def tap(self, request: web.Request) -> web.Response:
        """`{person, data}` → milliseconds until the tap is answered and its message says something else."""
        wish: dict[str, Any] = await request.json()
        person = self._world.people.all[wish["person"]]
        message_id = self._shown[person.id]
        changed = self._calls.changed(person.id, message_id)
        begun = time.perf_counter()
        async with asyncio.timeout(LONGEST_TAP):
            tapped = {"data": wish["data"], "message_id": message_id, "wait": LONGEST_TAP}
            answer = await taps.tap(self._world, person, tapped)
            await changed.wait()
        took = (time.perf_counter() - begun) * 1000
        return web.json_response({"ms": took, "said": answer["text"]})

    def _show(self, person: int) -> int:
        chat = self._world.people.chats[person]
        message = self._world.messages.add(chat, self._world.bot.id, time.time(), {"text": "…"}, markup={})
        return message.id


async def serve(people: int, ports: list[int]) -> None:
    """Play Telegram until the end, without rounds of the collector: each would hold everybody's message up for 0.1 s."""
    gc.disable()
    for port in ports:
        runner = web.AppRunner(CrowdedWorld(people).app(), access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


def main() -> None:
    """Command line of the crowded Telegram."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("ports", type=int, nargs="+")
    given = parser.parse_args()
    asyncio.run(serve(given.people, given.ports))


if __name__ == "__main__":
    main()
