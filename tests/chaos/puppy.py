"""The test's side of the kennel: asks for a bot, knows whether it lives, and at which step it died."""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from db.models import NoticeRow
from db.work import Database
from domain.actions import Action
from sandbox.world import World
from tests.chaos.instruments import Diary
from tests.conftest import START
from tests.scenarios.theatre import OWNER

ROOT = Path(__file__).parents[2]
KILLED = -signal.SIGKILL
LIFE_SECONDS = 30.0
IMPORT_SECONDS = 240.0
"""In which a kennel has imported everything, also on a busy machine."""


class StillAlive(AssertionError):
    """The bot was to die at a step that it never took; the message names those it did take."""


@contextmanager
def open_kennel() -> Iterator[Path]:
    """The process that imports everything, for all tests of a run; gives its door. It learns while they prepare."""
    folder = Path(tempfile.mkdtemp(prefix="kennel"))  # the address of a socket must be short
    path = folder / "door"
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
        door.listen()
        number = door.fileno()
        command = [sys.executable, "-m", "tests.chaos.kennel", str(number)]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, pass_fds=(number,))
    try:
        yield path
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(folder)


@dataclass(slots=True)
class Kennel:
    """The way to the kennel for one world and one database; at most one bot lives in it at a time."""

    world: World
    base: str
    database: Database
    folder: Path
    door: Path
    settings: dict[str, object] = field(default_factory=dict)
    """Other settings for all bots of this world."""
    _lines: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    _pid: int | None = None
    _lives: int = 0
    _diary: Diary = field(default_factory=lambda: Diary(Path(os.devnull)))

    async def open(self) -> None:
        """Knock at the door, unless that was done."""
        if self._lines is None:
            self._lines = await asyncio.open_unix_connection(self.door)

    async def live(
        self,
        *,
        kill_at: int | str | None = None,
        action: type[Action] | None = None,
        counts: bool = True,
        spare: frozenset[int] = frozenset(),
        claims: bool = True,
        finished: Path | None = None,
        ticks: bool = False,
        follows: bool = False,
        weather: Path | None = None,
        alerts: bool = False,
    ) -> None:
        """A new bot, which dies at step `kill_at` (its number, or its name) of a tap on `action`, or of a notice when that is None.

        Updates that it has carried out to their end it notes in `finished`. Without `ticks` it does nothing
        unasked but to send what is in the outbox; its clock stands at `START` unless it `follows` the world's. What
        stands in the folder `weather` befalls its machine (`Surroundings`). With `alerts` its owner hears of errors.
        """
        assert self._lines is not None
        assert self._pid is None, "one at a time"
        self._lives += 1
        self._diary = Diary(self.folder / f"life-{self._lives}.txt")
        wanted = {
            "settings": {
                "bot_token": self.world.token,
                "bot_api_url": self.base,
                "database_url": self.database.url,
                "data_dir": str(self.folder / "data"),
                "owner_ids": str(OWNER),
                "send_rate": 0,
                **self.settings,
            },
            "now": START.isoformat(),
            "log": str(self.folder / "bot.log"),
            "diary": str(self._diary.path),
            "kill_at": kill_at,
            "action": None if action is None else action.code,
            "counts": counts,
            "spare": sorted(spare),
            "claims": claims,
            "finished": None if finished is None else str(finished),
            "ticks": ticks,
            "follows": follows,
            "alerts": alerts,
            "weather": None if weather is None else str(weather),
        }
        self._lines[1].write(json.dumps(wanted).encode() + b"\n")
        self._pid = await self._line(IMPORT_SECONDS if self._lives == 1 else LIFE_SECONDS)

    async def fresh(self) -> None:
        """A new bot that counts nothing and lives until it is killed."""
        await self.end()
        await self.live(counts=False)

    def steps(self) -> list[str]:
        """The steps that the newest bot took, the last of them the one it died at."""
        return self._diary.lines()

    async def died(self) -> str:
        """Wait until the bot has died by its own hand; gives the step at which it did."""
        try:
            code = await self._line()
        except TimeoutError:
            raise StillAlive(f"after {self.steps()}") from None
        self._pid = None
        assert code == KILLED, f"code {code}\n{self._tail()}"
        return self.steps()[-1]

    async def end(self) -> None:
        """Kill the bot from outside, wherever it is."""
        if self._pid is not None:
            os.kill(self._pid, signal.SIGKILL)
            assert await self._line() == KILLED, self._tail()
            self._pid = None

    @property
    def pid(self) -> int | None:
        """The number of the bot's process; None while none lives."""
        return self._pid

    async def stop(self) -> int:
        """Ask the bot to end (SIGTERM); gives its exit code."""
        assert self._pid is not None
        os.kill(self._pid, signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        """Wait until the bot has ended by itself; gives its exit code."""
        code = await self._line()
        self._pid = None
        return code

    async def close(self) -> None:
        """Nothing is left running."""
        if self._lines is None:
            return
        try:
            await self.end()
        finally:
            self._lines[1].close()
            await self._lines[1].wait_closed()
            self._lines = None

    async def let_leases_lapse(self) -> None:
        """Leases are measured in real minutes: while nobody works, they are put into the past."""
        assert self._pid is None
        past = datetime.fromtimestamp(0, UTC) + timedelta(days=1)
        async with self.database.work(claims=False) as work:
            await work.connection.execute(
                update(NoticeRow).where(NoticeRow.leased_until.is_not(None)).values(leased_until=past)
            )

    def log(self) -> list[str]:
        """What all the bots have logged, a JSON object a line."""
        return (self.folder / "bot.log").read_text().splitlines()

    async def _line(self, seconds: float = LIFE_SECONDS) -> int:
        assert self._lines is not None
        async with asyncio.timeout(seconds):
            line = await self._lines[0].readline()
        assert line, "the kennel is gone"
        return int(line)

    def _tail(self) -> str:
        return "\n".join(self.log()[-15:])
