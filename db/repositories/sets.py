"""Named sets of people."""

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AnnouncementSetRow, EventSetRow, MembershipRow, PersonSetMemberRow, PersonSetRow
from db.upsert import upsert
from domain.clock import Clock
from domain.ids import MembershipId, OrganisationId, PersonSetId
from domain.organisation import PersonSet
from domain.people import sort_key


class Sets:
    """Finds, makes and changes sets."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def of_organisation(self, organisation_id: OrganisationId) -> list[PersonSet]:
        """Every set with its members who still hold their role, by name."""
        sets = await self._connection.execute(
            select(PersonSetRow.id, PersonSetRow.name, PersonSetRow.order_number)
            .where(PersonSetRow.organisation_id == organisation_id)
            .order_by(PersonSetRow.sort_key, PersonSetRow.id)
        )
        members: dict[int, set[MembershipId]] = {}
        rows = await self._connection.execute(
            select(PersonSetMemberRow.set_id, PersonSetMemberRow.membership_id)
            .join(MembershipRow, MembershipRow.id == PersonSetMemberRow.membership_id)
            .where(PersonSetMemberRow.organisation_id == organisation_id, MembershipRow.ended_at.is_(None))
        )
        for row in rows:
            members.setdefault(row.set_id, set()).add(MembershipId(row.membership_id))
        return [
            PersonSet(
                id=PersonSetId(row.id),
                organisation_id=organisation_id,
                name=row.name,
                order_number=row.order_number,
                members=frozenset(members.get(row.id, ())),
            )
            for row in sets
        ]

    async def find(self, organisation_id: OrganisationId, set_id: PersonSetId) -> PersonSet | None:
        """One set of the organisation."""
        return next(
            (found for found in await self.of_organisation(organisation_id) if found.id == set_id), None
        )

    async def create(
        self, organisation_id: OrganisationId, name: str, order_number: str | None
    ) -> PersonSetId | None:
        """Make a set; None when one has this name."""
        made = await self._connection.execute(
            upsert(self._connection, PersonSetRow)
            .values(
                organisation_id=organisation_id,
                name=name,
                sort_key=sort_key(name)[:60],
                order_number=order_number,
                created_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
            .returning(PersonSetRow.id)
        )
        number = made.scalar_one_or_none()
        return None if number is None else PersonSetId(number)

    async def rename(self, organisation_id: OrganisationId, set_id: PersonSetId, name: str) -> bool:
        """Give a set another name; False when another one has it."""
        try:
            async with self._connection.begin_nested():
                await self._change(organisation_id, set_id, name=name, sort_key=sort_key(name)[:60])
        except IntegrityError:
            return False
        return True

    async def set_order(
        self, organisation_id: OrganisationId, set_id: PersonSetId, order_number: str | None
    ) -> None:
        """Write the number of the order that made the set."""
        await self._change(organisation_id, set_id, order_number=order_number)

    async def add(
        self, organisation_id: OrganisationId, set_id: PersonSetId, membership_id: MembershipId
    ) -> None:
        """Put a person into a set; the same fact is written once."""
        await self._connection.execute(
            upsert(self._connection, PersonSetMemberRow)
            .values(set_id=set_id, membership_id=membership_id, organisation_id=organisation_id)
            .on_conflict_do_nothing()
        )

    async def take_out(
        self, organisation_id: OrganisationId, set_id: PersonSetId, membership_id: MembershipId
    ) -> None:
        """Take a person out of a set."""
        await self._connection.execute(
            delete(PersonSetMemberRow).where(
                PersonSetMemberRow.organisation_id == organisation_id,
                PersonSetMemberRow.set_id == set_id,
                PersonSetMemberRow.membership_id == membership_id,
            )
        )

    async def delete(self, organisation_id: OrganisationId, set_id: PersonSetId) -> None:
        """Delete a set; events and announcements that were for it stay."""
        own = select(PersonSetRow.id).where(
            PersonSetRow.organisation_id == organisation_id, PersonSetRow.id == set_id
        )
        for addressed in (EventSetRow, AnnouncementSetRow):
            await self._connection.execute(delete(addressed).where(addressed.set_id.in_(own)))
        for table, column in (
            (PersonSetMemberRow, PersonSetMemberRow.set_id),
            (PersonSetRow, PersonSetRow.id),
        ):
            await self._connection.execute(
                delete(table).where(table.organisation_id == organisation_id, column == set_id)
            )

    async def _change(self, organisation_id: OrganisationId, set_id: PersonSetId, **values: Any) -> None:
        await self._connection.execute(
            update(PersonSetRow)
            .where(PersonSetRow.organisation_id == organisation_id, PersonSetRow.id == set_id)
            .values(**values)
        )
