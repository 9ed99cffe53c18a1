"""A group is closed on a day that a guest is asked about: the question is over at once, and told once."""

from datetime import timedelta

import pytest

from db.work import Database
from domain.closure_views import AskedGuest, ClosureCard
from domain.guest_requests import MoveAnswer
from domain.guests import GuestDecline, VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from services.guest_request_notices import GuestRequestNotices
from tests.services.busy_week import close, closures, plan_of, told_of
from tests.services.sunny import mark_sent
from tests.services.test_guest_asked_moves import free_slot
from tests.services.test_guest_races import disagreements
from tests.services.visiting import BAKER, Visiting, build_visiting, good

K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


@pytest.mark.parametrize("read", [True, False])
async def test_a_closed_day_is_not_asked_about(sun: Visiting, read: bool) -> None:
    card = await sun.confirmed(4)
    visit = good(await sun.move(card.visit.id, (await sun.open(9)).slots[0].id)).visit
    assert visit.asked is not None
    slot = visit.asked.slot_id
    if read:
        await mark_sent(sun.database)
    plan = await plan_of(sun)
    assert plan.questions == (AskedGuest(BAKER.profession.name, visit.asked.starts_at, visit.starts_at),)
    closed = await close(sun)
    now = await sun.now_of(visit.id)
    assert (now.slot_id, now.asked, now.status) == (visit.slot_id, None, VisitStatus.CONFIRMED)
    assert not await free_slot(sun, slot)
    late = await sun.answers.answer(sun.guest, visit.id, slot, MoveAnswer.YES)
    assert late == Refused(Reason.MOVE_NOT_ASKED)
    told = [sun.guest.person_id] if read else []
    assert await sun.waiting(K.GUEST_MOVE_DROPPED) == told, "who has not read the question hears of nothing"
    assert await sun.waiting(K.GUEST_MOVE_ASKED) == []
    if read:
        notice = await sun.notice(K.GUEST_MOVE_DROPPED, sun.guest)
        shown = GuestRequestNotices(sun.database, sun.clock)
        assert await shown.move_dropped_for_notice(notice) is not None
    assert await disagreements(sun) == []
    opened = await closures(sun).reopen(sun.host, closed.news.closure.id)
    assert isinstance(opened, ClosureCard)
    assert await free_slot(sun, slot), "the date is free again with the group"


async def test_a_closure_that_moves_the_visit_tells_of_that_alone(sun: Visiting) -> None:
    """Both days are closed: the visit goes elsewhere, and nowhere that another guest is asked about."""
    first = await sun.confirmed(8)
    card = good(await sun.move(first.visit.id, sun.at(9)))
    assert card.visit.asked is not None
    other = await sun.taken(await sun.adult(2), 22)
    held = good(await sun.move(other.id, sun.at(15)))
    assert held.visit.asked is not None
    await mark_sent(sun.database)
    plan = await plan_of(sun)
    [affected], [question] = plan.affected, plan.questions
    assert question.stays_at is None, "its own day is one of the closed ones"
    assert affected.to == sun.at(22) + timedelta(days=7), "one date is somebody's, another one is kept"
    await close(sun)
    now = await sun.now_of(first.visit.id)
    assert (now.starts_at, now.asked) == (affected.to, None)
    assert await sun.waiting(K.GUEST_MOVE_DROPPED) == []
    assert sun.guest.person_id in await told_of(sun, K.GROUP_CLOSED)
    assert (await sun.now_of(other.id)).asked == held.visit.asked
    assert await disagreements(sun) == []


@pytest.mark.parametrize("goes", ["moved", "given-back", "called-off", "agreed"])
async def test_the_day_of_a_visit_that_was_left_standing_is_open_to_nobody_after_it(
    sun: Visiting, goes: str
) -> None:
    card = await sun.confirmed(8)
    if goes == "agreed":
        card = good(await sun.move(card.visit.id, (await sun.open(4)).slots[0].id))
        assert card.visit.asked is not None
    await close(sun, (0, 2))
    visit = await sun.now_of(card.visit.id)
    assert visit.starts_at == sun.at(8), "left where it is"
    match goes:
        case "moved":
            await sun.moved(visit.id, sun.at(4))
        case "given-back":
            good(await sun.applications.give_back(sun.guest, visit.id, visit.version))
        case "called-off":
            lost = GuestDecline.DAY_LOST
            good(await sun.visits.decline(sun.host, visit.id, visit.version, lost, None))
        case _:
            assert visit.asked is not None
            good(await sun.answers.answer(sun.guest, visit.id, visit.asked.slot_id, MoveAnswer.YES))
    assert not await free_slot(sun, visit.slot_id)
    assert await disagreements(sun) == []
