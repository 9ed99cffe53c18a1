"""The bot as a process of its own, which may be killed at any moment."""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select, update

from db.models import EventPostRow, NoticeRow
from db.work import Database
from domain.clock import Clock
from domain.notices import NoticeKind, NoticeStatus
from sandbox.world import World
from scheduler.delivery.worker import ONCE
from tests.chaos.record import Record
from tests.scenarios.theatre import OWNER

ROOT = Path(__file__).parents[2]
START_SECONDS = 90.0
STOP_SECONDS = 15.0


class BotDied(AssertionError):
    """The bot ended though nobody killed it; the message ends with the last lines of its log."""


class BotProcess:
    """`python -m sandbox.bot` (watched) over one database: started, killed, started again."""

    def __init__(self, world: World, base: str, database_url: str, folder: Path, record: Record) -> None:
        assert record.finished is not None
        self._world = world
        self._record = record
        self._folder = folder
        self.log_file = folder / "bot.log"
        """Of all its lives; there from the first one on."""
        self._database = Database(database_url, Clock())
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("BOT_")},
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": world.token,
            "BOT_API_URL": base,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(folder / "data"),
            "OWNER_IDS": str(OWNER),
            "LOG_FORMAT": "json",
            "CHAOS_DIARY": str(record.finished.path),
        }
        self._process: asyncio.subprocess.Process | None = None
        self.up = asyncio.Event()
        """Set while the bot fetches updates."""
        self.kills = 0
        self.held = 0
        """Notices that were on their way (leased) when a process was killed, all kills together."""
        self._tries: set[tuple[int, int]] = set()
        """Each once, by the number of the try: what one kill has left is not the next one's."""
        self.held_once = 0
        """Of them, those of kinds that may come only once."""
        self.again = 0
        """Updates that were finished and not confirmed when a process was killed: they come again."""

    async def be_there(self) -> None:
        """Start it; it may have to stand by."""
        await self._be_born()

    async def start(self) -> None:
        """Start, and wait until it fetches updates."""
        polls = self._world.updates.poll
        await self._be_born()
        async with asyncio.timeout(START_SECONDS):
            while self._world.updates.poll == polls:
                self.check()
                await self._world.updates.changed.wait(0.5)
        self.up.set()

    def check(self) -> None:
        """Raises `BotDied` when the process has ended by itself."""
        if self._has_ended():
            tail = "\n".join(self.log_file.read_text().splitlines()[-15:])
            raise BotDied(tail)

    async def kill(self, *, down: bool) -> int:
        """SIGKILL; gives how many notices were on their way. `down`: it stays dead until all leases have lapsed."""
        self.check()
        self.up.clear()
        await self._die()
        held = await self._on_their_way()
        self.kills += 1
        self.held += held
        self.again += len(self._record.done - self._record.confirmed)
        if down:
            await self._let_real_time_pass()
        return held

    async def stop(self) -> int:
        """SIGTERM; gives the exit code."""
        assert self._process is not None
        self.up.clear()
        self._process.terminate()
        async with asyncio.timeout(STOP_SECONDS):
            return await self._process.wait()

    async def close(self) -> None:
        """Nothing of the bot is left running."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        await self._database.close()

    def log(self) -> list[str]:
        """What all the processes have logged, a JSON object a line."""
        return self.log_file.read_text().splitlines()

    async def _be_born(self) -> None:
        with self.log_file.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.chaos.watched_bot",
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=log,
            )

    def _has_ended(self) -> bool:
        return self._process is not None and self._process.returncode is not None

    async def _die(self) -> None:
        assert self._process is not None
        doomed, self._process = self._process, None
        doomed.send_signal(signal.SIGKILL)
        await doomed.wait()

    async def _on_their_way(self) -> int:
        async with self._database.read() as reading:
            leased = await reading.connection.execute(
                select(NoticeRow.id, NoticeRow.attempts, NoticeRow.kind).where(
                    NoticeRow.status == NoticeStatus.LEASED.value
                )
            )
            tries = {(row.id, row.attempts): NoticeKind(row.kind) for row in leased}
        new = tries.keys() - self._tries
        self._tries |= new
        self.held_once += sum(tries[one] in ONCE for one in new)
        return len(new)

    async def _let_real_time_pass(self) -> None:
        """Leases and rests are measured in real minutes: while nobody works, they are put into the past."""
        long_ago = datetime.fromtimestamp(0, UTC) + timedelta(days=1)
        async with self._database.work(claims=False) as work:
            for row in (NoticeRow, EventPostRow):
                await work.connection.execute(
                    update(row).where(row.leased_until.is_not(None)).values(leased_until=long_ago)
                )
