"""Two organisations for tests of the organisation's side: everybody has somebody, and there is a house next door."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from itertools import count

from sqlalchemy import func, select

from db.models import AuditRow, NoticeRow
from db.work import Database, Work
from domain.ids import ChildId, GroupId, OrganisationId, PersonId
from domain.people import Actor, AgeBand, Kinship, Membership, OrganisationKind, Role, Visitor
from services.cards import Cards
from services.exports import Exports
from services.families import Families
from services.groups import Groups
from services.invitations import Invitations
from services.organisations import Organisations
from services.partners import Partners
from services.sets import Sets
from services.staff import Staff
from services.teachings import Teachings

ZONE = "Asia/Novokuznetsk"
_accounts = count(5000)


@dataclass(slots=True)
class House:
    """«Солнышко» (0001–0004) with its teacher, «Лучики» (0005) with another; each role has one person."""

    database: Database
    organisation_id: OrganisationId
    sun: GroupId
    rays: GroupId
    children: tuple[ChildId, ...]
    people: dict[str, Actor]

    def __getitem__(self, who: str) -> Actor:
        return self.people[who]

    def role_of(self, who: str) -> Membership:
        """The only role of somebody."""
        return self.people[who].memberships[0]

    @property
    def organisations(self) -> Organisations:
        """Organisations."""
        return Organisations(self.database, self.database.clock)

    @property
    def staff(self) -> Staff:
        """Staff."""
        return Staff(self.database, self.database.clock)

    @property
    def invitations(self) -> Invitations:
        """Personal links."""
        return Invitations(self.database, self.database.clock)

    @property
    def teachings(self) -> Teachings:
        """Who answers for which group."""
        return Teachings(self.database, self.database.clock)

    @property
    def groups(self) -> Groups:
        """Groups."""
        return Groups(self.database, self.database.clock)

    @property
    def families(self) -> Families:
        """Families."""
        return Families(self.database, self.database.clock)

    @property
    def cards(self) -> Cards:
        """Cards and posters."""
        return Cards(self.database, self.database.clock)

    @property
    def partners(self) -> Partners:
        """Partners."""
        return Partners(self.database, self.database.clock)

    @property
    def sets(self) -> Sets:
        """Sets of people."""
        return Sets(self.database, self.database.clock)

    @property
    def exports(self) -> Exports:
        """Lists."""
        return Exports(self.database)

    async def reload(self, who: str) -> Actor:
        """The same person as the bot would see them at the next tap."""
        async with self.database.read() as reading:
            found = await reading.people.find_person(self.people[who].person_id)
        assert found is not None
        self.people[who] = replace(found, owner=self.people[who].owner)
        return self.people[who]

    async def add(
        self,
        who: str,
        role: Role,
        *,
        groups: tuple[GroupId, ...] = (),
        children: tuple[ChildId, ...] = (),
        kinship: Kinship = Kinship.PARENT,
        name: str | None = None,
        title: str | None = None,
    ) -> Actor:
        """One more person with a role in this organisation."""
        async with self.database.work() as work:
            person_id = await _write(
                work, self.organisation_id, role, groups, children, kinship=kinship, name=name, title=title
            )
            self.people[who] = await _load(work, person_id)
        return self.people[who]

    async def warm_up(self) -> None:
        """Open connections beforehand, so that what is done at once really is done at once on PostgreSQL."""
        async with AsyncExitStack() as opened:
            for _ in range(4):
                reading = await opened.enter_async_context(self.database.read())
                await reading.groups.active(self.organisation_id)

    async def notices(self, kind: str) -> list[int]:
        """Persons who will be told something of this kind."""
        table = NoticeRow.__table__
        async with self.database.read() as reading:
            rows = await reading.connection.execute(
                select(table.c.person_id).where(table.c.kind == kind).order_by(table.c.person_id)
            )
            return list(rows.scalars())


async def _write(
    work: Work,
    organisation_id: OrganisationId,
    role: Role | None,
    groups: tuple[GroupId, ...] = (),
    children: tuple[ChildId, ...] = (),
    *,
    kinship: Kinship = Kinship.PARENT,
    name: str | None = None,
    title: str | None = None,
) -> PersonId:
    account = next(_accounts)
    person_id = await work.people.create_person(Visitor("telegram", account, account), "ru")
    if role is None:
        return person_id
    membership = await work.people.open_membership(organisation_id, person_id, role, title=title)
    for group_id in groups:
        await work.people.teach(organisation_id, membership, group_id)
    for child_id in children:
        await work.people.bind_child(organisation_id, membership, child_id, kinship, at_most=4)
    if name is not None:
        await work.people.set_name(organisation_id, membership, name)
    return person_id


async def _load(work: Work, person_id: PersonId) -> Actor:
    found = await work.people.find_person(person_id)
    assert found is not None
    return found


async def audit(database: Database) -> list[str]:
    """Actions in the audit log, oldest first."""
    table = AuditRow.__table__
    async with database.read() as reading:
        rows = await reading.connection.execute(select(table.c.action).order_by(table.c.id))
        return list(rows.scalars())


async def footprint(database: Database) -> tuple[int, int]:
    """Lines of the audit log and notices: what a refusal must not change."""
    async with database.read() as reading:
        counted = [
            (await reading.connection.execute(select(func.count()).select_from(row))).scalar_one()
            for row in (AuditRow, NoticeRow)
        ]
    return counted[0], counted[1]


async def build_house(database: Database) -> House:
    """The organisation with everybody in it, and a neighbour's head."""
    async with database.work() as work:
        made = await work.organisations.create("Ромашка", OrganisationKind.KINDERGARTEN, ZONE)
        next_door = await work.organisations.create("Василёк", OrganisationKind.KINDERGARTEN, ZONE)
        sun = await work.groups.create(made.id, "Солнышко", "🐻", AgeBand.Y5_6)
        rays = await work.groups.create(made.id, "Лучики", "🦊", AgeBand.Y6_7)
        assert sun is not None
        assert rays is not None
        assert await work.organisations.take_numbers(made.id, 5) == 1
        await work.children.add(made.id, sun.id, 1, 4)
        await work.children.add(made.id, rays.id, 5, 1)
        listed = [await work.children.in_group(made.id, group.id) for group in (sun, rays)]
        children = tuple(child.id for group in listed for child in group)
        here = made.id
        ids = {
            "head": await _write(work, here, Role.HEAD),
            "methodist": await _write(work, here, Role.METHODIST),
            "psychologist": await _write(work, here, Role.PSYCHOLOGIST),
            "teacher": await _write(work, here, Role.TEACHER, (sun.id,)),
            "other-teacher": await _write(work, here, Role.TEACHER, (rays.id,)),
            "specialist": await _write(work, here, Role.SPECIALIST, title="логопед"),
            "parent": await _write(work, here, Role.PARENT, (), (children[0],)),
            "partner": await _write(work, here, Role.PARTNER, title="Пожарная часть № 3"),
            "owner": await _write(work, here, None),
            "stranger": await _write(work, here, None),
            "removed-teacher": await _write(work, here, Role.TEACHER, (sun.id,)),
            "other-head": await _write(work, next_door.id, Role.HEAD),
        }
        removed = await _load(work, ids["removed-teacher"])
        await work.people.end_membership(here, removed.memberships[0].id)
        people = {who: await _load(work, person_id) for who, person_id in ids.items()}
    people["owner"] = replace(people["owner"], owner=True)
    return House(database, here, sun.id, rays.id, children, people)
