"""What stays of visits that were held: the families that were met, and what the group did afterwards."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import bindparam, delete, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GuardianshipRow,
    GuestFollowUpRow,
    GuestSlotRow,
    GuestVisitFamilyRow,
    GuestVisitRow,
    MembershipRow,
)
from db.models.base import table
from db.upsert import upsert
from domain.guest_outcomes import FollowUp
from domain.guests import Visit
from domain.ids import ChildId, OrganisationId, VisitId
from domain.people import Role

_F, _U, _S = table(GuestVisitFamilyRow), table(GuestFollowUpRow), table(GuestSlotRow)
_C, _GU, _M = table(ChildRow), table(GuardianshipRow), table(MembershipRow)
_V = table(GuestVisitRow)
_HERE = (_C.c.organisation_id == bindparam("organisation"), _C.c.left_at.is_(None))
_FAMILIES = union(
    select(_C.c.id, _C.c.group_id)
    .join(_GU, _GU.c.child_id == _C.c.id)
    .join(_M, _M.c.id == _GU.c.membership_id)
    .where(
        _M.c.person_id == bindparam("guest"),
        _M.c.organisation_id == bindparam("organisation"),
        _M.c.role == Role.PARENT.value,
        _M.c.ended_at.is_(None),
        *_HERE,
    ),
    select(_C.c.id, _C.c.group_id).where(_C.c.id == bindparam("child"), *_HERE),
)
_OF_VISIT = (
    select(_U.c.kind, _U.c.done_on)
    .where(_U.c.visit_id == bindparam("visit_id"), _U.c.organisation_id == bindparam("organisation_id"))
    .order_by(_U.c.kind)
)
_OF_DAYS = (
    select(_U.c.visit_id, _U.c.kind)
    .join(_S, _S.c.visit_id == _U.c.visit_id)
    .where(
        _S.c.organisation_id == bindparam("organisation_id"),
        _S.c.starts_at >= bindparam("begin"),
        _S.c.starts_at < bindparam("end"),
    )
)


class GuestTraces:
    """Writes down and finds both; whoever writes holds the visit."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def meet(self, visit: Visit) -> None:
        """The visit was held: remember the codes of its guest's families, each with its group of today."""
        found = await self._connection.execute(
            _FAMILIES,
            {"organisation": visit.organisation_id, "guest": visit.guest_id, "child": visit.child_id},
        )
        same = {"organisation_id": visit.organisation_id, "visit_id": visit.id}
        rows = [{**same, "child_id": child_id, "group_id": group_id} for child_id, group_id in found]
        if rows:
            await self._connection.execute(upsert(self._connection, _F).on_conflict_do_nothing(), rows)

    async def was_of(self, visit: Visit, children: Iterable[ChildId]) -> bool:
        """Whether the guest was an adult of one of these children."""
        rows = await self._connection.execute(
            select(_F.c.id)
            .where(
                _F.c.visit_id == visit.id,
                _F.c.organisation_id == visit.organisation_id,
                _F.c.child_id.in_(list(children)),
            )
            .limit(1)
        )
        return rows.first() is not None

    async def forget(self, visit: Visit) -> None:
        """The visit did not take place after all: nothing of it stays."""
        for rows in (_F, _U):
            await self._connection.execute(
                delete(rows).where(
                    rows.c.visit_id == visit.id, rows.c.organisation_id == visit.organisation_id
                )
            )

    async def tick(self, visit: Visit, kind: FollowUp, day: date) -> bool:
        """The group has done it; False when that was ticked before."""
        ticked = await self._connection.execute(
            upsert(self._connection, _U)
            .values(
                visit_id=visit.id,
                kind=kind.value,
                organisation_id=visit.organisation_id,
                done_on=day,
            )
            .on_conflict_do_nothing()
        )
        return ticked.rowcount == 1

    async def untick(self, visit: Visit, kind: FollowUp) -> bool:
        """It was a slip of the finger; False when nothing was ticked."""
        gone = await self._connection.execute(
            delete(_U).where(
                _U.c.visit_id == visit.id,
                _U.c.kind == kind.value,
                _U.c.organisation_id == visit.organisation_id,
            )
        )
        return gone.rowcount == 1

    async def remind(self, visit: Visit, day: int) -> bool:
        """Remember on which day after it the teachers were reminded; False when it has changed meanwhile."""
        marked = await self._connection.execute(
            update(_V)
            .where(
                _V.c.id == visit.id,
                _V.c.organisation_id == visit.organisation_id,
                _V.c.version == visit.version,
            )
            .values(follow_up_told=day)
        )
        return marked.rowcount == 1

    async def done(self, visit: Visit) -> dict[FollowUp, date]:
        """What the group did after a visit, with the days on which it was ticked; in the order of the buttons."""
        rows = await self._connection.execute(
            _OF_VISIT, {"visit_id": visit.id, "organisation_id": visit.organisation_id}
        )
        found = {FollowUp(kind): day for kind, day in rows}
        return {kind: found[kind] for kind in FollowUp if kind in found}

    async def done_in(
        self, organisation_id: OrganisationId, span: tuple[datetime, datetime]
    ) -> dict[VisitId, tuple[FollowUp, ...]]:
        """What groups did after the visits that began within the span."""
        begin, end = span
        rows = await self._connection.execute(
            _OF_DAYS, {"organisation_id": organisation_id, "begin": begin, "end": end}
        )
        found: dict[VisitId, set[FollowUp]] = {}
        for visit_id, kind in rows:
            found.setdefault(VisitId(visit_id), set()).add(FollowUp(kind))
        return {visit_id: in_order(kinds) for visit_id, kinds in found.items()}


def in_order(kinds: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """In the order of the buttons."""
    chosen = set(kinds)
    return tuple(kind for kind in FollowUp if kind in chosen)
