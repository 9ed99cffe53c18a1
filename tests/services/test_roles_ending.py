"""Whoever ends a role, the consent it rested on is withdrawn when nothing rests on it any more."""

from pathlib import Path

import pytest
from sqlalchemy import insert

from db.models import RsvpRow
from db.work import Database
from domain.joining import Waiting
from domain.outcomes import Refused
from domain.people import Actor, Membership, Role
from domain.privacy import Purpose
from services.families import Families
from services.partners import Partners
from services.staff import Staff
from tests.services.doorstep import Doorstep, open_door
from tests.services.eulampia import an_event


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def _standing(door: Doorstep, actor: Actor) -> set[Purpose]:
    async with door.database.read() as reading:
        consents = await reading.consents.of_person(actor.person_id)
    return {consent.purpose for consent in consents if consent.withdrawn_at is None}


def _role(actor: Actor, role: Role) -> Membership:
    return next(held for held in actor.memberships if held.role is role)


async def test_an_adult_unbound_by_staff_has_agreed_to_nothing_any_more(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    mother, father = await door.parent(1), await door.parent(1)
    families = Families(door.database, door.database.clock)
    await families.unbind(head, door.children[0], mother.memberships[0].id)
    assert await _standing(door, mother) == set()
    assert await _standing(door, father) == {Purpose.PARENT}


async def test_the_consent_stands_while_another_child_is_here(door: Doorstep) -> None:
    head, visitor = await door.staff(Role.HEAD), door.visitor()
    await door.parent(1, visitor)
    mother = await door.parent(2, visitor)
    families = Families(door.database, door.database.clock)
    await families.unbind(head, door.children[0], mother.memberships[0].id)
    assert await _standing(door, mother) == {Purpose.PARENT}
    await families.mark_left(head, door.children[1])
    assert await _standing(door, mother) == set()


async def test_the_consent_stands_while_a_request_waits(door: Doorstep) -> None:
    head, visitor = await door.staff(Role.HEAD), door.visitor()
    mother = await door.parent(1, visitor)
    assert isinstance(await door.become(visitor, await door.qr(door.rays)), Waiting)
    await Families(door.database, door.database.clock).unbind(
        head, door.children[0], mother.memberships[0].id
    )
    assert await _standing(door, mother) == {Purpose.PARENT}


async def test_answers_of_an_unbound_adult_go(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    mother, father = await door.parent(1), await door.parent(1)
    event = await an_event(door, head)
    async with door.database.work() as work:
        for adult in (mother, father):
            await work.connection.execute(
                insert(RsvpRow).values(
                    organisation_id=door.organisation_id,
                    event_id=event,
                    person_id=adult.person_id,
                    answer="alone",
                    answered_at=door.database.clock.now(),
                )
            )
    await Families(door.database, door.database.clock).unbind(
        head, door.children[0], mother.memberships[0].id
    )
    assert await door.column("rsvps", "person_id") == [father.person_id]


async def test_what_staff_entered_for_a_family_goes_with_the_child(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    await door.parent(1)
    event = await an_event(door, head)
    async with door.database.work() as work:
        for child in door.children[:2]:
            await work.connection.execute(
                insert(RsvpRow).values(
                    organisation_id=door.organisation_id,
                    event_id=event,
                    child_id=child,
                    answer="alone",
                    answered_at=door.database.clock.now(),
                )
            )
    await Families(door.database, door.database.clock).mark_left(head, door.children[0])
    assert await door.column("rsvps", "child_id") == [door.children[1]]


async def test_a_removed_teacher_who_is_a_parent_stays_a_parent(door: Doorstep) -> None:
    head, visitor = await door.staff(Role.HEAD), door.visitor()
    await door.parent(1, visitor)
    teacher = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    staff = Staff(door.database, door.database.clock)
    removed = await staff.remove(head, _role(teacher, Role.TEACHER).id)
    assert not isinstance(removed, Refused)
    assert await _standing(door, teacher) == {Purpose.PARENT}


async def test_who_keeps_another_role_of_the_staff_keeps_the_consent(door: Doorstep) -> None:
    head, visitor = await door.staff(Role.HEAD), door.visitor()
    await door.staff(Role.METHODIST, visitor=visitor)
    teacher = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    staff = Staff(door.database, door.database.clock)
    await staff.remove(head, _role(teacher, Role.TEACHER).id)
    assert await _standing(door, teacher) == {Purpose.STAFF}
    await staff.remove(head, _role(teacher, Role.METHODIST).id)
    assert await _standing(door, teacher) == set()


async def test_the_end_of_a_partnership_is_the_end_of_its_consent(door: Doorstep) -> None:
    head, partner = await door.staff(Role.HEAD), await door.partner()
    await Partners(door.database, door.database.clock).end(head, partner.memberships[0].id)
    assert await _standing(door, partner) == set()
    assert "Пекарня" not in await door.column("links", "title")  # «ИП Иванов» is a name
