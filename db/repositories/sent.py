"""Messages of the bot that must be found again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import MessageMentionRow, PersonRow, SentMessageRow
from db.personal import NOBODY
from db.upsert import upsert
from domain.clock import Clock
from domain.delivery import Removal


class SentMessages:
    """Where screens and notices stand in chats."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def remember(
        self,
        chat_id: int,
        message_id: int,
        subject: str | None,
        remove_after: datetime | None,
        mentions: Iterable[int] = (),
        *,
        person_id: int | None = None,
        rendered_hash: str | None = None,
    ) -> None:
        """Write down a message, or what stands in it now.

        Of a message that was on its way to `person_id` while they erased themselves only what must be removed is
        written, to be removed at once.
        """
        if person_id is not None and await self._erased(person_id):
            if remove_after is None:
                return
            person_id, subject, remove_after, mentions = None, None, self._clock.now(), ()
        changing: dict[str, Any] = {
            "subject": subject,
            "remove_after": remove_after,
            "rendered_hash": rendered_hash,
        }
        found = await self._connection.execute(
            upsert(self._connection, SentMessageRow)
            .values(
                chat_id=chat_id,
                message_id=message_id,
                person_id=person_id,
                sent_at=self._clock.now(),
                **changing,
            )
            .on_conflict_do_update(index_elements=["chat_id", "message_id"], set_=changing)
            .returning(SentMessageRow.id)
        )
        sent_id = found.scalar_one()
        await self._connection.execute(
            delete(MessageMentionRow).where(MessageMentionRow.sent_message_id == sent_id)
        )
        if named := [{"sent_message_id": sent_id, "person_id": person} for person in mentions]:
            await self._connection.execute(insert(MessageMentionRow), named)

    async def _erased(self, person_id: int) -> bool:
        """Whether nobody is behind this number any more; an erasure that is being carried out is waited for."""
        platform = select(PersonRow.platform).where(PersonRow.id == person_id).with_for_update(read=True)
        return (await self._connection.execute(platform)).scalar_one_or_none() == NOBODY

    async def due_removals(self, limit: int) -> list[Removal]:
        """Messages that were to stay for a while only, and whose time is over; the oldest first."""
        rows = await self._connection.execute(
            select(
                SentMessageRow.chat_id,
                SentMessageRow.message_id,
                SentMessageRow.sent_at,
                PersonRow.locale,
            )
            .outerjoin(PersonRow, PersonRow.chat_id == SentMessageRow.chat_id)
            .where(SentMessageRow.remove_after <= self._clock.now())
            .order_by(SentMessageRow.remove_after, SentMessageRow.id)
            .limit(limit)
        )
        return [Removal(row.chat_id, row.message_id, row.sent_at, row.locale) for row in rows]

    async def forget(self, chat_id: int, message_id: int) -> None:
        """The message is gone, or empty of what had to go."""
        await self._connection.execute(
            delete(SentMessageRow).where(
                SentMessageRow.chat_id == chat_id, SentMessageRow.message_id == message_id
            )
        )

    async def put_off_removal(self, chat_id: int, message_id: int, until: datetime) -> None:
        """The messenger could not be asked: again at `until`."""
        await self._connection.execute(
            update(SentMessageRow)
            .where(SentMessageRow.chat_id == chat_id, SentMessageRow.message_id == message_id)
            .values(remove_after=until)
        )
