"""A teacher is warned of an event at the same hour, of children who are too young, of a trade that needs a thought."""

from datetime import timedelta

import pytest

from content.trades import needs_thought
from db.work import Database
from domain.guest_warnings import Clash, Warned, is_for_older
from domain.guests import MINUTES, Application, Format
from domain.people import AgeBand
from domain.professions import ChosenProfession
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
        ("Пекарь", False),
        ("Забойщик шахты", False),
        ("Электромонтёр", False),
    ],
)
def test_a_short_list_of_trades_needs_a_thought(profession: str, *, thought: bool) -> None:
    assert needs_thought(profession) is thought


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
    agreed = good(await sun.visits.accept(sun.host, applied.visit.id, 1))
    assert agreed.warned == Warned(), "it has been decided"
