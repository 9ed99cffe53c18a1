"""Answers to invitations, by the adults themselves."""

from db.work import Database
from domain.answers import Answer
from domain.clock import Clock
from domain.event_views import Answered, MyEventsPage
from domain.events import may_answer
from domain.ids import EventId
from domain.people import Actor
from services.answering import access_invitation, give_answer, homes

PAGE = 8


class Rsvps:
    """Takes answers and shows them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def answer(self, actor: Actor, event_id: EventId, answer: Answer) -> Answered:
        """An adult answers, or answers otherwise: one row per adult, whatever is tapped at once.

        The hot path: one question, one upsert, one line of the audit log; with seats a few more.
        """
        async with self._db.work() as work:
            invitation = await access_invitation(work, actor, event_id)
            if refused := may_answer(invitation.event, now=self._clock.now()):
                return Answered(invitation, refused)
            return await give_answer(work, actor, invitation, answer)

    async def look(self, actor: Actor, event_id: EventId) -> Answered:
        """The event as this adult sees it, and why it cannot be answered any more, if so."""
        async with self._db.read() as reading:
            invitation = await access_invitation(reading, actor, event_id)
        return Answered(invitation, may_answer(invitation.event, now=self._clock.now()))

    async def mine(self, actor: Actor, page: int = 0) -> MyEventsPage:
        """What is ahead for this adult."""
        page = max(page, 0)
        async with self._db.read() as reading:
            events = await reading.event_lists.coming_for(
                homes(actor), actor.person_id, limit=PAGE + 1, offset=page * PAGE
            )
        return MyEventsPage(tuple(events[:PAGE]), page, len(events) > PAGE)
