"""Messages of the bot that must be found again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import MessageMentionRow, SentMessageRow
from domain.clock import Clock


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
        """Write down a message, or what stands in it now."""
        changing: dict[str, Any] = {
            "subject": subject,
            "remove_after": remove_after,
            "rendered_hash": rendered_hash,
        }
        upsert = (sqlite.insert if self._connection.dialect.name == "sqlite" else postgresql.insert)(
            SentMessageRow
        )
        found = await self._connection.execute(
            upsert.values(
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
