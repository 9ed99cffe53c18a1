"""Dropping what has been kept long enough of events that are over (rule 12); each method says how many rows went."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, delete, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    EventAttendanceRow,
    EventFeedbackRow,
    EventPartyRow,
    EventPictureRow,
    EventPostRow,
    EventRow,
    LessonSheetRow,
    RecallRow,
)
from domain.ids import OrganisationId


class EventRetention:
    """What the retention job drops of events; the events themselves stay, they are the organisation's own."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def parties_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Who sat and who waited at events that started before `moment`."""
        return await self._drop(EventPartyRow, organisation_id, moment)

    async def feedback_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """How people liked events that started before `moment`."""
        return await self._drop(EventFeedbackRow, organisation_id, moment)

    async def attendances_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Which families came to events that started before `moment`."""
        return await self._drop(EventAttendanceRow, organisation_id, moment)

    async def pictures_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Pictures of events that started before `moment`; their files go when nothing else refers to them."""
        return await self._drop(EventPictureRow, organisation_id, moment)

    async def sheets_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Sheets on which open lessons were looked at that started before `moment`."""
        return await self._drop(LessonSheetRow, organisation_id, moment)

    async def places_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Where messages about events of before `moment` stand in groups, and that others were taken back."""
        subject = literal("event:", String).concat(cast(EventRow.id, String))
        over = select(subject).where(EventRow.organisation_id == organisation_id, EventRow.starts_at < moment)
        posts = await self._connection.execute(delete(EventPostRow).where(EventPostRow.subject.in_(over)))
        recalls = await self._connection.execute(
            delete(RecallRow).where(RecallRow.subject.in_(over), RecallRow.done_at.is_not(None))
        )
        return posts.rowcount + recalls.rowcount

    async def _drop(self, table: Any, organisation_id: OrganisationId, moment: datetime) -> int:
        over = select(EventRow.id).where(
            EventRow.organisation_id == organisation_id, EventRow.starts_at < moment
        )
        gone = await self._connection.execute(delete(table).where(table.event_id.in_(over)))
        return gone.rowcount
