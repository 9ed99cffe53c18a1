"""The audit log as it is shown: ids and kinds."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AuditRow
from domain.ids import OrganisationId, PersonId
from domain.retention import DELETIONS, LogLine


class AuditReads:
    """Extracts of the audit log."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def deletions(self, organisation_id: OrganisationId, since: datetime) -> list[LogLine]:
        """What was deleted of the organisation's since a moment, the oldest line first."""
        rows = await self._connection.execute(
            select(AuditRow.at, AuditRow.person_id, AuditRow.action, AuditRow.subject, AuditRow.details)
            .where(
                AuditRow.organisation_id == organisation_id,
                AuditRow.at >= since,
                AuditRow.action.in_(DELETIONS),
            )
            .order_by(AuditRow.at, AuditRow.id)
        )
        return [
            LogLine(
                at=row.at,
                action=row.action,
                participant=_participant(row.subject),
                by_themselves=row.person_id is not None,
                details={kind: count for kind, count in row.details.items() if isinstance(count, int)},
            )
            for row in rows
        ]


def _participant(subject: str | None) -> PersonId | None:
    kind, _, number = (subject or "").partition(":")
    return PersonId(int(number)) if kind == "person" else None
