"""A date that is let pass, a guest who cannot be asked, more groups than one look takes: the queue goes on."""

import pytest
from sqlalchemy import update

from db.models import NoticeRow, PersonRow
from db.work import Database
from domain.guest_queue import EVERY_DAY, QueuePlace, WaiterStatus
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Actor, Role
from services.guest_offers import GuestOffers
from tests.services.queueing import Queueing
from tests.services.visiting import BAKER, Visiting, build_visiting


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten, on either database."""
    return await build_visiting(database)


async def waiting(sun: Visiting, guests: list[Actor]) -> Queueing:
    """They stand in the queue, in this order, at noon."""
    q = Queueing(sun)
    for guest in guests:
        assert isinstance(await q.queue.join(guest, sun.sun, BAKER), QueuePlace)
    q.by_day()
    return q


async def kept_in_the_list(sun: Visiting) -> set[int]:
    """Dates that the teacher's list tells from free ones."""
    return set((await sun.openings.page(sun.host, sun.organisation_id)).kept)


async def test_another_day_keeps_the_place(sun: Visiting) -> None:
    first, second = await sun.crowd(2)
    q = await waiting(sun, [first, second])
    soon = (await sun.open(20)).slots[0]
    assert await q.offers.put_due() == 1
    place = await q.queue.pass_on(first, sun.sun, soon.id)
    assert isinstance(place, QueuePlace)
    assert (place.place, place.offered, place.waiter.lapses) == (1, None, 0)
    late = await q.queue.pass_on(first, sun.sun, soon.id)
    assert isinstance(late, Refused)
    assert late.reason is Reason.OFFER_GONE
    assert await q.offers.put_due() == 1, "it goes to the second one"
    assert [one.slot_id for one in await q.waiters()] == [None, soon.id]
    assert [line.place for line in (await q.queue.page(sun.host, sun.organisation_id)).lines] == [1, 2]
    seen = await sun.openings.slot(sun.host, soon.id)
    assert seen.kept is not None
    assert (seen.kept.person_id, seen.may_enter) == (second.person_id, False)
    later = (await sun.open(21)).slots[0]
    assert await kept_in_the_list(sun) == {soon.id}
    assert await q.offers.put_due() == 1
    assert await kept_in_the_list(sun) == {soon.id, later.id}
    assert [one.slot_id for one in await q.waiters()] == [later.id, soon.id], "who is first gets the next day"
    await q.queue.pass_on(second, sun.sun, soon.id)
    await q.queue.pass_on(first, sun.sun, later.id)
    assert await q.offers.put_due() == 1
    assert [one.slot_id for one in await q.waiters()] == [None, later.id], (
        "neither is asked twice about a date"
    )
    await q.queue.leave(second, sun.sun)
    assert await q.offers.put_due() == 0
    assert (await sun.openings.slot(sun.host, soon.id)).kept is None
    assert await kept_in_the_list(sun) == set()


async def test_who_cannot_be_asked_leaves_the_date_to_the_next(sun: Visiting) -> None:
    first, second, third = await sun.crowd(3)
    q = await waiting(sun, [first, second, third])
    slot = (await sun.open(20)).slots[0]
    async with sun.database.work(claims=False) as work:
        closed = {"chat_closed_at": sun.clock.now()}
        await work.connection.execute(
            update(PersonRow).where(PersonRow.id == first.person_id).values(**closed)
        )
    assert await q.offers.put_due() == 1, "the first has closed the bot"
    assert await q.order() == [second.person_id, third.person_id]
    assert await q.offers.put_due() == 1
    assert await q.offered() == [second.person_id]
    async with sun.database.work(claims=False) as work:
        offer = NoticeRow.kind == NoticeKind.GUEST_OFFERED.value
        await work.connection.execute(update(NoticeRow).where(offer).values(status="failed"))
    assert await q.offers.put_due() == 2, "the message did not come: at once it is offered to the next"
    waiters = {one.guest_id: one for one in await q.waiters()}
    assert waiters[third.person_id].slot_id == slot.id
    assert (waiters[second.person_id].status, waiters[second.person_id].lapses) == (WaiterStatus.WAITING, 1)


async def test_every_group_comes_to_its_turn(sun: Visiting) -> None:
    """Groups where nothing can be done do not stand in front of the others."""
    here, there = await sun.crowd(2)
    async with sun.database.work() as work:
        await work.children.move(sun.organisation_id, sun.children[-1], sun.rays)
    there = await sun.reload(there)
    q = await waiting(sun, [here])
    assert isinstance(await q.queue.join(there, sun.rays, BAKER), QueuePlace)
    slot = (await sun.open(20)).slots[0]
    weekday = sun.at(20).weekday()
    await q.queue.wish(here, sun.sun, EVERY_DAY - {weekday})
    methodist = await sun.staff(Role.METHODIST)
    draft = sun.opening(20, group_id=sun.rays)
    await sun.openings.open(methodist, sun.organisation_id, draft, "rays")
    assert await GuestOffers(sun.database, sun.clock, batch=1).put_due() == 1
    assert await q.offered() == [there.person_id]
    assert (await q.slot(slot.id)).free
    assert await GuestOffers(sun.database, sun.clock, batch=1).put_due() == 0
