"""Bounds at the door: four adults on a card, two teachers in a group, and a menu that does not ask for each line."""

import asyncio
from pathlib import Path

import pytest

from db.work import Database
from domain.joining import AlreadyIn, Invitation, Joined, Waiting
from domain.links import ADULTS_OF_A_CHILD, LinkKind
from domain.outcomes import Reason, Refused
from domain.people import Role
from locales import texts_for
from screens import joining as joining_screens
from screens.render import render
from tests.services.counting import counted
from tests.services.doorstep import Doorstep, only, open_door


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def test_of_six_adults_on_one_card_four_get_in(door: Doorstep) -> None:
    start = await door.card()
    outcomes = await asyncio.gather(*(door.become(door.visitor(), start) for _ in range(6)))
    assert len(only(outcomes, Joined)) == ADULTS_OF_A_CHILD
    assert only(outcomes, Refused) == [Refused(Reason.CARD_FULL)] * 2
    assert len(await door.column("persons", "id")) == ADULTS_OF_A_CHILD
    assert len(await door.column("consents", "id")) == ADULTS_OF_A_CHILD


async def test_nobody_reads_a_consent_for_a_card_that_is_full(door: Doorstep) -> None:
    start = await door.card()
    adults = [await door.parent(1) for _ in range(ADULTS_OF_A_CHILD)]
    assert await door.joining.look(None, start, "ru") == Refused(Reason.CARD_FULL)
    assert isinstance(await door.joining.look(adults[0], start, "ru"), AlreadyIn), "one of the four"
    await door.privacy.erase(adults[1])
    assert isinstance(await door.joining.look(None, start, "ru"), Invitation)


async def test_cards_printed_twice_do_not_add_seats(door: Doorstep) -> None:
    starts = [await door.card(1), await door.card(1)]
    outcomes = await asyncio.gather(*(door.become(door.visitor(), starts[n % 2]) for n in range(6)))
    assert len(only(outcomes, Joined)) == ADULTS_OF_A_CHILD
    assert len(await door.column("guardianships", "id")) == ADULTS_OF_A_CHILD


async def test_two_links_do_not_give_a_group_a_third_teacher(door: Doorstep) -> None:
    await door.staff(Role.TEACHER, door.sun)
    starts = [
        await door.link(LinkKind.STAFF, role=Role.TEACHER, group_ids=frozenset({door.sun})) for _ in range(3)
    ]
    outcomes = await asyncio.gather(*(door.accept(door.visitor(), start) for start in starts))
    joined = [one for one in outcomes if isinstance(one, Joined)]
    assert sorted(len(one.groups) for one in joined) == [0, 0, 1]
    assert sorted(len(one.membership.teaches) for one in joined) == [0, 0, 1]
    left_out = next(one for one in joined if not one.groups)
    assert "Группы у вас пока нет" in render(joining_screens.welcome(left_out), texts_for("ru")).text


async def test_requests_to_many_groups_cost_the_menu_no_statement_each(door: Doorstep) -> None:
    visitor = door.visitor()
    cost = []
    for group in (door.sun, door.rays):
        waiting = await door.become(visitor, await door.qr(group))
        assert isinstance(waiting, Waiting)
        with counted(door.database) as ran:
            state = await door.menu.look(waiting.actor)
        cost.append(len(ran))
    assert [line.group.id for line in state.waiting] == [door.sun, door.rays]
    assert cost[0] == cost[1]
