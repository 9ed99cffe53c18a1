"""The audit log."""

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AuditRow
from db.models.base import table
from domain.clock import Clock
from domain.ids import OrganisationId, PersonId

_NOTE = insert(table(AuditRow)).inline()  # nobody asks for the number of a note


class AuditLog:
    """Writes who changed what, in the transaction of the change."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def note(
        self,
        action: str,
        *,
        organisation_id: OrganisationId | None,
        by: PersonId | None,
        subject: str | None = None,
        **details: int | str | bool | None,
    ) -> None:
        """Note one change. `action` is «feature.verb», `subject` «kind:id», `details` ids and kinds, never words."""
        await self._connection.execute(
            _NOTE,
            {
                "organisation_id": organisation_id,
                "at": self._clock.now(),
                "person_id": by,
                "action": action,
                "subject": subject,
                "details": details,
            },
        )
