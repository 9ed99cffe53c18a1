"""A guest says whether another date suits; without an answer in time the visit stays where it is."""

from db.work import Database, Work
from domain.clock import Clock
from domain.guest_asking import is_asked
from domain.guest_notices import subject_of
from domain.guest_request_notices import AGREED_TO, LAPSED, STAYS
from domain.guest_requests import AskedMove, MoveAnswer
from domain.guest_views import VisitCard
from domain.guests import Visit
from domain.ids import SlotId, VisitId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.closed_days import free_date, refuse_closed
from services.guest_access import access_own_visit, current_card
from services.guest_asking import stay, tell_answer
from services.guest_news import note_visit

BATCH = 100
_CHANGED = Refused(Reason.CHANGED_MEANWHILE)
_OVER = Refused(Reason.MOVE_NOT_ASKED)
_OF_THE_OLD_DATE = (NoticeKind.GUEST_MOVED, NoticeKind.GUEST_REMINDER, NoticeKind.GUEST_AFTER)


class GuestMoveAnswers:
    """«Да, подходит», «Нет, оставить как было»; and the clock, when nothing was said."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def answer(
        self, actor: Actor, visit_id: VisitId, slot_id: SlotId, answer: MoveAnswer
    ) -> VisitCard | Refused:
        """Move the visit to the date that was asked about, or let it stay; the teachers hear of it.

        An answer that comes late, or twice, changes nothing: the visit is shown as it stands.
        """
        async with self._db.work() as work:
            visit, organisation = await access_own_visit(work, actor, visit_id)
            await work.groups.lock(organisation.id, visit.group_id)
            asked = visit.asked
            if asked is None or asked.slot_id != slot_id or not is_asked(visit, now=self._clock.now()):
                return _OVER
            if answer is MoveAnswer.NO:
                return await self._stay(work, actor, organisation, visit)
            where = (organisation.id, visit.group_id, [asked.starts_at], organisation.timezone)
            refused = await refuse_closed(work, *where)
            if refused is not None:  # since the question: the date is nobody's
                await self._stay(work, actor, organisation, visit)
                return refused
            return await self._agree(work, actor, organisation, visit, asked)

    async def put_due(self) -> int:
        """Questions that nobody has answered in time lapse; gives their number. A second tick does nothing."""
        async with self._db.read() as reading:
            due = await reading.guest_requests.over(BATCH)
        return sum([await self._lapse(visit, organisation) for visit, organisation in due])

    async def _lapse(self, visit: Visit, organisation: Organisation) -> int:
        async with self._db.work(claims=False) as work:
            await work.groups.lock(organisation.id, visit.group_id)
            if not await stay(work, None, organisation, visit, "guest-visit.move-lapsed"):
                return 0
            await tell_answer(work, organisation, await _now_of(work, visit), LAPSED)
        return 1

    async def _stay(
        self, work: Work, actor: Actor, organisation: Organisation, visit: Visit
    ) -> VisitCard | Refused:
        if not await stay(work, actor, organisation, visit, "guest-visit.move-refused"):
            return _CHANGED
        await tell_answer(work, organisation, await _now_of(work, visit), STAYS)
        return await current_card(work, actor, visit, organisation)

    async def _agree(
        self, work: Work, actor: Actor, organisation: Organisation, visit: Visit, asked: AskedMove
    ) -> VisitCard | Refused:
        if not await work.guest_visits.change(visit, visit.status, slot_id=asked.slot_id):
            return _CHANGED
        await free_date(work, visit)
        await work.outbox.cancel(subject_of(visit.id), _OF_THE_OLD_DATE)
        await note_visit(work, actor, visit, "guest-visit.moved", slot=asked.slot_id, was=visit.slot_id)
        await tell_answer(work, organisation, await _now_of(work, visit), AGREED_TO)
        return await current_card(work, actor, visit, organisation)


async def _now_of(work: Work, visit: Visit) -> Visit:
    found = await work.guest_visits.find(visit.organisation_id, visit.id)
    if found is None:
        raise Missing
    return found
