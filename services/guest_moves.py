"""A teacher moves a visit to another date: its guest is asked first, or told where there is nobody or no time to ask."""

from datetime import datetime

from db.work import Database, Reading, Work
from domain.clock import Clock
from domain.guest_asking import MoveOptions, MovePlan, is_asked
from domain.guest_notices import moved, subject_of
from domain.guest_request_notices import ABOUT_THE_DATE
from domain.guest_views import VisitCard
from domain.guests import Slot, Visit, may_move, may_open, may_take
from domain.ids import SlotId, VisitId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.closed_days import refuse_closed
from services.guest_access import access_visit_to_decide, card_of, current_card
from services.guest_asking import ask_guest, asked_until, drop_question
from services.guest_line import line_of, open_dates
from services.guest_moving import date_for, move_visit
from services.guest_warnings import warned_of_dates

_CHANGED = Refused(Reason.CHANGED_MEANWHILE)
_OF_THE_OLD_DATE = (NoticeKind.GUEST_MOVED, NoticeKind.GUEST_REMINDER, NoticeKind.GUEST_AFTER)


class GuestMoves:
    """What teachers do with a visit that should take place on another day."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def options(self, actor: Actor, visit_id: VisitId) -> MoveOptions:
        """The free dates of the group that are ahead, and what to think of on them."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_decide(reading, actor, visit_id)
            slots = await reading.guest_reads.free(organisation.id, [visit.group_id])
            free = await open_dates(reading, organisation, slots, visit.guest_id)
            card = await card_of(reading, actor, visit, organisation)
            warned = await warned_of_dates(reading, organisation, visit, [slot.starts_at for slot in free])
            return MoveOptions(card, free, warned)

    async def plan(self, actor: Actor, visit_id: VisitId, slot_id: SlotId) -> MovePlan | Refused:
        """What would happen with this free date."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_decide(reading, actor, visit_id)
            slot = await _find(reading, visit, slot_id)
            if slot.id == visit.slot_id:
                return Refused(Reason.SLOT_TAKEN)
            refused = await self._refused(reading, organisation, visit, slot)
            return refused or await _plan(reading, actor, organisation, visit, slot.starts_at, slot.id)

    async def plan_on(self, actor: Actor, visit_id: VisitId, starts_at: datetime) -> MovePlan | Refused:
        """What would happen at another hour: a date that the group has there is taken, else one is made."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_decide(reading, actor, visit_id)
            if refused := may_move(visit) or may_open([starts_at], now=self._clock.now()):
                return refused
            where = (organisation.id, visit.group_id)
            slot = await reading.guest_openings.find_standing(*where, starts_at)
            if slot is not None:
                refused = await self._refused(reading, organisation, visit, slot)
            else:
                refused = self._asked(visit) or await refuse_closed(
                    reading, *where, [starts_at], organisation.timezone
                )
            if refused is not None:
                return refused
            return await _plan(
                reading, actor, organisation, visit, starts_at, None if slot is None else slot.id
            )

    async def move(
        self, actor: Actor, visit_id: VisitId, version: int, slot_id: SlotId
    ) -> VisitCard | Refused:
        """Ask the guest about a free date of the group, or move the visit to it; what was filled in stays."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            await work.groups.lock(organisation.id, visit.group_id)
            slot = await _find(work, visit, slot_id)
            return await self._move(work, actor, organisation, visit, version, slot, made=False)

    async def move_on(
        self, actor: Actor, visit_id: VisitId, version: int, starts_at: datetime
    ) -> VisitCard | Refused:
        """The same at another hour: the date is made, or found if the group has it open and free."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if _stands_there(visit, starts_at):
                return await current_card(work, actor, visit, organisation)
            if visit.version != version:
                return _CHANGED
            refused = self._asked(visit) or may_move(visit) or may_open([starts_at], now=self._clock.now())
            if refused is not None:
                return refused
            if not await work.groups.lock(organisation.id, visit.group_id):
                raise Missing
            where = (organisation.id, visit.group_id, [starts_at], organisation.timezone)
            if refused := await refuse_closed(work, *where):
                return refused
            if not await work.guest_visits.hold(visit):  # before a date is made that would be left over
                return _CHANGED
            slot, made = await date_for(work, visit, starts_at)
            return await self._move(work, actor, organisation, visit, version, slot, made=made)

    async def take_back(self, actor: Actor, visit_id: VisitId, version: int) -> VisitCard | Refused:
        """The guest is not asked any more: the visit stays, and who has read the question hears of it."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if visit.asked is None:
                return Refused(Reason.MOVE_NOT_ASKED)
            if visit.version != version:
                return _CHANGED
            await work.groups.lock(organisation.id, visit.group_id)
            if not await drop_question(work, actor, organisation, visit):
                return _CHANGED
            return await current_card(work, actor, visit, organisation)

    def _asked(self, visit: Visit) -> Refused | None:
        return Refused(Reason.MOVE_ASKED) if is_asked(visit, now=self._clock.now()) else None

    async def _refused(
        self, reading: Reading, organisation: Organisation, visit: Visit, slot: Slot, *, made: bool = False
    ) -> Refused | None:
        """Why the visit cannot go to this date; one that was made for it is kept for nobody who waits."""
        now, zone = self._clock.now(), organisation.timezone
        if refused := self._asked(visit) or may_move(visit) or may_take(slot, now=now):
            return refused
        where = (organisation.id, visit.group_id)
        if refused := await refuse_closed(reading, *where, [slot.starts_at], zone):
            return refused
        if made:
            return None
        line = await line_of(reading, *where, zone)
        return None if line.open_to(slot, visit.guest_id) else Refused(Reason.SLOT_KEPT)

    async def _move(
        self,
        work: Work,
        actor: Actor,
        organisation: Organisation,
        visit: Visit,
        version: int,
        slot: Slot,
        *,
        made: bool,
    ) -> VisitCard | Refused:
        if slot.id in (visit.slot_id, None if visit.asked is None else visit.asked.slot_id):
            return await current_card(work, actor, visit, organisation)  # done already
        if visit.version != version:
            return _CHANGED
        if refused := await self._refused(work, organisation, visit, slot, made=made):
            return refused
        until = await asked_until(work, actor, organisation, visit, slot.starts_at)
        if until is None or visit.guest_id is None:
            if refused := await move_visit(work, actor, visit, slot):
                return refused
            await self._tell_moved(work, actor, visit, slot)
        elif refused := await ask_guest(work, actor, visit, visit.guest_id, slot, until, made=made):
            return refused
        return await current_card(work, actor, visit, organisation)

    async def _tell_moved(self, work: Work, actor: Actor, visit: Visit, slot: Slot) -> None:
        """Two moves in a row are one to the guest, who still knows of the first date; back again is none."""
        known = await work.guest_reads.unheard_move(visit)
        was = visit.slot_id if known is None else known
        await work.outbox.cancel(subject_of(visit.id), (*_OF_THE_OLD_DATE, *ABOUT_THE_DATE))
        if visit.guest_id is None or visit.guest_id == actor.person_id or was == slot.id:
            return
        knows = await work.guest_openings.find_slot(visit.organisation_id, was)
        was_at = visit.starts_at if knows is None else knows.starts_at
        draft = moved(visit, slot, visit.guest_id, was=was, was_at=was_at, now=self._clock.now())
        await work.outbox.put(draft)


def _stands_there(visit: Visit, starts_at: datetime) -> bool:
    return starts_at in (visit.starts_at, None if visit.asked is None else visit.asked.starts_at)


async def _find(reading: Reading, visit: Visit, slot_id: SlotId) -> Slot:
    slot = await reading.guest_openings.find_slot(visit.organisation_id, slot_id)
    if slot is None or slot.group_id != visit.group_id:
        raise Missing
    return slot


async def _plan(
    reading: Reading,
    actor: Actor,
    organisation: Organisation,
    visit: Visit,
    to: datetime,
    slot_id: SlotId | None,
) -> MovePlan:
    return MovePlan(
        await card_of(reading, actor, visit, organisation),
        to,
        slot_id,
        await asked_until(reading, actor, organisation, visit, to),
        await warned_of_dates(reading, organisation, visit, [to]),
    )
