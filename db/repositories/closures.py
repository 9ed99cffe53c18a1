"""Groups that are closed, and the steps by which a closure is undone."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ClosureStepRow, GroupClosureRow
from db.models.base import table
from domain.clock import Clock
from domain.closures import Closure, ClosureStep, Deed, Span
from domain.ids import ClosureId, GroupId, OrganisationId, PersonId

_C, _S = table(GroupClosureRow).c, table(ClosureStepRow).c
_COLUMNS = (_C.id, _C.organisation_id, _C.group_id, _C.from_day, _C.until_day, _C.undone_at)


class Closures:
    """Finds and writes closures."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, closure_id: ClosureId) -> Closure | None:
        """A closure of the organisation."""
        rows = await self._connection.execute(
            select(*_COLUMNS).where(_C.id == closure_id, _C.organisation_id == organisation_id)
        )
        row = rows.mappings().one_or_none()
        return None if row is None else _closure_of(row)

    async def standing(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId], day: date
    ) -> list[Closure]:
        """Closures of these groups that are not over on a day, the soonest first."""
        rows = await self._connection.execute(
            select(*_COLUMNS)
            .where(
                _C.organisation_id == organisation_id,
                _C.group_id.in_(sorted(group_ids)),
                _C.until_day >= day,
                _C.undone_at.is_(None),
            )
            .order_by(_C.from_day, _C.id)
        )
        return [_closure_of(row) for row in rows.mappings()]

    async def write(
        self, organisation_id: OrganisationId, group_id: GroupId, span: Span, *, by: PersonId
    ) -> ClosureId:
        """Close a group. Whoever closes it holds the group's turn, and has looked whether it stands open."""
        made = await self._connection.execute(
            insert(GroupClosureRow)
            .values(
                organisation_id=organisation_id,
                group_id=group_id,
                from_day=span.from_day,
                until_day=span.until_day,
                closed_by=by,
                closed_at=self._clock.now(),
            )
            .returning(_C.id)
        )
        return ClosureId(made.scalar_one())

    async def note(
        self, organisation_id: OrganisationId, closure_id: ClosureId, steps: Iterable[ClosureStep]
    ) -> None:
        """Remember what was done about each thing."""
        rows = [
            {
                "closure_id": closure_id,
                "subject": step.subject,
                "organisation_id": organisation_id,
                "deed": step.deed.value,
                "was_at": step.was_at,
                "now_at": step.now_at,
                "version": step.version,
                "status": step.status,
            }
            for step in steps
        ]
        if rows:
            await self._connection.execute(insert(ClosureStepRow), rows)

    async def steps(self, closure: Closure) -> list[ClosureStep]:
        """What a closure has done, by time."""
        rows = await self._connection.execute(
            select(_S.subject, _S.deed, _S.was_at, _S.now_at, _S.version, _S.status)
            .where(_S.closure_id == closure.id, _S.organisation_id == closure.organisation_id)
            .order_by(_S.was_at, _S.subject)
        )
        return [
            ClosureStep(row.subject, Deed(row.deed), row.was_at, row.now_at, row.version, row.status)
            for row in rows
        ]

    async def undo(self, closure: Closure) -> bool:
        """Open the group again; False when somebody did so meanwhile."""
        done = await self._connection.execute(
            update(GroupClosureRow)
            .where(_C.id == closure.id, _C.organisation_id == closure.organisation_id, _C.undone_at.is_(None))
            .values(undone_at=self._clock.now())
        )
        return done.rowcount == 1

    async def purge_before(self, organisation_id: OrganisationId, day: date) -> int:
        """Forget closures whose last day was before `day`; gives how many."""
        over = select(_C.id).where(_C.organisation_id == organisation_id, _C.until_day < day)
        await self._connection.execute(delete(ClosureStepRow).where(_S.closure_id.in_(over)))
        gone = await self._connection.execute(
            delete(GroupClosureRow).where(_C.organisation_id == organisation_id, _C.until_day < day)
        )
        return gone.rowcount


def _closure_of(row: RowMapping) -> Closure:
    return Closure(
        ClosureId(row["id"]),
        OrganisationId(row["organisation_id"]),
        GroupId(row["group_id"]),
        row["from_day"],
        row["until_day"],
        row["undone_at"],
    )
