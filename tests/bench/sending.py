"""Announcements to many: the full bot beside a naive loop and a published library; what comes of a kill −9.

All of them talk to the same Telegram, at the same time: 30 messages a second, 60–150 ms a call, three people in a
hundred have blocked the bot.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from db.work import Database
from domain.clock import Clock
from domain.notices import NoticeStatus
from sandbox.world.people import FIRST_PERSON
from sandbox.world.world import DEFAULT_TOKEN
from scheduler.delivery.worker import IN_FLIGHT
from tests.bench.crowd import IN_EACH, Announcement, gather, put
from tests.bench.filled import create_databases
from tests.bench.phones import BLOCKED, LOOK_SECONDS, REFUSED, SENT, Call, Telegram, telegrams
from tests.bench.programs import OUR_RATE, ROOT, Program, Running, running, sending
from tests.bench.senders.naive import PAUSE_SECONDS
from tests.bench.telegram import HEAD, LATENCY_MS, TELEGRAMS_RATE, is_blocked

PORT = 18_300
"""Where Telegram is played; the bots listen fifty ports above."""
SQLITE = "sqlite+aiosqlite:///{folder}/{database}.sqlite3"
LONGEST = 900.0
WARM_UP = 2 * IN_EACH
"""People who are told of something else before: what is made once is made."""
UNSENT = (NoticeStatus.QUEUED, NoticeStatus.LEASED, NoticeStatus.RETRY)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of an announcement to so many people."""

    took: float
    """Seconds from the first call to the last."""
    calls: int
    refused: int
    lost: int
    twice: int

    @property
    def rate(self) -> float:
        """Calls a second."""
        return (self.calls - 1) / self.took if self.took else 0.0

    @property
    def floors(self) -> float:
        """How many times as long as Telegram's limit asks for."""
        return TELEGRAMS_RATE / self.rate if self.rate else 0.0


def told_of(calls: list[Call], people: range) -> Told:
    """Read off what Telegram took and refused of what was for these people."""
    calls = [call for call in calls if call.chat_id in people]
    sent = Counter(call.chat_id for call in calls if call.code == SENT)
    open_chats = [person for person in people if not is_blocked(person)]
    tried = [call for call in calls if call.code in (SENT, BLOCKED)]
    return Told(
        took=tried[-1].at - tried[0].at if tried else 0.0,
        calls=len(tried),
        refused=sum(call.code == REFUSED for call in calls),
        lost=sum(not sent[person] for person in open_chats),
        twice=sum(count - 1 for count in sent.values()),
    )


_one_bot, _one_start = asyncio.Lock(), asyncio.Lock()


class Sender(Protocol):
    """A way to send to many."""

    @property
    def name(self) -> str:
        """How the table calls it."""

    async def tell(self, telegram: Telegram, people: int, folder: Path, port: int, *, kill: bool) -> range:
        """Send to so many people; when it is to be killed, kill it after a third and start it again. Gives whom."""


@dataclass(frozen=True, slots=True)
class FullBot:
    """Outbox and worker of the bot: the head taps «Опубликовать сейчас»."""

    name: str
    url: str

    async def tell(self, telegram: Telegram, people: int, folder: Path, port: int, *, kill: bool) -> range:
        """Announce an event, after one to a few others; a started bot goes on by itself.

        Where the time counts, the bot of the other engine waits for its turn.
        """
        async with nullcontext() if kill else _one_bot:
            return await self._told(telegram, people, folder, port, kill=kill)

    async def _told(self, telegram: Telegram, people: int, folder: Path, port: int, *, kill: bool) -> range:
        url = await own_database(self.url, folder, f"sending{port}")
        few, announcement = await gather(url, WARM_UP, people)
        program = sending(port, telegram.base, url, folder)
        with ExitStack() as stack:
            database = Database(url, Clock())
            first = await started(stack, program)
            await telegram.tap(HEAD, few.publish)
            await _all_told(database, few)
            await telegram.tap(HEAD, announcement.publish)
            if kill:
                await telegram.until_sent(people // 3, LONGEST)
                first.process.kill()
                await started(stack, program)
            await _all_told(database, announcement)
            await database.close()
        return announcement.people


async def started(stack: ExitStack, program: Program) -> Running:
    """The program, running until the stack is unwound; one at a time, because starting takes a core."""
    async with _one_start:
        return await asyncio.to_thread(stack.enter_context, running(program))


async def _all_told(database: Database, announcement: Announcement) -> None:
    async with asyncio.timeout(LONGEST):
        while await put(database, announcement, *UNSENT):  # noqa: ASYNC110  # another process has no event
            await asyncio.sleep(LOOK_SECONDS)


@dataclass(frozen=True, slots=True)
class Script:
    """A program that sends, and is started again with the same words."""

    name: str
    module: str

    async def tell(self, telegram: Telegram, people: int, folder: Path, port: int, *, kill: bool) -> range:
        """Run it to its end."""
        whom = range(FIRST_PERSON, FIRST_PERSON + people)
        command = [sys.executable, "-m", f"tests.bench.senders.{self.module}", "--api", telegram.base]
        command += ["--token", DEFAULT_TOKEN, "--first", str(FIRST_PERSON), "--count", str(people)]
        command += ["--kept", str(folder / "kept.json")]
        child = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
        try:
            if kill:
                await telegram.until_sent(people // 3, LONGEST)
                child.kill()
                await child.wait()
                child = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
            async with asyncio.timeout(LONGEST):
                await child.wait()
        finally:
            if child.returncode is None:
                child.kill()
        return whom


async def measure(
    senders: Sequence[Sender], people: int, folder: Path, port: int, *, kill: bool
) -> list[Told]:
    """What comes of an announcement to so many people, by each of them, all at the same time."""
    ports = range(port, port + len(senders))
    async with telegrams(WARM_UP + people, *ports) as served, asyncio.TaskGroup() as tasks:
        told = [
            tasks.create_task(_told(sender, telegram, people, folder, port=port + 50 + number, kill=kill))
            for number, (sender, telegram) in enumerate(zip(senders, served, strict=True))
        ]
    return [task.result() for task in told]


async def _told(
    sender: Sender, telegram: Telegram, people: int, folder: Path, *, port: int, kill: bool
) -> Told:
    own = folder / f"{port}"
    own.mkdir()
    whom = await sender.tell(telegram, people, own, port, kill=kill)
    return told_of(await telegram.look(), whom)


async def own_database(url: str, folder: Path, name: str) -> str:
    """The address of an empty database of this name: a file in the folder, or one of a PostgreSQL server."""
    if url != SQLITE:
        await create_databases(url.format(database="postgres"), name)
    return url.format(folder=folder, database=name)


def full_bots(postgres: str) -> list[FullBot]:
    """The full bot on both engines."""
    return [
        FullBot("full bot, SQLite", SQLITE),
        FullBot("full bot, PostgreSQL", postgres),
    ]


async def table(postgres: str, people: int, killed: int, folder: Path) -> str:
    """All senders to so many people, then to fewer with a kill (0: to nobody); as a table of Markdown."""
    others = [
        Script(f"naive loop of aiogram, sleep {PAUSE_SECONDS}", "naive"),
        Script(f"aiogram-broadcaster {version('aiogram-broadcaster')}", "broadcaster"),
    ]
    senders: list[Sender] = [*full_bots(postgres), *others]
    timed = await measure(senders, people, folder, PORT, kill=False)
    cut = await measure(senders, killed, folder, PORT + 10, kill=True) if killed else []
    lines = [
        "| sender | messages a second | × floor | of its set rate | 429 | lost | lost after a kill | twice after a kill |",
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for number, (sender, whole) in enumerate(zip(senders, timed, strict=True)):
        share = f"{whole.rate / OUR_RATE:.1%}" if isinstance(sender, FullBot) else ""
        ends = [str(end) for end in (cut[number].lost, cut[number].twice)] if cut else ["", ""]
        cells = (
            *(sender.name, f"{whole.rate:.1f}", f"{whole.floors:.2f}", share),
            *(str(whole.refused), str(whole.lost), *ends),
        )
        lines.append(f"| {' | '.join(cells)} |")
    lines.append(
        f"\nAn announcement to {people} people, three in a hundred of whom have blocked the bot, to a Telegram that takes "
        f"{TELEGRAMS_RATE} messages a second and answers after {LATENCY_MS[0]}–{LATENCY_MS[1]} ms; the bots one "
        f"after the other, the other senders meanwhile, each with a Telegram of its own. The floor is {people} / {TELEGRAMS_RATE} s; the bot is set to "
        f"{OUR_RATE} a second."
    )
    if killed:
        lines.append(
            f"The kill −9 comes after a third of an announcement to {killed}; then the sender is started again. The bot "
            f"has at most {IN_FLIGHT} messages in work, and those may come twice."
        )
    return "\n".join(lines)
