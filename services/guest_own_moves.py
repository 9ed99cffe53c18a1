"""A guest moves the own visit to another free date, until the evening before."""

from db.work import Database
from domain.clock import Clock
from domain.guest_notices import subject_of, to_staff
from domain.guest_queue import may_move_oneself
from domain.guest_queue_notices import moved_by_guest
from domain.guest_views import VisitCard
from domain.guests import Slot
from domain.ids import SlotId, VisitId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor
from services.guest_access import access_own_visit, access_slot_to_take, card_of, free_dates
from services.guest_line import line_of
from services.guest_moving import move_visit
from services.guest_news import teachers_of

_HEARD_BEFORE = (
    NoticeKind.GUEST_MOVED,
    NoticeKind.GUEST_MOVED_VISIT,
    NoticeKind.GUEST_REMINDER,
    NoticeKind.GUEST_AFTER,
)


class GuestOwnMoves:
    """What a guest does who cannot come on the day, and can on another."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def free(self, actor: Actor, visit_id: VisitId) -> tuple[Slot, ...] | Refused:
        """The dates that the own visit may be moved to."""
        async with self._db.read() as reading:
            visit, organisation = await access_own_visit(reading, actor, visit_id)
            zone = organisation.timezone
            if refused := may_move_oneself(visit, now=self._clock.now(), zone=zone):
                return refused
            try:
                return await free_dates(reading, actor, organisation.id, visit.group_id)
            except Forbidden:  # the date stays theirs, other dates of the group are for its families
                return ()

    async def move(
        self, actor: Actor, visit_id: VisitId, version: int, slot_id: SlotId
    ) -> VisitCard | Refused:
        """The visit goes to the date with all that was agreed upon; the old date is free, the teachers hear of it."""
        async with self._db.work() as work:
            visit, organisation = await access_own_visit(work, actor, visit_id)
            slot, _ = await access_slot_to_take(work, actor, slot_id)
            if slot.group_id != visit.group_id:
                raise Missing
            if slot.id == visit.slot_id:
                return await card_of(work, actor, visit, organisation)
            if visit.version != version:
                return Refused(Reason.CHANGED_MEANWHILE)
            now, zone = self._clock.now(), organisation.timezone
            if refused := may_move_oneself(visit, now=now, zone=zone):
                return refused
            await work.groups.lock(organisation.id, visit.group_id)
            line = await line_of(work, organisation.id, visit.group_id, zone)
            if not line.open_to(slot, actor.person_id):
                return Refused(Reason.SLOT_KEPT)
            if refused := await move_visit(work, actor, visit, slot):
                return refused
            moved = await work.guest_visits.find(organisation.id, visit.id)
            if moved is None:
                raise Missing
            unheard = await work.outbox.take_back(subject_of(visit.id), (NoticeKind.GUEST_APPLIED,))
            await work.outbox.cancel(subject_of(visit.id), _HEARD_BEFORE)
            await work.outbox.put(
                *(
                    to_staff(NoticeKind.GUEST_APPLIED, moved, moved.version, person_id)
                    if person_id in unheard
                    else moved_by_guest(moved, moved.version, person_id, now=now)
                    for person_id in await teachers_of(work, organisation, moved)
                    if person_id != actor.person_id
                )
            )
            return await card_of(work, actor, moved, organisation)
