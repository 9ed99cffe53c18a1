"""A kindergarten whose bot is killed at every step of what it does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from sqlalchemy import select

from db.models import NoticeRow, PersonRow
from db.models.base import Base, table
from db.work import Database
from domain.actions import Action
from domain.clock import MovableClock
from domain.ids import PersonId
from domain.notices import FINAL, NoticeDraft
from sandbox.app import build_app
from sandbox.stories.stage import Player, Stage
from sandbox.world import World
from tests.chaos.puppy import Kennel
from tests.chaos.record import Record, keep_record
from tests.conftest import START
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    printed_cards,
    published,
    teacher_of_a_new_group,
)

CHILDREN = 30
LONGEST_SECONDS = 30.0

Truth = Callable[[], Awaitable[None]]
"""Checks what must be true once the bot has come to rest."""
Doing = Callable[[int], Awaitable[Truth]]
"""Does it for the n-th time, without waiting for the bot."""


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A step of what a bot does, «before COMMIT», and its number."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a notice: how its row ended, and how many copies came."""

    status: str
    copies: int


@dataclass(slots=True)
class Doomed:
    """A head, a group of many children with their cards, an event, and a bot that lives in a kennel."""

    stage: Stage
    kennel: Kennel
    database: Database
    record: Record
    head: Player
    cards: list[str]

    async def at_every_step(self, kind: type[Action], act: Doing) -> list[str]:
        """Let it be done again and again, by bots that die one step later each, until one lives; gives where they died.

        What the dead one left behind is finished by the next: the update comes again.
        """
        await self.at_rest()
        deaths: list[str] = []
        truth: Truth | None = None
        while True:
            spare = frozenset({max(self.record.updates)}) if deaths else frozenset()
            await self.kennel.end()
            await self.kennel.live(action=kind, kill_at=len(deaths) + 1, spare=spare)
            if truth is not None:
                await self._stands(truth, deaths[-1])
            truth = await act(len(deaths))
            step = await self._fate()
            if step is None:
                break
            deaths.append(step)
        await truth()
        steps = self.kennel.steps()
        assert deaths == steps, f"died at {deaths}, lived through {steps}"
        return deaths

    async def at_rest(self) -> None:
        """A bot that counts nothing has finished whatever there is."""
        await self.kennel.fresh()
        await self.stage.idle()

    async def _fate(self) -> str | None:
        """The step at which the bot has died; None when it lives, and has nothing left to do."""
        async with asyncio.TaskGroup() as tasks:
            death = tasks.create_task(self.kennel.died())
            rest = tasks.create_task(self.stage.idle())
            await asyncio.wait({death, rest}, return_when=asyncio.FIRST_COMPLETED)
            death.cancel()
            rest.cancel()
        return None if death.cancelled() else death.result()

    async def _stands(self, truth: Truth, killed: str) -> None:
        await self.stage.idle()
        try:
            await truth()
        except AssertionError as broken:
            broken.add_note(f"killed {killed}")
            raise

    async def told_at_every_step(self, draft: NoticeDraft, chat: int) -> "dict[Step, Told]":
        """Let the notice be sent in peace, then once for each step of its sending; gives what came of each."""
        await self.kennel.end()
        peaceful = await self._tell(replace(draft, dedupe_key=f"{draft.dedupe_key}:0"), chat, None)
        assert peaceful == Told("sent", 1)
        steps = [Step(number, name) for number, name in enumerate(self.kennel.steps(), 1)]
        await self.kennel.end()
        told = {}
        for step in steps:
            told[step] = await self._tell(
                replace(draft, dedupe_key=f"{draft.dedupe_key}:{step.number}"), chat, step
            )
            await self.kennel.end()
        await self.kennel.live(counts=False)
        return told

    async def _tell(self, draft: NoticeDraft, chat: int, step: "Step | None") -> "Told":
        """Put the notice while no bot lives; the next one may die at a step, the one after it finishes."""
        async with self.database.work() as work:
            await work.outbox.put(draft)
        before = len(self.record.told(chat))
        await self.kennel.live(kill_at=None if step is None else step.number)
        if step is not None:
            assert await self.kennel.died() == step.name
            await self.kennel.let_leases_lapse()
            await self.kennel.live(counts=False)
        async with asyncio.timeout(LONGEST_SECONDS):
            while (status := await self._status(draft.dedupe_key)) not in FINAL:
                await self.kennel.world.events.happened.wait(0.1)
        return Told(status, len(self.record.told(chat)) - before)

    async def _status(self, dedupe_key: str) -> str:
        [status] = await self.column(NoticeRow, "status", dedupe_key=dedupe_key)
        return str(status)

    async def count(self, row: type[Base], **equal: object) -> int:
        """Rows of a table with these values."""
        return len(await self.column(row, "id", **equal))

    async def column(self, row: type[Base], name: str, **equal: object) -> list[object]:
        """A column of rows with these values, the oldest first."""
        columns = table(row).c
        query = select(columns[name]).order_by(*table(row).primary_key)
        for other, value in equal.items():
            query = query.where(columns[other] == value)
        async with self.database.read() as reading:
            return list((await reading.connection.execute(query)).scalars())

    async def person(self, player: Player) -> PersonId:
        """The number of somebody known."""
        [found] = await self.column(PersonRow, "id", chat_id=player.id)
        assert isinstance(found, int)
        return PersonId(found)


@asynccontextmanager
async def doomed_house(database_url: str, folder: Path, door: Path) -> AsyncIterator[Doomed]:
    """The house, made by taps, with a bot that counts nothing yet. `door` is the kennel's."""
    world = World.open()
    world.move_clock(START.timestamp(), frozen=True)
    record = keep_record(world)
    server = TestServer(build_app(world))
    await server.start_server()
    base = str(server.make_url("")).rstrip("/")
    database = Database(database_url, MovableClock(START))
    kennel = Kennel(world, base, database, folder, door)
    async with ClientSession() as session:
        try:
            await kennel.open()
            await kennel.live(counts=False)
            stage = Stage(session, base)
            head = await head_of_a_new_kindergarten(stage)
            teacher = await teacher_of_a_new_group(stage, head, children=CHILDREN)
            cards = await printed_cards(teacher)
            await published(teacher)
            yield Doomed(stage, kennel, database, record, head, cards)
        finally:
            await kennel.close()
            await database.close()
            world.stop_waiting()
            await server.close()


async def tap(player: Player, label: str) -> None:
    """Tap and do not wait: the bot may die meanwhile."""
    for message in reversed(await player.messages()):
        exact = next((one for one in message.labels if label in one), None)
        if exact is not None:
            body = {"message_id": message.id, "text": exact, "wait": 0}
            await player.stage.call("POST", f"people/{player.id}/tap", body)
            return
    raise AssertionError(f"{player.name} has no button «{label}»")
