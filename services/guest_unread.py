"""A guest has closed the chat with the bot and is awaited: the teachers are told once, put out by the clock."""

from db.work import Database
from domain.clock import Clock
from domain.guest_request_notices import unread
from domain.guests import Visit
from domain.people import Organisation
from services.guest_news import teachers_of

BATCH = 100


class GuestUnread:
    """«Tell of whoever does not read by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def put_due(self) -> int:
        """Put out what is due; gives the number of messages."""
        async with self._db.read() as reading:
            found = await reading.guest_requests.unread(BATCH)
        return sum([await self._put(visit, organisation) for visit, organisation in found])

    async def _put(self, visit: Visit, organisation: Organisation) -> int:
        async with self._db.work(claims=False) as work:
            if not await work.guest_requests.mark_unread(visit):
                return 0
            teachers = await teachers_of(work, organisation, visit)
            people = [one for one in teachers if one != visit.guest_id]
            await work.outbox.put(*(unread(visit, person_id, self._clock.now()) for person_id in people))
        return len(people)
