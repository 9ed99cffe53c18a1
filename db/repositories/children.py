"""Children: numbers of an organisation in groups."""

from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, GuardianshipRow, MembershipRow
from domain.clock import Clock
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId
from domain.people import Child

_COLUMNS = (ChildRow.id, ChildRow.organisation_id, ChildRow.number, ChildRow.group_id, ChildRow.left_at)


class Children:
    """Finds, makes and moves children."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, child_id: ChildId) -> Child | None:
        """A child of the organisation, also one who has left."""
        rows = await self._connection.execute(
            select(*_COLUMNS).where(ChildRow.organisation_id == organisation_id, ChildRow.id == child_id)
        )
        row = rows.mappings().one_or_none()
        return None if row is None else child_of(row)

    async def in_group(self, organisation_id: OrganisationId, group_id: GroupId) -> list[Child]:
        """The children of a group by number, those who have left not among them."""
        rows = await self._connection.execute(
            select(*_COLUMNS)
            .where(
                ChildRow.organisation_id == organisation_id,
                ChildRow.group_id == group_id,
                ChildRow.left_at.is_(None),
            )
            .order_by(ChildRow.number)
        )
        return [child_of(row) for row in rows.mappings()]

    async def count(self, organisation_id: OrganisationId) -> int:
        """How many children the organisation has now."""
        counted = await self._connection.execute(
            select(func.count())
            .select_from(ChildRow)
            .where(ChildRow.organisation_id == organisation_id, ChildRow.left_at.is_(None))
        )
        return counted.scalar_one()

    async def add(
        self, organisation_id: OrganisationId, group_id: GroupId, first_number: int, count: int
    ) -> None:
        """Give a group `count` children with consecutive numbers."""
        now = self._clock.now()
        await self._connection.execute(
            insert(ChildRow),
            [
                {
                    "organisation_id": organisation_id,
                    "group_id": group_id,
                    "number": number,
                    "created_at": now,
                }
                for number in range(first_number, first_number + count)
            ],
        )

    async def move(self, organisation_id: OrganisationId, child_id: ChildId, group_id: GroupId) -> None:
        """Put a child into another group; the number stays."""
        await self._change(organisation_id, child_id, group_id=group_id)

    async def mark_left(self, organisation_id: OrganisationId, child_id: ChildId) -> None:
        """Write down that a child has left."""
        await self._change(organisation_id, child_id, left_at=self._clock.now())

    async def take_back(self, organisation_id: OrganisationId, child_id: ChildId) -> None:
        """A child who had left is here again, with the old number."""
        await self._change(organisation_id, child_id, left_at=None)

    async def unbind(
        self, organisation_id: OrganisationId, child_id: ChildId, membership_id: MembershipId
    ) -> bool:
        """Undo the tie of an adult to a child; False when there was none."""
        done = await self._connection.execute(
            delete(GuardianshipRow).where(
                GuardianshipRow.organisation_id == organisation_id,
                GuardianshipRow.child_id == child_id,
                GuardianshipRow.membership_id == membership_id,
            )
        )
        return bool(done.rowcount)

    async def has_children(self, organisation_id: OrganisationId, membership_id: MembershipId) -> bool:
        """Whether an adult is tied to any child still."""
        found = await self._connection.execute(
            select(GuardianshipRow.id)
            .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
            .where(
                GuardianshipRow.organisation_id == organisation_id,
                GuardianshipRow.membership_id == membership_id,
                MembershipRow.ended_at.is_(None),
            )
            .limit(1)
        )
        return found.first() is not None

    async def _change(self, organisation_id: OrganisationId, child_id: ChildId, **values: Any) -> None:
        await self._connection.execute(
            update(ChildRow)
            .where(ChildRow.organisation_id == organisation_id, ChildRow.id == child_id)
            .values(**values)
        )


def child_of(row: RowMapping) -> Child:
    """A row of `children` as the domain knows it."""
    return Child(
        id=ChildId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        number=row["number"],
        group_id=GroupId(row["group_id"]),
        left_at=row["left_at"],
    )
