"""Whom an event is for: parents of its groups, who teaches them, partners, sets of people."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import insert, select, update

from db.audience import Audience
from db.models import MembershipRow, PersonSetMemberRow, PersonSetRow, TeachingRow
from db.work import Database
from domain.event_forms import FOR_PARENTS, Invitees
from domain.ids import GroupId, OrganisationId, PersonId, PersonSetId
from tests.db import families

TODAY = date(2026, 9, 7)


@dataclass(frozen=True)
class House:
    """A kindergarten with two groups and everybody who may be invited."""

    database: Database
    home: OrganisationId
    bears: GroupId
    people: dict[str, PersonId]
    set_id: PersonSetId

    async def invited(self, *groups: GroupId, author: str = "head", **invitees: object) -> set[str]:
        async with self.database.read() as reading:
            audience = reading.event_audiences.audience_of(
                self.home,
                groups,
                Invitees(**invitees),  # type: ignore[arg-type]  # named by the tests below
                today=TODAY,
                author=self.people[author],
            )
            return await self.names(audience)

    async def names(self, audience: Audience) -> set[str]:
        async with self.database.read() as reading:
            found = set((await reading.connection.execute(audience.people)).scalars())
        return {name for name, person_id in self.people.items() if person_id in found}


@pytest.fixture
async def house(database: Database) -> House:
    home, elsewhere = await families.organisation(database), await families.organisation(database)
    roles = {
        "head": "head",
        "bear's teacher": "teacher",
        "substitute": "teacher",
        "last week's": "teacher",
        "hare's teacher": "teacher",
        "psychologist": "psychologist",
        "fire station": "partner",
        "closed shop": "partner",
        "bear's mother": "parent",
        "hare's father": "parent",
    }
    people = {
        name: await families.member(database, home, 100 + number, role=role)
        for number, (name, role) in enumerate(roles.items())
    }
    people["stranger"] = await families.member(database, elsewhere, 200, role="teacher")
    bears = GroupId(await families.child_of(database, home, 1, people["bear's mother"]))
    hares = GroupId(await families.child_of(database, home, 2, people["hare's father"]))
    set_id = await families.add(
        database,
        PersonSetRow,
        organisation_id=home,
        name="Рабочая",
        sort_key="рабочая",
        created_at=families.LONG_AGO,
    )
    async with database.work() as work:
        of = {
            row.person_id: row.id
            for row in await work.connection.execute(select(MembershipRow.id, MembershipRow.person_id))
        }
        teaching = {"organisation_id": home, "starts_on": None, "ends_on": None}
        await work.connection.execute(
            insert(TeachingRow),
            [
                teaching | {"membership_id": of[people[name]], "group_id": group} | more
                for name, group, more in (
                    ("bear's teacher", bears, {}),
                    ("substitute", bears, {"starts_on": TODAY, "ends_on": TODAY}),
                    ("last week's", bears, {"starts_on": date(2026, 8, 31), "ends_on": date(2026, 9, 6)}),
                    ("hare's teacher", hares, {}),
                )
            ],
        )
        await work.connection.execute(
            insert(PersonSetMemberRow),
            [
                {"set_id": set_id, "membership_id": of[people[name]], "organisation_id": home}
                for name in ("head", "psychologist", "hare's father", "closed shop")
            ],
        )
        await work.connection.execute(
            update(MembershipRow)
            .where(MembershipRow.id == of[people["closed shop"]])
            .values(ended_at=families.LONG_AGO)
        )
    return House(database, home, bears, people, PersonSetId(set_id))


async def test_who_is_invited(house: House) -> None:
    bears, sets = house.bears, frozenset({house.set_id})
    teachers = {"bear's teacher", "substitute"}
    assert await house.invited(bears) == {"bear's mother"}
    assert await house.invited(bears, staff=True, parents=False) == teachers
    assert await house.invited(bears, staff=True) == {"bear's mother", *teachers}
    assert await house.invited(staff=True) == {*teachers, "last week's", "hare's teacher", "psychologist"}
    assert await house.invited(parents=False, partners=True) == {"fire station"}
    assert await house.invited(parents=False, set_ids=sets) == {"psychologist", "hare's father"}
    assert await house.invited(parents=False, set_ids=sets, author="psychologist") == {
        "head",
        "hare's father",
    }
    assert await house.invited(bears, staff=True, partners=True, set_ids=sets) == {
        "bear's mother",
        *teachers,
        "fire station",
        "psychologist",
        "hare's father",
    }
    assert await house.invited(bears, parents=False) == set()


async def test_the_author_is_told_as_a_parent_only(house: House) -> None:
    assert await house.invited(house.bears, staff=True, author="bear's teacher") == {
        "bear's mother",
        "substitute",
    }
    assert await house.invited(house.bears, staff=True, author="bear's mother") >= {"bear's mother"}


async def test_who_is_newly_invited(house: House) -> None:
    async with house.database.read() as reading:
        audiences = reading.event_audiences
        wide = Invitees(staff=True, partners=True)
        everybody, known = (
            audiences.audience_of(
                house.home, [house.bears], invitees, today=TODAY, author=house.people["head"]
            )
            for invitees in (wide, FOR_PARENTS)
        )
    assert await house.names(audiences.but(everybody, known)) == {
        "bear's teacher",
        "substitute",
        "fire station",
    }
