"""A guest is asked before the visit moves: both dates are kept, the answer comes once, or the question lapses."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import GuestSlotRow, GuestVisitRow, NoticeRow, PersonRow
from db.repositories.groups import Groups
from db.work import Database
from domain.guest_requests import MoveAnswer
from domain.guests import Visit, VisitStatus
from domain.ids import GroupId, OrganisationId, SlotId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from services.guest_request_notices import GuestRequestNotices
from services.guest_unread import GuestUnread
from tests.services.queueing import Queueing
from tests.services.sunny import next_door
from tests.services.test_guest_races import disagreements
from tests.services.visiting import BAKER, DETAILS, Visiting, build_visiting, good

OVER = Refused(Reason.MOVE_NOT_ASKED)
CHANGED = Refused(Reason.CHANGED_MEANWHILE)
K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def asked(sun: Visiting, *, own_date: bool = False) -> tuple[Visit, SlotId]:
    """A visit on the seventh day whose guest is asked about the ninth."""
    card = await sun.confirmed(7)
    to = sun.at(9) if own_date else (await sun.open(9)).slots[0].id
    card = good(await sun.move(card.visit.id, to))
    assert card.visit.asked is not None
    assert (card.asked, card.visit.starts_at, card.visit.asked.starts_at) == (True, sun.at(7), sun.at(9))
    return card.visit, card.visit.asked.slot_id


async def free_slot(sun: Visiting, slot_id: SlotId) -> bool:
    """Whether anybody may take a date."""
    async with sun.database.read() as reading:
        found = await reading.guest_openings.find_slot(sun.organisation_id, slot_id)
    return found is not None and found.free


async def test_both_dates_are_kept_until_the_guest_agrees(sun: Visiting) -> None:
    visit, slot = await asked(sun)
    assert visit.asked is not None
    assert visit.asked.until == sun.clock.now() + timedelta(hours=48)
    assert (await sun.free()).slots == ()
    rival = await sun.adult(2)
    taken = await sun.take(rival, slot)
    assert taken.refused == Refused(Reason.SLOT_TAKEN)
    notice = await sun.notice(K.GUEST_MOVE_ASKED, sun.guest)
    told = GuestRequestNotices(sun.database, sun.clock)
    assert await told.move_asked_for_notice(notice) is not None
    assert await told.move_asked_for_notice(replace(notice, person_id=rival.person_id)) is None
    again = await sun.move(visit.id, (await sun.open(11)).slots[0].id)
    assert again == Refused(Reason.MOVE_ASKED)
    card = good(await sun.answers.answer(sun.guest, visit.id, slot, MoveAnswer.YES))
    assert (card.visit.slot_id, card.visit.asked, card.visit.status) == (slot, None, VisitStatus.CONFIRMED)
    assert await free_slot(sun, visit.slot_id)
    assert await sun.waiting(K.GUEST_MOVE_ANSWERED) == [sun.host.person_id]
    assert await told.move_asked_for_notice(notice) is None
    answered = await told.move_answered_for_notice(await sun.notice(K.GUEST_MOVE_ANSWERED, sun.host))
    assert answered is not None
    before = await sun.count(NoticeRow)
    for answer in MoveAnswer:
        assert await sun.answers.answer(sun.guest, visit.id, slot, answer) == OVER
    assert (await sun.now_of(visit.id)).slot_id == slot
    assert await sun.count(NoticeRow) == before
    assert await disagreements(sun) == []


@pytest.mark.parametrize("own_date", [False, True])
async def test_the_visit_stays_when_the_guest_says_so_or_nothing(sun: Visiting, own_date: bool) -> None:
    visit, slot = await asked(sun, own_date=own_date)
    card = good(await sun.answers.answer(sun.guest, visit.id, slot, MoveAnswer.NO))
    assert (card.visit.slot_id, card.visit.asked) == (visit.slot_id, None)
    assert await free_slot(sun, slot) is not own_date, "a date that was made for the question goes again"
    again = good(await sun.move(visit.id, sun.at(10)))
    assert again.visit.asked is not None
    assert await sun.answers.put_due() == 0
    sun.clock.move_to(again.visit.asked.until)
    late = await sun.answers.answer(sun.guest, visit.id, again.visit.asked.slot_id, MoveAnswer.YES)
    assert late == OVER
    assert await sun.answers.put_due() == 1
    assert await sun.answers.put_due() == 0
    now = await sun.now_of(visit.id)
    assert (now.slot_id, now.asked, now.status) == (visit.slot_id, None, VisitStatus.CONFIRMED)
    assert (await sun.notice(K.GUEST_MOVE_ANSWERED, sun.host)).params["answer"] == "lapsed"
    assert await disagreements(sun) == []


async def test_whatever_ends_the_visit_ends_the_question(sun: Visiting) -> None:
    visit, slot = await asked(sun)
    told = good(
        await sun.applications.write_details(sun.guest, visit.id, replace(DETAILS, plan="Испечём булочки"))
    )
    assert told.visit.asked is not None, "what is told beside it leaves it"
    good(await sun.applications.give_back(sun.guest, visit.id, told.visit.version))
    assert (await sun.now_of(visit.id)).asked is None
    assert await free_slot(sun, slot)
    assert await free_slot(sun, visit.slot_id)
    assert await sun.answers.answer(sun.guest, visit.id, slot, MoveAnswer.YES) == OVER
    assert await disagreements(sun) == []


async def test_the_teacher_takes_the_question_back(sun: Visiting) -> None:
    visit, slot = await asked(sun)
    assert await sun.moves.take_back(sun.host, visit.id, visit.version - 1) == CHANGED
    good(await sun.moves.take_back(sun.host, visit.id, visit.version))
    assert await sun.waiting(K.GUEST_MOVE_ASKED) == await sun.waiting(K.GUEST_MOVE_DROPPED) == []
    assert await free_slot(sun, slot)
    assert await sun.moves.take_back(sun.host, visit.id, visit.version) == OVER
    assert await sun.answers.answer(sun.guest, visit.id, slot, MoveAnswer.YES) == OVER


async def test_nobody_else_answers_and_no_stale_button_moves(sun: Visiting) -> None:
    visit, slot = await asked(sun)
    stale = await sun.moves.move(sun.host, visit.id, visit.version - 1, (await sun.open(12)).slots[0].id)
    assert stale == CHANGED
    other, rays = await sun.adult(2), await sun.staff(Role.TEACHER, sun.rays)
    neighbour = await (await next_door(sun)).staff(Role.HEAD)
    for actor, refused in ((other, Forbidden), (sun.host, Forbidden), (neighbour, Missing)):
        with pytest.raises(refused):
            await sun.answers.answer(actor, visit.id, slot, MoveAnswer.YES)
    for actor, refused in ((rays, Forbidden), (sun.guest, Forbidden), (neighbour, Missing)):
        with pytest.raises(refused):
            await sun.moves.take_back(actor, visit.id, visit.version)
    assert (await sun.now_of(visit.id)).asked == visit.asked


async def test_who_does_not_read_is_told_of_once_and_not_asked(sun: Visiting) -> None:
    card = await sun.agreed(7)
    unread = GuestUnread(sun.database, sun.clock)
    assert await unread.put_due() == 0
    async with sun.database.work() as work:
        await work.connection.execute(
            update(PersonRow)
            .where(PersonRow.id == sun.guest.person_id)
            .values(chat_closed_at=sun.clock.now())
        )
    assert await unread.put_due() == 1
    assert await unread.put_due() == 0
    notice = await sun.notice(K.GUEST_UNREAD, sun.host)
    shown = await GuestRequestNotices(sun.database, sun.clock).unread_for_notice(notice)
    assert shown is not None
    assert shown.unread
    for closed, told in ((None, 0), (sun.clock.now() + timedelta(hours=1), 1)):  # comes back, and goes again
        sun.clock.advance(timedelta(hours=1))
        async with sun.database.work() as work:
            await work.connection.execute(
                update(PersonRow).where(PersonRow.id == sun.guest.person_id).values(chat_closed_at=closed)
            )
        sun.clock.advance(timedelta(minutes=1))
        assert await unread.put_due() == told
    assert await unread.put_due() == 0
    moved = good(await sun.move(card.visit.id, sun.at(9)))
    assert (moved.visit.starts_at, moved.visit.asked, moved.unread) == (sun.at(9), None, True)
    async with sun.database.work() as work:
        await work.connection.execute(
            update(GuestVisitRow).values(status=VisitStatus.APPLIED.value, unread_told_at=None)
        )
    assert await unread.put_due() == 0, "nothing was agreed upon"


async def test_a_date_made_for_a_visit_is_not_the_queue_s(sun: Visiting) -> None:
    card = await sun.confirmed(7)
    await Queueing(sun).queue.join(await sun.adult(2), sun.sun, BAKER)
    moved = good(await sun.move(card.visit.id, sun.at(9)))
    assert moved.visit.asked is not None
    assert (moved.visit.asked.starts_at, moved.visit.asked.made) == (sun.at(9), True)
    assert await disagreements(sun) == []


async def test_no_date_is_made_for_a_visit_that_somebody_has_just_changed(
    sun: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await sun.confirmed(7)
    before = await sun.count(GuestSlotRow)

    async def lock(groups: Groups, organisation_id: OrganisationId, group_id: GroupId) -> bool:
        """The turn comes late: the guest has told something else meanwhile."""
        await groups._connection.execute(update(GuestVisitRow).values(version=GuestVisitRow.version + 1))
        return True

    monkeypatch.setattr(Groups, "lock", lock)
    assert await sun.move(card.visit.id, sun.at(9)) == CHANGED
    assert await sun.count(GuestSlotRow) == before
