"""The audit log as it is shown: ids and kinds."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AuditRow
from domain.ids import OrganisationId
from domain.privacy import RETENTION_DONE, RetentionAct


class AuditReads:
    """Extracts of the audit log."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def retention_acts(
        self, organisation_id: OrganisationId, *, limit: int, offset: int = 0
    ) -> list[RetentionAct]:
        """What the retention job dropped of the organisation's, the newest act first."""
        rows = await self._connection.execute(
            select(AuditRow.id, AuditRow.at, AuditRow.details)
            .where(AuditRow.organisation_id == organisation_id, AuditRow.action == RETENTION_DONE)
            .order_by(AuditRow.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [RetentionAct(row.id, row.at, dict(row.details)) for row in rows]
