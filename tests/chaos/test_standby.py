"""Two processes on one PostgreSQL: one works, one stands by, and an announcement is going out when the first is lost."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from aiohttp.typedefs import Handler
from sqlalchemy import update
from sqlalchemy.engine import make_url

from db.models import NoticeRow
from domain.clock import Clock
from sandbox.api.server import BotApi
from sandbox.control import routes
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from scheduler.delivery.worker import IN_FLIGHT, LEASE
from tests.chaos import invariants
from tests.chaos.conftest import TOLD, Battlefield
from tests.chaos.forked_bot import ForkedBot
from tests.chaos.sending_invariants import check_sending
from tests.chaos.story import BREAD
from tests.chaos.village import Village, settle
from tests.chaos.wires import open_wire
from tests.postgres import embedded_at

Tell = Callable[[str, object], None]

ON_POSTGRES = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
HANDS_OVER_IN = 15.0
ADULTS = 120
ONCE = 40
AWAY = 3.0

_second: ContextVar[bool] = ContextVar("second", default=False)
"""Whether a call came to the door of the process that stood by."""


@dataclass(slots=True)
class Pair:
    """Two bots with a door each, and whose message was which."""

    battle: Battlefield
    first: ForkedBot
    second: ForkedBot
    sends: list[tuple[float, bool]]
    """When something was said, and whether the second one said it."""

    async def stands_by(self) -> None:
        """The second one is there, and may not work."""
        self.second.log_file.touch()
        await self.second.be_there()
        await self._says(self.second, "standing by")

    async def takes_over(self, since: float) -> float:
        """Seconds until the second one speaks."""
        async with asyncio.timeout(HANDS_OVER_IN + 30):
            while not any(second for at, second in self.sends if at >= since):
                self.second.check()
                await self.battle.world.events.happened.wait(0.2)
        return next(at for at, second in self.sends if second) - since

    def by_the_first(self, since: float) -> int:
        """What the first one said from some moment on."""
        return sum(at >= since for at, second in self.sends if not second)

    async def _says(self, bot: ForkedBot, words: str) -> None:
        async with asyncio.timeout(30):
            while not any(words in line for line in bot.log()):
                bot.check()
                await self.battle.world.events.happened.wait(0.1)


@pytest.fixture
async def pair(field: Battlefield, kennel_door: Path, tmp_path: Path) -> AsyncIterator[Pair]:
    """Both have one world and one database."""

    @web.middleware
    async def through_the_second_door(request: web.Request, handler: Handler) -> web.StreamResponse:
        _second.set(True)
        return await handler(request)

    app = web.Application()
    app.add_routes([*BotApi(field.world).routes(), *routes(field.world)])
    app.middlewares.append(through_the_second_door)
    server = TestServer(app)
    await server.start_server()
    folder = tmp_path / "second"
    folder.mkdir()
    base = str(server.make_url("")).rstrip("/")
    second = ForkedBot(field.world, base, field.database.url, folder, field.record, kennel_door)
    sends: list[tuple[float, bool]] = []
    add = field.world.messages.add

    def added(chat: Chat, sender: int, *more: Any, **rest: Any) -> Message:
        if sender == field.world.bot.id:
            sends.append((time.monotonic(), _second.get()))
        return add(chat, sender, *more, **rest)

    field.world.messages.add = added  # type: ignore[method-assign]  # the record of this test run
    try:
        yield Pair(field, field.bot, second, sends)
    finally:
        await second.close()
        await server.close()


async def _announced(village: Village) -> None:
    await village.tell_once(village.sun[:ONCE])
    await village.announce(BREAD, village.sunny.sun)
    await village.battle.stage.call("POST", "limits", {"latency_ms": [100, 200]})


async def _lapse(village: Village, lost: datetime) -> None:
    """What the first one held, and nobody holds now, is free: leases of forty real seconds need not be waited for."""
    long_ago = datetime.fromtimestamp(0, UTC) + timedelta(days=1)
    async with village.database.work(claims=False) as work:
        await work.connection.execute(
            update(NoticeRow).where(NoticeRow.leased_until <= lost + LEASE).values(leased_until=long_ago)
        )


async def _account(
    pair: Pair, village: Village, lost: datetime, held: int, told: str, record_property: Tell
) -> None:
    """All are told; what came twice, or is unknown, was on its way then."""
    await _lapse(village, lost)
    await village.drained()
    account = check_sending(await invariants.read_rows(pair.battle.database), pair.battle.record)
    record_property(TOLD, f"{account}; {told}")
    assert account.copies <= held
    assert account.unknown <= held


@ON_POSTGRES
async def test_the_working_process_is_killed(pair: Pair, record_property: Tell) -> None:
    """The other one goes on with the announcement."""
    async with settle(pair.battle, sun=ADULTS) as village:
        await _announced(village)
        await pair.first.start()
        await pair.stands_by()
        await village.going_out(20)
        village.bot = pair.second
        held = await pair.first.kill(down=False)
        lost, lost_at = time.monotonic(), Clock().now()
        took = await pair.takes_over(lost)
        await _account(pair, village, lost_at, held, f"taken over after {took:.1f} s", record_property)
        assert took < HANDS_OVER_IN


@ON_POSTGRES
async def test_the_connections_are_closed(pair: Pair, record_property: Tell) -> None:
    """First all but the lock's: the process goes on by itself. Then all: it stops at once, the other one goes on."""
    async with settle(pair.battle, sun=ADULTS) as village:
        await _announced(village)
        others = await _sessions(pair.battle)
        await pair.first.start()
        await pair.stands_by()
        await village.going_out(20)
        await _terminate(pair.battle, others, lock=False)
        await village.going_out(50)
        assert pair.by_the_first(0) == len(pair.sends), "it works on"
        village.bot = pair.second
        lost, lost_at = time.monotonic(), Clock().now()
        await _terminate(pair.battle, others, lock=True)
        took = await pair.takes_over(lost)
        assert await pair.first.ended() != 0
        after = pair.by_the_first(lost)
        said = f"taken over after {took:.1f} s, the first one said {after} more things"
        await _account(pair, village, lost_at, IN_FLIGHT, said, record_property)
        assert took < HANDS_OVER_IN
        assert after <= IN_FLIGHT


@ON_POSTGRES
async def test_the_wire_to_the_database_is_cut(pair: Pair, record_property: Tell) -> None:
    """Nobody answers and nobody hangs up: the process takes that for the end, the other one goes on."""
    async with settle(pair.battle, sun=ADULTS) as village, open_wire(pair.battle.database.url) as wire:
        await _announced(village)
        pair.first.settings["database_url"] = wire.url
        await pair.first.start()
        await pair.stands_by()
        await village.going_out(20)
        village.bot = pair.second
        lost, lost_at = time.monotonic(), Clock().now()
        wire.cut()
        took = await pair.takes_over(lost)
        assert await pair.first.ended() != 0
        after = pair.by_the_first(lost)
        said = f"taken over after {took:.1f} s, the first one said {after} more things"
        await _account(pair, village, lost_at, IN_FLIGHT, said, record_property)
        assert took < HANDS_OVER_IN
        assert after <= IN_FLIGHT


@ON_POSTGRES
async def test_the_server_is_restarted(pair: Pair, postgres_server: str, record_property: Tell) -> None:
    """It goes down like a machine without power and comes back: one of the two works then, whichever."""
    server = embedded_at(postgres_server)
    assert server is not None, "not a server that this test may take down"
    async with settle(pair.battle, sun=ADULTS) as village:
        await _announced(village)
        await _keep_what_is_committed(pair.battle)
        await pair.first.start()
        await pair.stands_by()
        await village.going_out(20)
        lost, lost_at = time.monotonic(), Clock().now()
        await asyncio.to_thread(server.crash)
        await asyncio.sleep(AWAY)
        said = len(pair.sends)
        back = time.monotonic()
        await asyncio.to_thread(server.start)
        assert await pair.first.ended() != 0
        assert pair.by_the_first(lost) <= IN_FLIGHT
        assert said == len(pair.sends)
        village.bot = pair.second
        for ours in (village.database, pair.battle.database):
            await ours.close()  # this test's own connections are gone, too
        took = await pair.takes_over(back)
        told = f"taken over {took:.1f} s after the server was back"
        await _account(pair, village, lost_at, IN_FLIGHT, told, record_property)
        assert took < HANDS_OVER_IN


async def _keep_what_is_committed(battle: Battlefield) -> None:
    """As servers do: ours may forget the last moments, which other tests never miss."""
    async with _looking(battle) as connection:
        name = await connection.fetchval("SELECT current_database()")
        await connection.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = on')


async def _sessions(battle: Battlefield) -> set[int]:
    """Who is connected with the database now."""
    async with _looking(battle) as connection:
        return {
            row["pid"]
            for row in await connection.fetch(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            )
        }


async def _terminate(battle: Battlefield, others: set[int], *, lock: bool) -> None:
    """The server ends the sessions of the process that works, that of its lock only if wanted; not those of `others`.

    Whoever stands by has one session, in which it asks for the lock and does not hold it.
    """
    async with _looking(battle) as connection:
        ended = await connection.fetch(
            """
            WITH holder AS (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted)
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid <> ALL($1)
            AND CASE WHEN pid IN (SELECT pid FROM holder) THEN $2 ELSE query NOT LIKE '%advisory_lock(%' END
            """,
            list(others),
            lock,
        )
    assert ended


@asynccontextmanager
async def _looking(battle: Battlefield) -> AsyncIterator[Any]:
    url = make_url(battle.database.url).set(drivername="postgresql")
    connection = await asyncpg.connect(url.render_as_string(hide_password=False))
    try:
        yield connection
    finally:
        await connection.close()
