"""Requests to join that wait for a teacher."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, GuardianshipRow, JoinRequestRow, MembershipRow
from db.models.base import table
from db.repositories.children import child_of
from db.upsert import upsert
from domain.clock import Clock
from domain.ids import ChildId, GroupId, JoinRequestId, OrganisationId, PersonId
from domain.joining import CodeLine, DeclineReason, JoinRequest, spoken_number
from domain.people import Kinship

_R = table(JoinRequestRow)
_COLUMNS = tuple(_R.c)
_OWN_PENDING = (
    select(*_COLUMNS)
    .where(_R.c.person_id == bindparam("person_id"), _R.c.decided_at.is_(None))
    .order_by(_R.c.id)
)


class Requests:
    """Makes, finds and decides requests."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def create(
        self,
        organisation_id: OrganisationId,
        group_id: GroupId,
        person_id: PersonId,
        kinship: Kinship,
        name: str | None,
    ) -> JoinRequest:
        """Put a newcomer into the queue of a group; one who waits there already only gets the kinship right."""
        taken = await self._connection.scalars(
            select(JoinRequestRow.spoken_number).where(
                JoinRequestRow.organisation_id == organisation_id, JoinRequestRow.decided_at.is_(None)
            )
        )
        await self._connection.execute(
            upsert(self._connection, JoinRequestRow)
            .values(
                organisation_id=organisation_id,
                group_id=group_id,
                person_id=person_id,
                kinship=kinship.value,
                name=name,
                spoken_number=spoken_number(set(taken)),
                created_at=self._clock.now(),
            )
            .on_conflict_do_update(
                index_elements=["person_id", "group_id"],
                index_where=JoinRequestRow.decided_at.is_(None),
                set_={"kinship": kinship.value},
            )
        )
        pending = await self.pending_of(organisation_id, group_id, person_id)
        assert pending is not None
        return pending

    async def find(self, organisation_id: OrganisationId, request_id: JoinRequestId) -> JoinRequest | None:
        """A request of the organisation, decided or not."""
        return await self._one(
            JoinRequestRow.organisation_id == organisation_id, JoinRequestRow.id == request_id
        )

    async def pending_of(
        self, organisation_id: OrganisationId, group_id: GroupId, person_id: PersonId
    ) -> JoinRequest | None:
        """A person's request that waits in this group."""
        return await self._one(
            JoinRequestRow.organisation_id == organisation_id,
            JoinRequestRow.group_id == group_id,
            JoinRequestRow.person_id == person_id,
            JoinRequestRow.decided_at.is_(None),
        )

    async def own_pending(self, person_id: PersonId) -> list[JoinRequest]:
        """All requests of a person that wait anywhere: seen by that person alone."""
        rows = await self._connection.execute(_OWN_PENDING, {"person_id": person_id})
        return [_request(row) for row in rows.mappings()]

    async def pending(
        self,
        organisation_id: OrganisationId,
        group_ids: Iterable[GroupId] | None,
        *,
        limit: int,
        offset: int = 0,
    ) -> list[JoinRequest]:
        """Newcomers that wait, the oldest first; `group_ids` None means all groups."""
        query = select(*_COLUMNS).where(
            JoinRequestRow.organisation_id == organisation_id, JoinRequestRow.decided_at.is_(None)
        )
        if group_ids is not None:
            query = query.where(JoinRequestRow.group_id.in_(list(group_ids)))
        rows = await self._connection.execute(query.order_by(JoinRequestRow.id).limit(limit).offset(offset))
        return [_request(row) for row in rows.mappings()]

    async def hold(self, organisation_id: OrganisationId, request_id: JoinRequestId) -> bool:
        """Make staff who decide at once take turns; False when it has been decided."""
        held = await self._connection.execute(
            update(JoinRequestRow)
            .where(
                JoinRequestRow.organisation_id == organisation_id,
                JoinRequestRow.id == request_id,
                JoinRequestRow.decided_at.is_(None),
            )
            .values(spoken_number=JoinRequestRow.spoken_number)
        )
        return bool(held.rowcount)

    async def decide(
        self,
        organisation_id: OrganisationId,
        request_id: JoinRequestId,
        by: PersonId,
        *,
        child_id: ChildId | None = None,
        reason: DeclineReason | None = None,
        note: str | None = None,
    ) -> bool:
        """Approve for a child, or decline for a reason; False when somebody else was first."""
        done = await self._connection.execute(
            update(JoinRequestRow)
            .where(
                JoinRequestRow.organisation_id == organisation_id,
                JoinRequestRow.id == request_id,
                JoinRequestRow.decided_at.is_(None),
            )
            .values(
                decided_at=self._clock.now(),
                decided_by=by,
                approved=child_id is not None,
                child_id=child_id,
                decline_reason=None if reason is None else reason.value,
                decline_note=note,
            )
        )
        return bool(done.rowcount)

    async def set_name(
        self, organisation_id: OrganisationId, request_id: JoinRequestId, name: str | None
    ) -> None:
        """Write how the newcomer wants to be called (rule 9 on)."""
        await self._connection.execute(
            update(JoinRequestRow)
            .where(JoinRequestRow.organisation_id == organisation_id, JoinRequestRow.id == request_id)
            .values(name=name)
        )

    async def drop_of(self, organisation_id: OrganisationId, person_id: PersonId) -> None:
        """Drop every request of a person in the organisation."""
        await self._connection.execute(
            delete(JoinRequestRow).where(
                JoinRequestRow.organisation_id == organisation_id, JoinRequestRow.person_id == person_id
            )
        )

    async def purge_decided_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Drop decided requests whose term has ended; how many."""
        done = await self._connection.execute(
            delete(JoinRequestRow).where(
                JoinRequestRow.organisation_id == organisation_id, JoinRequestRow.decided_at < moment
            )
        )
        return done.rowcount

    async def codes(
        self, organisation_id: OrganisationId, group_id: GroupId, *, limit: int, offset: int
    ) -> list[CodeLine]:
        """Codes of a group with how many adults each has: those without any first, then by number."""
        adults = (
            select(func.count(GuardianshipRow.id))
            .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
            .where(GuardianshipRow.child_id == ChildRow.id, MembershipRow.ended_at.is_(None))
            .scalar_subquery()
        )
        rows = await self._connection.execute(
            select(*ChildRow.__table__.c, adults.label("adults"))
            .where(
                ChildRow.organisation_id == organisation_id,
                ChildRow.group_id == group_id,
                ChildRow.left_at.is_(None),
            )
            .order_by(adults > 0, ChildRow.number)
            .limit(limit)
            .offset(offset)
        )
        return [CodeLine(child_of(row), row["adults"]) for row in rows.mappings()]

    async def _one(self, *which: Any) -> JoinRequest | None:
        rows = await self._connection.execute(select(*_COLUMNS).where(*which))
        row = rows.mappings().one_or_none()
        return None if row is None else _request(row)


def _request(row: RowMapping) -> JoinRequest:
    return JoinRequest(
        id=JoinRequestId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        group_id=GroupId(row["group_id"]),
        person_id=PersonId(row["person_id"]),
        kinship=Kinship(row["kinship"]),
        name=row["name"],
        spoken_number=row["spoken_number"],
        created_at=row["created_at"],
        decided_at=row["decided_at"],
        approved=row["approved"],
        child_id=None if row["child_id"] is None else ChildId(row["child_id"]),
        decline_reason=None if row["decline_reason"] is None else DeclineReason(row["decline_reason"]),
        decline_note=row["decline_note"],
    )
