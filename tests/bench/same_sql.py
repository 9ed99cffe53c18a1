"""The statements of an RSVP tap and nothing around them: what any handler with this database would pay."""

from db.work import Database
from domain.clock import Clock
from domain.events import Answer
from domain.ids import EventId, OrganisationId
from domain.updates import CurrentUpdate

ANSWERS = tuple(Answer)


class SameSql:
    """Loads the person, claims the update, loads the invitation, upserts the answer, notes the audit log."""

    def __init__(self, database: Database, organisation_id: OrganisationId, event_id: EventId) -> None:
        self._db = database
        self._organisation_id = organisation_id
        self._event_id = event_id

    @classmethod
    def open(cls, url: str) -> "SameSql":
        """Over a database that `tests.bench.filled` filled: the first organisation and its first event."""
        return cls(Database(url, Clock()), OrganisationId(1), EventId(1))

    async def step(self, update_id: int, user_id: int) -> None:
        """One tap's worth of SQL."""
        async with self._db.read() as reading:
            actor = await reading.people.find_actor("telegram", user_id)
        assert actor is not None
        answer = ANSWERS[update_id % len(ANSWERS)]
        async with self._db.work(claims=False) as work:
            await work.claim(CurrentUpdate(4242, update_id))
            await work.event_reads.invitation(self._organisation_id, self._event_id, actor.person_id)
            await work.rsvps.answer(self._organisation_id, self._event_id, actor.person_id, answer)
            await work.audit.note(
                "rsvp.answered",
                organisation_id=self._organisation_id,
                by=actor.person_id,
                subject=f"event:{self._event_id}",
                answer=answer.value,
            )
