"""Days on which no guests are invited."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import RowMapping, delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestFreeDaysRow
from db.models.base import table
from domain.guest_calendar import FreeDays
from domain.ids import FreeDaysId, GroupId, OrganisationId

_D = table(GuestFreeDaysRow).c
_COLUMNS = (_D.id, _D.organisation_id, _D.group_id, _D.from_day, _D.until_day, _D.note)


class GuestFreeDays:
    """Finds and writes days without guests."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, organisation_id: OrganisationId, entry_id: FreeDaysId) -> FreeDays | None:
        """An entry of the organisation."""
        rows = await self._connection.execute(
            select(*_COLUMNS).where(_D.id == entry_id, _D.organisation_id == organisation_id)
        )
        row = rows.mappings().one_or_none()
        return None if row is None else _entry_of(row)

    async def standing(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId] | None, day: date
    ) -> list[FreeDays]:
        """Entries that are not over on a day, the soonest first: of these groups (None: of all) and of everybody."""
        query = select(*_COLUMNS).where(_D.organisation_id == organisation_id, _D.until_day >= day)
        if group_ids is not None:
            query = query.where(or_(_D.group_id.is_(None), _D.group_id.in_(sorted(group_ids))))
        rows = await self._connection.execute(query.order_by(_D.from_day, _D.id))
        return [_entry_of(row) for row in rows.mappings()]

    async def write(
        self,
        organisation_id: OrganisationId,
        group_id: GroupId | None,
        first: date,
        last: date,
        note: str | None,
    ) -> FreeDaysId:
        """Keep some days free of guests."""
        made = await self._connection.execute(
            insert(GuestFreeDaysRow)
            .values(
                organisation_id=organisation_id,
                group_id=group_id,
                from_day=first,
                until_day=last,
                note=note,
            )
            .returning(_D.id)
        )
        return FreeDaysId(made.scalar_one())

    async def drop(self, organisation_id: OrganisationId, entry_id: FreeDaysId) -> bool:
        """Invite guests on these days again; False when somebody has done so already."""
        gone = await self._connection.execute(
            delete(GuestFreeDaysRow).where(_D.id == entry_id, _D.organisation_id == organisation_id)
        )
        return gone.rowcount == 1

    async def purge_before(self, organisation_id: OrganisationId, day: date) -> None:
        """Forget entries whose last day was before `day`."""
        await self._connection.execute(
            delete(GuestFreeDaysRow).where(_D.organisation_id == organisation_id, _D.until_day < day)
        )


def _entry_of(row: RowMapping) -> FreeDays:
    return FreeDays(
        FreeDaysId(row["id"]),
        OrganisationId(row["organisation_id"]),
        None if row["group_id"] is None else GroupId(row["group_id"]),
        row["from_day"],
        row["until_day"],
        row["note"],
    )
