"""Full names of guests for the entrance list.

A name is a row of `guest_messages` by the visit's guest that is not on the guest's side of the correspondence:
same visit, same author, same term of thirty days, and nobody is written to (docs/decisions/0015).
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestMessageRow, GuestVisitRow
from db.models.base import table
from domain.clock import Clock
from domain.guests import Visit
from domain.ids import OrganisationId, PersonId, VisitId

_M, _V = table(GuestMessageRow), table(GuestVisitRow)
_BY_GUEST = and_(_V.c.id == _M.c.visit_id, _V.c.guest_id == _M.c.author_id)
_NAMES = (
    select(_M.c.visit_id, _M.c.text)
    .select_from(_M)
    .join(_V, _BY_GUEST)
    .where(
        _M.c.organisation_id == bindparam("organisation_id"),
        _M.c.visit_id.in_(bindparam("visits", expanding=True)),
        _M.c.from_guest.is_(False),
    )
)


def is_message(guest_id: PersonId | None) -> ColumnElement[bool]:
    """Whether a row about a visit of this guest is correspondence, and no name for the entrance."""
    return or_(_M.c.from_guest.is_(True), _M.c.author_id != (guest_id or 0))


def named_by(person_id: ColumnElement[int], organisation_id: OrganisationId) -> ColumnElement[bool]:
    """Whether a name of this person is kept for the entrance of the organisation."""
    return exists().where(
        _M.c.author_id == person_id,
        _M.c.organisation_id == organisation_id,
        _M.c.from_guest.is_(False),
        _BY_GUEST,
    )


class GuestEntrance:
    """Finds, keeps and drops full names; whoever keeps one holds the row of the group."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def names(self, organisation_id: OrganisationId, visits: Iterable[VisitId]) -> dict[VisitId, str]:
        """The full names for these visits, where one was given."""
        asked = {"organisation_id": organisation_id, "visits": list(visits)}
        rows = await self._connection.execute(_NAMES, asked)
        return {VisitId(row.visit_id): row.text for row in rows}

    async def keep(self, visit: Visit, name: str) -> None:
        """The guest's full name, in place of an earlier one."""
        await self.drop(visit)
        await self._connection.execute(
            insert(_M).values(
                organisation_id=visit.organisation_id,
                visit_id=visit.id,
                author_id=visit.guest_id,
                from_guest=False,
                text=name,
                sent_at=self._clock.now(),
            )
        )

    async def drop(self, visit: Visit) -> bool:
        """Take it away; False when there is none."""
        gone = await self._connection.execute(
            delete(_M).where(
                _M.c.visit_id == visit.id,
                _M.c.organisation_id == visit.organisation_id,
                _M.c.author_id == visit.guest_id,
                _M.c.from_guest.is_(False),
            )
        )
        return gone.rowcount > 0

    async def forget(self, organisation_id: OrganisationId, person_id: PersonId | None = None) -> int:
        """Take away every name that this person gave in the organisation, or (None) that anybody did; how many."""
        whose = [] if person_id is None else [_M.c.author_id == person_id]
        gone = await self._connection.execute(
            delete(_M).where(
                _M.c.organisation_id == organisation_id,
                _M.c.from_guest.is_(False),
                exists().where(_BY_GUEST),
                *whose,
            )
        )
        return gone.rowcount
