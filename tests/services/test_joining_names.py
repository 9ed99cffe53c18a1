"""A name is asked once in an organisation, and staff read it as soon as it is known (rule 9)."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from db.models import NoticeRow
from db.work import Database
from domain.clock import MovableClock
from domain.joining import Joined, RequestCard, Waiting
from domain.people import Membership, Role
from tests.services.doorstep import Doorstep, open_door

NAME = "Ольга Сергеевна"


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, names on."""
    opened = await open_door(database, tmp_path)
    await opened.names_on()
    return opened


async def _due(door: Doorstep) -> list[timedelta]:
    """In what time staff hear of newcomers."""
    async with door.database.read() as reading:
        found = await reading.connection.scalars(
            select(NoticeRow.due_at).where(NoticeRow.kind == "join-requested").order_by(NoticeRow.id)
        )
        return [due - door.database.clock.now() for due in found]


def _parent_of(memberships: tuple[Membership, ...]) -> Membership:
    return next(held for held in memberships if held.role is Role.PARENT)


async def test_staff_hear_of_a_newcomer_when_the_name_has_been_said(door: Doorstep) -> None:
    teacher = await door.staff(Role.TEACHER, door.sun)
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    assert await _due(door) == [timedelta(minutes=3)]
    await door.settings.name_self(waiting.actor, "Борис", waiting.request.id, waiting=True)
    assert await _due(door) == [timedelta()]
    [line] = (await door.requests.queue(teacher, door.organisation_id)).lines
    assert line.request.name == "Борис"


async def test_who_stays_without_a_name_is_told_of_at_once(door: Doorstep) -> None:
    await door.staff(Role.TEACHER, door.sun)
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    await door.settings.name_self(waiting.actor, None, waiting.request.id, waiting=True)
    assert await _due(door) == [timedelta()]


async def test_with_names_off_nobody_waits_for_one(door: Doorstep) -> None:
    await door.staff(Role.TEACHER, door.sun)
    async with door.database.work() as work:
        await work.organisations.change(door.organisation_id, personal_data=False)
    await door.become(door.visitor(), await door.qr())
    assert await _due(door) == [timedelta()]


async def test_a_name_does_not_break_quiet_hours(door: Doorstep, clock: MovableClock) -> None:
    await door.staff(Role.TEACHER, door.sun)
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    morning = clock.now() + timedelta(hours=9)
    async with door.database.work() as work:
        await work.connection.execute(update(NoticeRow).values(due_at=morning))
    await door.settings.name_self(waiting.actor, "Борис", waiting.request.id, waiting=True)
    assert (await _due(door))[-1] == timedelta(hours=9)


async def test_a_teacher_who_comes_as_a_parent_is_not_asked_again(door: Doorstep) -> None:
    visitor = door.visitor()
    teacher = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    await door.settings.name_self(teacher, NAME, teacher.memberships[0].id, waiting=False)
    joined = await door.become(visitor, await door.card(4))
    assert isinstance(joined, Joined)
    assert joined.membership.role is Role.PARENT
    assert joined.membership.name == NAME


async def test_a_known_name_stands_in_the_request_and_in_the_role_it_gives(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    visitor = door.visitor()
    teacher = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    await door.settings.name_self(teacher, NAME, teacher.memberships[0].id, waiting=False)
    waiting = await door.become(visitor, await door.qr(door.rays))
    assert isinstance(waiting, Waiting)
    assert waiting.request.name == NAME
    assert await _due(door) == [timedelta()]
    assert isinstance(await door.requests.approve(head, waiting.request.id, door.children[3]), RequestCard)
    assert _parent_of((await door.again(teacher)).memberships).name == NAME


async def test_a_name_of_another_organisation_stays_there(door: Doorstep, tmp_path: Path) -> None:
    next_door = await open_door(door.database, tmp_path)
    await next_door.names_on()
    visitor = door.visitor()
    teacher = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    await door.settings.name_self(teacher, NAME, teacher.memberships[0].id, waiting=False)
    joined = await next_door.become(visitor, await next_door.card(1))
    assert isinstance(joined, Joined)
    assert joined.membership.name is None
