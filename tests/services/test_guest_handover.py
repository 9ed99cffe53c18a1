"""A teacher leaves: open applications and what was not heard yet go to whoever answers for the group now."""

from datetime import timedelta

import pytest

from db.work import Database
from domain.guest_requests import MoveAnswer
from domain.notices import NoticeKind
from domain.outcomes import Refused
from domain.people import Role
from services.guest_messages import GuestMessages
from services.guest_own_moves import GuestOwnMoves
from services.staff import Staff
from services.teachings import Teachings
from tests.services.sunny import mark_sent
from tests.services.visiting import Visiting, build_visiting, good

K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def test_an_application_goes_to_the_methodist_when_the_only_teacher_leaves(sun: Visiting) -> None:
    head, methodist = await sun.staff(Role.HEAD), await sun.staff(Role.METHODIST)
    await sun.taken(None, 9)
    await mark_sent(sun.database)
    sun.clock.move_to(sun.at(0, 22))
    await sun.taken(None, 10)
    assert await sun.waiting(K.GUEST_APPLIED) == [sun.host.person_id]
    await Staff(sun.database, sun.clock).remove(head, sun.host.memberships[0].id)
    told = await sun.waiting(K.GUEST_APPLIED)
    assert told.count(methodist.person_id) == 2, "the one heard of before, and the one in the queue"
    assert head.person_id not in told
    notice = await sun.notice(K.GUEST_APPLIED, methodist)
    assert await sun.told_of.applied_for_notice(notice) is not None


async def test_a_group_taken_leaves_its_visits_to_the_second_teacher(sun: Visiting) -> None:
    head, second = await sun.staff(Role.HEAD), await sun.staff(Role.TEACHER, sun.sun)
    card = await sun.confirmed(9)
    await mark_sent(sun.database)
    sun.clock.move_to(sun.at(0, 22))
    good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))
    teachings = Teachings(sun.database, sun.clock)
    await teachings.set_teaching(head, sun.host.memberships[0].id, sun.sun, on=False)
    assert await sun.waiting(K.GUEST_APPLIED) == [], "nothing is open"
    told = await sun.waiting(K.GUEST_GAVE_BACK)
    assert told.count(second.person_id) == 1, "who has heard of it is not told again"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_reminders_reach_the_methodist_of_a_group_without_a_teacher(sun: Visiting) -> None:
    head, methodist = await sun.staff(Role.HEAD), await sun.staff(Role.METHODIST)
    card = await sun.confirmed(3)
    await Staff(sun.database, sun.clock).remove(head, sun.host.memberships[0].id)
    sun.clock.move_to(card.visit.starts_at - timedelta(hours=2))
    assert await sun.reminders.put_due() == 2
    assert await sun.waiting(K.GUEST_REMINDER) == [sun.guest.person_id, methodist.person_id]


async def test_what_guests_have_written_moved_and_answered_is_not_lost_with_the_teacher(
    sun: Visiting,
) -> None:
    head, methodist = await sun.staff(Role.HEAD), await sun.staff(Role.METHODIST)
    card, slots = await sun.confirmed(7), (await sun.open(9, 11)).slots
    asked = good(await sun.move(card.visit.id, slots[0].id)).visit.asked
    assert asked is not None
    await mark_sent(sun.database)
    sun.clock.move_to(sun.at(0, 22))
    good(await sun.answers.answer(sun.guest, card.visit.id, asked.slot_id, MoveAnswer.YES))
    own = GuestOwnMoves(sun.database, sun.clock)
    version = (await sun.now_of(card.visit.id)).version
    good(await own.move(sun.guest, card.visit.id, version, slots[1].id))
    messages = GuestMessages(sun.database, sun.clock)
    assert not isinstance(await messages.write(sun.guest, card.visit.id, "?"), Refused)
    await Staff(sun.database, sun.clock).remove(head, sun.host.memberships[0].id)
    for kind in (K.GUEST_MOVED_VISIT, K.GUEST_WRITTEN):
        assert methodist.person_id in await sun.waiting(kind), kind
    notice = await sun.notice(K.GUEST_WRITTEN, methodist)
    assert await messages.message_for_notice(notice) is not None


async def test_nobody_is_sent_their_own_words_when_a_colleague_leaves(sun: Visiting) -> None:
    head, second = await sun.staff(Role.HEAD), await sun.staff(Role.TEACHER, sun.sun)
    card = await sun.confirmed(7)
    await mark_sent(sun.database)
    sun.clock.move_to(sun.at(0, 22))
    messages = GuestMessages(sun.database, sun.clock)
    assert not isinstance(await messages.write(second, card.visit.id, "!"), Refused)
    await Staff(sun.database, sun.clock).remove(head, sun.host.memberships[0].id)
    notice = await sun.notice(K.GUEST_WRITTEN, second)
    assert await messages.message_for_notice(notice) is None


@pytest.mark.parametrize("role", [Role.TEACHER, Role.METHODIST])
async def test_a_question_to_a_guest_stays_open_and_its_answer_comes_to_who_answers_now(
    sun: Visiting, role: Role
) -> None:
    """The second teacher; without any, the methodist."""
    head = await sun.staff(Role.HEAD)
    heir = await sun.staff(role, *([sun.sun] if role is Role.TEACHER else []))
    card = await sun.confirmed(9)
    slot = (await sun.open(12)).slots[0].id
    assert good(await sun.move(card.visit.id, slot)).asked
    await mark_sent(sun.database)
    await Staff(sun.database, sun.clock).remove(head, sun.host.memberships[0].id)
    moved = await sun.answers.answer(sun.guest, card.visit.id, slot, MoveAnswer.YES)
    assert good(moved).visit.starts_at == sun.at(12)
    assert await sun.waiting(K.GUEST_MOVE_ANSWERED) == [heir.person_id]
