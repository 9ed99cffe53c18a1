"""Full names of guests for the entrance list (docs/decisions/0015)."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, bindparam, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestEntranceNameRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.guests import Visit
from domain.ids import OrganisationId, PersonId, VisitId

_E = table(GuestEntranceNameRow)
_NAMES = select(_E.c.visit_id, _E.c.name).where(
    _E.c.organisation_id == bindparam("organisation_id"),
    _E.c.visit_id.in_(bindparam("visits", expanding=True)),
)


def named_by(person_id: ColumnElement[int], organisation_id: OrganisationId) -> ColumnElement[bool]:
    """Whether a name of this person is kept for the entrance of the organisation."""
    return exists().where(_E.c.guest_id == person_id, _E.c.organisation_id == organisation_id)


class GuestEntrance:
    """Finds, keeps and drops full names."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def names(self, organisation_id: OrganisationId, visits: Iterable[VisitId]) -> dict[VisitId, str]:
        """The full names for these visits, where one was given."""
        asked = {"organisation_id": organisation_id, "visits": list(visits)}
        rows = await self._connection.execute(_NAMES, asked)
        return {VisitId(row.visit_id): row.name for row in rows}

    async def keep(self, visit: Visit, name: str) -> None:
        """The guest's full name, in place of an earlier one."""
        said = {"guest_id": visit.guest_id, "name": name, "given_at": self._clock.now()}
        made = upsert(self._connection, _E).values(
            visit_id=visit.id, organisation_id=visit.organisation_id, **said
        )
        await self._connection.execute(made.on_conflict_do_update(index_elements=["visit_id"], set_=said))

    async def drop(self, visit: Visit) -> bool:
        """Take it away; False when there is none."""
        gone = await self._connection.execute(
            delete(_E).where(_E.c.visit_id == visit.id, _E.c.organisation_id == visit.organisation_id)
        )
        return gone.rowcount > 0

    async def forget(self, organisation_id: OrganisationId, person_id: PersonId | None = None) -> int:
        """Take away every name that this person gave in the organisation, or (None) that anybody did; how many."""
        whose = [] if person_id is None else [_E.c.guest_id == person_id]
        gone = await self._connection.execute(
            delete(_E).where(_E.c.organisation_id == organisation_id, *whose)
        )
        return gone.rowcount
