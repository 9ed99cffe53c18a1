"""Announcements that are being taken back, and the messages that still stand in chats."""

from datetime import datetime

from sqlalchemy import exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import NoticeRow, PersonRow, RecallRow, SentMessageRow
from db.models.base import table
from db.partial import stands_in
from db.upsert import upsert
from domain.campaigns import RecalledMessage
from domain.clock import Clock
from domain.ids import OrganisationId, PersonId
from domain.notices import NoticeStatus

_RE, _S, _P, _N = table(RecallRow).c, table(SentMessageRow).c, table(PersonRow).c, table(NoticeRow).c


class Recalls:
    """Which subjects are taken back, and how far that is."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def ask(self, organisation_id: OrganisationId, subject: str, *, by: PersonId) -> None:
        """Whatever stands in chats about the subject goes, and what is on its way as well."""
        await self._connection.execute(
            upsert(self._connection, RecallRow)
            .values(subject=subject, organisation_id=organisation_id, asked_by=by, asked_at=self._clock.now())
            .on_conflict_do_nothing()
        )

    async def open(self) -> list[tuple[str, datetime]]:
        """Subjects with something still to be taken back, and since when."""
        rows = await self._connection.execute(
            select(_RE.subject, _RE.asked_at)
            .where(_RE.done_at.is_(None), _RE.asked_at <= self._clock.now())
            .order_by(_RE.asked_at)
        )
        return [(row.subject, row.asked_at) for row in rows]

    async def is_open(self, subject: str) -> bool:
        """Whether something about the subject is still to be taken back."""
        found = await self._connection.execute(
            select(_RE.subject).where(_RE.subject == subject, _RE.done_at.is_(None))
        )
        return found.first() is not None

    async def standing(self, subject: str, limit: int) -> list[RecalledMessage]:
        """Some of the messages about the subject that stand in people's chats."""
        rows = await self._connection.execute(
            select(_S.chat_id, _S.message_id, _S.sent_at, _P.locale)
            .outerjoin_from(table(SentMessageRow), table(PersonRow), _P.id == _S.person_id)
            .where(_S.subject == subject)
            .order_by(_S.chat_id, _S.message_id)
            .limit(limit)
        )
        return [RecalledMessage(row.chat_id, row.message_id, row.sent_at, row.locale or "") for row in rows]

    async def count_standing(self, subject: str) -> int:
        """How many messages about the subject stand in chats."""
        counted = await self._connection.execute(
            select(func.count()).select_from(table(SentMessageRow)).where(_S.subject == subject)
        )
        return counted.scalar_one()

    async def finish(self, subject: str) -> bool:
        """It is done, unless a message stands or is on its way; whether it is."""
        on_its_way = exists(
            select(_N.id).where(_N.subject == subject, stands_in(_N.status, NoticeStatus.LEASED))
        )
        standing = exists(select(_S.id).where(_S.subject == subject))
        done = await self._connection.execute(
            update(table(RecallRow))
            .where(_RE.subject == subject, _RE.done_at.is_(None), ~on_its_way, ~standing)
            .values(done_at=self._clock.now())
        )
        return done.rowcount == 1
