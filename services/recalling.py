"""Messages that are taken back: which stand in chats, and when none is left."""

from db.work import Database
from domain.campaigns import IN_FLIGHT, RecalledMessage
from domain.clock import Clock


class Recalling:
    """What the tick asks for and writes down."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def open(self) -> list[str]:
        """Subjects with messages to be taken back, or on their way."""
        async with self._db.read() as reading:
            return [subject for subject, _ in await reading.recalls.open()]

    async def standing(self, subject: str, limit: int) -> list[RecalledMessage]:
        """Some of the messages that stand in chats."""
        async with self._db.read() as reading:
            return await reading.recalls.standing(subject, limit)

    async def gone(self, message: RecalledMessage) -> None:
        """It is out of the chat, or says nothing of the event any more, or cannot be reached for good."""
        async with self._db.work(claims=False) as work:
            await work.sent.forget(message.chat_id, message.message_id)

    async def finish_due(self) -> int:
        """What was on its way when it was asked for has landed by now: a recall without anything left is done."""
        done = 0
        async with self._db.read() as reading:
            due = [
                subject
                for subject, asked_at in await reading.recalls.open()
                if self._clock.now() - asked_at >= IN_FLIGHT
            ]
        for subject in due:
            async with self._db.work(claims=False) as work:
                done += await work.recalls.finish(subject)
        return done
