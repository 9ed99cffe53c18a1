"""A kindergarten with its door open, for tests of joining and of privacy: links of every kind, and its staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from content.consents import consent_texts
from content.quizzes import instruments
from db.erasure_journal import ErasureJournal
from db.models import Base
from db.work import Database
from domain.ids import ChildId, GroupId, OrganisationId
from domain.joining import AlreadyIn, Invitation, Joined, Waiting
from domain.links import LinkDraft, LinkKind, Start
from domain.outcomes import Refused
from domain.people import Actor, AgeBand, Kinship, OrganisationKind, PartnerKind, Role, Visitor
from services.consents import Consents
from services.joining import Joining
from services.menu import Menu
from services.privacy import Privacy
from services.quiz_offers import Offering
from services.requests import Requests
from services.retention import Retention
from services.settings import Settings

ZONE = "Asia/Novokuznetsk"
OWNER = 900
Outcome = Joined | Invitation | AlreadyIn | Waiting | Refused


@dataclass(slots=True)
class Doorstep:
    """Group «Солнышко» (children 0001–0003), group «Лучики» (0004–0005); nobody has come in yet."""

    database: Database
    folder: Path
    organisation_id: OrganisationId
    sun: GroupId
    rays: GroupId
    children: list[ChildId]
    _accounts: int = 1000

    @property
    def consents(self) -> Consents:
        """Texts and proofs."""
        return Consents(self.database, consent_texts())

    @property
    def joining(self) -> Joining:
        """Coming in."""
        return Joining(self.database, self.database.clock, self.consents)

    @property
    def requests(self) -> Requests:
        """The queue."""
        return Requests(self.database, self.database.clock)

    @property
    def settings(self) -> Settings:
        """One's own settings."""
        return Settings(self.database, ("ru", "en"))

    @property
    def menu(self) -> Menu:
        """The menu."""
        return Menu(self.database, frozenset({OWNER}), Offering(instruments(), consent_texts()))

    @property
    def journal(self) -> ErasureJournal:
        """The erasure journal's file."""
        return ErasureJournal(self.folder)

    @property
    def privacy(self) -> Privacy:
        """One's own data."""
        return Privacy(self.database, self.database.clock, self.journal)

    @property
    def retention(self) -> Retention:
        """The retention job."""
        return Retention(self.database, self.database.clock, self.journal, frozenset({OWNER}))

    def visitor(self, first: str = "Анна", last: str = "Петрова") -> Visitor:
        """Somebody new at the door."""
        self._accounts += 1
        return Visitor("telegram", self._accounts, self._accounts, first, last)

    async def card(self, number: int = 1) -> Start:
        """A family card of a child."""
        return await self.link(LinkKind.CARD, child_id=self.children[number - 1])

    async def qr(self, group_id: GroupId | None = None) -> Start:
        """The QR on a group's wall."""
        return await self.link(LinkKind.GROUP, group_id=group_id or self.sun)

    async def link(self, kind: LinkKind, **given: object) -> Start:
        """A link of a kind."""
        draft = LinkDraft(self.organisation_id, kind, given.pop("created_by", None), **given)  # type: ignore[arg-type]  # any field of a draft
        async with self.database.work() as work:
            _, token = await work.links.create(draft)
        return Start(kind, token)

    async def revoke(self, start: Start) -> None:
        """Make a link open nothing."""
        async with self.database.work() as work:
            link = await work.links.find_by_token(start.kind, start.token)
            assert link is not None
            assert await work.links.revoke(self.organisation_id, link.id)

    async def version(self, start: Start) -> int:
        """The version of the consent that a link asks for."""
        opened = await self.joining.look(None, start, "ru")
        assert isinstance(opened, Invitation)
        return opened.consent.version

    async def become(
        self, visitor: Visitor, start: Start, kinship: Kinship = Kinship.PARENT, version: int = 1
    ) -> Outcome:
        """Say who one is to the child."""
        actor = await self.find(visitor)
        return await self.joining.become(visitor, actor, start, version, kinship, "ru")

    async def accept(self, visitor: Visitor, start: Start, version: int = 1) -> Outcome:
        """Agree as staff or partner."""
        return await self.joining.accept(visitor, await self.find(visitor), start, version, "ru")

    async def parent(
        self, number: int = 1, visitor: Visitor | None = None, kinship: Kinship = Kinship.PARENT
    ) -> Actor:
        """An adult of a child, come in by a card."""
        joined = await self.become(visitor or self.visitor(), await self.card(number), kinship)
        assert isinstance(joined, Joined)
        return joined.actor

    async def staff(self, role: Role, *groups: GroupId, visitor: Visitor | None = None) -> Actor:
        """Somebody of the staff, come in by a link."""
        start = await self.link(LinkKind.STAFF, role=role, group_ids=frozenset(groups))
        joined = await self.accept(visitor or self.visitor("Ольга", "Иванова"), start)
        assert isinstance(joined, Joined)
        return joined.actor

    async def partner(self, visitor: Visitor | None = None) -> Actor:
        """A partner, come in by a link."""
        start = await self.link(LinkKind.PARTNER, title="Пекарня", partner_kind=PartnerKind.ENTERPRISE)
        joined = await self.accept(visitor or self.visitor("Иван", "Пекарев"), start)
        assert isinstance(joined, Joined)
        return joined.actor

    async def find(self, visitor: Visitor) -> Actor | None:
        """The visitor as the bot knows them."""
        async with self.database.read() as reading:
            return await reading.people.find_actor(visitor.platform, visitor.user_id)

    async def again(self, actor: Actor) -> Actor:
        """The person as they are now."""
        async with self.database.read() as reading:
            found = await reading.people.find_person(actor.person_id)
        assert found is not None
        return found

    async def names_on(self) -> None:
        """The head has switched names on (rule 9)."""
        async with self.database.work() as work:
            await work.organisations.change(
                self.organisation_id, personal_data=True, personal_data_decision="№ 5"
            )

    async def rows(self, *without: str) -> dict[str, int]:
        """How many rows every table has."""
        counted = {}
        async with self.database.read() as reading:
            for table in Base.metadata.sorted_tables:
                if table.name not in without:
                    found = await reading.connection.execute(select(func.count()).select_from(table))
                    counted[table.name] = found.scalar_one()
        return counted

    async def told(self, kind: str) -> list[int]:
        """Persons who have a notice of a kind in the outbox."""
        table = Base.metadata.tables["outbox"]
        async with self.database.read() as reading:
            found = await reading.connection.execute(
                select(table.c.person_id).where(table.c.kind == kind).order_by(table.c.person_id)
            )
            return list(found.scalars())

    async def column(self, name: str, column: str) -> list[object]:
        """All values of a column."""
        table = Base.metadata.tables[name]
        async with self.database.read() as reading:
            return list((await reading.connection.execute(select(table.c[column]))).scalars())


async def open_door(database: Database, folder: Path) -> Doorstep:
    """The kindergarten, with groups and children."""
    async with database.work() as work:
        organisation = await work.organisations.create("Солнышко", OrganisationKind.KINDERGARTEN, ZONE)
        groups = [
            await work.groups.create(organisation.id, name, emoji, AgeBand.Y5_6)
            for name, emoji in (("Солнышко", "🐻"), ("Лучики", "🦊"))
        ]
        ids: list[GroupId] = [group.id for group in groups if group is not None]
        await work.children.add(organisation.id, ids[0], 1, 3)
        await work.children.add(organisation.id, ids[1], 4, 2)
        children = [
            child.id for group_id in ids for child in await work.children.in_group(organisation.id, group_id)
        ]
    return Doorstep(database, folder, organisation.id, ids[0], ids[1], children)


def only(outcomes: Iterable[Outcome], kind: type[Outcome]) -> list[Outcome]:
    """Those outcomes that are of a kind."""
    return [outcome for outcome in outcomes if isinstance(outcome, kind)]
