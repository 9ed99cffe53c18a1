"""The bot as a process of its own, which can be killed, beside a sandbox in the test's process."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession
from aiohttp.test_utils import TestServer

from sandbox.app import build_app
from sandbox.world import World
from tests.children import ROOT, Child, Mother

PATIENCE = 90.0
"""Seconds for anything to happen on a machine that is busy with other things as well."""


@dataclass(slots=True)
class Process:
    """A running `python -m bot …`."""

    handle: asyncio.subprocess.Process | Child
    log: Path

    def kill(self) -> None:
        """As the power going off."""
        self.handle.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """As `systemctl stop`."""
        self.handle.send_signal(signal.SIGTERM)

    async def ended(self) -> int:
        """The exit code."""
        async with asyncio.timeout(PATIENCE):
            return await self.handle.wait()

    @property
    def told(self) -> str:
        """What it wrote."""
        return self.log.read_text()


@dataclass(slots=True)
class Town:
    """A sandbox, and bots that talk to it."""

    base: str
    session: ClientSession
    folder: Path
    database_url: str
    token: str
    mother: Mother
    processes: list[Process] = field(default_factory=list)

    async def sim(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """A call of the control API."""
        async with self.session.request(method, f"{self.base}/sim/{path}", json=body) as answer:
            assert answer.status < 400, await answer.text()
            return await answer.json()

    async def start(self, *command: str, **settings: str) -> Process:
        """`python -m bot run`, or another command, with this town's settings; its imports were done before."""
        log, environment = self._surroundings(settings)
        arguments = command or ("run",)
        return self._runs(
            await self.mother.bear("bot", *arguments, folder=self.folder, environment=environment, log=log),
            log,
        )

    async def start_afresh(self, **settings: str) -> Process:
        """`python -m bot run` in an interpreter of its own, which has imported nothing yet."""
        log, environment = self._surroundings(settings)
        with log.open("wb") as output:
            return self._runs(
                await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "bot", "run",
                    cwd=self.folder, env=environment, stdout=output, stderr=output,
                ),
                log,
            )  # fmt: skip

    def _surroundings(self, settings: dict[str, str]) -> tuple[Path, dict[str, str]]:
        """Where the next process writes to, and its environment."""
        own = {
            "BOT_TOKEN": self.token,
            "BOT_API_URL": self.base,
            "DATABASE_URL": self.database_url,
            "DATA_DIR": str(self.folder / "data"),
            "SEND_RATE": "0",
            **settings,
        }
        log = self.folder / f"process{len(self.processes)}.log"
        return log, {**os.environ, "PYTHONPATH": str(ROOT), **own}

    def _runs(self, handle: asyncio.subprocess.Process | Child, log: Path) -> Process:
        process = Process(handle, log)
        self.processes.append(process)
        return process

    async def people(self, count: int) -> list[int]:
        """So many new people."""
        return [(await self.sim("POST", "people", {"first_name": f"Гость {n}"}))["id"] for n in range(count)]

    async def answers(self, person: int) -> int:
        """How many messages of the bot a person has got."""
        told = await self.sim("GET", f"chats/{person}/messages?viewer={person}")
        return sum(1 for message in told["messages"] if message["from"]["is_bot"])

    async def health(self, port: int) -> dict[str, Any]:
        """What `/health` says; empty while nobody listens."""
        try:
            async with self.session.get(f"http://127.0.0.1:{port}/health") as answer:
                said: dict[str, Any] = await answer.json()
                return said
        except (ClientError, OSError):
            return {}


async def until(holds: Callable[[], Any], what: str, seconds: float = PATIENCE) -> None:
    """Look again and again, until it holds; the failure names what was waited for."""
    try:
        async with asyncio.timeout(seconds):
            while not await holds():  # noqa: ASYNC110  # another process has no event to wait for
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"not within {seconds:.0f} s: {what}") from None


@asynccontextmanager
async def town(database_url: str, folder: Path, mother: Mother) -> AsyncIterator[Town]:
    """A sandbox; whatever process is left at the end is killed. A test that fails shows what they wrote."""
    world = World.open()
    server = TestServer(build_app(world))
    await server.start_server()
    async with ClientSession() as session:
        opened = Town(
            str(server.make_url("")).rstrip("/"), session, folder, database_url, world.token, mother
        )
        try:
            yield opened
        except BaseException:
            for process in opened.processes:
                sys.stderr.write(f"--- {process.log.name}\n{process.told}\n")
            raise
        finally:
            for process in opened.processes:
                if process.handle.returncode is None:
                    process.kill()
                await process.ended()
            world.stop_waiting()
            await server.close()
