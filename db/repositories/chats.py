"""Chats that anything unasked would go into: whether something may, and under which number."""

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import NoticeRow, PersonRow
from db.models.base import table
from db.repositories.outbox_rows import CHAT_CLOSED
from db.unsent import HELD, TO_SEND, UNSENT, untold
from domain.clock import Clock
from domain.notices import NoticeStatus

_OUTBOX = table(NoticeRow)
_O = _OUTBOX.c


class Chats:
    """Closes and opens chats, lets them rest, follows them; with what waits for them in the outbox."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def rest(self, chat_id: int, until: datetime) -> None:
        """The messenger asked for a pause in this chat: nothing goes there before `until` (real)."""
        await self._connection.execute(
            update(_OUTBOX).where(_O.chat_id == chat_id, TO_SEND).values(leased_until=until)
        )

    async def close(self, chat_id: int) -> None:
        """Nothing reaches this chat until the person presses Start again: what waits for it fails."""
        now = self._clock.now()
        await self._connection.execute(
            update(PersonRow)
            .where(PersonRow.chat_id == chat_id, PersonRow.chat_closed_at.is_(None))
            .values(chat_closed_at=now)
        )
        await self._connection.execute(
            update(_OUTBOX)
            .where(_O.person_id.in_(select(PersonRow.id).where(PersonRow.chat_id == chat_id)), UNSENT)
            .values(last_error=CHAT_CLOSED, **untold(NoticeStatus.FAILED, now))
        )

    async def is_closed(self, chat_id: int) -> bool:
        """Whether a person's chat is known to be closed."""
        closed = await self._connection.execute(
            select(PersonRow.id).where(PersonRow.chat_id == chat_id, PersonRow.chat_closed_at.is_not(None))
        )
        return closed.first() is not None

    async def open(self, chat_id: int) -> None:
        """The person pressed Start or unblocked the bot: messages go there again."""
        await self._connection.execute(
            update(PersonRow)
            .where(PersonRow.chat_id == chat_id, PersonRow.chat_closed_at.is_not(None))
            .values(chat_closed_at=None)
        )

    async def move(self, old: int, new: int) -> None:
        """A group became a supergroup: its messages follow."""
        await self._connection.execute(
            update(_OUTBOX).where(_O.chat_id == old, or_(UNSENT, HELD)).values(chat_id=new)
        )
