"""Staff come by one-time links, answer for groups, stand in for each other, and leave."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.models import SentMessageRow
from db.work import Database
from domain.clock import MovableClock
from domain.links import LinkKind
from domain.notices import Notice, NoticeKind, Urgency
from domain.organisation_views import IssuedLink, WaitingLinks
from domain.outcomes import Missing, Reason, Refused
from domain.people import Membership, Role
from tests.services.counting import counted
from tests.services.house import House, build_house

MONDAY = date(2026, 9, 7)


@pytest.fixture
async def house(database: Database) -> House:
    return await build_house(database)


async def test_a_link_names_role_and_groups_and_can_be_renewed_and_revoked(house: House) -> None:
    head, here = house["head"], house.organisation_id
    issued = await house.invitations.invite(head, here, Role.TEACHER, group_ids=frozenset({house.rays}))
    assert isinstance(issued, IssuedLink)
    assert [group.name for group in issued.groups] == ["Лучики"]
    renewed = await house.invitations.renew(head, here, issued.link.id)
    assert isinstance(renewed, IssuedLink)
    assert renewed.link.group_ids == frozenset({house.rays})
    async with house.database.read() as reading:
        old = await reading.links.find_by_token(LinkKind.STAFF, issued.token)
    assert old is not None
    assert old.revoked_at is not None
    left = await house.invitations.revoke(head, here, renewed.link.id)
    assert isinstance(left, WaitingLinks)
    assert left.links == ()
    again = await house.invitations.revoke(head, here, renewed.link.id)
    assert again == Refused(Reason.LINK_REVOKED)


async def test_waiting_links_cost_no_statement_each(house: House) -> None:
    head, here = house["head"], house.organisation_id
    both = frozenset({house.sun, house.rays})
    await house.invitations.invite(head, here, Role.TEACHER, group_ids=both)
    with counted(house.database) as few:
        await house.invitations.waiting(head, here, LinkKind.STAFF)
    for _ in range(3):
        await house.invitations.invite(head, here, Role.TEACHER, group_ids=frozenset({house.rays}))
    with counted(house.database) as many:
        waiting = await house.invitations.waiting(head, here, LinkKind.STAFF)
    assert [link.group_ids for link in waiting.links] == [frozenset({house.rays})] * 3 + [both]
    assert len(many) == len(few)


async def test_a_link_that_was_opened_meanwhile_is_not_renewed(house: House) -> None:
    head, here = house["head"], house.organisation_id
    issued = await house.invitations.invite(head, here, Role.METHODIST)
    assert isinstance(issued, IssuedLink)
    async with house.database.work() as work:
        assert await work.links.spend(here, issued.link.id, house["stranger"].person_id)
    for outcome in (
        await house.invitations.renew(head, here, issued.link.id),
        await house.invitations.revoke(head, here, issued.link.id),
    ):
        assert outcome == Refused(Reason.LINK_SPENT)


async def test_a_specialist_needs_a_profession_and_no_number_of_a_document(house: House) -> None:
    for title, reason in ((None, Reason.EMPTY), ("логопед 112-233-445 95", Reason.LOOKS_LIKE_DOCUMENT)):
        refused = await house.invitations.invite(
            house["head"], house.organisation_id, Role.SPECIALIST, title=title
        )
        assert isinstance(refused, Refused)
        assert refused.reason is reason
    with pytest.raises(Missing):
        await house.invitations.invite(house["head"], house.organisation_id, Role.PARENT)


async def test_a_group_has_at_most_two_teachers(house: House) -> None:
    await house.teachings.set_teaching(house["head"], house.role_of("other-teacher").id, house.sun, on=True)
    third = await house.add("third", Role.TEACHER)
    refused = await house.teachings.set_teaching(house["head"], third.memberships[0].id, house.sun, on=True)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.TOO_MANY_TEACHERS
    full = await house.invitations.invite(
        house["head"], house.organisation_id, Role.TEACHER, group_ids=frozenset({house.sun})
    )
    assert isinstance(full, Refused)


async def test_two_teachers_at_once_do_not_become_three(house: House) -> None:
    newcomers = [await house.add(f"new {number}", Role.TEACHER) for number in range(3)]
    await house.warm_up()
    outcomes = await asyncio.gather(
        *(
            house.teachings.set_teaching(house["head"], new.memberships[0].id, house.sun, on=True)
            for new in newcomers
        )
    )
    assert sum(outcome is None for outcome in outcomes) == 1


async def test_a_removed_member_loses_groups_and_screens_and_is_told(
    house: House, clock: MovableClock
) -> None:
    teacher = house["teacher"]
    async with house.database.work() as work:
        await work.sent.remember(teacher.chat_id, 7, None, clock.now() + timedelta(hours=24))
        await work.sent.remember(teacher.chat_id, 8, "event:1", None)
    removed = await house.staff.remove(house["head"], teacher.memberships[0].id)
    assert isinstance(removed, Membership)
    assert (await house.reload("teacher")).memberships == ()
    assert await house.notices("role-removed") == [teacher.person_id]
    async with house.database.read() as reading:
        due = await reading.connection.execute(
            select(SentMessageRow.message_id).where(SentMessageRow.remove_after <= clock.now())
        )
        assert list(due.scalars()) == [7]
    with pytest.raises(Missing):
        await house.staff.remove(house["head"], teacher.memberships[0].id)
    notice = Notice(
        id=1,  # type: ignore[arg-type]  # the number does not matter here
        kind=NoticeKind.ROLE_REMOVED,
        person_id=teacher.person_id,
        organisation_id=house.organisation_id,
        chat_id=teacher.chat_id,
        locale="ru",
        params={"membership": teacher.memberships[0].id},
        attempts=0,
        due_at=clock.now(),
        expires_at=clock.now(),
        urgency=Urgency.WAITS,
        subject=None,
    )
    ended = await house.staff.removed_for_notice(notice)
    assert ended is not None
    assert (ended.organisation_name, ended.role) == ("Ромашка", Role.TEACHER)


async def test_the_last_head_stays_until_there_is_a_successor(house: House) -> None:
    head = house.role_of("head")
    assert await house.staff.remove(house["head"], head.id) == Refused(Reason.LAST_HEAD)
    appointed = await house.staff.appoint_head(house["head"], house.role_of("methodist").id)
    assert isinstance(appointed, Membership)
    assert {m.role for m in (await house.reload("methodist")).memberships} == {Role.METHODIST, Role.HEAD}
    assert isinstance(await house.staff.remove(house["head"], head.id), Membership)
    assert await house.notices("role-removed") == []  # who leaves by themselves knows it


async def test_two_heads_who_remove_each_other_at_once_leave_one(house: House) -> None:
    second = await house.add("second head", Role.HEAD)
    await house.warm_up()
    outcomes = await asyncio.gather(
        house.staff.remove(house["head"], second.memberships[0].id),
        house.staff.remove(second, house.role_of("head").id),
    )
    assert sorted(isinstance(outcome, Refused) for outcome in outcomes) == [False, True]
    async with house.database.read() as reading:
        assert await reading.staff.count(house.organisation_id, Role.HEAD) == 1


async def test_a_substitution_has_sensible_days_and_ends(house: House) -> None:
    head, stand_in = house["head"], house.role_of("other-teacher").id
    day = timedelta(days=1)
    for begins, ends, reason in (
        (MONDAY + day, MONDAY, Reason.END_BEFORE_START),
        (MONDAY - 3 * day, MONDAY - day, Reason.DATE_PAST),
        (MONDAY, MONDAY + 200 * day, Reason.DATE_TOO_FAR),
    ):
        refused = await house.teachings.substitute(head, house.sun, stand_in, begins, ends)
        assert isinstance(refused, Refused)
        assert refused.reason is reason
    assert await house.teachings.substitute(head, house.sun, stand_in, MONDAY, MONDAY + day) is None
    view = await house.teachings.substitutions(head, house.sun)
    assert [line.substitute for line in view.lines] == [False, True]
    assert stand_in in {teacher.id for teacher in view.others}
    await house.teachings.end_substitution(head, house.sun, stand_in)
    assert len((await house.teachings.substitutions(head, house.sun)).lines) == 1


async def test_a_substitution_that_is_over_is_not_offered_to_be_ended(
    house: House, clock: MovableClock
) -> None:
    head, stand_in = house["head"], house.role_of("other-teacher").id
    last = MONDAY + timedelta(days=1)
    await house.teachings.substitute(head, house.sun, stand_in, MONDAY, last)
    clock.advance(timedelta(days=1))
    assert len((await house.teachings.substitutions(head, house.sun)).lines) == 2
    clock.advance(timedelta(days=1))
    assert not any(line.substitute for line in (await house.teachings.substitutions(head, house.sun)).lines)


async def test_a_group_is_taken_from_a_teacher_and_the_substitution_stays(house: House) -> None:
    head, teacher = house["head"], house.role_of("teacher").id
    await house.teachings.substitute(head, house.rays, teacher, MONDAY, MONDAY)
    await house.teachings.set_teaching(head, teacher, house.sun, on=False)
    held = (await house.reload("teacher")).memberships[0].teaches
    assert [teaching.group_id for teaching in held] == [house.rays]


async def test_the_list_is_ordered_by_role(house: House) -> None:
    view = await house.staff.members(house["head"], house.organisation_id)
    roles = [member.role for member in view.members]
    assert roles == sorted(roles, key=list(Role).index)
    assert not (await house.staff.members(house["methodist"], house.organisation_id)).may_invite
