"""The queues go on by themselves: offers that are over lapse, free dates are offered to who is first."""

from dataclasses import replace

from db.reads.guest_queue import Queueing
from db.work import Database, Reading, Work
from domain.clock import Clock
from domain.guest_queue import Waiter
from domain.guest_queue_notices import lapsed, offered
from domain.guests import Slot
from domain.ids import GroupId, SlotId, WaiterId
from domain.offers import AWAKE, after_offer, may_offer_now, offer_until, waits_on
from services.guest_line import end, leave, line_of, note_waiter

BATCH = 100
"""Groups, or offers, that are looked at in one read."""


class GuestOffers:
    """«Do whatever is due by now»: a missed tick costs nothing, a second one does nothing. Each group is a work of its own."""

    def __init__(self, database: Database, clock: Clock, *, batch: int = BATCH) -> None:
        self._db = database
        self._clock = clock
        self._batch = batch

    async def put_due(self) -> int:
        """First lapse, then offer what has become free; gives the number of offers that ended or began."""
        return await self.lapse_due() + await self.offer_due()

    async def lapse_due(self) -> int:
        """Who let an offer pass waits at the end or leaves; whose date was closed keeps the place."""
        done, after = 0, (GroupId(0), WaiterId(0))
        while True:
            async with self._db.read() as reading:
                waiters = await reading.guest_queue_reads.offered(self._batch, after=after)
                due = [waiter for waiter in waiters if await _is_over(reading, waiter)]
            for waiter in due:
                async with self._db.work(claims=False) as work:
                    await work.groups.lock(waiter.organisation_id, waiter.group_id)
                    now = await work.guest_queue.find_waiter(waiter.organisation_id, waiter.id)
                    if now == waiter:
                        done += await _lapse(work, waiter)
            if len(waiters) < self._batch:
                return done
            after = (waiters[-1].group_id, waiters[-1].id)

    async def offer_due(self) -> int:
        """Free dates are offered in the order of the queue, by day; who may take none any more leaves it."""
        now = self._clock.now()
        done, after = 0, GroupId(0)
        while True:
            async with self._db.read() as reading:
                groups = await reading.guest_queue_reads.with_room(self._batch, after=after)
                due = [
                    group
                    for group in groups
                    if may_offer_now(now, group.hours) and await _has_work(reading, group)
                ]
            for group in due:
                async with self._db.work(claims=False) as work:
                    if await work.groups.lock(group.organisation_id, group.group_id):
                        done += await _offer(work, group)
            if len(groups) < self._batch:
                return done
            after = groups[-1].group_id


async def _has_work(reading: Reading, group: Queueing) -> bool:
    line = await line_of(reading, group.organisation_id, group.group_id, group.hours.zone)
    return bool(line.due()) or any(waiter.guest_id not in line.rights for waiter in line.waiters)


async def _is_over(reading: Reading, waiter: Waiter) -> bool:
    slot = await _slot_of(reading, waiter)
    if slot is None or not slot.free or waiter.offered_until is None:
        return True
    told = await reading.guest_queue_reads.told(waiter)
    until = after_offer(waiter.offered_until, told, reading.clock.now(), slot.starts_at)
    return until <= reading.clock.now() or until != waiter.offered_until


async def _lapse(work: Work, waiter: Waiter) -> int:
    now = work.clock.now()
    slot = await _slot_of(work, waiter)
    withdrawn = slot is None or not slot.free
    if slot is not None and not withdrawn and waiter.offered_until is not None:
        told = await work.guest_queue_reads.told(waiter)
        until = after_offer(waiter.offered_until, told, now, slot.starts_at)
        if until > now:
            if until != waiter.offered_until:
                await work.guest_queue.keep_until(waiter, until)
            return 0
    out = not withdrawn and not waits_on(waiter.lapses)
    if out:
        await leave(work, None, waiter, "guest-queue.dropped")
    else:
        await work.guest_queue.wait_on(waiter, late=not withdrawn)
        await note_waiter(work, None, waiter, "guest-queue.lapsed", withdrawn=int(withdrawn))
    await work.outbox.put(lapsed(waiter, withdrawn=withdrawn, out=out))
    return 1


async def _offer(work: Work, group: Queueing) -> int:
    line = await line_of(work, group.organisation_id, group.group_id, group.hours.zone)
    gone = [waiter for waiter in line.waiters if waiter.guest_id not in line.rights]
    for waiter in gone:
        await end(work, None, waiter, archived=False)
    done = len(gone)
    for waiter, slot_id in line.due():
        done += await _offer_to(work, group, waiter, slot_id)
    return done


async def _offer_to(work: Work, group: Queueing, waiter: Waiter, slot_id: SlotId) -> int:
    """Keep a date for who is first; who has closed the chat with the bot cannot be asked and leaves the queue."""
    slot = await work.guest_openings.find_slot(group.organisation_id, slot_id)
    if slot is None:
        return 0
    until = offer_until(work.clock.now(), slot.starts_at, None, group.hours)
    if until is None:
        return 0
    if not await work.seat_reads.reachable([waiter.guest_id]):
        await leave(work, None, waiter, "guest-queue.unreachable")
        return 1
    if not await work.guest_queue.offer(waiter, slot_id, until):
        return 0
    told = replace(waiter, offers=waiter.offers + 1)
    await work.outbox.put(offered(told, expires_at=slot.starts_at - AWAKE))
    await note_waiter(work, None, told, "guest-queue.offered", slot=slot_id)
    return 1


async def _slot_of(reading: Reading, waiter: Waiter) -> Slot | None:
    if waiter.slot_id is None:
        return None
    return await reading.guest_openings.find_slot(waiter.organisation_id, waiter.slot_id)
