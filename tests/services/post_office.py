"""The delivery at work against the sandbox's Telegram over HTTP: a kindergarten, people with phones, a worker."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from sqlalchemy import select

from bot.delivery import Delivery, build_delivery
from bot.services import build_services
from bot.settings import Settings
from db.audience import Audience
from db.models import PersonRow
from db.work import Database
from domain.clock import MovableClock
from domain.ids import EventId, OrganisationId, PersonId
from domain.notices import Circular, NoticeKind
from messenger.limiter import Limiter
from messenger.uploads import Uploads
from sandbox.app import build_app
from sandbox.world import World
from tests.db import families

EVERYBODY = Audience(select(PersonRow.id))


@dataclass(slots=True)
class PostOffice:
    """One kindergarten. Chats have the numbers of their people."""

    database: Database
    clock: MovableClock
    world: World
    session: ClientSession
    base: str
    bot: Bot
    limiter: Limiter
    settings: Settings
    home: OrganisationId
    teacher: PersonId
    _numbers: int = 1_000
    _running: list[tuple[Delivery, asyncio.Task[None]]] = field(default_factory=list)

    async def family(self, *, started: bool = True, **values: Any) -> PersonId:
        """A parent with a child in a group of its own, whose chat is open unless said otherwise."""
        self._numbers += 1
        number = self._numbers
        person_id = await families.member(self.database, self.home, number, **values)
        await families.child_of(self.database, self.home, number, person_id)
        await self.phone(number, started=started)
        return person_id

    async def phone(self, number: int, *, started: bool = True) -> None:
        """An account of the messenger."""
        await self.sim("/people", id=number, first_name="Анна")
        if started:
            await self.sim(f"/people/{number}/start")

    async def event(self, *for_children_of: PersonId, **values: Any) -> EventId:
        """An event of the teacher for the groups of these people's children, two days ahead."""
        groups = [await self._group_of(person_id) for person_id in for_children_of]
        starts_at = values.pop("starts_at", None) or self.clock.now().replace(day=9, hour=3)
        return await families.event(self.database, self.home, self.teacher, starts_at, *groups, **values)

    async def announce(self, event_id: EventId, *people: PersonId, kind: NoticeKind | None = None) -> int:
        """Put a message about the event, to everybody when nobody is named."""
        circular = Circular(
            kind=kind or NoticeKind.EVENT_PUBLISHED,
            organisation_id=self.home,
            dedupe_key=f"{kind}:{event_id}",
            params={"event": event_id},
            subject=f"event:{event_id}",
        )
        async with self.database.work() as work:
            return await work.outbox.fan_out(circular, families.audience_of(people) if people else EVERYBODY)

    def delivery(self) -> Delivery:
        """A worker with its ticks, not running."""
        services = build_services(self.database, self.clock, self.settings)
        return build_delivery(self.database, self.clock, self.bot, self.limiter, services, Uploads())

    async def start(self, tasks: asyncio.TaskGroup) -> Delivery:
        """A running worker; it is stopped with the office."""
        delivery = self.delivery()
        self._running.append((delivery, tasks.create_task(delivery.worker.run())))
        await asyncio.sleep(0)  # the task begins
        return delivery

    async def close(self) -> None:
        """Stop what still runs."""
        for delivery, task in self._running:
            await delivery.stop()
            await asyncio.wait({task})

    async def heard(self, person_id: PersonId) -> list[dict[str, Any]]:
        """What stands in the person's chat from the bot."""
        number = await self.chat_of(person_id)
        async with self.session.get(f"{self.base}/sim/chats/{number}/messages") as answer:
            messages = (await answer.json())["messages"]
        return [message for message in messages if message["from"]["is_bot"] and not message["deleted"]]

    async def texts(self, person_id: PersonId) -> list[str]:
        """The texts of the same."""
        return [message.get("text", "") for message in await self.heard(person_id)]

    async def chat_of(self, person_id: PersonId) -> int:
        """The number of the person's chat."""
        async with self.database.read() as reading:
            found = await reading.connection.execute(
                select(PersonRow.chat_id).where(PersonRow.id == person_id)
            )
        return int(found.scalar_one())

    async def sim(self, path: str, /, **fields: Any) -> Any:
        """A request of the control API."""
        async with self.session.post(f"{self.base}/sim{path}", json=fields or None) as answer:
            result = await answer.json()
            assert answer.status == 200, result
            return result

    async def calls(self, method: str = "sendMessage") -> list[dict[str, Any]]:
        """Calls of the bot so far."""
        async with self.session.get(f"{self.base}/sim/calls", params={"method": method}) as answer:
            calls: list[dict[str, Any]] = (await answer.json())["calls"]
        return calls

    async def _group_of(self, person_id: PersonId) -> int:
        number = await self.chat_of(person_id)
        async with self.database.read() as reading:
            person = await reading.people.find_person(person_id)
        assert person is not None, number
        return person.memberships[0].children[0].group_id


@asynccontextmanager
async def open_office(
    database: Database, clock: MovableClock, folder: Path, *, rate: float = 0
) -> AsyncIterator[PostOffice]:
    """An office with its kindergarten and teacher; whatever was started is stopped at the end."""
    home = await families.organisation(database)
    teacher = await families.member(database, home, 1, role="teacher")
    world = World.open()
    world.move_clock(clock.now().timestamp(), frozen=True)
    server = TestServer(build_app(world))
    await server.start_server()
    base = str(server.make_url("")).rstrip("/")
    bot = Bot(world.token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    limiter = Limiter(rate)
    bot.session.middleware(limiter)
    settings = Settings(_env_file=None, data_dir=folder / "data")
    async with ClientSession() as session:
        office = PostOffice(database, clock, world, session, base, bot, limiter, settings, home, teacher)
        await office.phone(1)
        try:
            yield office
        finally:
            await office.close()
            await bot.session.close()
            world.stop_waiting()
            await server.close()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of September in the kindergarten's zone (UTC+7)."""
    return datetime(2026, 9, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


async def by(office: PostOffice, moment: datetime) -> None:
    """The clock is moved to the moment: every tick runs, what is due is sent."""
    office.clock.move_to(moment)
    async with asyncio.TaskGroup() as tasks:
        delivery = await office.start(tasks)
        await delivery.ticks.run_all()
        await delivery.stop()
