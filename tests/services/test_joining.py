"""Coming in by a link: nothing before consent, everything at once after it, once and by the right people."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from db.work import Database
from domain.clock import MovableClock
from domain.joining import AlreadyIn, Invitation, Joined, Waiting
from domain.links import LinkKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Kinship, PartnerKind, Role, Visitor
from domain.privacy import Purpose
from locales import texts_for
from screens import menu as screens
from screens.render import render
from services.joining import Joining
from services.teachings import Teachings
from tests.services.doorstep import OWNER, ZONE, Doorstep, only, open_door


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def test_looking_at_links_writes_nothing(door: Doorstep) -> None:
    starts = [
        await door.card(),
        await door.qr(),
        await door.link(LinkKind.STAFF, role=Role.TEACHER, group_ids=frozenset({door.sun})),
        await door.link(LinkKind.PARTNER, title="Пекарня"),
    ]
    before = await door.rows()
    for start in starts:
        assert isinstance(await door.joining.look(None, start, "ru"), Invitation)
    assert await door.rows() == before


async def test_a_card_binds_an_adult_to_the_child_in_one_transaction(door: Doorstep) -> None:
    visitor = door.visitor()
    joined = await door.become(visitor, await door.card(2), Kinship.GUARDIAN)
    assert isinstance(joined, Joined)
    assert joined.child is not None
    assert joined.child.number == 2
    actor = await door.find(visitor)
    assert actor is not None
    [membership] = actor.memberships
    assert membership.role is Role.PARENT
    assert [(c.number, c.kinship) for c in membership.children] == [(2, Kinship.GUARDIAN)]
    assert membership.name is None  # never taken from the messenger by itself
    async with door.database.read() as reading:
        consent = await reading.consents.standing(door.organisation_id, actor.person_id, Purpose.PARENT)
    assert consent is not None
    text = door.consents.current(Purpose.PARENT, "ru", membership.organisation)
    assert (consent.version, consent.text_hash) == (text.version, text.sha256)
    assert str(visitor.user_id) not in str(await door.column("consents", "person_hash"))


async def test_a_second_child_needs_no_second_consent(door: Doorstep) -> None:
    visitor = door.visitor()
    actor = await door.parent(1, visitor)
    start = await door.card(2)
    opened = await door.joining.look(actor, start, "ru")
    assert isinstance(opened, Invitation)
    assert opened.consent_stands
    assert isinstance(await door.become(visitor, start, Kinship.RELATIVE), Joined)
    [membership] = (await door.again(actor)).memberships
    assert [(c.number, c.kinship) for c in membership.children] == [
        (1, Kinship.PARENT),
        (2, Kinship.RELATIVE),
    ]
    assert len(await door.column("consents", "id")) == 1


async def test_a_new_version_of_the_consent_is_asked_for_again(door: Doorstep) -> None:
    visitor, start = door.visitor(), await door.card()
    before = await door.rows("seen_updates")
    stale = await door.become(visitor, start, version=7)  # a button of another version
    assert isinstance(stale, Invitation)
    assert not stale.consent_stands
    assert await door.rows("seen_updates") == before


async def test_the_same_card_greets_its_own_adult(door: Doorstep) -> None:
    visitor, start = door.visitor(), await door.card()
    assert isinstance(await door.become(visitor, start), Joined)
    before = await door.rows()
    assert isinstance(await door.joining.look(await door.find(visitor), start, "ru"), AlreadyIn)
    assert isinstance(await door.become(visitor, start), AlreadyIn)  # a second tap
    assert await door.rows() == before


async def test_both_representatives_and_relatives_share_a_card(door: Doorstep) -> None:
    start = await door.card()
    for kinship in (Kinship.PARENT, Kinship.PARENT, Kinship.RELATIVE):
        assert isinstance(await door.become(door.visitor(), start, kinship), Joined)
    assert len(await door.column("guardianships", "id")) == 3


async def test_a_staff_link_gives_its_role_and_groups_and_tells_the_head(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    start = await door.link(
        LinkKind.STAFF,
        role=Role.TEACHER,
        group_ids=frozenset({door.sun}),
        created_by=head.person_id,
    )
    joined = await door.accept(door.visitor(), start)
    assert isinstance(joined, Joined)
    assert joined.membership.role is Role.TEACHER
    assert [held.group_id for held in joined.membership.teaches] == [door.sun]
    assert await door.told("staff-joined") == [head.person_id]


async def test_of_two_people_on_a_staff_link_one_gets_in(door: Doorstep) -> None:
    start = await door.link(LinkKind.STAFF, role=Role.METHODIST)
    outcomes = await asyncio.gather(*(door.accept(door.visitor(), start) for _ in range(2)))
    assert len(only(outcomes, Joined)) == 1
    assert only(outcomes, Refused) == [Refused(Reason.LINK_SPENT)]
    assert len(await door.column("persons", "id")) == 1


async def test_whoever_spent_a_staff_link_may_open_it_again(door: Doorstep, clock: MovableClock) -> None:
    visitor = door.visitor()
    start = await door.link(LinkKind.STAFF, role=Role.METHODIST, expires_at=clock.now() + timedelta(days=7))
    assert isinstance(await door.accept(visitor, start), Joined)
    clock.advance(timedelta(days=30))
    before = await door.rows()
    assert isinstance(await door.joining.look(await door.find(visitor), start, "ru"), AlreadyIn)
    assert isinstance(await door.accept(visitor, start), AlreadyIn)
    assert await door.rows() == before


async def test_a_partner_has_a_term_and_says_what_they_show(door: Doorstep) -> None:
    methodist = await door.staff(Role.METHODIST)
    start = await door.link(
        LinkKind.PARTNER,
        title="Пекарня",
        partner_kind=PartnerKind.ENTERPRISE,
        created_by=methodist.person_id,
    )
    joined = await door.accept(door.visitor("Иван", "Пекарев"), start)
    assert isinstance(joined, Joined)
    assert joined.membership.title == "Пекарня"
    assert str(joined.membership.term_until) == "2027-08-31"
    assert await door.told("partner-joined") == [methodist.person_id]
    offered = await door.settings.offer(joined.actor, joined.membership.id, "Печём хлеб")
    assert not isinstance(offered, Refused)
    assert offered.memberships[0].offers == "Печём хлеб"


async def test_two_roles_in_one_organisation_need_two_consents(door: Doorstep) -> None:
    visitor = door.visitor()
    teacher = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    opened = await door.joining.look(teacher, await door.card(), "ru")
    assert isinstance(opened, Invitation)
    assert not opened.consent_stands
    parent = await door.parent(1, visitor)
    assert {held.role for held in parent.memberships} == {Role.TEACHER, Role.PARENT}
    assert sorted(map(str, await door.column("consents", "purpose"))) == ["parent", "staff"]
    assert parent.current is not None
    assert parent.current.role is Role.PARENT  # the newest role's menu
    switched = await door.menu.switch_role(parent, teacher.memberships[0].id)
    assert switched.current is not None
    assert switched.current.role is Role.TEACHER
    assert switched.memberships == parent.memberships


async def test_nobody_switches_to_a_role_of_somebody_else(door: Doorstep) -> None:
    anna, boris = await door.parent(1), await door.parent(2)
    with pytest.raises(Missing):
        await door.menu.switch_role(anna, boris.memberships[0].id)


async def test_the_owner_needs_no_link_and_others_leave_no_trace_by_start(door: Doorstep) -> None:
    before = await door.rows()
    assert await door.menu.greet(None, door.visitor(), "ru") is None
    assert await door.rows() == before
    greeted = await door.menu.greet(None, Visitor("telegram", OWNER, OWNER, "Владелец"), "ru")
    assert greeted is not None
    assert greeted.owner


async def test_start_opens_a_closed_chat_again(door: Doorstep) -> None:
    visitor = door.visitor()
    actor = await door.parent(1, visitor)
    async with door.database.work() as work:
        await work.connection.exec_driver_sql("UPDATE persons SET chat_closed_at = created_at")
    await door.menu.greet(actor, visitor, "ru")
    assert await door.column("persons", "chat_closed_at") == [None]


async def test_without_turns_on_the_link_both_would_get_in(
    door: Doorstep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The race is real on PostgreSQL: without taking turns the second newcomer trips over the spent link."""
    if not door.database.url.startswith("postgresql"):
        return  # SQLite lets one writer in at a time, so there is nothing to show
    met = asyncio.Barrier(2)
    original = Joining._opened

    async def meeting(self: Joining, *given: object) -> object:
        opened = await original(self, *given)  # type: ignore[arg-type]  # passed through
        await asyncio.wait_for(met.wait(), 5)
        return opened

    async def no_turns(*_: object) -> None:
        return None

    monkeypatch.setattr(Joining, "_opened", meeting)
    monkeypatch.setattr("db.repositories.links.Links.take_turns", no_turns)
    start = await door.link(LinkKind.STAFF, role=Role.METHODIST)
    outcomes = await asyncio.gather(
        *(door.accept(door.visitor(), start) for _ in range(2)), return_exceptions=True
    )
    assert sum(isinstance(outcome, AssertionError) for outcome in outcomes) == 1


async def test_a_waiting_request_is_shown_to_its_own_newcomer_only(door: Doorstep) -> None:
    visitor, start = door.visitor(), await door.qr()
    waiting = await door.become(visitor, start)
    assert isinstance(waiting, Waiting)
    again = await door.joining.look(await door.find(visitor), start, "ru")
    assert isinstance(again, Waiting)
    assert again.request == waiting.request
    assert isinstance(await door.joining.look(await door.parent(1), start, "ru"), Invitation)


async def test_a_partner_who_comes_by_a_new_invitation_stays_for_its_term(
    door: Doorstep, clock: MovableClock
) -> None:
    visitor = door.visitor("Иван", "Пекарев")
    before = (await door.partner(visitor)).memberships[0]
    clock.advance(timedelta(days=300))
    again = (await door.partner(visitor)).memberships
    assert [held.id for held in again] == [before.id]
    assert before.term_until is not None
    assert again[0].term_until == before.term_until.replace(year=before.term_until.year + 1)


async def test_a_substitute_s_menu_has_the_group_only_on_its_days(
    door: Doorstep, clock: MovableClock
) -> None:
    head, teacher = await door.staff(Role.HEAD), await door.staff(Role.TEACHER)
    today = clock.today(ZONE)
    begins, ends = today + timedelta(days=1), today + timedelta(days=2)
    await Teachings(door.database, clock).substitute(head, door.sun, teacher.memberships[0].id, begins, ends)
    seen = []
    for _ in range(4):
        state = await door.menu.look(await door.again(teacher))
        shown = render(screens.menu(state), texts_for("ru")).text
        assert ("Группы у вас пока нет" in shown) is not bool(state.groups)
        seen.append(len(state.groups))
        clock.advance(timedelta(days=1))
    assert seen == [0, 1, 1, 0]
