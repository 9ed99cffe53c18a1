"""A guest waits for an answer: the teachers are reminded once, a day later who leads is told; put out by the clock."""

from db.work import Database, Work
from domain.clock import Clock
from domain.guest_waiting import Wait, WaitingVisit, due_of, waits
from domain.ids import PersonId
from domain.people import Role
from services.guest_news import teachers_of

BATCH = 200


class GuestWaiting:
    """«Tell of whoever has waited by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def put_due(self) -> int:
        """Put out what is due; gives the number of messages."""
        now = self._clock.now()
        async with self._db.read() as reading:
            found = await reading.guest_waits.due(now, limit=BATCH)
        return sum([await self._put(one) for one in found])

    async def _put(self, found: WaitingVisit) -> int:
        due = due_of(found, self._clock.now())
        if due is None:
            return 0
        async with self._db.work(claims=False) as work:
            if not await work.guest_waits.mark(found.visit, due):
                return 0
            people = await _told(work, found, due)
            long = due is Wait.LEADERS
            drafts = [waits(found.visit, person_id, long=long) for person_id in people]
            await work.outbox.put(*drafts)
        return len(drafts)


async def _told(work: Work, found: WaitingVisit, due: Wait) -> tuple[PersonId, ...]:
    """The teachers; or methodists (without any, heads) who were not reminded as such."""
    visit, organisation = found.visit, found.organisation
    teachers = tuple(one for one in await teachers_of(work, organisation, visit) if one != visit.guest_id)
    if due is Wait.TEACHERS:
        return teachers
    for role in (Role.METHODIST, Role.HEAD):
        members = await work.people.memberships(organisation.id, {role})
        leaders = tuple(
            dict.fromkeys(
                member.person_id
                for member in members
                if member.person_id not in teachers and member.person_id != visit.guest_id
            )
        )
        if leaders:
            return leaders
    return ()
