"""The statements of a tap and nothing around them: what any handler with this database would pay."""

from typing import Protocol

from db.work import Database
from domain.actions.quizzes import AnswerQuiz
from domain.answers import Answer
from domain.attempts import Given
from domain.clock import Clock
from domain.ids import EventId, OrganisationId, PersonId
from domain.updates import CurrentUpdate
from screens.buttons import parse
from tests.bench.load import FIRST_PERSON

ANSWERS = tuple(Answer)
HERE = OrganisationId(1)
EVENT = EventId(1)


class SameSql(Protocol):
    """One tap's worth of SQL, over a database that `tests.bench.filled` filled.

    Who the person is, the bot remembers between taps; so it is not asked here.
    """

    async def step(self, update_id: int, user_id: int, data: str) -> None:
        """The statements of one update."""


class RsvpSql:
    """Claims the update, loads the invitation, upserts the answer and notes it in the audit log."""

    def __init__(self, url: str) -> None:
        self._db = Database(url, Clock())

    async def step(self, update_id: int, user_id: int, data: str) -> None:
        """An answer to the first event."""
        person_id = PersonId(user_id - FIRST_PERSON + 2)
        answer = ANSWERS[update_id % len(ANSWERS)]
        async with self._db.work(claims=False) as work:
            await work.claim(CurrentUpdate(4242, update_id))
            await work.event_reads.invitation(HERE, EVENT, person_id)
            await work.rsvps.answer(HERE, EVENT, person_id, answer)


class QuizSql:
    """Claims the update, loads the attempt and its answers, inserts the new one."""

    def __init__(self, url: str) -> None:
        self._db = Database(url, Clock())

    async def step(self, update_id: int, user_id: int, data: str) -> None:
        """An answer of a child."""
        action = parse(data)
        assert isinstance(action, AnswerQuiz)
        async with self._db.work(claims=False) as work:
            await work.claim(CurrentUpdate(4242, update_id))
            held = await work.attempts.load([HERE], action.attempt_id, hold=True)
            assert held is not None
            await work.quiz_answers.of(held.attempt)
            given = Given(action.item_id, action.try_, action.choice, work.clock.now())
            await work.quiz_answers.add(held.attempt, given)
