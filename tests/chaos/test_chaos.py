"""A day in a kindergarten, in a storm: faults without end, the bot killed at random points, nothing lost or doubled."""

import asyncio
from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from db.models import NoticeRow
from domain.clock import MovableClock
from domain.notices import NoticeStatus
from tests.chaos import invariants
from tests.chaos.conftest import TOLD, Battlefield
from tests.chaos.forked_bot import ForkedBot
from tests.chaos.invariants import INVITED, Gone
from tests.chaos.phones import Phone, Tap, Write
from tests.chaos.story import (
    BREAD,
    FIRE,
    TRAM,
    Kindergarten,
    announcing,
    approving,
    found,
    joining,
    publish,
    typing,
)
from tests.chaos.weather import Weather, storm
from tests.conftest import START

ZONE = ZoneInfo("Asia/Novokuznetsk")
EVENING = datetime.combine(START.astimezone(ZONE).date(), time(19, 5), tzinfo=ZONE)
DRAIN_SECONDS = 60.0


async def test_a_day_in_the_storm(field: Battlefield, record_property: Callable[[str, object], None]) -> None:
    """Joining, approving, announcing, answering, changing, cancelling; then calm, an evening summary, a look."""
    world, bot = field.world, field.bot
    await bot.start()
    garden = await found(field.stage, world, bot, field.rng)
    weather = Weather(field.stage, world, bot, field.rng)
    await field.stage.call("POST", "limits", {"latency_ms": [0, 60]})

    await storm(weather, 2, *joining(garden))
    rows = await invariants.read_rows(field.database)
    invariants.check_joining(rows, field.record)
    await storm(weather, 1, *approving(garden))
    silent_since = len(field.record.sent)
    await field.stage.call("POST", "limits", {"latency_ms": [30, 120]})
    weather.whose = {"update": "callback_query"}
    await storm(weather, 3, *announcing(garden), aim=partial(_broadcasting, field, silent_since))
    assert garden.blocker is not None
    assert garden.leaver is not None
    gone = Gone(frozenset({garden.blocker.person}), frozenset({garden.leaver.person}))
    silent_since = len(field.record.sent)

    await field.stage.call("POST", "limits", {"latency_ms": [0, 0]})
    await _half_typed_form(garden, bot)
    await _drained(field, START)
    await field.stage.call("POST", "clock", {"now": EVENING.timestamp()})
    await _drained(field, EVENING)
    assert await bot.stop() == 0

    rows = await invariants.read_rows(field.database)
    invariants.check_joining(rows, field.record)
    invariants.check_updates(rows, field.record, gone)
    taps = invariants.check_answers(rows, field.record, gone)
    invariants.check_events(rows, (BREAD, FIRE, TRAM))
    invariants.check_notices(rows, gone, MovableClock(EVENING))
    copies = invariants.check_arrivals(rows, field.record)
    invariants.check_log(bot.log())
    late = [one for one in field.record.sent[silent_since:] if one.chat_id in gone.blocked | gone.left]
    assert not late, late
    assert len(rows.erased) == 1
    assert garden.leaver.person not in rows.person
    record_property(
        TOLD,
        f"{len(field.record.updates)} updates, {taps} answers, {bot.kills} kills, "
        f"{bot.again} updates that came again after they were finished, "
        f"{bot.held} notices on their way at the kills, {weather.unanswered} calls carried out without an answer, "
        f"second copies {copies}",
    )
    assert sum(copies.values()) <= bot.held + weather.unanswered
    assert bot.again > 0, "this storm says nothing about what comes again"


def _broadcasting(field: Battlefield, since: int) -> bool:
    """Whether invitations are going out."""
    return any(INVITED[0] in one.words for one in field.record.sent[since:])


async def _half_typed_form(garden: Kindergarten, bot: ForkedBot) -> None:
    """A third event is being typed when the bot is killed: the next word is the answer to the next question.

    This time the whole program starts anew, with imports, migrations and commands.
    """
    teacher = garden.teacher
    ways = typing(TRAM, Tap("Опубликовать"))
    await teacher.go(("Какого числа",), Write("/menu"), ways)
    await bot.kill(down=True)
    bot.whole = True
    await bot.start()
    await teacher.act(Write("в пятницу в 9:30"))
    assert await teacher.until(lambda: _asks(teacher, "Где встречаемся"), 30.0)
    await publish(teacher, TRAM, garden.rng)
    await garden.stage.idle()


def _asks(phone: Phone, question: str) -> bool | None:
    newest = phone.newest()
    return (newest is not None and question in newest.words) or None


async def _drained(field: Battlefield, now: datetime) -> None:
    """Wait until nothing that is due by `now` is left to be sent."""
    waiting = [NoticeStatus.QUEUED.value, NoticeStatus.RETRY.value, NoticeStatus.LEASED.value]
    if now == EVENING:
        waiting.append(NoticeStatus.SUMMARY.value)
    left = select(func.count()).where(NoticeRow.status.in_(waiting), NoticeRow.due_at <= now)
    async with asyncio.timeout(DRAIN_SECONDS):
        while True:
            async with field.database.read() as reading:
                if (await reading.connection.execute(left)).scalar_one() == 0:
                    break
            field.bot.check()
            await field.world.events.happened.wait(0.3)
    await field.stage.idle()
