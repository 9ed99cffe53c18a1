"""Guests and quizzes in a storm: several want one date, children play, a wave is closed; nothing lost or doubled."""

import asyncio
from collections import Counter
from collections.abc import Callable

from sqlalchemy import func, select

from db.models import AttemptRow, GuestVisitRow, NoticeRow, WaveRow
from db.models.base import table
from domain.clock import MovableClock
from domain.notices import NoticeStatus
from tests.chaos import invariants
from tests.chaos.conftest import TOLD, Battlefield
from tests.chaos.core_story import House, quizzing, settle, visiting
from tests.chaos.guest_invariants import check_guests
from tests.chaos.invariants import Gone, Rows
from tests.chaos.news import check_news
from tests.chaos.quiz_invariants import check_nothing_after_closing, check_quizzes
from tests.chaos.weather import Weather, storm
from tests.conftest import START

NOBODY_GONE = Gone(frozenset(), frozenset())
DRAIN_SECONDS = 60.0
KILLS = 6
"""In each of the two storms."""
BETWEEN_KILLS = (10, 90)
"""Calls of the bot."""


async def test_guests_and_quizzes_in_the_storm(
    field: Battlefield, record_property: Callable[[str, object], None]
) -> None:
    """Dates and a wave are opened, guests come and go, children play; then calm, and a look."""
    world, bot = field.world, field.bot
    house = await settle(field.stage, world, bot, field.record, field.rng, field.database.url)
    weather = Weather(field.stage, world, bot, field.rng, between=BETWEEN_KILLS)
    await field.stage.call("POST", "limits", {"latency_ms": [0, 60]})

    await storm(weather, KILLS, *visiting(house))
    await _drained(field)
    check_guests(await invariants.read_rows(field.database), field.record)
    closed: list[Rows] = []
    await storm(weather, KILLS, *quizzing(house), _looks_at_the_closing(field, house, closed))
    await field.stage.call("POST", "limits", {"latency_ms": [0, 0]})
    await _drained(field)
    assert await bot.stop() == 0

    rows = await invariants.read_rows(field.database)
    changes, answers = check_all(rows, closed[0], field)
    more = check_news(rows, field.record)
    visits = Counter(row["status"] for row in rows.of(GuestVisitRow))
    attempts = Counter(row["status"] for row in rows.of(AttemptRow))
    record_property(
        TOLD,
        f"{len(field.record.updates)} updates, visits {dict(visits)} in {changes} changes, "
        f"attempts {dict(attempts)} with {answers} answers, {bot.kills} kills, {bot.again} updates that came again "
        f"after they were finished, {bot.held} notices on their way at the kills, "
        f"{weather.unanswered} calls carried out without an answer, second copies {more}",
    )
    assert sum(more.values()) <= bot.held + weather.unanswered
    assert changes, "this storm says nothing about guests"
    assert answers, "this storm says nothing about quizzes"
    assert bot.again > 0, "this storm says nothing about what comes again"


def check_all(rows: Rows, at_closing: Rows, field: Battlefield) -> tuple[int, int]:
    """Every invariant of guests and quizzes; gives changes of visits, and answers."""
    changes = check_guests(rows, field.record)
    answers = check_quizzes(rows, field.record)
    check_nothing_after_closing(at_closing, rows)
    invariants.check_updates(rows, field.record, NOBODY_GONE)
    invariants.check_notices(rows, NOBODY_GONE, MovableClock(START))
    invariants.check_log(field.bot.log())
    return changes, answers


async def _looks_at_the_closing(field: Battlefield, house: House, closed: list[Rows]) -> None:
    """Everything as it is the moment after the wave was closed."""
    await house.closing.wait()
    status = select(func.count()).where(table(WaveRow).c.closed_at.is_not(None))
    while True:
        async with field.database.read() as reading:
            if (await reading.connection.execute(status)).scalar_one():
                break
        await field.world.events.happened.wait(0.02)
    closed.append(await invariants.read_rows(field.database))


async def _drained(field: Battlefield) -> None:
    """Wait until nothing that is due is left to be sent."""
    waiting = [NoticeStatus.QUEUED.value, NoticeStatus.RETRY.value, NoticeStatus.LEASED.value]
    left = select(func.count()).where(NoticeRow.status.in_(waiting), NoticeRow.due_at <= START)
    async with asyncio.timeout(DRAIN_SECONDS):
        while True:
            async with field.database.read() as reading:
                if (await reading.connection.execute(left)).scalar_one() == 0:
                    break
            field.bot.check()
            await field.world.events.happened.wait(0.3)
    await field.stage.idle()
