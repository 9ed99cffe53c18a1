"""A kindergarten with two groups for tests of events: a head, two teachers, families, a stranger next door."""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import func, select, update

from db.models import AuditRow, NoticeRow, RsvpRow
from db.models.base import Base
from db.work import Database
from domain.clock import MovableClock
from domain.events import Event, EventDraft
from domain.ids import ChildId, GroupId, OrganisationId, PersonId
from domain.notices import Notice
from domain.people import Actor, AgeBand, Kinship, OrganisationKind, Role, Visitor
from services.campaigns import Campaigns
from services.event_changes import EventChanges
from services.event_notices import EventNotices
from services.event_restoring import EventRestoring
from services.events import Events
from services.rsvp_entries import RsvpEntries
from services.rsvps import Rsvps
from services.seat_notices import SeatNotices
from services.seats import Seats

ZONE = "Asia/Novokuznetsk"


@dataclass(slots=True)
class Sunny:
    """Group «Солнышко» (0001–0004) with its teacher, group «Лучики» (0005–0006) with another."""

    database: Database
    organisation_id: OrganisationId
    sun: GroupId
    rays: GroupId
    children: list[ChildId] = field(default_factory=list)
    _accounts: int = 1000

    @property
    def events(self) -> Events:
        """What staff do with events."""
        return Events(self.database, self.database.clock)

    @property
    def changes(self) -> EventChanges:
        """What staff do with announced events."""
        return EventChanges(self.database, self.database.clock)

    @property
    def campaigns(self) -> Campaigns:
        """What is sent about them."""
        return Campaigns(self.database, self.database.clock)

    @property
    def restoring(self) -> EventRestoring:
        """Cancellations taken back."""
        return EventRestoring(self.database, self.database.clock)

    @property
    def rsvps(self) -> Rsvps:
        """Answers."""
        return Rsvps(self.database, self.database.clock)

    @property
    def rsvp_entries(self) -> RsvpEntries:
        """Answers as staff see and enter them."""
        return RsvpEntries(self.database, self.database.clock)

    @property
    def seat_notices(self) -> SeatNotices:
        """What notices about them find."""
        return SeatNotices(self.database, self.database.clock)

    @property
    def seats(self) -> Seats:
        """Seats and the queue for them."""
        return Seats(self.database, self.database.clock)

    @property
    def notices(self) -> EventNotices:
        """What notices tell at sending."""
        return EventNotices(self.database, self.database.clock)

    @property
    def clock(self) -> MovableClock:
        """The clock of the test."""
        assert isinstance(self.database.clock, MovableClock)
        return self.database.clock

    async def staff(self, role: Role, *groups: GroupId, account: int | None = None) -> Actor:
        """Somebody with a role, and with these groups; `account` is their number in the messenger."""
        return await self._person(role, groups=groups, account=account)

    async def adult(
        self,
        *numbers: int,
        kinship: Kinship = Kinship.PARENT,
        name: str | None = None,
        account: int | None = None,
    ) -> Actor:
        """An adult of the children with these numbers."""
        return await self._person(Role.PARENT, numbers=numbers, kinship=kinship, name=name, account=account)

    async def publish(self, author: Actor, token: str = "t1", **changed: object) -> Event:
        """An announced event."""
        outcome = await self.events.publish(author, self.organisation_id, self.draft(**changed), token)  # type: ignore[arg-type]  # tests name any field
        assert isinstance(outcome, Event)
        return outcome

    async def leased(self, kind: str) -> dict[int, Notice]:
        """Notices of a kind that the delivery now holds, by person."""
        now = self.clock.now()
        async with self.database.work() as work:
            found = await work.leases.lease(100, real=now, until=now + timedelta(minutes=1))
        return {notice.person_id: notice for notice in found if notice.kind == kind}

    async def reload(self, actor: Actor) -> Actor:
        """The same person as they are now."""
        return await self.person(actor.person_id)

    async def person(self, person_id: PersonId) -> Actor:
        """Somebody as they are now."""
        async with self.database.read() as reading:
            found = await reading.people.find_person(person_id)
        assert found is not None
        return found

    async def count(self, row: type[Base], **equal: object) -> int:
        """Rows of a table."""
        table = row.__table__
        query = select(func.count()).select_from(table)
        for name, value in equal.items():
            query = query.where(table.c[name] == value)
        async with self.database.read() as reading:
            return int((await reading.connection.execute(query)).scalar_one())

    async def footprint(self) -> tuple[int, int, int]:
        """Answers, notices, lines of the audit log: what a refusal must not change."""
        return await self.count(RsvpRow), await self.count(NoticeRow), await self.count(AuditRow)

    def draft(self, *groups: GroupId, days: float = 5, **changed: object) -> EventDraft:
        """A master class some days ahead."""
        values: dict[str, object] = {
            "title": "Мастер-класс пожарного",
            "starts_at": self.database.clock.now() + timedelta(days=days),
            "place": "музыкальный зал",
            "group_ids": frozenset(groups or (self.sun,)),
        }
        return EventDraft(**(values | changed))  # type: ignore[arg-type]  # tests name any field

    async def _person(
        self,
        role: Role,
        *,
        groups: tuple[GroupId, ...] = (),
        numbers: tuple[int, ...] = (),
        kinship: Kinship = Kinship.PARENT,
        name: str | None = None,
        account: int | None = None,
    ) -> Actor:
        self._accounts += 1
        chat = self._accounts if account is None else account
        visitor = Visitor("telegram", chat, chat)
        async with self.database.work() as work:
            person_id = await work.people.create_person(visitor, "ru")
            membership_id = await work.people.open_membership(self.organisation_id, person_id, role)
            for group_id in groups:
                await work.people.teach(self.organisation_id, membership_id, group_id)
            for number in numbers:
                await work.people.bind_child(
                    self.organisation_id, membership_id, self.children[number - 1], kinship, at_most=9
                )
            if name is not None:
                await work.people.set_name(self.organisation_id, membership_id, name)
            found = await work.people.find_person(person_id)
        assert found is not None
        return found


async def build_sunny(database: Database) -> Sunny:
    """The kindergarten, with children and nobody else yet."""
    async with database.work() as work:
        organisation = await work.organisations.create("Солнышко", OrganisationKind.KINDERGARTEN, ZONE)
        sun = await work.groups.create(organisation.id, "Солнышко", "🐻", AgeBand.Y5_6)
        rays = await work.groups.create(organisation.id, "Лучики", "🦊", AgeBand.Y6_7)
        assert sun is not None
        assert rays is not None
        await work.children.add(organisation.id, sun.id, 1, 4)
        await work.children.add(organisation.id, rays.id, 5, 2)
        children = [
            child.id
            for group in (sun, rays)
            for child in await work.children.in_group(organisation.id, group.id)
        ]
    return Sunny(database, organisation.id, sun.id, rays.id, children)


async def told(database: Database, kind: str) -> list[int]:
    """Persons with a notice of this kind, in order."""
    table = NoticeRow.__table__
    async with database.read() as reading:
        rows = await reading.connection.execute(
            select(table.c.person_id).where(table.c.kind == kind).order_by(table.c.person_id)
        )
        return list(rows.scalars())


async def mark_sent(database: Database) -> None:
    """Everything that waits has arrived."""
    async with database.work() as work:
        await work.connection.execute(
            update(NoticeRow)
            .where(NoticeRow.status.in_(["queued", "leased"]))
            .values(status="sent", finished_at=database.clock.now())
        )


async def next_door(sunny: Sunny) -> Sunny:
    """Another kindergarten in the same installation."""
    other = await build_sunny(sunny.database)
    other._accounts = sunny._accounts + 500
    return other
