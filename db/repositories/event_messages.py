"""Messages about events that stand in chats and say what was, not what is."""

from datetime import datetime, timedelta

from sqlalchemy import String, cast, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.event_rows import IS_ANNOUNCED
from db.models import EventRow, PersonRow, SentMessageRow
from db.models.base import table
from domain.clock import Clock
from domain.delivery import StaleMessage
from domain.ids import EventId, OrganisationId, PersonId

WORTH_UPDATING = timedelta(days=3)
"""So long after a change its older messages are still looked for; then nobody scrolls back to them."""

_E, _S, _P = table(EventRow).c, table(SentMessageRow).c, table(PersonRow).c


class EventMessages:
    """Finds messages to be updated in place."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def stale(self, limit: int) -> list[StaleMessage]:
        """Messages to people whose event was changed or cancelled since, oldest change first."""
        subject = literal("event:", String).concat(cast(_E.id, String))
        rows = await self._connection.execute(
            select(
                _S.id,
                _S.chat_id,
                _S.message_id,
                _P.locale,
                _S.person_id,
                _E.organisation_id,
                _E.id.label("event_id"),
                _E.updated_at,
            )
            .select_from(table(EventRow))
            .join(table(SentMessageRow), _S.subject == subject)
            .join(table(PersonRow), _P.id == _S.person_id)
            .where(
                _E.updated_at > self._clock.now() - WORTH_UPDATING,
                _E.version > 1,
                IS_ANNOUNCED,
                _E.recalled_at.is_(None),
                _P.chat_closed_at.is_(None),
                _S.sent_at < _E.updated_at,
                or_(_S.updated_at.is_(None), _S.updated_at < _E.updated_at),
            )
            .order_by(_E.updated_at, _S.id)
            .limit(limit)
        )
        return [
            StaleMessage(
                row.id,
                row.chat_id,
                row.message_id,
                row.locale,
                PersonId(row.person_id),
                OrganisationId(row.organisation_id),
                EventId(row.event_id),
                row.updated_at,
            )
            for row in rows
        ]

    async def updated(self, sent_id: int, changed_at: datetime) -> None:
        """The message says what its event is since `changed_at`, or can not be changed any more."""
        await self._connection.execute(
            update(table(SentMessageRow)).where(_S.id == sent_id).values(updated_at=changed_at)
        )
