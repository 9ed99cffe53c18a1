"""A teacher is warned of an event at the same hour, of children who are too young, of a trade that needs a thought."""

from datetime import timedelta

import pytest

from content.professions import catalogue
from content.trades import needs_thought
from db.work import Database
from domain.guest_asking import MovePlan
from domain.guest_calendar import Skip
from domain.guest_warnings import Clash, Warned, is_for_older
from domain.guests import MINUTES, Application, Format
from domain.people import AgeBand
from domain.professions import ChosenProfession
from services.guest_free_days import GuestFreeDays
from services.guest_series import GuestSeries
from tests.services.visiting import Visiting, build_visiting, good


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


@pytest.mark.parametrize(
    ("profession", "thought"),
    [
        ("Сомелье", True),
        ("Мастер ритуальных услуг", True),
        ("ОХОТНИК", True),
        ("Тату-мастер", True),
        ("Палач", True),
        ("Стриптизёрша", True),
        ("Могильщик", True),
        ("Продавец сигарет", True),
        ("Бариста", False),
        ("Военный", False),
        ("Пекарь", False),
        ("Забойщик шахты", False),
        ("Электромонтёр", False),
    ],
)
def test_a_short_list_of_trades_needs_a_thought(profession: str, *, thought: bool) -> None:
    assert needs_thought(profession) is thought


def test_no_profession_of_the_catalogue_needs_a_thought() -> None:
    assert [card.name for card in catalogue().by_slug.values() if needs_thought(card.name)] == []


def test_children_may_be_younger_than_a_profession_is_told_from() -> None:
    assert is_for_older(AgeBand.Y6_7, AgeBand.Y4_5)
    assert not is_for_older(AgeBand.Y6_7, AgeBand.Y6_7)
    assert not is_for_older(AgeBand.Y5_6, AgeBand.G1_2)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_teacher_is_warned_until_the_answer_and_decides(sun: Visiting) -> None:
    opened = await sun.open(7, 8)
    event = await sun.publish(sun.host, starts_at=sun.at(7) + timedelta(minutes=10))
    diver = Application(ChosenProfession("Охотник"), frozenset({Format.TALK}))
    applied = await sun.take(sun.guest, opened.slots[0].id, diver)
    assert applied.visit is not None
    card = await sun.applications.visit(sun.host, applied.visit.id)
    assert card.warned == Warned((Clash(sun.at(7), event.title),), None, thought=True)
    assert (await sun.applications.visit(sun.guest, applied.visit.id)).warned == Warned()
    series = GuestSeries(sun.database, sun.clock, lambda *_: {})
    look = await series.look(sun.host, sun.organisation_id, sun.sun, [sun.at(7), sun.at(8)])
    assert [clash.at for clash in look.clashes] == [sun.at(7)]
    assert look.minutes in MINUTES.values()
    party = (sun.at(1) + timedelta(hours=7)).date()
    free = GuestFreeDays(sun.database, sun.clock)
    await free.add(sun.host, sun.organisation_id, sun.sun, party, party, "Утренник")
    by_hand = await series.look(sun.host, sun.organisation_id, sun.sun, [sun.at(day) for day in range(7)])
    assert {one.why for one in by_hand.unusual} >= {Skip.FREE, Skip.WEEKEND}
    agreed = good(await sun.visits.accept(sun.host, applied.visit.id, 1))
    assert agreed.warned == Warned(), "it has been decided"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_move_is_warned_of_events_and_of_the_same_trade_lately(sun: Visiting) -> None:
    before = await sun.confirmed(3)
    sun.clock.move_to(sun.at(3, 12))
    good(await sun.visits.held(sun.host, before.visit.id, 7))
    visit = await sun.taken(None, 20)
    free = (await sun.open(22)).slots[0]
    event = await sun.publish(sun.host, "party", starts_at=sun.at(22) + timedelta(minutes=10))
    options = await sun.moves.options(sun.host, visit.id)
    assert options.warned.clashes == (Clash(sun.at(22), event.title),)
    assert options.warned.lately == sun.at(3)
    assert await sun.moves.plan(sun.host, visit.id, free.id) == await sun.moves.plan_on(
        sun.host, visit.id, sun.at(22)
    )
    for to, clashes in ((sun.at(22), options.warned.clashes), (sun.at(23), ())):
        plan = await sun.moves.plan_on(sun.host, visit.id, to)
        assert isinstance(plan, MovePlan)
        assert (plan.warned.clashes, plan.warned.lately) == (clashes, sun.at(3))
    weekend = await sun.moves.plan_on(sun.host, visit.id, sun.at(26))
    assert isinstance(weekend, MovePlan)
    assert [one.why for one in weekend.warned.unusual] == [Skip.WEEKEND]
    good(await sun.move(visit.id, free.id))  # warned of, and not refused
    sun.clock.move_to(sun.at(3, 12) + timedelta(days=61))
    late = await sun.taken(await sun.adult(2), 80)
    assert (await sun.moves.options(sun.host, late.id)).warned.lately is None, "long ago"
