"""Waiting for a date: joining the queue of a group, days that suit, taking what is offered, leaving."""

from db.work import Database, Reading
from domain.access import Permission, grant, reach
from domain.clock import Clock
from domain.guest_queue import (
    EVERY_DAY,
    QueuePage,
    QueuePlace,
    Waiter,
    WaiterLine,
    may_hold_more,
)
from domain.guest_queue_notices import OF_THE_QUEUE, subject_of_queue
from domain.guest_views import VisitCard
from domain.guests import Application, Comer, Visit, VisitStatus
from domain.ids import GroupId, OrganisationId, SlotId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from domain.professions import Catalogue
from services.access import organisation_of, today_in
from services.guest_access import (
    access_group_to_visit,
    access_slot_to_take,
    card_of,
    hosts_of,
    organisations_of,
)
from services.guest_line import leave, note_waiter, place_of, wait
from services.guest_news import note_visit, tell_teachers
from services.guest_taking import checked, comes_as, take_date

PAGE = 8


class GuestQueue:
    """What somebody does who waits for a date of a group; and who waits, for its staff."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._db = database
        self._clock = clock
        self._catalogue = catalogue

    async def join(self, actor: Actor, group_id: GroupId, application: Application) -> QueuePlace | Refused:
        """Wait for a date of the group, at the end of its queue; who waits already keeps the place."""
        written = checked(application, self._catalogue)
        async with self._db.work() as work:
            organisation = await access_group_to_visit(work, actor, group_id)
            if not await work.groups.lock(organisation.id, group_id):
                raise Missing
            if isinstance(written, Refused):
                return written
            ahead = await work.guest_visits.ahead_of(organisation.id, actor.person_id)
            if refused := may_hold_more(ahead, group_id):
                return refused
            return await place_of(
                work, organisation, await wait(work, actor, organisation, group_id, written)
            )

    async def place(self, actor: Actor, group_id: GroupId) -> QueuePlace:
        """The own place in the queue of a group."""
        async with self._db.read() as reading:
            waiter, organisation = await _own(reading, actor, group_id)
            return await place_of(reading, organisation, waiter)

    async def mine(self, actor: Actor) -> tuple[QueuePlace, ...]:
        """Every queue that the person stands in."""
        async with self._db.read() as reading:
            waiters = await reading.guest_queue.of_guest(hosts_of(actor), actor.person_id)
            return tuple(
                [
                    await place_of(reading, organisation_of(actor, waiter.organisation_id), waiter)
                    for waiter in waiters
                ]
            )

    async def wish(self, actor: Actor, group_id: GroupId, weekdays: frozenset[int]) -> QueuePlace | Refused:
        """Only these days suit; what is offered already stays offered."""
        async with self._db.work() as work:
            waiter, organisation = await _own(work, actor, group_id)
            if not weekdays or not weekdays <= EVERY_DAY:
                return Refused(Reason.NOTHING_PICKED)
            await work.groups.lock(organisation.id, group_id)
            await work.guest_queue.wish(waiter, weekdays)
            await note_waiter(work, actor, waiter, "guest-queue.wished")
            waiter, _ = await _own(work, actor, group_id)
            return await place_of(work, organisation, waiter)

    async def leave(self, actor: Actor, group_id: GroupId) -> QueuePlace:
        """«Уже не нужно»: what was kept for them goes to who is next. Gives the place that was left."""
        async with self._db.work() as work:
            waiter, organisation = await _own(work, actor, group_id)
            await work.groups.lock(organisation.id, group_id)
            place = await place_of(work, organisation, waiter)
            await leave(work, actor, waiter, "guest-queue.left")
            return place

    async def pass_on(self, actor: Actor, group_id: GroupId, slot_id: SlotId) -> QueuePlace | Refused:
        """«Другой день»: the date that is kept goes to who is next, and the place stays."""
        async with self._db.work() as work:
            waiter, organisation = await _own(work, actor, group_id)
            await work.groups.lock(organisation.id, group_id)
            if waiter.slot_id != slot_id or not await work.guest_queue.pass_on(waiter, slot_id):
                return Refused(Reason.OFFER_GONE)
            await work.outbox.cancel(subject_of_queue(waiter.id), OF_THE_QUEUE)
            await note_waiter(work, actor, waiter, "guest-queue.passed", slot=slot_id)
            waiter, _ = await _own(work, actor, group_id)
            return await place_of(work, organisation, waiter)

    async def take_offered(self, actor: Actor, group_id: GroupId, slot_id: SlotId) -> VisitCard | Refused:
        """«Беру»: the application that waited is sent for the date that is kept."""
        async with self._db.work() as work:
            slot, organisation = await access_slot_to_take(work, actor, slot_id)
            if slot.group_id != group_id:
                raise Missing
            await work.groups.lock(organisation.id, group_id)
            waiter = await work.guest_queue.find(organisation.id, group_id, actor.person_id)
            if waiter is None or waiter.slot_id != slot_id:
                own = await work.guest_visits.ahead_of(organisation.id, actor.person_id)
                mine = next((visit for visit in own if visit.slot_id == slot_id), None)
                if mine is None:
                    return Refused(Reason.OFFER_GONE)
                return await card_of(work, actor, mine, organisation)
            token = f"queue-{waiter.id}-{waiter.offers}"

            async def of_draft() -> Visit | None:
                return await work.guest_visits.find_by_draft(organisation.id, token)

            taken = await take_date(
                work,
                slot,
                waiter.application,
                Comer(comes_as(actor, slot), actor.person_id),
                token,
                VisitStatus.APPLIED,
                of_draft,
            )
            if isinstance(taken, Refused):
                return taken
            await leave(work, actor, waiter, "guest-queue.served")
            await tell_teachers(
                work, organisation, taken.visit, taken.visit.version, NoticeKind.GUEST_APPLIED
            )
            await note_visit(work, actor, taken.visit, "guest-visit.applied", slot=slot.id)
            return await card_of(work, actor, taken.visit, organisation)

    async def page(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> QueuePage:
        """Who waits for dates of the groups that somebody of the staff sees."""
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_GUESTS, organisation_id, today)
        organisation = organisation_of(actor, organisation_id)
        page = max(page, 0)
        async with self._db.read() as reading:
            found = await reading.guest_queue_reads.page(
                organisation_id, reached, limit=PAGE + 1, offset=page * PAGE
            )
            counts = await reading.guest_queue_reads.counts(organisation_id, reached)
            lines = await _lines(reading, organisation, found[:PAGE])
        may_open = grant(actor, Permission.OPEN_GUEST_DATES, organisation_id, today=today) is not None
        return QueuePage(organisation, lines, counts, page, len(found) > PAGE, may_open)


async def _own(reading: Reading, actor: Actor, group_id: GroupId) -> tuple[Waiter, Organisation]:
    hosts_of(actor)
    for organisation_id in organisations_of(actor):
        waiter = await reading.guest_queue.find(organisation_id, group_id, actor.person_id)
        if waiter is not None:
            return waiter, organisation_of(actor, organisation_id)
        if await reading.groups.find(organisation_id, group_id) is not None:
            await access_group_to_visit(reading, actor, group_id)
    raise Missing


async def _lines(
    reading: Reading, organisation: Organisation, found: list[tuple[Waiter, int]]
) -> tuple[WaiterLine, ...]:
    waiters = [waiter for waiter, _ in found]
    labels = {
        label.id: label
        for label in await reading.event_reads.labels(organisation.id, {one.group_id for one in waiters})
    }
    shown = await reading.guest_people.shown_in(
        organisation, {(one.guest_id, one.group_id) for one in waiters}
    )
    lines = []
    for waiter, place in found:
        slot = None
        if waiter.slot_id is not None:
            slot = await reading.guest_openings.find_slot(organisation.id, waiter.slot_id)
        lines.append(
            WaiterLine(
                waiter,
                labels[waiter.group_id],
                place,
                shown.get((waiter.guest_id, waiter.group_id)),
                None if slot is None else slot.starts_at,
            )
        )
    return tuple(lines)
