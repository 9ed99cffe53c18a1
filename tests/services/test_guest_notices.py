"""What is told about visits is true when it is told, comes at a fit hour, and names nobody in the queue."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import AuditRow, NoticeRow, PersonRow
from db.work import Database
from domain.delivery import OpeningLine
from domain.guests import GuestDecline
from domain.notices import NoticeKind, Urgency
from domain.people import Role
from services.delivery import Deliveries, tell_author
from tests.services.monitoring import OFFERING
from tests.services.visiting import Visiting, build_visiting, good

K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def test_an_invitation_is_told_while_dates_are_free_for_this_person(sun: Visiting) -> None:
    other = await sun.adult(2)
    opened = await sun.open(7, 8)
    notice = await sun.notice(K.GUESTS_INVITED, sun.guest)
    assert dict(notice.params) == {"opening": opened.opening_id}
    await sun.take(other, opened.slots[0].id)
    shown = await sun.told_of.invited_for_notice(notice)
    assert shown is not None
    assert [slot.id for slot in shown.slots] == [opened.slots[1].id]
    assert (shown.wish, shown.group.emoji) == ("Кого не боятся зубы", "🐻")
    await sun.openings.withdraw(sun.host, opened.slots[1].id)
    assert await sun.told_of.invited_for_notice(notice) is None


async def test_an_invitation_is_not_for_who_has_left_the_group(sun: Visiting) -> None:
    await sun.open(7)
    notice = await sun.notice(K.GUESTS_INVITED, sun.guest)
    async with sun.database.work() as work:
        await work.children.move(sun.organisation_id, sun.children[0], sun.rays)
    assert await sun.told_of.invited_for_notice(notice) is None


async def test_a_partner_s_invitation_ends_with_the_partnership(sun: Visiting) -> None:
    baker = await sun.baker()
    await sun.open(7, partners=(baker.memberships[0].id,))
    notice = await sun.notice(K.GUESTS_INVITED, baker)
    assert await sun.told_of.invited_for_notice(notice) is not None
    async with sun.database.work() as work:
        await work.people.end_membership(sun.organisation_id, baker.memberships[0].id)
    assert await sun.told_of.invited_for_notice(notice) is None


async def test_what_was_decided_meanwhile_is_not_told(sun: Visiting) -> None:
    visit = await sun.taken()
    applied = await sun.notice(K.GUEST_APPLIED, sun.host)
    card = await sun.told_of.applied_for_notice(applied)
    assert card is not None
    assert card.may_decide
    good(await sun.visits.accept(sun.host, visit.id, 1))
    assert await sun.told_of.applied_for_notice(applied) is None
    accepted = await sun.notice(K.GUEST_ACCEPTED, sun.guest)
    mine = await sun.told_of.accepted_for_notice(accepted)
    assert mine is not None
    assert mine.mine
    other = (await sun.open(8)).slots[0]
    good(await sun.visits.decline(sun.host, visit.id, 2, GuestDecline.DATE_UNFIT, None))
    assert await sun.told_of.accepted_for_notice(accepted) is None
    declined = await sun.told_of.declined_for_notice(await sun.notice(K.GUEST_DECLINED, sun.guest))
    assert declined is not None
    assert {slot.id for slot in declined.free} == {visit.slot_id, other.id}


async def test_who_does_not_answer_for_the_group_any_more_hears_nothing_of_it(sun: Visiting) -> None:
    await sun.taken()
    notice = await sun.notice(K.GUEST_APPLIED, sun.host)
    async with sun.database.work() as work:
        await work.staff.forget_group(sun.organisation_id, sun.sun)
    assert await sun.told_of.applied_for_notice(notice) is None


async def test_details_ready_and_given_back_are_told_while_they_are_so(sun: Visiting) -> None:
    card = await sun.confirmed()
    ready = await sun.notice(K.GUEST_READY, sun.host)
    assert await sun.told_of.ready_for_notice(ready) is not None
    assert await sun.told_of.detailed_for_notice(ready) is None
    good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))
    assert await sun.told_of.ready_for_notice(ready) is None
    given = await sun.told_of.gave_back_for_notice(await sun.notice(K.GUEST_GAVE_BACK, sun.host))
    assert given is not None
    assert given.guest is not None


async def test_two_moves_in_a_row_are_told_as_one_and_back_again_as_none(sun: Visiting) -> None:
    card = await sun.confirmed(7)
    await sun.open(7, starts=(sun.at(7, 13), sun.at(7, 15)))
    first, second = (slot.id for slot in (await sun.free()).slots)
    sun.clock.move_to(sun.at(7, 9))  # too late to ask
    good(await sun.move(card.visit.id, first))
    good(await sun.move(card.visit.id, second))
    assert await sun.waiting(K.GUEST_MOVED) == [sun.guest.person_id]
    told = await sun.told_of.moved_for_notice(await sun.notice(K.GUEST_MOVED, sun.guest))
    assert told is not None
    assert (told.was, told.card.visit.starts_at) == (sun.at(7), sun.at(7, 15))
    good(await sun.move(card.visit.id, card.visit.slot_id))
    assert await sun.waiting(K.GUEST_MOVED) == []
    assert await sun.told_of.moved_for_notice(await sun.notice(K.GUEST_MOVED, sun.guest)) is None


@pytest.mark.parametrize(("hours", "urgency"), [(13, Urgency.NOW), (20, Urgency.WAITS)])
async def test_a_date_given_back_is_heard_at_once_when_it_is_soon(
    sun: Visiting, hours: int, urgency: Urgency
) -> None:
    card = await sun.confirmed(3)
    sun.clock.move_to(card.visit.starts_at - timedelta(hours=hours))
    good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))
    assert (await sun.notice(K.GUEST_GAVE_BACK, sun.host)).urgency == urgency.value


async def test_at_night_a_teacher_hears_in_the_morning_and_a_guest_at_once(sun: Visiting) -> None:
    sun.clock.move_to(sun.at(0, 22))
    visit = await sun.taken(None, 7)
    assert (await sun.notice(K.GUEST_APPLIED, sun.host)).due_at == sun.at(1, 8)
    head = await sun.staff(Role.HEAD)
    good(await sun.visits.accept(head, visit.id, 1))
    assert (await sun.notice(K.GUEST_ACCEPTED, sun.guest)).due_at == sun.clock.now()


async def test_a_group_without_a_teacher_is_heard_by_who_leads(sun: Visiting) -> None:
    head = await sun.staff(Role.HEAD)
    opened = await sun.open(7)
    async with sun.database.work() as work:
        await work.staff.forget_group(sun.organisation_id, sun.sun)
    await sun.take(sun.guest, opened.slots[0].id)
    assert await sun.waiting(K.GUEST_APPLIED) == [head.person_id]


async def test_the_queue_and_the_log_hold_ids_and_kinds_alone(sun: Visiting) -> None:
    await sun.names_on()
    card = await sun.confirmed()
    good(
        await sun.visits.decline(
            sun.host, card.visit.id, card.visit.version, GuestDecline.OTHER, "Слова воспитателя"
        )
    )
    async with sun.database.read() as reading:
        params = list(await reading.connection.scalars(select(NoticeRow.params)))
        details = list(await reading.connection.scalars(select(AuditRow.details)))
    said = f"{params} {details}"
    assert params
    for words in ("Анна", "Пекарь", "хлебе", "скалку", "Слова", "зубы"):
        assert words not in said


async def test_beyond_the_budget_an_invitation_comes_in_the_evening_summary(sun: Visiting) -> None:
    deliveries = Deliveries(sun.database, sun.clock, OFFERING)
    for day in (3, 4):
        await sun.publish(sun.host, f"event{day}", days=day)
    opened = await sun.open(7, 8)
    limited = await sun.openings.preview(sun.host, sun.organisation_id, sun.opening(9))
    assert getattr(limited, "limited_families", None) == 1
    assert await sun.waiting(K.GUESTS_INVITED) == []
    sun.clock.move_to(sun.at(0, 19))
    assert await deliveries.put_summaries() == 1
    notice = await sun.notice(K.EVENING_SUMMARY, sun.guest)
    summary = await deliveries.summary_for_notice(notice)
    assert summary is not None
    assert summary.lines == ()
    [line] = summary.openings
    assert line == OpeningLine(opened.opening_id, sun.organisation_id, opened.group, 2)
    for slot in opened.slots:
        await sun.openings.withdraw(sun.host, slot.id)
    assert await deliveries.summary_for_notice(notice) is None, "nothing is left to tell"


async def test_the_author_hears_who_could_not_be_invited(sun: Visiting) -> None:
    deliveries = Deliveries(sun.database, sun.clock, OFFERING)
    async with sun.database.work() as work:
        await work.connection.execute(
            update(PersonRow)
            .where(PersonRow.id == sun.guest.person_id)
            .values(chat_closed_at=sun.clock.now())
        )
    other = await sun.adult(2)
    opened = await sun.open(7)
    assert opened.told == 1, "whoever has blocked the bot hears nothing"
    failed = await sun.notice(K.GUESTS_INVITED, other)
    async with sun.database.work() as work:
        await tell_author(work, failed, sun.clock.now())
        await tell_author(work, failed, sun.clock.now())
    notice = await sun.notice(K.DELIVERY_FAILED, sun.host)
    trouble = await deliveries.trouble_for_notice(notice)
    assert trouble is not None
    assert trouble.opening is not None
    assert (trouble.event, trouble.report.closed) == (None, 1)
    assert trouble.opening.opening_id == opened.opening_id
