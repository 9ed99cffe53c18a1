"""Organisations themselves."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import JoinRequestRow, MembershipRow, OrganisationRow
from domain.clock import Clock
from domain.ids import OrganisationId, PersonId
from domain.organisation import LAST_NUMBER
from domain.people import Organisation, OrganisationKind


class Organisations:
    """Makes and changes organisations."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def create(self, name: str, kind: OrganisationKind, timezone: str) -> Organisation:
        """Write a new organisation down, with names off and the usual quiet hours."""
        usual = Organisation(OrganisationId(0), name, kind, timezone, personal_data=False)
        made = await self._connection.execute(
            insert(OrganisationRow)
            .values(
                name=name,
                kind=kind.value,
                timezone=timezone,
                personal_data=usual.personal_data,
                quiet_from=usual.quiet_from,
                quiet_to=usual.quiet_to,
                summary_at=usual.summary_at,
                next_child_number=1,
                created_at=self._clock.now(),
            )
            .returning(OrganisationRow)
        )
        return organisation_of(made.mappings().one())

    async def find(self, organisation_id: OrganisationId) -> Organisation | None:
        """An organisation by its number."""
        rows = await self._connection.execute(
            select(*OrganisationRow.__table__.c).where(OrganisationRow.id == organisation_id)
        )
        row = rows.mappings().one_or_none()
        return None if row is None else organisation_of(row)

    async def all(self) -> list[Organisation]:
        """Every organisation of the installation, oldest first: for ticks and the command line."""
        rows = await self._connection.execute(
            select(*OrganisationRow.__table__.c).order_by(OrganisationRow.id)
        )
        return [organisation_of(row) for row in rows.mappings()]

    async def lock(self, organisation_id: OrganisationId) -> None:
        """Make simultaneous changes of one organisation take turns until the end of this transaction."""
        await self._connection.execute(
            update(OrganisationRow)
            .where(OrganisationRow.id == organisation_id)
            .values(next_child_number=OrganisationRow.next_child_number)
        )

    async def change(self, organisation_id: OrganisationId, **values: Any) -> None:
        """Change columns of the card."""
        await self._connection.execute(
            update(OrganisationRow).where(OrganisationRow.id == organisation_id).values(**values)
        )

    async def take_numbers(self, organisation_id: OrganisationId, count: int) -> int | None:
        """Take `count` consecutive numbers of children; the first of them, None when they have run out.

        One conditional UPDATE: two teachers at once never get the same number.
        """
        taken = await self._connection.execute(
            update(OrganisationRow)
            .where(
                OrganisationRow.id == organisation_id,
                OrganisationRow.next_child_number + count - 1 <= LAST_NUMBER,
            )
            .values(next_child_number=OrganisationRow.next_child_number + count)
            .returning(OrganisationRow.next_child_number)
        )
        following = taken.scalar_one_or_none()
        return None if following is None else following - count

    async def erase_names(self, organisation_id: OrganisationId) -> list[PersonId]:
        """Forget every adult's name; whose names there were."""
        named: set[int] = set()
        for table in (MembershipRow, JoinRequestRow):
            erased = await self._connection.execute(
                update(table)
                .where(table.organisation_id == organisation_id, table.name.is_not(None))
                .values(name=None)
                .returning(table.person_id)
            )
            named.update(erased.scalars())
        return [PersonId(person) for person in sorted(named)]


def organisation_of(row: RowMapping | Mapping[str, Any]) -> Organisation:
    """A row of `organisations` as the domain knows it."""
    return Organisation(
        id=OrganisationId(row["id"]),
        name=row["name"],
        kind=OrganisationKind(row["kind"]),
        timezone=row["timezone"],
        personal_data=row["personal_data"],
        personal_data_decision=row["personal_data_decision"],
        address=row["address"],
        operator=row["operator"],
        contact=row["contact"],
        processor=row["processor"],
        quiet_from=row["quiet_from"],
        quiet_to=row["quiet_to"],
        summary_at=row["summary_at"],
        approve_events=row["approve_events"],
        quiet_months=frozenset(int(month) for month in row["quiet_months"].split(",") if month),
    )
