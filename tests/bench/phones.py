"""The other end of a bench of sending: looks at what Telegram took, changes its limits, taps buttons."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from subprocess import PIPE, Popen
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from sandbox.world.world import DEFAULT_TOKEN
from tests.bench.programs import ROOT
from tests.bench.telegram import HEAD

LOOK_SECONDS = 0.1
SENT, REFUSED, BLOCKED = 200, 429, 403


@dataclass(frozen=True, slots=True)
class Call:
    """A message as Telegram took or refused it."""

    chat_id: int
    code: int
    at: float


@dataclass(slots=True)
class Telegram:
    """One world of the crowded Telegram."""

    base: str
    session: ClientSession
    calls: list[Call] = field(default_factory=list)
    """Every message so far; `look` adds the new ones."""
    _seen: int = 0

    async def look(self) -> list[Call]:
        """All messages that somebody tried to put into a recipient's chat, in their order."""
        found = await self._ask("GET", f"calls?after={self._seen}&method=sendMessage&limit=200000")
        for call in found["calls"]:
            if int(call["chat_id"]) != HEAD:
                self.calls.append(Call(int(call["chat_id"]), int(call["code"]), float(call["real"])))
            self._seen = int(call["n"])
        return self.calls

    async def until(self, tried: int, seconds: float) -> bool:
        """Wait until so many people were told, or turned out to have blocked the bot; whether that came true."""
        return await self._until(lambda: len(self.reached(SENT, BLOCKED)) >= tried, seconds)

    async def until_sent(self, messages: int, seconds: float) -> bool:
        """Wait until so many messages were taken."""
        return await self._until(lambda: sum(call.code == SENT for call in self.calls) >= messages, seconds)

    def reached(self, *codes: int) -> set[int]:
        """Chats that a message ended in like this."""
        return {call.chat_id for call in self.calls if call.code in codes}

    async def limit(self, overall: float) -> None:
        """From now on so many messages a second."""
        await self._ask("POST", "limits", {"overall": overall})

    async def tap(self, person: int, data: str) -> float:
        """Milliseconds until a tapped button is answered and the message says what it should."""
        async with self.session.post(
            f"{self.base}/bench/tap", json={"person": person, "data": data}
        ) as answer:
            if answer.status != 200:
                raise RuntimeError(f"Nobody answered {data} of {person}: {answer.status}")
            return float((await answer.json())["ms"])

    async def warm_up(self) -> None:
        """Meet the first message: what the server makes once, and takes a third of a second, is made."""
        message = {
            "chat_id": HEAD,
            "text": "<b>…</b>",
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[{"text": "…", "callback_data": "…"}]]},
            "link_preview_options": {"is_disabled": True},
        }
        async with self.session.post(f"{self.base}/bot{DEFAULT_TOKEN}/sendMessage", json=message) as answer:
            answer.raise_for_status()

    async def _until(self, holds: Callable[[], bool], seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    await asyncio.sleep(LOOK_SECONDS)
                    await self.look()
        except TimeoutError:
            return False
        return True

    async def _ask(self, verb: str, path: str, body: dict[str, Any] | None = None) -> Any:
        async with self.session.request(verb, f"{self.base}/sim/{path}", json=body) as answer:
            answer.raise_for_status()
            return await answer.json()


@contextmanager
def serving(people: int, *ports: int) -> Iterator[None]:
    """A process that plays Telegram on each port."""
    command = [sys.executable, "-m", "tests.bench.telegram", "--people", str(people), *map(str, ports)]
    child = Popen(command, cwd=ROOT, stdout=PIPE, text=True)
    try:
        assert child.stdout is not None
        if not child.stdout.readline():
            raise RuntimeError("The Telegram of the bench ended; its error stands above.")
        yield
    finally:
        child.terminate()
        child.communicate()


@asynccontextmanager
async def telegrams(people: int, *ports: int) -> AsyncIterator[list[Telegram]]:
    """So many worlds in one process, one for each port."""
    with ExitStack() as stack:
        await asyncio.to_thread(stack.enter_context, serving(people, *ports))
        async with ClientSession(timeout=ClientTimeout(total=120)) as session:
            made = [Telegram(f"http://127.0.0.1:{port}", session) for port in ports]
            for one in made:
                await one.warm_up()
            yield made
