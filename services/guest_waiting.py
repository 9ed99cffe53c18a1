"""One side waits for the other: who is to answer is reminded once, a day later others are told; put out by the clock."""

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
            drafts = [waits(found.visit, person_id, due) for person_id in people]
            await work.outbox.put(*drafts)
        return len(drafts)


async def _told(work: Work, found: WaitingVisit, due: Wait) -> tuple[PersonId, ...]:
    """The guest; the teachers; or methodists (without any, heads) who were not reminded as such."""
    visit, organisation = found.visit, found.organisation
    if due is Wait.GUEST:
        return () if visit.guest_id is None else (visit.guest_id,)
    teachers = tuple(one for one in await teachers_of(work, organisation, visit) if one != visit.guest_id)
    if due is not Wait.LEADERS:
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
