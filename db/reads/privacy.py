"""Everything that is stored about one person."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GroupRow, OrganisationRow, PersonRow
from db.personal import PERSONAL
from db.traces import Whom
from domain.ids import OrganisationId, PersonId


class PrivacyReads:
    """Reads for /my_data; never a row about somebody else."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def counts(self, person_id: PersonId) -> dict[str, int]:
        """How many rows about the person there are, by their name in the file."""
        whom = await self._whom(person_id)
        counted = {}
        for trace in PERSONAL:
            rows = select(func.count()).select_from(trace.table).where(trace.whose(whom))
            counted[trace.name] = (await self._connection.execute(rows)).scalar_one()
        return counted

    async def everything(self, person_id: PersonId) -> dict[str, list[dict[str, Any]]]:
        """Every row about the person, by table, without the columns about others."""
        whom = await self._whom(person_id)
        found: dict[str, list[dict[str, Any]]] = {}
        for trace in PERSONAL:
            columns = [column for column in trace.table.__table__.c if column.key not in trace.hidden]
            rows = await self._connection.execute(select(*columns).where(trace.whose(whom)))
            found[trace.name] = [dict(row) for row in rows.mappings()]
        return found

    async def organisation_names(self, ids: set[int]) -> dict[OrganisationId, str]:
        """Names of organisations by number."""
        rows = await self._connection.execute(
            select(OrganisationRow.id, OrganisationRow.name).where(OrganisationRow.id.in_(ids))
        )
        return {OrganisationId(row.id): row.name for row in rows}

    async def group_names(self, ids: set[int]) -> dict[int, str]:
        """Names of groups by number."""
        rows = await self._connection.execute(select(GroupRow.id, GroupRow.name).where(GroupRow.id.in_(ids)))
        return {row.id: row.name for row in rows}

    async def _whom(self, person_id: PersonId) -> Whom:
        found = await self._connection.execute(
            select(PersonRow.platform_user_id, PersonRow.chat_id).where(PersonRow.id == person_id)
        )
        row = found.one()
        return Whom(person_id, row.platform_user_id, row.chat_id)
