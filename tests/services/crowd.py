"""Everybody there is: the house of `house.py` with every kind of person around one family, one group, one event."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import delete, event, insert, select

from bot.services import Services, build_services
from bot.settings import Settings
from db.models import Base
from db.work import Database, Work
from domain.answers import Answer
from domain.events import Event, EventDraft
from domain.ids import (
    BoundChatId,
    ChildId,
    ConsentId,
    EventId,
    GroupId,
    JoinRequestId,
    LinkId,
    MembershipId,
    OrganisationId,
)
from domain.links import LinkDraft, LinkKind, Start
from domain.people import Actor, AgeBand, Kinship, PartnerKind, Role, Visitor
from domain.privacy import Purpose
from services.consents import give_consent
from tests.services.crowd_chats import connect_chat
from tests.services.crowd_guests import GuestsOfTheCrowd, let_guests_in
from tests.services.crowd_quizzes import QuizzesOfTheCrowd, let_children_play
from tests.services.house import House, build_house

UNKNOWN = "visitor"
"""Somebody of whom nothing is stored: only the door answers them."""

OF_FAMILY = {"parent", "second-parent", "relative"}
OF_ORGANISATION = {"head", "methodist", "psychologist", "specialist"}
OF_RAYS = {"other-teacher", "substitute"}
ON_OTHER_DAYS = {"past-substitute", "future-substitute"}
OF_STAFF = OF_ORGANISATION | OF_RAYS | {"teacher"}
OF_HOUSE = OF_STAFF | ON_OTHER_DAYS | OF_FAMILY | {"other-parent", "partner"}
NEXT_DOOR = {"other-head", "other-teacher-next-door", "parent-next-door"}
WITHOUT_ROLE = {"stranger", "newcomer", "unbound-parent", "removed-teacher", "owner"}
EVERYBODY = OF_HOUSE | NEXT_DOOR | WITHOUT_ROLE
"""`newcomer` waits in the queue of «Солнышко»; `substitute` teaches «Лучики» and stands in for «Солнышко» today,
two more without a group of their own do so until yesterday and from tomorrow. The family is child 0001's."""


Contents = dict[str, list[tuple[Any, ...]]]
"""Rows by table."""
TABLES = {table.name: table for table in Base.metadata.sorted_tables}
"""Every table, after those that it names."""
WRITING = re.compile(r"\b(INSERT INTO|UPDATE|DELETE FROM) (\w+)")
"""What a statement does to which table."""


@dataclass(slots=True)
class Crowd(House):
    """The house full of people, with an event of «Солнышко», one of both groups, and somebody who waits."""

    do: Services
    event: EventId
    of_both: EventId
    kept: EventId
    """One of «Солнышко» that nobody has been told of yet."""
    request: JoinRequestId
    consent: ConsentId
    open_card: Start
    lost_card: Start
    wall: Start
    spent: Start
    revoked: Start
    next_door: OrganisationId
    partner_link: LinkId
    """A partner's link that nobody has opened."""
    colleague: LinkId
    """A colleague's."""
    guests: GuestsOfTheCrowd
    quizzes: QuizzesOfTheCrowd
    chat_of_sun: BoundChatId
    chat_of_all: BoundChatId

    def own(self, who: str) -> MembershipId:
        """The role of somebody."""
        return self.role_of(who).id

    def visitor(self, actor: Actor | None) -> Visitor:
        """Somebody as the messenger introduces them; a new account for nobody known."""
        account = 99_000_000 if actor is None else actor.chat_id
        return Visitor("telegram", account, account, "Анна", "Петрова")

    def draft(self, *groups: GroupId) -> EventDraft:
        """A master class for some groups."""
        return _draft(self.database, *(groups or (self.sun,)))

    async def link(self) -> Start:
        """A new personal link."""
        async with self.database.work() as work:
            return await _link(
                work, LinkDraft(self.organisation_id, LinkKind.STAFF, None, role=Role.PSYCHOLOGIST)
            )


async def contents(database: Database, names: Collection[str] = TABLES) -> Contents:
    """Every row of every table, or of some."""
    async with database.read() as reading:
        return {
            name: sorted(
                (tuple(row) for row in await reading.connection.execute(select(TABLES[name]))), key=str
            )
            for name in names
        }


class Rows:
    """What stands in every table, looked at again and again: read anew is what was written to meanwhile."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: Contents = {}
        self._written = set(TABLES)
        event.listen(database.writer.sync_engine, "before_cursor_execute", self._note)

    async def now(self) -> Contents:
        """Every row of every table."""
        written, self._written = self._written, set()
        self._known = {**self._known, **await contents(self._database, written)}
        return self._known

    async def missed(self) -> set[str]:
        """Tables in which something changed without being noticed here: none, or nothing found here counts."""
        return changed(await self.now(), await contents(self._database))

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        for what, name in WRITING.findall(statement):
            if name in TABLES:
                self._written |= _deleted_with(name) if what == "DELETE FROM" else {name}


@cache
def _deleted_with(name: str) -> frozenset[str]:
    """A table, and those whose rows go with its rows."""
    naming = {
        other
        for other, kind in TABLES.items()
        if other != name and any(key.column.table.name == name for key in kind.foreign_keys)
    }
    return frozenset({name}).union(*map(_deleted_with, naming))


async def put_back(database: Database, before: Contents, now: Contents) -> None:
    """Make every table as it was `before`: those that are different now, and those whose rows name theirs."""
    different = changed(before, now)
    for name, kind in TABLES.items():
        if any(key.column.table.name in different for key in kind.foreign_keys):
            different.add(name)
    tables = [kind for name, kind in TABLES.items() if name in different]
    async with database.work() as work:
        for kind in reversed(tables):
            await work.connection.execute(delete(kind))
        for kind in tables:
            rows = [dict(zip(kind.columns.keys(), row, strict=True)) for row in before[kind.name]]
            if rows:
                await work.connection.execute(insert(kind), rows)


def changed(before: Contents, after: Contents) -> set[str]:
    """Tables in which anything is different."""
    return {name for name in before if before[name] != after[name]}


async def build_crowd(database: Database, folder: Path) -> Crowd:
    """Everybody comes in, something happens in every feature."""
    house = await build_house(database)
    here, sun, rays, children = house.organisation_id, house.sun, house.rays, house.children
    first = (children[0],)
    await house.add("second-parent", Role.PARENT, children=first)
    await house.add("relative", Role.PARENT, children=first, kinship=Kinship.RELATIVE)
    await house.add("other-parent", Role.PARENT, children=(children[4],))
    await house.add("unbound-parent", Role.PARENT, children=(children[3],))
    await house.families.unbind(house["head"], children[3], house.role_of("unbound-parent").id)
    today = database.clock.today("Asia/Novokuznetsk")
    for who, days in (("substitute", 0), ("past-substitute", -1), ("future-substitute", 1)):
        await house.add(who, Role.TEACHER, groups=() if days else (rays,))
        await _stand_in(house, who, today + timedelta(days=days))
    next_door = house.role_of("other-head").organisation_id
    await _fill_next_door(house, next_door)
    async with database.work() as work:
        await work.organisations.change(here, personal_data=True, personal_data_decision="№ 5")
        newcomer = await work.people.create_person(
            Visitor("telegram", 88_000_000 + here, 88_000_000 + here), "ru"
        )
        request = await work.requests.create(here, sun, newcomer, Kinship.PARENT, None)
        known = await work.people.find_person(newcomer)
        assert known is not None
        house.people["newcomer"] = known
        open_card = await _link(work, LinkDraft(here, LinkKind.CARD, None, child_id=children[0]))
        lost_card = await _link(work, LinkDraft(here, LinkKind.CARD, None, child_id=children[1]))
        wall = await _link(work, LinkDraft(here, LinkKind.GROUP, None, group_id=sun))
        spent = await _link(work, LinkDraft(here, LinkKind.STAFF, None, role=Role.SPECIALIST))
        revoked = await _link(work, LinkDraft(here, LinkKind.STAFF, None, role=Role.HEAD))
        await work.links.revoke_for_children(here, [children[1]])
        for start in (spent, revoked):
            link = await work.links.find_by_token(start.kind, start.token)
            assert link is not None
            if start is spent:
                assert await work.links.spend(here, link.id, house["specialist"].person_id)
            else:
                assert await work.links.revoke(here, link.id)
        partner_link, _ = await work.links.create(
            LinkDraft(here, LinkKind.PARTNER, None, title="Библиотека", partner_kind=PartnerKind.LIBRARY)
        )
        colleague, _ = await work.links.create(LinkDraft(here, LinkKind.STAFF, None, role=Role.PSYCHOLOGIST))
    for who in house.people:
        await house.reload(who)
    owners = frozenset({house["owner"].chat_id})
    services = build_services(
        database, database.clock, Settings(_env_file=None, data_dir=folder, owner_ids=owners)
    )
    parent = house["parent"]
    async with database.work() as work:
        text = services.consents.current(Purpose.PARENT, "ru", parent.memberships[0].organisation)
        await give_consent(work, here, parent.person_id, ("telegram", parent.chat_id), text)
        [consent] = await work.consents.of_person(parent.person_id)
    event = await services.events.publish(house["teacher"], here, _draft(database, sun), f"sun{here}")
    of_both = await services.events.publish(house["head"], here, _draft(database, sun, rays), f"both{here}")
    assert isinstance(event, Event)
    assert isinstance(of_both, Event)
    kept = await services.event_drafts.keep(house["teacher"], here, _draft(database, sun), f"kept{here}")
    assert isinstance(kept, Event)
    async with database.work() as work:  # one invitation has arrived, and is not answered
        [*told] = await work.leases.lease(50, real=database.clock.now(), until=database.clock.now())
        heard = house["other-parent"].person_id
        await work.leases.finish(next(n.id for n in told if n.person_id == heard))
        await work.leases.give_back(n.id for n in told if n.person_id != heard)
    await services.rsvps.answer(parent, event.id, Answer.ALONE)
    assert await services.rsvp_entries.enter(house["teacher"], event.id, children[2], Answer.NO) is None
    guests = await let_guests_in(
        *(services, database, here, sun),
        teacher=house["teacher"],
        parent=parent,
        partner=house.role_of("partner").id,
        family=children[2],
    )
    quizzes = await let_children_play(
        *(services, database, here, (sun, rays), children),
        psychologist=house["psychologist"],
        teacher=house["teacher"],
        parent=parent,
        other_parent=house["other-parent"],
    )
    chats = [await connect_chat(services, house[who], here, group) for who, group in (("teacher", sun), ("head", None))]
    assert house.people.keys() == EVERYBODY
    return Crowd(
        *(database, here, sun, rays, children, house.people),
        do=services,
        event=event.id,
        of_both=of_both.id,
        kept=kept.id,
        request=request.id,
        consent=consent.id,
        open_card=open_card,
        lost_card=lost_card,
        wall=wall,
        spent=spent,
        revoked=revoked,
        next_door=next_door,
        partner_link=partner_link,
        colleague=colleague,
        guests=guests,
        quizzes=quizzes,
        chat_of_sun=chats[0],
        chat_of_all=chats[1],
    )


def _draft(database: Database, *groups: GroupId) -> EventDraft:
    starts_at = database.clock.now() + timedelta(days=5)
    return EventDraft("Мастер-класс", starts_at, "зал", frozenset(groups))


async def _stand_in(house: House, who: str, day: date) -> None:
    async with house.database.work() as work:
        await work.people.teach(
            house.organisation_id, house.role_of(who).id, house.sun, starts_on=day, ends_on=day
        )


async def _link(work: Work, draft: LinkDraft) -> Start:
    _, token = await work.links.create(draft)
    return Start(draft.kind, token)


async def _fill_next_door(house: House, next_door: OrganisationId) -> None:
    """A group of the same name with its teacher and a family."""
    async with house.database.work() as work:
        group = await work.groups.create(next_door, "Солнышко", "🐻", AgeBand.Y5_6)
        assert group is not None
        await work.children.add(next_door, group.id, 1, 1)
        [child] = await work.children.in_group(next_door, group.id)
    neighbours = House(house.database, next_door, group.id, group.id, (ChildId(child.id),), house.people)
    await neighbours.add("other-teacher-next-door", Role.TEACHER, groups=(group.id,))
    await neighbours.add("parent-next-door", Role.PARENT, children=neighbours.children)
