"""Everybody there is: the house of `house.py` with every kind of person around one family, one group, one event."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.services import Services, build_services
from bot.settings import Settings
from db.work import Database, Work
from domain.answers import Answer
from domain.closure_views import ClosureCard, ClosurePlan
from domain.events import Event, EventDraft
from domain.ids import (
    BoundChatId,
    ClosureId,
    ConsentId,
    EventId,
    GroupId,
    JoinRequestId,
    LinkId,
    MembershipId,
    OrganisationId,
)
from domain.links import LinkDraft, LinkKind, Start
from domain.people import Actor, Kinship, PartnerKind, Role, Visitor
from domain.privacy import Purpose
from services.consents import give_consent
from tests.services.crowd_announcements import AnnouncementsOfTheCrowd, announce
from tests.services.crowd_approvals import ApprovalsOfTheCrowd, let_wait
from tests.services.crowd_chats import connect_chat
from tests.services.crowd_guests import GuestsOfTheCrowd, let_guests_in
from tests.services.crowd_next_door import fill_next_door
from tests.services.crowd_quizzes import QuizzesOfTheCrowd, let_children_play
from tests.services.crowd_recaps import RecapsOfTheCrowd, look_back
from tests.services.crowd_seats import let_parent_wait
from tests.services.house import House, build_house

UNKNOWN = "visitor"
"""Somebody of whom nothing is stored: only the door answers them."""

CLOSED_DAYS = date(2026, 10, 12), date(2026, 10, 16)
"""A week on which «Солнышко» is closed, with nothing on it."""

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


@dataclass(slots=True)
class Crowd(House):
    """The house full of people, with an event of «Солнышко», one of both, one put aside, and somebody who waits."""

    do: Services
    event: EventId
    of_both: EventId
    seats: EventId
    kept: EventId
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
    recaps: RecapsOfTheCrowd
    approvals: ApprovalsOfTheCrowd
    said: AnnouncementsOfTheCrowd
    chat_of_sun: BoundChatId
    chat_of_all: BoundChatId
    closure: ClosureId

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
    await fill_next_door(house, next_door)
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
    seats = await let_parent_wait(
        *(services, database, here, _draft(database, sun)),
        teacher=house["teacher"],
        parent=parent,
        family=children[2],
    )
    guests = await let_guests_in(
        *(services, database, here, sun),
        teacher=house["teacher"],
        parent=parent,
        partner=house["partner"],
        partnership=house.role_of("partner").id,
        family=children[2],
    )
    quizzes = await let_children_play(
        *(services, database, here, (sun, rays), children),
        psychologist=house["psychologist"],
        teacher=house["teacher"],
        parent=parent,
        other_parent=house["other-parent"],
    )
    chats = [
        await connect_chat(services, house[who], here, group)
        for who, group in (("teacher", sun), ("head", None))
    ]
    recaps = await look_back(
        *(services, database, here, (sun, rays), children),
        head=house["head"],
        methodist=house["methodist"],
    )
    plan = await services.closures.preview(house["teacher"], sun, CLOSED_DAYS)
    assert isinstance(plan, ClosurePlan)
    closure = await services.closures.close(house["teacher"], sun, CLOSED_DAYS, 0, plan.seen)
    assert isinstance(closure, ClosureCard)
    said = await announce(services, here, (sun, rays), teacher=house["teacher"], head=house["head"])
    approvals = await let_wait(services, here, _draft(database, sun), event.id, teacher=house["teacher"])
    assert house.people.keys() == EVERYBODY
    return Crowd(
        *(database, here, sun, rays, children, house.people),
        do=services,
        event=event.id,
        of_both=of_both.id,
        seats=seats,
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
        recaps=recaps,
        approvals=approvals,
        said=said,
        chat_of_sun=chats[0],
        chat_of_all=chats[1],
        closure=closure.news.closure.id,
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
