"""The one queue of a group: who comes too late waits, dates are offered in order, nobody overtakes, everything is told once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import NoticeRow
from db.work import Database
from domain.guest_queue import QueuePlace, WaiterStatus
from domain.guest_views import VisitCard
from domain.guests import VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from tests.services.queueing import Queueing
from tests.services.visiting import BAKER, OWN_WORDS, Visiting, build_visiting, good

K = NoticeKind
MANY = 60
"""Two hundred are measured by the bench."""


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten, on either database."""
    return await build_visiting(database)


def refused(outcome: object) -> Reason:
    """Why it was refused."""
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


async def test_many_want_one_date(sun: Visiting) -> None:
    """One gets it; the others stand in one queue in the order in which they were told so."""
    opened = await sun.open(7)
    crowd = await sun.crowd(MANY)
    q = Queueing(sun)
    told: list[int] = []

    async def want(number: int) -> bool:
        outcome = await sun.applications.take(crowd[number], opened.slots[0].id, BAKER, f"t{number}")
        if outcome.visit is None:
            assert outcome.queued
            assert outcome.invitation.waits is not None
            told.append(crowd[number].person_id)
        return outcome.visit is not None

    won = await asyncio.gather(*(want(number) for number in range(MANY)))
    assert sum(won) == 1
    order = await q.order()
    assert sorted(order) == sorted(told)
    waiters = await q.waiters()
    assert [one.ticket for one in waiters] == list(range(1, MANY))


async def test_a_freed_date_goes_to_the_first_and_nobody_overtakes(sun: Visiting) -> None:
    opened = await sun.open(7)
    slot = opened.slots[0]
    first, second, late = await sun.crowd(3)
    q = Queueing(sun)
    visit = (await sun.take(sun.guest, slot.id)).visit
    assert visit is not None
    for guest in (first, second):
        assert (await sun.take(guest, slot.id, OWN_WORDS)).queued
    q.by_day()
    assert await q.offers.put_due() == 0, "nothing is free"
    good(await sun.applications.give_back(sun.guest, visit.id, visit.version))
    outcome = await sun.take(late, slot.id)
    assert outcome.refused is not None
    assert (outcome.refused.reason, outcome.queued) == (Reason.SLOT_KEPT, True)
    assert (await sun.applications.dates(second, sun.sun)).slots == ()
    assert [one.id for one in (await sun.applications.dates(first, sun.sun)).slots] == [slot.id]
    entered = await sun.entries.enter(sun.host, slot.id, sun.children[1], BAKER, "e-late")
    assert entered.refused is not None
    assert entered.refused.reason is Reason.SLOT_KEPT
    assert await q.offers.put_due() == 1
    assert await q.offers.put_due() == 0, "a second tick offers nothing twice"
    assert await q.offered() == [first.person_id]
    place = await q.queue.place(first, sun.sun)
    assert (place.place, place.offered) == (1, slot.starts_at)
    assert refused(await q.queue.take_offered(second, sun.sun, slot.id)) is Reason.OFFER_GONE
    card = good(await q.queue.take_offered(first, sun.sun, slot.id))
    assert (card.visit.status, card.visit.profession) == (VisitStatus.APPLIED, OWN_WORDS.profession)
    assert good(await q.queue.take_offered(first, sun.sun, slot.id)).visit.id == card.visit.id
    assert await q.order() == [second.person_id, late.person_id]
    assert await sun.waiting(K.GUEST_APPLIED) == [sun.host.person_id]


async def test_an_offer_lapses_to_the_next_and_twice_is_out(sun: Visiting) -> None:
    opened = await sun.open(20)
    first, second = await sun.crowd(2)
    q = Queueing(sun)
    for guest in (first, second):
        assert isinstance(await q.queue.join(guest, sun.sun, BAKER), QueuePlace)
    q.by_day()
    for now_asked, next_asked in ((first, second), (second, first), (first, second)):
        assert (await q.queue.place(now_asked, sun.sun)).place == 1
        assert await q.offers.put_due() == 1
        notice = await sun.notice(K.GUEST_OFFERED, now_asked)
        offer = await q.told.offered_for_notice(notice)
        assert offer is not None
        assert offer.offered == opened.slots[0].starts_at
        await _read(sun)
        sun.clock.advance(timedelta(hours=11, minutes=59))
        q.by_day()
        assert await q.offers.lapse_due() == 1
        assert (await q.told.offered_for_notice(notice)) is None
        lapse = await q.told.lapsed_for_notice(await sun.notice(K.GUEST_OFFER_LAPSED, now_asked))
        assert lapse is not None
        if (await q.order())[-1:] == [now_asked.person_id]:
            assert lapse.place is not None
            assert lapse.place.place == 2
        else:
            assert lapse.place is None
            assert await q.order() == [next_asked.person_id]
        await _read(sun)
    with pytest.raises(Missing):
        await q.queue.place(first, sun.sun)


async def _read(sun: Visiting) -> None:
    """Everything was told the moment it was put."""
    async with sun.database.work(claims=False) as work:
        waits = NoticeRow.status == "queued"
        values = {"status": "sent", "finished_at": sun.clock.now()}
        await work.connection.execute(update(NoticeRow).where(waits).values(**values))


async def test_nothing_is_offered_at_night_and_everybody_may_come_in_the_last_hours(sun: Visiting) -> None:
    opened = await sun.open(7)
    slot = opened.slots[0]
    (first, late) = await sun.crowd(2)
    q = Queueing(sun)
    await q.queue.join(first, sun.sun, BAKER)
    sun.clock.advance(sun.at(6, 23) - sun.clock.now())
    assert await q.offers.put_due() == 0
    assert (await sun.take(late, slot.id)).refused is not None, "it is kept through the night"
    sun.clock.advance(sun.at(7, 8, 1) - sun.clock.now())
    await q.offers.put_due()
    assert (await sun.take(late, slot.id)).visit is not None, "two hours before, who taps first comes"


async def test_days_that_suit(sun: Visiting) -> None:
    monday = next(day for day in range(7, 14) if sun.at(day).weekday() == 0)
    opened = await sun.open(monday, monday + 1)
    first, second, late = await sun.crowd(3)
    q = Queueing(sun)
    for guest in (first, second):
        await q.queue.join(guest, sun.sun, BAKER)
    q.by_day()
    assert refused(await q.queue.wish(first, sun.sun, frozenset())) is Reason.NOTHING_PICKED
    await q.queue.wish(first, sun.sun, frozenset({1}))
    place = await q.queue.wish(second, sun.sun, frozenset({1, 2}))
    assert isinstance(place, QueuePlace)
    assert place.place == 2
    assert await q.offers.put_due() == 1
    waiters = await q.waiters()
    assert [one.status for one in waiters] == [WaiterStatus.OFFERED, WaiterStatus.WAITING]
    assert waiters[0].slot_id == opened.slots[1].id
    assert [one.id for one in (await sun.applications.dates(late, sun.sun)).slots] == [opened.slots[0].id]
    assert (await sun.take(late, opened.slots[0].id)).visit is not None, "it suits nobody who waits"


async def test_the_teacher_closes_an_offered_date(sun: Visiting) -> None:
    opened = await sun.open(7)
    first, second = await sun.crowd(2)
    q = Queueing(sun)
    for guest in (first, second):
        await q.queue.join(guest, sun.sun, BAKER)
    q.by_day()
    assert await q.offers.put_due() == 1
    await sun.openings.withdraw(sun.host, opened.slots[0].id)
    assert refused(await q.queue.take_offered(first, sun.sun, opened.slots[0].id)) is Reason.SLOT_WITHDRAWN
    assert await q.offers.put_due() == 1
    assert await q.order() == [first.person_id, second.person_id], "nobody's fault: the place stays"
    lapse = await q.told.lapsed_for_notice(await sun.notice(K.GUEST_OFFER_LAPSED, first))
    assert lapse is not None
    assert lapse.withdrawn
    await sun.open(8)
    assert await q.offers.put_due() == 1
    assert (await q.waiters())[0].status is WaiterStatus.OFFERED
    page = await q.queue.page(sun.host, sun.organisation_id)
    assert [(line.place, line.waiter.guest_id) for line in page.lines] == [
        (1, first.person_id),
        (2, second.person_id),
    ]
    assert page.counts == {sun.sun: 2}
    left = await q.queue.leave(first, sun.sun)
    assert left.place == 1
    assert await q.offers.put_due() == 1, "«уже не нужно»: the next one is asked"
    assert (await q.waiters())[0].guest_id == second.person_id


async def test_the_queue_ends_with_the_group_and_with_the_right(sun: Visiting) -> None:
    opened = await sun.open(7)
    first, second = await sun.crowd(2)
    q = Queueing(sun)
    for guest in (first, second):
        await q.queue.join(guest, sun.sun, BAKER)
    async with sun.database.work() as work:  # the child goes to another group
        child = sun.children[-2]
        await work.children.move(sun.organisation_id, child, sun.rays)
    q.by_day()
    assert await q.offers.put_due() == 2, "one is out, the next one is asked"
    assert await sun.waiting(K.GUEST_QUEUE_ENDED) == [first.person_id]
    ended = await q.told.ended_for_notice(await sun.notice(K.GUEST_QUEUE_ENDED, first))
    assert ended is not None
    assert not ended.archived
    assert await q.offered() == [second.person_id]
    stranger = await sun.staff(Role.HEAD)
    with pytest.raises(Forbidden):
        await q.queue.join(stranger, sun.sun, BAKER)
    assert (await q.slot(opened.slots[0].id)).free


async def test_two_dates_are_enough(sun: Visiting) -> None:
    opened = await sun.open(7, 8, 9)
    q = Queueing(sun)
    for slot in opened.slots[:2]:
        assert (await sun.take(sun.guest, slot.id)).visit is not None
    third = await sun.take(sun.guest, opened.slots[2].id)
    assert third.refused is not None
    assert (third.refused.reason, third.queued) == (Reason.VISITS_ENOUGH, False)
    assert refused(await q.queue.join(sun.guest, sun.sun, BAKER)) is Reason.VISITS_ENOUGH


async def test_a_guest_moves_the_own_visit(sun: Visiting) -> None:
    card = await sun.agreed(7, 8)
    q = Queueing(sun)
    (other,) = await sun.crowd(1)
    free = await q.moves.free(sun.guest, card.visit.id)
    assert not isinstance(free, Refused)
    assert [slot.starts_at for slot in free] == [sun.at(8)]
    with pytest.raises(Forbidden):
        await q.moves.move(other, card.visit.id, card.visit.version, free[0].id)
    assert refused(await q.moves.move(sun.guest, card.visit.id, 1, free[0].id)) is Reason.CHANGED_MEANWHILE
    version = (await sun.now_of(card.visit.id)).version
    async with sun.database.work(claims=False) as work:
        await work.connection.execute(update(NoticeRow).values(status="sent"))
    moved = await q.moves.move(sun.guest, card.visit.id, version, free[0].id)
    assert isinstance(moved, VisitCard)
    assert (moved.visit.starts_at, moved.visit.status) == (sun.at(8), VisitStatus.TENTATIVE)
    assert (await q.slot(card.visit.slot_id)).free
    assert await sun.waiting(K.GUEST_MOVED_VISIT) == [sun.host.person_id]
    told = await q.told.moved_for_notice(await sun.notice(K.GUEST_MOVED_VISIT, sun.host))
    assert told is not None
    sun.clock.advance(sun.at(7, 18) - sun.clock.now())
    late = await q.moves.move(sun.guest, card.visit.id, moved.visit.version, card.visit.slot_id)
    assert refused(late) is Reason.MOVE_TOO_LATE
    async with sun.database.read() as reading:
        rows = await reading.connection.execute(select(NoticeRow.dedupe_key))
        keys = [row.dedupe_key for row in rows]
    assert len(keys) == len(set(keys))
    good(await sun.applications.give_back(sun.guest, card.visit.id, moved.visit.version))
