"""Weekly series: the days that one announcement names."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import EventRow
from db.models.base import table
from domain.events import Event, EventStatus

_E = table(EventRow).c


async def further_days(connection: AsyncConnection, event: Event, *, after: datetime) -> tuple[datetime, ...]:
    """When the other meetings of the series begin that this event opens; nothing for any other event."""
    if event.series_id != event.id:
        return ()
    rows = await connection.execute(
        select(_E.starts_at)
        .where(
            _E.series_id == event.id,
            _E.organisation_id == event.organisation_id,
            _E.id != event.id,
            _E.status == EventStatus.PUBLISHED.value,
            _E.starts_at > after,
        )
        .order_by(_E.starts_at)
    )
    return tuple(rows.scalars())
