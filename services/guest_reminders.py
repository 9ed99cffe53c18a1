"""The advice for a guest, reminders of visits, and «Как прошло?» afterwards: put out by the clock."""

from db.work import Database, Work
from domain.clock import Clock
from domain.guest_notices import advice, afterwards, reminder
from domain.guest_reminders import HOURS, LATEST, SOONEST, Due, VisitToRemind, advice_due, due_of
from domain.guests import Visit
from domain.ids import PersonId, VisitId
from domain.notices import NoticeDraft
from domain.people import Organisation
from services.guest_news import teachers_on_the_day

BATCH = 100
"""Visits that are looked at in one read."""


class GuestReminders:
    """«Remind of whatever is near by now»: a missed tick costs nothing, a second one does nothing.

    Many wait for their hour at once: those read do not stand in the way of the rest.
    """

    def __init__(self, database: Database, clock: Clock, *, batch: int = BATCH) -> None:
        self._db = database
        self._clock = clock
        self._batch = batch

    async def put_due(self) -> int:
        """Put out every reminder and every question that is due; gives the number of messages."""
        now = self._clock.now()
        put, after = 0, (now - LATEST, VisitId(0))
        while True:
            async with self._db.read() as reading:
                near = await reading.guest_reminders.near(
                    now, after=after, until=now + SOONEST, limit=self._batch
                )
            put += sum([await self._put(found) for found in near])
            if len(near) < self._batch:
                return put
            after = (near[-1].visit.starts_at, near[-1].visit.id)

    async def _put(self, found: VisitToRemind) -> int:
        now = self._clock.now()
        due, advised = due_of(found, now), advice_due(found, now)
        marks = (*(() if due is None else due.marks), *(("advised_for",) if advised else ()))
        if not marks:
            return 0
        visit, organisation = found.visit, found.organisation
        async with self._db.work(claims=False) as work:
            if not await work.guest_visits.mark(visit, *marks):
                return 0
            drafts = [] if due is None or not due.told else await _told(work, organisation, visit, due)
            if advised and visit.guest_id is not None and not (drafts and due and due.hours == HOURS):
                drafts.append(advice(visit, visit.guest_id))
            await work.outbox.put(*drafts)
        return len(drafts)


async def _told(work: Work, organisation: Organisation, visit: Visit, due: Due) -> list[NoticeDraft]:
    teachers = await teachers_on_the_day(work, organisation, visit)
    if due.hours is None:
        return [afterwards(visit, teacher) for teacher in teachers]
    return [reminder(visit, person_id, due.hours) for person_id in _with_guest(visit, teachers)]


def _with_guest(visit: Visit, teachers: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
    return teachers if visit.guest_id is None else tuple(dict.fromkeys((visit.guest_id, *teachers)))
