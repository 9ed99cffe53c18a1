"""Visits as papers list them: of days, with their groups."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GroupRow, GuestSlotRow, GuestVisitRow
from db.models.base import table
from db.repositories.guest_visits import VISIT_COLUMNS, visit_of
from domain.events import GroupLabel
from domain.guests import Visit, VisitStatus
from domain.ids import GroupId, OrganisationId

_V, _S, _G = table(GuestVisitRow), table(GuestSlotRow), table(GroupRow)
_OF_DAYS = (
    select(*VISIT_COLUMNS, _G.c.name.label("group_name"), _G.c.emoji)
    .select_from(_S)
    .join(_V, and_(_V.c.id == _S.c.visit_id, _V.c.slot_id == _S.c.id))
    .join(_G, _G.c.id == _V.c.group_id)
    .where(
        _S.c.organisation_id == bindparam("organisation_id"),
        _S.c.starts_at >= bindparam("begin"),
        _S.c.starts_at < bindparam("end"),
        _V.c.status.in_(bindparam("statuses", expanding=True)),
    )
    .order_by(_S.c.starts_at, _S.c.id)
    .limit(bindparam("limit"))
)


class GuestPaperReads:
    """Lists over whole days."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_days(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        statuses: Collection[VisitStatus],
        span: tuple[datetime, datetime],
        *,
        limit: int,
    ) -> list[tuple[GroupLabel, Visit]]:
        """Visits to these groups (None: to all) that begin within the span, in their order."""
        query = _OF_DAYS if reached is None else _OF_DAYS.where(_S.c.group_id.in_(sorted(reached)))
        begin, end = span
        rows = await self._connection.execute(
            query,
            {
                "organisation_id": organisation_id,
                "begin": begin,
                "end": end,
                "statuses": [status.value for status in statuses],
                "limit": limit,
            },
        )
        return [
            (GroupLabel(GroupId(row["group_id"]), row["group_name"], row["emoji"]), visit_of(row))
            for row in rows.mappings()
        ]
