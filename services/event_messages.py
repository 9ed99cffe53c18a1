"""Older messages about a changed event: what they should say now."""

from db.work import Database
from domain.clock import Clock
from domain.delivery import StaleMessage
from domain.events import Invitation, may_answer


class EventMessages:
    """Finds messages that a change has made stale, and remembers which were updated."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def stale(self, limit: int) -> list[StaleMessage]:
        """Some messages to be updated in place."""
        async with self._db.read() as reading:
            return await reading.event_messages.stale(limit)

    async def shown(self, message: StaleMessage) -> tuple[Invitation, bool] | None:
        """What the message should say, and whether it can still be answered; None for who is no longer invited."""
        async with self._db.read() as reading:
            invitation = await reading.event_reads.invitation(
                message.organisation_id, message.event_id, message.person_id
            )
        if invitation is None or not invitation.invited:
            return None
        return invitation, may_answer(invitation.event, now=self._clock.now()) is None

    async def updated(self, message: StaleMessage) -> None:
        """The message has been updated, or never will be."""
        async with self._db.work(claims=False) as work:
            await work.event_messages.updated(message.sent_id, message.changed_at)
