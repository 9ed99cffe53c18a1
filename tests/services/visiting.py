"""«Солнышко» awaits guests: dates are open, a teacher, a mother, a grandmother and a partner who bakes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from content.professions import catalogue
from db.models import GuardianshipRow, MembershipRow, NoticeRow, OrganisationRow, PersonRow
from db.models.base import Base, table
from db.work import Database, Work
from domain.guest_requests import MoveAnswer
from domain.guest_views import Applied, GuestInvitation, Opened, VisitCard
from domain.guests import Application, Details, Format, OpeningDraft, Visit
from domain.ids import ChildId, MembershipId, PersonId, SlotId, VisitId
from domain.notices import Notice, NoticeKind
from domain.outcomes import Refused
from domain.people import Actor, PartnerKind, Role
from domain.professions import ChosenProfession
from services.guest_applications import GuestApplications
from services.guest_changes import GuestChanges
from services.guest_entries import GuestEntries
from services.guest_move_answers import GuestMoveAnswers
from services.guest_moves import GuestMoves
from services.guest_notices import GuestNotices
from services.guest_openings import GuestOpenings
from services.guest_reminders import GuestReminders
from services.guest_visits import GuestVisits
from tests.conftest import START
from tests.services.sunny import Sunny, build_sunny

BAKER = Application(ChosenProfession("Пекарь", "pekar"), frozenset({Format.TALK, Format.TOOLS}))
OWN_WORDS = Application(ChosenProfession("Мастер по фонтанам"), frozenset({Format.GAME}))
DETAILS = Details("Расскажу о хлебе", "скалку", None, frozenset(), 15)


@dataclass(slots=True)
class Visiting(Sunny):
    """The same kindergarten, with somebody to open dates and somebody to take them."""

    teacher: Actor | None = None
    mother: Actor | None = None
    tokens: int = 0

    @property
    def openings(self) -> GuestOpenings:
        """Dates."""
        return GuestOpenings(self.database, self.clock)

    @property
    def applications(self) -> GuestApplications:
        """The guest's side."""
        return GuestApplications(self.database, self.clock, catalogue())

    @property
    def entries(self) -> GuestEntries:
        """The teachers' side of guests without a phone."""
        return GuestEntries(self.database, self.clock, catalogue())

    @property
    def visits(self) -> GuestVisits:
        """The teachers' side."""
        return GuestVisits(self.database, self.clock)

    @property
    def moves(self) -> GuestMoves:
        """The teachers' side of another date."""
        return GuestMoves(self.database, self.clock)

    @property
    def answers(self) -> GuestMoveAnswers:
        """The guest's side of another date, and the tick."""
        return GuestMoveAnswers(self.database, self.clock)

    @property
    def changes_of(self) -> GuestChanges:
        """«Попросить изменить»."""
        return GuestChanges(self.database, self.clock, catalogue())

    @property
    def told_of(self) -> GuestNotices:
        """What notices say."""
        return GuestNotices(self.database, self.clock)

    @property
    def reminders(self) -> GuestReminders:
        """The tick."""
        return GuestReminders(self.database, self.clock)

    @property
    def host(self) -> Actor:
        """The teacher of the group."""
        assert self.teacher is not None
        return self.teacher

    @property
    def guest(self) -> Actor:
        """A mother of a child of the group."""
        assert self.mother is not None
        return self.mother

    def at(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        """An hour of the kindergarten (UTC+7), some days after the first one of the test."""
        day = (START + timedelta(hours=7, days=days)).replace(
            hour=hour, minute=minute, second=0, microsecond=0
        )
        return day - timedelta(hours=7)

    def opening(self, *days: int, partners: tuple[MembershipId, ...] = (), **changed: object) -> OpeningDraft:
        """Dates at ten o'clock."""
        starts = tuple(self.at(day) for day in days or (7, 8, 9))
        draft = OpeningDraft(self.sun, starts, "Кого не боятся зубы", frozenset(partners))
        return replace(draft, **changed)  # type: ignore[arg-type]  # tests name any field

    async def open(self, *days: int, partners: tuple[MembershipId, ...] = (), **changed: object) -> Opened:
        """The teacher opens dates."""
        self.tokens += 1
        draft = self.opening(*days, partners=partners, **changed)
        outcome = await self.openings.open(self.host, self.organisation_id, draft, f"o{self.tokens}")
        assert isinstance(outcome, Opened), outcome
        return outcome

    async def baker(self) -> Actor:
        """A partner: a bakery."""
        found = await self.staff(Role.PARTNER)
        async with self.database.work() as work:
            await work.people.open_membership(
                self.organisation_id,
                found.person_id,
                Role.PARTNER,
                title="Пекарня «Калач»",
                partner_kind=PartnerKind.ENTERPRISE,
            )
        return await self.reload(found)

    async def crowd(self, count: int) -> list[Actor]:
        """So many adults more, each of a child of their own."""
        first = len(self.children) + 1
        here, now = self.organisation_id, self.clock.now()
        async with self.database.work() as work:
            await work.children.add(here, self.sun, first, count)
            known = {child.id for child in await work.children.in_group(here, self.sun)}
            self.children += sorted(known - set(self.children))
            numbers = range(first, first + count)
            people = await _write(
                work,
                PersonRow,
                [
                    {"platform": "telegram", "platform_user_id": 9000 + number, "chat_id": 9000 + number}
                    | {"locale": "ru", "created_at": now}
                    for number in numbers
                ],
            )
            same = {"organisation_id": here, "created_at": now}
            roles = await _write(
                work, MembershipRow, [{**same, "person_id": one, "role": "parent"} for one in people]
            )
            pairs = zip(roles, self.children[first - 1 :], strict=True)
            await _write(
                work,
                GuardianshipRow,
                [{**same, "membership_id": r, "child_id": c, "kinship": "parent"} for r, c in pairs],
            )
            found = [await work.people.find_person(PersonId(one)) for one in people]
        return [one for one in found if one is not None]

    async def taken(self, guest: Actor | None = None, *days: int) -> Visit:
        """A date is open, and taken by the mother."""
        opened = await self.open(*(days or (7,)))
        applied = await self.take(guest or self.guest, opened.slots[0].id)
        assert applied.visit is not None, applied
        return applied.visit

    async def take(
        self, guest: Actor, slot_id: int, application: Application = BAKER, token: str | None = None
    ) -> Applied:
        """An application."""
        self.tokens += 1
        return await self.applications.take(
            guest,
            slot_id,  # type: ignore[arg-type]  # a number is a number
            application,
            token or f"v{self.tokens}",
        )

    async def entered(self, child: ChildId | None, *days: int) -> Visit:
        """A date is open, and the teacher has entered a family (or a partner) for it."""
        opened = await self.open(*(days or (7,)))
        self.tokens += 1
        told = await self.entries.enter(self.host, opened.slots[0].id, child, BAKER, f"e{self.tokens}")
        assert told.visit is not None, told
        return told.visit

    async def agreed(self, *days: int) -> VisitCard:
        """A visit that was said yes to."""
        visit = await self.taken(None, *days)
        return good(await self.visits.accept(self.host, visit.id, visit.version))

    async def confirmed(self, *days: int, details: Details = DETAILS) -> VisitCard:
        """A visit of which everything is known."""
        card = await self.agreed(*days)
        return good(await self.applications.write_details(self.guest, card.visit.id, details))

    async def move(self, visit_id: VisitId, to: int | datetime) -> VisitCard | Refused:
        """The teacher moves the visit as it is now to a date of the group, or to another hour."""
        version = (await self.now_of(visit_id)).version
        if isinstance(to, datetime):
            return await self.moves.move_on(self.host, visit_id, version, to)
        return await self.moves.move(self.host, visit_id, version, SlotId(to))

    async def moved(self, visit_id: VisitId, to: int | datetime) -> VisitCard:
        """The same, and the mother agrees if she is asked."""
        card = good(await self.move(visit_id, to))
        asked = card.visit.asked
        if asked is not None:
            yes = await self.answers.answer(self.guest, visit_id, asked.slot_id, MoveAnswer.YES)
            card = replace(card, visit=good(yes).visit, asked=False)
        return card

    async def now_of(self, visit_id: VisitId) -> Visit:
        """The visit as it stands."""
        async with self.database.read() as reading:
            found = await reading.guest_visits.find(self.organisation_id, visit_id)
        assert found is not None
        return found

    async def free(self) -> GuestInvitation:
        """What the mother may take."""
        return await self.applications.dates(self.guest, self.sun)

    async def waiting(self, kind: NoticeKind) -> list[int]:
        """Persons for whom something of this kind waits to be told."""
        async with self.database.read() as reading:
            rows = await reading.connection.execute(
                select(NoticeRow.person_id)
                .where(NoticeRow.kind == kind.value, NoticeRow.status == "queued")
                .order_by(NoticeRow.person_id)
            )
            return list(rows.scalars())

    async def notice(self, kind: NoticeKind, person: Actor) -> Notice:
        """What is about to be told to somebody: of its kind the latest, whatever the hour."""
        async with self.database.work() as work:
            rows = await work.connection.execute(
                select(*NoticeRow.__table__.c)
                .where(NoticeRow.kind == kind.value, NoticeRow.person_id == person.person_id)
                .order_by(NoticeRow.id.desc())
            )
            row = rows.mappings().first()
        assert row is not None, f"nothing of {kind} for {person.person_id}"
        return Notice(
            id=row["id"],
            kind=kind,
            person_id=person.person_id,
            organisation_id=self.organisation_id,
            chat_id=row["chat_id"],
            locale="ru",
            params=row["params"],
            attempts=0,
            due_at=row["due_at"],
            expires_at=row["expires_at"],
            urgency=row["urgency"],
            subject=row["subject"],
        )

    async def names_on(self) -> None:
        """The head has decided that names may be shown."""
        async with self.database.work() as work:
            await work.connection.execute(
                update(OrganisationRow)
                .where(OrganisationRow.id == self.organisation_id)
                .values(personal_data=True)
            )
        self.teacher, self.mother = await self.reload(self.host), await self.reload(self.guest)


async def _write(work: Work, row: type[Base], rows: list[dict[str, Any]]) -> list[int]:
    """Many rows at once; their numbers in the same order."""
    into = table(row)
    made = await work.connection.scalars(
        insert(into).returning(into.c.id, sort_by_parameter_order=True), rows
    )
    return list(made)


def good(outcome: VisitCard | Refused) -> VisitCard:
    """What was done, not refused."""
    assert isinstance(outcome, VisitCard), outcome
    return outcome


async def build_visiting(database: Database) -> Visiting:
    """A kindergarten with a teacher and a mother."""
    sunny = await build_sunny(database)
    visiting = Visiting(database, sunny.organisation_id, sunny.sun, sunny.rays, sunny.children)
    visiting.teacher = await visiting.staff(Role.TEACHER, visiting.sun)
    visiting.mother = await visiting.adult(1, name="Анна Петрова")
    return visiting
