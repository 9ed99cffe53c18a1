"""What notices about queues say at the moment of sending; None when a notice is no longer true."""

from dataclasses import replace

from db.work import Database
from domain.clock import Clock
from domain.guest_queue import LapsedOffer, QueueEnd, QueuePlace, Waiter, WaiterStatus
from domain.guest_views import VisitCard
from domain.ids import GroupId, WaiterId
from domain.notices import Notice
from domain.offers import put_off
from services.guest_line import place_of
from services.guest_told import card_ahead_of_notice


class GuestQueueNotices:
    """Loads what is told about queues, as it is by now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def offered_for_notice(self, notice: Notice) -> QueuePlace | None:
        """A free date: while this very offer stands. Whoever reads of it late has an hour all the same."""
        async with self._db.read() as reading:
            here = notice.organisation_id
            if here is None:
                return None
            waiter = await reading.guest_queue.find_waiter(here, WaiterId(int(notice.params["waiter"])))
            organisation = await reading.organisations.find(here)
            if waiter is None or organisation is None or waiter.offers != notice.params["offer"]:
                return None
            if waiter.status is not WaiterStatus.OFFERED or waiter.offered_until is None:
                return None
            place = await place_of(reading, organisation, waiter)
        if place.offered is None:
            return None
        now = self._clock.now()
        until = put_off(waiter.offered_until, now, place.offered) or waiter.offered_until
        return None if until <= now else replace(place, waiter=replace(waiter, offered_until=until))

    async def lapsed_for_notice(self, notice: Notice) -> LapsedOffer | None:
        """An offer that is over: while they wait on without a newer one, or have not come back."""
        here, params = notice.organisation_id, notice.params
        if here is None:
            return None
        group_id = GroupId(int(params["group"]))
        async with self._db.read() as reading:
            organisation = await reading.organisations.find(here)
            labels = await reading.event_reads.labels(here, [group_id])
            if organisation is None or not labels:
                return None
            waiter = await reading.guest_queue.find(here, group_id, notice.person_id)
            if (waiter is None) != bool(params["out"]):
                return None
            place = None
            if waiter is not None:
                if not _as_it_was(waiter, notice):
                    return None
                place = await place_of(reading, organisation, waiter)
        return LapsedOffer(organisation, labels[0], place, bool(params["withdrawn"]))

    async def ended_for_notice(self, notice: Notice) -> QueueEnd | None:
        """The queue of a group is over for them."""
        here = notice.organisation_id
        if here is None:
            return None
        async with self._db.read() as reading:
            organisation = await reading.organisations.find(here)
            labels = await reading.event_reads.labels(here, [GroupId(int(notice.params["group"]))])
        if organisation is None or not labels:
            return None
        return QueueEnd(organisation, labels[0], bool(notice.params["archived"]))

    async def moved_for_notice(self, notice: Notice) -> VisitCard | None:
        """A guest has moved the visit, for a teacher: while it is ahead."""
        async with self._db.read() as reading:
            return await card_ahead_of_notice(reading, notice)


def _as_it_was(waiter: Waiter, notice: Notice) -> bool:
    return waiter.status is WaiterStatus.WAITING and (waiter.id, waiter.offers) == (
        notice.params["waiter"],
        notice.params["offer"],
    )
