"""Consents for children: given in the bot or on paper, withdrawn, ended with the adult who gave them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildConsentRow, ChildRow, GuardianshipRow, MembershipRow
from db.models.base import table
from domain.child_consents import ChildConsent
from domain.clock import Clock
from domain.ids import ChildId, OrganisationId, PersonId
from domain.people import Child, Kinship
from domain.privacy import ConsentText

_C, _GU, _M = table(ChildConsentRow), table(GuardianshipRow), table(MembershipRow)
_CHILD = table(ChildRow)
_OF = (
    select(_C)
    .where(
        _C.c.child_id.in_(bindparam("child_ids", expanding=True)),
        _C.c.organisation_id == bindparam("organisation_id"),
    )
    .order_by(_C.c.id)
)
_REPRESENTATIVES = (
    select(_M.c.person_id)
    .join(_GU, _GU.c.membership_id == _M.c.id)
    .where(
        _GU.c.child_id == bindparam("child_id"),
        _GU.c.organisation_id == bindparam("organisation_id"),
        _GU.c.kinship != Kinship.RELATIVE.value,
        _M.c.ended_at.is_(None),
    )
)


class ChildConsents:
    """Proofs that a child may take part."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def of_children(
        self, organisation_id: OrganisationId, child_ids: Collection[ChildId]
    ) -> Mapping[ChildId, list[ChildConsent]]:
        """All consents for these children, also those that were withdrawn."""
        rows = await self._connection.execute(
            _OF, {"organisation_id": organisation_id, "child_ids": sorted(child_ids)}
        )
        found: dict[ChildId, list[ChildConsent]] = defaultdict(list)
        for row in rows.mappings():
            found[ChildId(row["child_id"])].append(_consent(row))
        return found

    async def representatives(
        self, organisation_id: OrganisationId, child_id: ChildId
    ) -> frozenset[PersonId]:
        """Adults who may agree for the child, or take it back."""
        rows = await self._connection.scalars(
            _REPRESENTATIVES, {"organisation_id": organisation_id, "child_id": child_id}
        )
        return frozenset(PersonId(row) for row in rows)

    async def take_turn(self, organisation_id: OrganisationId, child_id: ChildId) -> None:
        """Let what is agreed, taken back and begun for a child follow one another."""
        await self._connection.execute(
            select(_CHILD.c.id)
            .where(_CHILD.c.id == child_id, _CHILD.c.organisation_id == organisation_id)
            .with_for_update()
        )

    async def give(self, child: Child, text: ConsentText, *, by: PersonId, person_hash: str) -> None:
        """A representative agreed in the bot."""
        await self._write(child, text, person_id=by, person_hash=person_hash)

    async def note_paper(
        self, child: Child, text: ConsentText, number: str, day: date, *, by: PersonId
    ) -> None:
        """A representative signed a paper; `by` noted it."""
        await self._write(child, text, paper_number=number, paper_day=day, entered_by=by)

    async def withdraw(
        self,
        organisation_id: OrganisationId,
        child_id: ChildId,
        *,
        by: PersonId | None,
        given_before: datetime | None = None,
    ) -> int:
        """Take back every consent for a child that stands; how many."""
        earlier = [] if given_before is None else [_C.c.given_at <= given_before]
        done = await self._connection.execute(
            update(_C)
            .where(
                _C.c.organisation_id == organisation_id,
                _C.c.child_id == child_id,
                _C.c.withdrawn_at.is_(None),
                *earlier,
            )
            .values(withdrawn_at=self._clock.now(), withdrawn_by=by)
        )
        return done.rowcount

    async def end_of(
        self,
        organisation_id: OrganisationId,
        person_id: PersonId,
        *,
        child_id: ChildId | None = None,
    ) -> None:
        """End what an adult agreed to: they are nobody's adult here any more, or not this child's."""
        of_child = [] if child_id is None else [_C.c.child_id == child_id]
        await self._connection.execute(
            update(_C)
            .where(
                _C.c.organisation_id == organisation_id,
                _C.c.person_id == person_id,
                _C.c.withdrawn_at.is_(None),
                *of_child,
            )
            .values(withdrawn_at=self._clock.now())
        )

    async def purge_withdrawn_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Drop proofs whose term has ended; how many."""
        done = await self._connection.execute(
            delete(_C).where(_C.c.organisation_id == organisation_id, _C.c.withdrawn_at < moment)
        )
        return done.rowcount

    async def _write(self, child: Child, text: ConsentText, **whose: Any) -> None:
        await self._connection.execute(
            insert(_C).values(
                organisation_id=child.organisation_id,
                child_id=child.id,
                purpose=text.purpose.value,
                version=text.version,
                text_hash=text.sha256,
                given_at=self._clock.now(),
                **whose,
            )
        )


def _consent(row: RowMapping) -> ChildConsent:
    return ChildConsent(
        child_id=ChildId(row["child_id"]),
        version=row["version"],
        given_at=row["given_at"],
        person_id=None if row["person_id"] is None else PersonId(row["person_id"]),
        paper_number=row["paper_number"],
        paper_day=row["paper_day"],
        withdrawn_at=row["withdrawn_at"],
        withdrawn_by=None if row["withdrawn_by"] is None else PersonId(row["withdrawn_by"]),
    )
