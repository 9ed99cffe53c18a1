"""An announcement on its way in every kind of weather: whoever is to be told is told, and what may come once comes once."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import asyncpg
from sqlalchemy.engine import make_url

from tests.chaos import invariants
from tests.chaos.answering import Answering
from tests.chaos.conftest import TOLD, Battlefield
from tests.chaos.sending_invariants import check_sending
from tests.chaos.squalls import Squall
from tests.chaos.story import BREAD, FIRE
from tests.chaos.village import Village, settle
from tests.chaos.weather import Weather, storm
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import OWNER

Tell = Callable[[str, object], None]

KILLS = 4
REFUSALS = 8
COMFORTED = 3
LINES = 150
"""In the log of the seconds without room."""
SOME_CALLS = (15, 60)
"""Between two kills."""


async def _calm(village: Village, latency: tuple[int, int] = (0, 0)) -> None:
    await village.battle.stage.call("POST", "limits", {"latency_ms": list(latency)})


async def test_three_hundred_are_told_through_kills(field: Battlefield, record_property: Tell) -> None:
    """Killed again and again in bad weather, while some block the bot, some lose their role, one event is cancelled."""
    bot = field.bot
    async with settle(field, sun=160, rays=60) as village:
        await village.tell_once(village.sun[:30])
        bread = await village.announce(BREAD, village.sunny.sun)
        await village.tell_once(village.sun[30:80])
        fire = await village.announce(FIRE, village.sunny.rays)
        await village.post(bread)
        field.world.move_clock(frozen=False)  # a post that was refused waits by this clock
        await _calm(village, (40, 100))
        await bot.start()
        weather = Weather(field.stage, field.world, bot, field.rng, between=SOME_CALLS)
        answering = Answering(village, BREAD, village.sun[:6])

        over = asyncio.Event()

        async def changes() -> None:
            await village.going_out(40)
            await village.blocked(*village.sun[-6:-3])
            await village.removed(*village.sun[-3:])
            await village.until(lambda: len(village.told(FIRE)) >= 20)
            await village.cancel(fire)
            over.set()

        await storm(weather, KILLS, answering.until(over.is_set), changes())
        await bot.kill(down=True)  # leases of the last kill need not be waited for
        await _calm(village)
        await bot.start()
        await village.drained()
        assert await bot.stop() == 0

        rows = await invariants.read_rows(field.database)
        gone = village.sun[-6:]
        account = check_sending(rows, field.record, gone)
        answers = invariants.check_answers(rows, field.record, invariants.Gone(frozenset(), frozenset(gone)))
        invariants.check_log(bot.log())
        for late in village.lates:
            late.check(field.record)
        record_property(
            TOLD,
            f"{account}; {bot.kills} kills with {bot.held} notices on their way ({bot.held_once} of them may come only "
            f"once), {weather.unanswered} calls carried out without an answer, {answers} answers",
        )
        assert account.copies <= bot.held + weather.unanswered
        assert account.unknown <= bot.held_once + weather.unclear
        assert bot.held > 0, "this storm says nothing about kills"


@ON_SQLITE
async def test_a_squall_of_refusals(field: Battlefield, record_property: Tell) -> None:
    """Three sends in ten are refused for some seconds: nobody is told twice, nobody is forgotten, taps are served."""
    field.bot.settings["send_rate"] = 28
    squall = Squall(field.world, field.rng)
    async with settle(field, sun=90) as village:
        await village.tell_once(village.sun[:20])
        bread = await village.announce(BREAD, village.sunny.sun)
        await village.post(bread)
        squall.refuse(village.chat)
        await _calm(village, (20, 60))
        field.world.move_clock(frozen=False)
        await field.bot.start()
        answering = Answering(village, BREAD, village.sun[20:23])
        await village.going_out(10)
        squall.begin()
        await answering.until(lambda: squall.refused >= REFUSALS)
        squall.blows = False
        await village.drained()
        assert await field.bot.stop() == 0
        rows = await invariants.read_rows(field.database)
        account = check_sending(rows, field.record)
        answering.check(rows)
        invariants.check_log(field.bot.log())
        record_property(TOLD, f"{account}; {squall.refused} of {squall.asked} calls refused")
        assert (account.copies, account.unknown) == (0, 0), "refused is not sent"


async def test_another_program_holds_the_database(field: Battlefield, record_property: Tell) -> None:
    """For three seconds, then for longer than the bot waits: late, with a kind word at worst, but once."""
    async with settle(field, sun=120) as village:
        await village.tell_once(village.sun[:40])
        await village.announce(BREAD, village.sunny.sun)
        await _calm(village, (60, 120))
        await field.bot.start()
        answering = Answering(village, BREAD, village.sun[:5])
        over = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(answering.until(over.is_set))
            for seconds, at in ((3.0, 20), (7.0, 60)):
                await village.going_out(at)
                async with _held(field):
                    await asyncio.sleep(seconds)
            await village.drained()
            over.set()
        await field.stage.idle()
        assert await field.bot.stop() == 0
        rows = await invariants.read_rows(field.database)
        account = check_sending(rows, field.record)
        taps = answering.check(rows)
        record_property(
            TOLD, f"{account}; {taps} taps, {answering.comforted} of them answered by a kind word"
        )
        assert (account.copies, account.unknown) == (0, 0)


@asynccontextmanager
async def _held(field: Battlefield) -> AsyncIterator[None]:
    """Nobody else may write: SQLite's only writer is another program; on PostgreSQL it holds outbox and event."""
    url = make_url(field.database.url)
    if url.get_backend_name() == "sqlite":
        connection = sqlite3.connect(str(url.database), isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("COMMIT")
            connection.close()
        return
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    other = await asyncpg.connect(address)
    try:
        async with other.transaction():
            await other.execute("LOCK TABLE outbox IN EXCLUSIVE MODE")
            await other.execute("SELECT id FROM events FOR UPDATE")
            yield
    finally:
        await other.close()


@ON_SQLITE
async def test_the_disk_is_full(field: Battlefield, record_property: Tell) -> None:
    """Nothing new fits for some seconds: people get a kind word, the owner is told; then all is told, once."""
    bot = field.bot
    bot.alerts = True
    async with settle(field, sun=120) as village:
        await village.tell_once(village.sun[:40])
        await village.announce(BREAD, village.sunny.sun)
        _pack_tightly(field)
        await _calm(village, (60, 120))
        await bot.start()
        answering = Answering(village, BREAD, village.sun[:5])
        over = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(answering.until(over.is_set))
            await village.going_out(20)
            bot.surroundings.disk_full = True
            before = len(bot.log())
            # what fits into the last pages is still written: a tap meets the end of the disk when they are full
            await village.until(lambda: answering.comforted >= COMFORTED and field.record.told(OWNER))
            logged = len(bot.log()) - before
            bot.surroundings.disk_full = False
            await village.drained()
            over.set()
        await field.stage.idle()
        assert await bot.stop() == 0
        rows = await invariants.read_rows(field.database)
        account = check_sending(rows, field.record)
        taps = answering.check(rows)
        alerts = [one.words for one in field.record.told(OWNER)]
        record_property(
            TOLD,
            f"{account}; {taps} taps, {answering.comforted} of them answered by a kind word; "
            f"{logged} lines in the log while the disk was full",
        )
        assert (account.copies, account.unknown) == (0, 0)
        assert len(alerts) == 1, alerts
        assert "закончилось место" in alerts[0]
        assert logged < LINES, "it runs hot"


def _pack_tightly(field: Battlefield) -> None:
    """No page of the database has room to spare: a row that grows needs a new one."""
    database = sqlite3.connect(str(make_url(field.database.url).database), isolation_level=None)
    database.execute("VACUUM")
    database.close()


@ON_SQLITE
async def test_the_clock_jumps(field: Battlefield, record_property: Tell) -> None:
    """The machine's clock goes two hours and a day forth and back: none twice, nothing past its sense."""
    own = field.bot.surroundings
    async with settle(field, sun=100, rays=30) as village:
        await village.announce(BREAD, village.sunny.sun)
        await village.sunny.publish(
            village.teacher, FIRE, title=FIRE, group_ids=frozenset({village.sunny.rays}), days=0.25
        )
        await village.tell_once(village.rays)
        await _calm(village, (60, 120))
        await field.bot.start()

        async def jump(hours: int, unlucky: int) -> None:
            """And a call fails, so that its message rests until a moment by the wrong clock."""
            fault = {"kind": "server_error", "chat_id": village.sun[unlucky]}
            await field.stage.call("POST", "faults", fault)
            own.clock_is_off = timedelta(hours=hours)

        await village.going_out(15)
        await jump(2, 35)
        await village.going_out(40)
        await jump(-2, 60)
        await asyncio.sleep(2)
        silent_since = len(field.record.sent)
        await asyncio.sleep(1)
        assert len(field.record.sent) == silent_since, "nothing is due two hours earlier"
        await jump(0, 80)
        await village.going_out(65)
        await jump(24, 95)
        await village.until(lambda: len(field.record.told(village.rays[0])) > 0)
        own.clock_is_off = timedelta()
        await village.drained()
        assert await field.bot.stop() == 0
        rows = await invariants.read_rows(field.database)
        account = check_sending(rows, field.record, village.rays)
        record_property(TOLD, f"{account}")
        assert (account.copies, account.unknown) == (0, 0)
        assert village.told(FIRE) == [], "it was over by then"
