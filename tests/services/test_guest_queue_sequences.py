"""Everything that can be done with dates and their queue, through the services, compared with what a child would keep."""

from collections.abc import Iterable
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select, update

from db.models import GuestQueueRow, GuestSlotRow, NoticeRow
from db.work import Database
from domain.guest_views import VisitCard
from domain.guests import Visit
from domain.ids import SlotId
from domain.notices import NoticeKind
from domain.people import Actor
from tests.guest_queue_reference import Reference
from tests.services.queueing import Queueing
from tests.services.visiting import BAKER, Visiting, build_visiting, good

DATES = range(20, 24)
STEPS = 100
ACTS = (
    ("take",) * 5
    + ("back",) * 4
    + ("offer",) * 4
    + ("accept",) * 2
    + ("pass",) * 3
    + ("join", "lapse", "withdraw", "leave")
)


class Play:
    """One group, five families, four dates; and the reference beside it. Dates are called by their days."""

    def __init__(self, sun: Visiting, guests: list[Actor], seed: int) -> None:
        self.sun, self.guests, self.chance, self.q = sun, guests, Random(seed), Queueing(sun)
        self.child = Reference({0: {20, 21}, 1: {22}})
        self.slots = dict[int, SlotId]()
        self.visits = dict[int, Visit]()
        self.told = self.passed = 0

    async def step(self) -> str:
        """Something is done, here and there; what it was."""
        act, who, day = self.chance.choice(ACTS), self.chance.randrange(5), self.chance.choice(DATES)
        guest, child, sun, q = self.guests[who], self.child, self.sun, self.q
        if day not in child.free and day not in child.taken:
            self.slots[day] = (await sun.open(day)).slots[0].id
            child.free = sorted([*child.free, day])
        match act:
            case "take":
                await self._take(who, day)
            case "join":
                assert (not hasattr(await q.queue.join(guest, sun.sun, BAKER), "reason")) == child.join(who)
            case "back" if day in child.taken:
                visit, holder = self.visits.pop(day), self.guests[child.taken[day]]
                good(await sun.applications.give_back(holder, visit.id, visit.version))
                child.give_back(day)
            case "offer":
                got = child.offer()
                assert await q.offers.offer_due() == len(got)
                self.told += len(got)
                await self._read()
            case "accept" if who in child.offered:
                day = child.offered[who]
                card = await q.queue.take_offered(guest, sun.sun, self.slots[day])
                assert isinstance(card, VisitCard) == child.accept(who)
                self.visits[day] = good(card).visit
            case "pass" if child.offered:
                one = self.chance.choice(sorted(child.offered))
                await q.queue.pass_on(self.guests[one], sun.sun, self.slots[child.offered[one]])
                child.let_pass(one)
                self.passed += 1
            case "lapse":
                await self._lapse()
                child.lapse()
            case "withdraw" if day in child.free:
                await sun.openings.withdraw(sun.host, self.slots[day])
                child.withdraw(day)
                await q.offers.lapse_due()
            case "leave" if who in child.queue:
                await q.queue.leave(guest, sun.sun)
                child.leave(who)
        if who in child.queue and who in child.can:
            days = frozenset(sun.at(one).weekday() for one in child.can[who])
            await q.queue.wish(guest, sun.sun, days)
        return act

    async def agree(self) -> None:
        """The tables say what the reference says; every offer was told once."""
        numbers = {one.person_id: number for number, one in enumerate(self.guests)}
        days = {slot: day for day, slot in self.slots.items()}
        waiters = await self.q.waiters()
        assert [numbers[one.guest_id] for one in waiters] == self.child.queue
        kept = {numbers[one.guest_id]: days[one.slot_id] for one in waiters if one.slot_id is not None}
        assert kept == self.child.offered
        async with self.sun.database.read() as reading:
            rows = await reading.connection.execute(
                select(GuestSlotRow.id, GuestSlotRow.visit_id).where(GuestSlotRow.withdrawn_at.is_(None))
            )
            standing = {days[row.id]: row.visit_id for row in rows}
        assert {day: one for day, one in standing.items() if one} == {
            day: visit.id for day, visit in self.visits.items()
        }
        assert sorted(self.visits) == sorted(self.child.taken)
        assert sorted(day for day, one in standing.items() if not one) == self.child.free
        assert await self.sun.count(NoticeRow, kind=NoticeKind.GUEST_OFFERED.value) == self.told

    async def _take(self, who: int, day: int) -> None:
        outcome = await self.sun.take(self.guests[who], self.slots[day])
        said = "taken" if outcome.visit is not None else "queued" if outcome.queued else "refused"
        assert said == self.child.take(who, day)
        if outcome.visit is not None:
            self.visits[day] = await self.sun.now_of(outcome.visit.id)

    async def _lapse(self) -> None:
        """Every offer has ended, who stands in front first."""
        now = self.sun.clock.now()
        for place, one in enumerate(await self._offered()):
            over = now - timedelta(minutes=30) + timedelta(seconds=place)
            async with self.sun.database.work(claims=False) as work:
                await work.connection.execute(
                    update(GuestQueueRow).where(GuestQueueRow.id == one).values(offered_until=over)
                )
        await self.q.offers.lapse_due()

    async def _offered(self) -> Iterable[int]:
        return [one.id for one in await self.q.waiters() if one.slot_id is not None]

    async def _read(self) -> None:
        """What was put was read two hours ago."""
        values = {"status": "sent", "finished_at": self.sun.clock.now() - timedelta(hours=2)}
        async with self.sun.database.work(claims=False) as work:
            await work.connection.execute(
                update(NoticeRow).where(NoticeRow.status == "queued").values(**values)
            )


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_is_done_the_queue_is_as_a_child_would_keep_it(database: Database, seed: int) -> None:
    sun = await build_visiting(database)
    play = Play(sun, await sun.crowd(5), seed)
    play.q.by_day()
    met = set()
    for _ in range(STEPS):
        met.add(await play.step())
        await play.agree()
    assert met == set(ACTS)
    assert play.told > 2, "dates were offered again and again"
    assert play.passed
