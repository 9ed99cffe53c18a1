"""Visits that wait for an answer of their teachers, or of their guests."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestSlotRow, GuestVisitRow, OrganisationRow
from db.models.base import table
from db.partial import stands_in
from db.repositories.guest_visits import VISITS, visit_of
from db.repositories.organisations import organisation_of
from domain.guest_waiting import (
    LEADERS_AFTER,
    LEADERS_LEAST,
    LEADERS_NEAR,
    TEACHERS_AFTER,
    TEACHERS_LEAST,
    TEACHERS_NEAR,
    Wait,
    WaitingVisit,
)
from domain.guests import Visit, VisitStatus

_V, _S, _O = table(GuestVisitRow), table(GuestSlotRow), table(OrganisationRow)
_OF_ORGANISATION = "here_"
_WITH_ORGANISATION = VISITS.add_columns(
    _V.c.updated_at,
    _V.c.waited_version,
    *(column.label(f"{_OF_ORGANISATION}{column.key}") for column in _O.c),
).join(_O, _O.c.id == _V.c.organisation_id)


def _due(*waits: ColumnElement[bool]) -> Select[Any]:
    return (
        _WITH_ORGANISATION.where(
            *waits,
            _V.c.updated_at <= bindparam("least"),
            _S.c.starts_at > bindparam("now"),
            _V.c.move_until.is_(None),
            or_(
                (_V.c.waited_version.is_(None) | (_V.c.waited_version != _V.c.version))
                & ((_V.c.updated_at <= bindparam("before")) | (_S.c.starts_at <= bindparam("near"))),
                (_V.c.waited_long_version.is_(None) | (_V.c.waited_long_version != _V.c.version))
                & (
                    (_V.c.updated_at <= bindparam("long_before"))
                    | (
                        (_S.c.starts_at <= bindparam("long_near"))
                        & (_V.c.updated_at <= bindparam("long_least"))
                    )
                ),
            ),
        )
        .order_by(_V.c.updated_at, _V.c.id)
        .limit(bindparam("limit"))
    )


_DUE = (
    _due(
        stands_in(_V.c.status, VisitStatus.APPLIED, VisitStatus.DETAILED, VisitStatus.TENTATIVE),
        or_(_V.c.guest_id.is_not(None), _V.c.status != VisitStatus.TENTATIVE.value),
    ),
    _due(stands_in(_V.c.status, VisitStatus.CONFIRMED), _V.c.change_asked.is_not(None)),
)
"""Each by an index of its own."""
_UNCHANGED = update(_V).where(
    _V.c.id == bindparam("visit"),
    _V.c.organisation_id == bindparam("organisation"),
    _V.c.version == bindparam("seen"),
)
_MARK = {
    wait: _UNCHANGED.values({(_V.c.waited_version if wait.first else _V.c.waited_long_version): _V.c.version})
    for wait in Wait
}


class GuestWaits:
    """Finds visits that wait, and remembers who was told of it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def due(self, now: datetime, *, limit: int) -> list[WaitingVisit]:
        """Visits ahead of which one side has waited so long, or which are so near, that somebody is to be told, and was not."""
        moments = {
            "now": now,
            "before": now - TEACHERS_AFTER,
            "near": now + TEACHERS_NEAR,
            "least": now - TEACHERS_LEAST,
            "long_before": now - LEADERS_AFTER,
            "long_near": now + LEADERS_NEAR,
            "long_least": now - LEADERS_LEAST,
        }
        rows = [
            row
            for due in _DUE
            for row in (await self._connection.execute(due, {**moments, "limit": limit})).mappings()
        ]
        return [
            WaitingVisit(
                visit_of(row),
                organisation_of({column.key: row[f"{_OF_ORGANISATION}{column.key}"] for column in _O.c}),
                row["updated_at"],
                reminded=row["waited_version"] == row["version"],
            )
            for row in rows
        ]

    async def mark(self, visit: Visit, wait: Wait) -> bool:
        """Remember that this version was told of; False when it has changed meanwhile."""
        keys = {"visit": visit.id, "organisation": visit.organisation_id, "seen": visit.version}
        marked = await self._connection.execute(_MARK[wait], keys)
        return marked.rowcount == 1
