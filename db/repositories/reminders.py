"""Which events have been reminded of."""

from datetime import datetime

from sqlalchemy import or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import EventRow
from domain.events import EventStatus
from domain.ids import EventId, OrganisationId


class Reminders:
    """Marks on events: for which start the reminders have been put out."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def mark(
        self, organisation_id: OrganisationId, event_id: EventId, starts_at: datetime, *, bring: bool
    ) -> bool:
        """Take the reminder of this start upon oneself; False when the event has moved or somebody else has."""
        column = EventRow.bring_reminded_for if bring else EventRow.reminded_for
        marked = await self._connection.execute(
            update(EventRow)
            .where(
                EventRow.id == event_id,
                EventRow.organisation_id == organisation_id,
                EventRow.starts_at == starts_at,
                EventRow.status == EventStatus.PUBLISHED.value,
                or_(column.is_(None), column != starts_at),
            )
            .values({column: starts_at})
        )
        return marked.rowcount == 1
