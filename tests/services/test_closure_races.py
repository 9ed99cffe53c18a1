"""A group is closed at the very moment at which somebody plans something in it: one of the two comes first."""

import asyncio
from datetime import date, timedelta

import pytest

from db.models import GroupClosureRow
from db.work import Database
from domain.closure_views import ClosureCard, ClosurePlan, Stale
from domain.guest_views import Opened
from domain.outcomes import Reason, Refused
from domain.people import Role
from services.closures import Closures
from tests.services.test_guest_races import disagreements
from tests.services.visiting import Visiting, build_visiting

FIRST = date(2026, 9, 14)
WEEK = timedelta(days=7)
ROUNDS = 3


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def seen(sun: Visiting, days: tuple[date, date]) -> int:
    """What a teacher has looked at."""
    plan = await Closures(sun.database, sun.clock).preview(sun.host, sun.sun, days)
    assert isinstance(plan, ClosurePlan)
    return plan.seen


async def test_dates_are_open_or_the_group_is_closed_never_both(sun: Visiting) -> None:
    closures = Closures(sun.database, sun.clock)
    for round_ in range(ROUNDS):
        days = FIRST + WEEK * round_, FIRST + WEEK * round_ + timedelta(days=4)
        looked = await seen(sun, days)
        tuesday = sun.opening(8 + 7 * round_)
        closing = closures.close(sun.host, sun.sun, days, 0, looked)
        opening = sun.openings.open(sun.host, sun.organisation_id, tuesday, f"race{round_}")
        closed, opened = await asyncio.gather(*(closing, opening)[:: 1 - 2 * (round_ % 2)])
        if isinstance(closed, Opened | Refused) and not isinstance(opened, Opened):
            closed, opened = opened, closed
        if isinstance(closed, ClosureCard):
            assert isinstance(opened, Refused)
            assert opened.reason is Reason.GROUP_CLOSED
        else:
            assert isinstance(closed, Stale)
            assert isinstance(opened, Opened)


async def test_a_guest_has_the_day_or_it_is_closed(sun: Visiting) -> None:
    closures = Closures(sun.database, sun.clock)
    guests = await sun.crowd(ROUNDS)
    for round_, guest in enumerate(guests):
        days = FIRST + WEEK * round_, FIRST + WEEK * round_ + timedelta(days=4)
        opened = await sun.open(8 + 7 * round_)
        looked = await seen(sun, days)
        closed, applied = await asyncio.gather(
            closures.close(sun.host, sun.sun, days, 0, looked), sun.take(guest, opened.slots[0].id)
        )
        assert isinstance(closed, Stale if applied.visit is not None else ClosureCard)
        assert await disagreements(sun) == []


async def test_two_who_close_at_once_close_once_and_two_who_open_open_once(sun: Visiting) -> None:
    closures = Closures(sun.database, sun.clock)
    colleague = await sun.staff(Role.TEACHER, sun.sun)
    await sun.agreed(8)
    days = FIRST, FIRST + timedelta(days=4)
    looked = await seen(sun, days)
    cards = await asyncio.gather(
        *(closures.close(one, sun.sun, days, 0, looked) for one in (sun.host, colleague))
    )
    assert all(isinstance(card, ClosureCard) for card in cards)
    assert await sun.count(GroupClosureRow) == 1
    [first, _] = cards
    assert isinstance(first, ClosureCard)
    number = first.news.closure.id
    outcomes = await asyncio.gather(*(closures.reopen(one, number) for one in (sun.host, colleague)))
    assert sorted(isinstance(outcome, ClosureCard) for outcome in outcomes) == [False, True]
    assert await disagreements(sun) == []
