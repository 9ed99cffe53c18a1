"""The statements of an RSVP tap and nothing around them: what any handler with this database would pay."""

from db.work import Database
from domain.clock import Clock
from domain.events import Answer
from domain.ids import EventId, OrganisationId, PersonId
from domain.updates import CurrentUpdate
from tests.bench.load import FIRST_PERSON

ANSWERS = tuple(Answer)


class SameSql:
    """Claims the update, loads the invitation, upserts the answer, notes the audit log.

    Who the person is, the bot remembers between taps; so it is not asked here.
    """

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
        person_id = PersonId(user_id - FIRST_PERSON + 2)
        answer = ANSWERS[update_id % len(ANSWERS)]
        async with self._db.work(claims=False) as work:
            await work.claim(CurrentUpdate(4242, update_id))
            await work.event_reads.invitation(self._organisation_id, self._event_id, person_id)
            await work.rsvps.answer(self._organisation_id, self._event_id, person_id, answer)
            await work.audit.note(
                "rsvp.answered",
                organisation_id=self._organisation_id,
                by=person_id,
                subject=f"event:{self._event_id}",
                answer=answer.value,
            )
