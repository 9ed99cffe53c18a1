"""Two teachers, of whom one has read of an application and the other has not: each hears what is news to them."""

import pytest
from sqlalchemy import update

from db.models import NoticeRow
from db.work import Database
from domain.guest_views import VisitCard
from domain.guests import Visit
from domain.notices import NoticeKind
from domain.people import Actor, Role
from tests.services.queueing import Queueing
from tests.services.sunny import mark_sent
from tests.services.visiting import Visiting, build_visiting, good

K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def applied(sun: Visiting, reader: str) -> tuple[Visit, Actor]:
    """An application of which the first teacher has read, or may have; and the second teacher."""
    second = await sun.staff(Role.TEACHER, sun.sun)
    visit = await sun.taken(None, 7, 8)
    status, perhaps = ("sent", False) if reader == "read" else ("retry", True)
    async with sun.database.work(claims=False) as work:
        await work.connection.execute(
            update(NoticeRow)
            .where(NoticeRow.kind == K.GUEST_APPLIED.value, NoticeRow.person_id == sun.host.person_id)
            .values(status=status, may_have_come=perhaps)
        )
    assert await sun.waiting(K.GUEST_APPLIED) == [second.person_id]
    return visit, second


@pytest.mark.parametrize("reader", ["read", "perhaps"])
async def test_only_who_has_heard_of_it_hears_that_the_date_is_free(sun: Visiting, reader: str) -> None:
    visit, _ = await applied(sun, reader)
    good(await sun.applications.give_back(sun.guest, visit.id, visit.version))
    assert await sun.waiting(K.GUEST_GAVE_BACK) == [sun.host.person_id]
    assert await sun.waiting(K.GUEST_APPLIED) == []


@pytest.mark.parametrize("reader", ["read", "perhaps"])
async def test_who_has_heard_hears_of_the_other_day_and_who_has_not_of_the_application(
    sun: Visiting, reader: str
) -> None:
    visit, second = await applied(sun, reader)
    q = Queueing(sun)
    free = await q.moves.free(sun.guest, visit.id)
    assert isinstance(free, tuple)
    moved = await q.moves.move(sun.guest, visit.id, visit.version, free[0].id)
    assert isinstance(moved, VisitCard)
    assert await sun.waiting(K.GUEST_MOVED_VISIT) == [sun.host.person_id]
    assert await sun.waiting(K.GUEST_APPLIED) == [second.person_id]


async def test_a_question_that_may_have_come_is_taken_back_with_a_word(sun: Visiting) -> None:
    card = await sun.confirmed(4)
    await mark_sent(sun.database)
    asked = good(await sun.move(card.visit.id, sun.at(9))).visit
    assert asked.asked is not None
    async with sun.database.work(claims=False) as work:
        await work.connection.execute(
            update(NoticeRow)
            .where(NoticeRow.kind == K.GUEST_MOVE_ASKED.value)
            .values(status="retry", may_have_come=True)
        )
    good(await sun.moves.take_back(sun.host, asked.id, asked.version))
    assert await sun.waiting(K.GUEST_MOVE_DROPPED) == [sun.guest.person_id]
