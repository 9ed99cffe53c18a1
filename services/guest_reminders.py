"""Reminders of visits, and «Как прошло?» afterwards: put out by the clock."""

from db.work import Database
from domain.clock import Clock
from domain.guest_notices import afterwards, reminder
from domain.guest_reminders import LATEST, SOONEST, VisitToRemind, due_of
from domain.guests import Visit
from domain.ids import PersonId
from services.guest_news import teachers_on_the_day

BATCH = 200


class GuestReminders:
    """«Remind of whatever is near by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def put_due(self) -> int:
        """Put out every reminder and every question that is due; gives the number of messages."""
        now = self._clock.now()
        async with self._db.read() as reading:
            near = await reading.guest_reminders.near(
                now, since=now - LATEST, until=now + SOONEST, limit=BATCH
            )
        return sum([await self._put(found) for found in near])

    async def _put(self, found: VisitToRemind) -> int:
        due = due_of(found, self._clock.now())
        if due is None:
            return 0
        visit, organisation = found.visit, found.organisation
        async with self._db.work(claims=False) as work:
            if not await work.guest_visits.mark(visit, *due.marks) or not due.told:
                return 0
            teachers = await teachers_on_the_day(work, organisation, visit)
            drafts = (
                [afterwards(visit, teacher) for teacher in teachers]
                if due.hours is None
                else [reminder(visit, person_id, due.hours) for person_id in _with_guest(visit, teachers)]
            )
            await work.outbox.put(*drafts)
        return len(drafts)


def _with_guest(visit: Visit, teachers: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
    return teachers if visit.guest_id is None else tuple(dict.fromkeys((visit.guest_id, *teachers)))
