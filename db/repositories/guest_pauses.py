"""Adults who cannot be guests of a group this month."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestPauseRow
from db.models.base import table
from db.upsert import upsert
from domain.ids import GroupId, OrganisationId, PersonId

_P = table(GuestPauseRow)


class GuestPauses:
    """Remembers «в этом месяце не смогу», and forgets it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(
        self, organisation_id: OrganisationId, group_id: GroupId, person_id: PersonId, until_day: date
    ) -> None:
        """Until this day, included; a later word replaces an earlier one."""
        await self._connection.execute(
            upsert(self._connection, _P)
            .values(
                organisation_id=organisation_id, group_id=group_id, person_id=person_id, until_day=until_day
            )
            .on_conflict_do_update(
                index_elements=[_P.c.person_id, _P.c.group_id], set_={"until_day": until_day}
            )
        )

    async def take_back(
        self, organisation_id: OrganisationId, group_id: GroupId, person_id: PersonId
    ) -> bool:
        """Forget it; False when there was none."""
        gone = await self._connection.execute(
            delete(GuestPauseRow).where(
                _P.c.person_id == person_id,
                _P.c.group_id == group_id,
                _P.c.organisation_id == organisation_id,
            )
        )
        return gone.rowcount == 1

    async def until(
        self, organisation_id: OrganisationId, group_id: GroupId, person_id: PersonId
    ) -> date | None:
        """The last day of it, maybe past."""
        found: date | None = await self._connection.scalar(
            select(_P.c.until_day).where(
                _P.c.person_id == person_id,
                _P.c.group_id == group_id,
                _P.c.organisation_id == organisation_id,
            )
        )
        return found

    async def purge_before(self, organisation_id: OrganisationId, day: date) -> None:
        """Forget those whose last day was before `day`."""
        await self._connection.execute(
            delete(GuestPauseRow).where(_P.c.organisation_id == organisation_id, _P.c.until_day < day)
        )
