"""Families that are invited to be guests by name."""

from collections.abc import Collection

from sqlalchemy import case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import (
    ChildRow,
    GuardianshipRow,
    GuestOpeningFamilyRow,
    GuestOpeningRow,
    MembershipRow,
    PersonRow,
)
from db.models.base import table
from domain.ids import ChildId, OpeningId, OrganisationId
from domain.people import Role

_F, _O, _C, _GU, _M, _P = (
    table(GuestOpeningFamilyRow),
    table(GuestOpeningRow),
    table(ChildRow),
    table(GuardianshipRow),
    table(MembershipRow),
    table(PersonRow),
)
_ADULT = (_M.c.role == Role.PARENT.value, _M.c.ended_at.is_(None))


class GuestInvitees:
    """Remembers and finds whom an opening names."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def name(
        self, organisation_id: OrganisationId, opening_id: OpeningId, children: Collection[ChildId]
    ) -> None:
        """Write down the families of an opening that has just been made."""
        same = {"organisation_id": organisation_id, "opening_id": opening_id}
        await self._connection.execute(
            insert(_F), [{**same, "child_id": child_id} for child_id in sorted(children)]
        )
        await self._connection.execute(
            update(_O)
            .where(_O.c.id == opening_id, _O.c.organisation_id == organisation_id)
            .values(named=True)
        )

    async def named(self, organisation_id: OrganisationId, opening_id: OpeningId) -> frozenset[ChildId]:
        """The families that an opening names, as far as they are here."""
        rows = await self._connection.scalars(
            select(_F.c.child_id).where(
                _F.c.opening_id == opening_id, _F.c.organisation_id == organisation_id
            )
        )
        return frozenset(ChildId(row) for row in rows)

    def adults_of(self, organisation_id: OrganisationId, children: Collection[ChildId]) -> Audience:
        """Adults of these children: parents, guardians and relatives (rule 3)."""
        people = (
            select(_M.c.person_id)
            .join(_GU, _GU.c.membership_id == _M.c.id)
            .join(_C, _C.c.id == _GU.c.child_id)
            .where(
                _C.c.id.in_(sorted(children)),
                _C.c.organisation_id == organisation_id,
                _C.c.left_at.is_(None),
                *_ADULT,
            )
        )
        return Audience(people, people.with_only_columns(_C.c.id))

    async def counts(
        self, organisation_id: OrganisationId, children: Collection[ChildId]
    ) -> tuple[int, int, int]:
        """Those of the families that are here; with an adult in the bot; with one who has not blocked it."""
        joined = case((_P.c.id.is_not(None), _C.c.id))
        reached = case((_P.c.id.is_not(None) & _P.c.chat_closed_at.is_(None), _C.c.id))
        row = (
            await self._connection.execute(
                select(*(func.count(families.distinct()) for families in (_C.c.id, joined, reached)))
                .select_from(
                    _C.outerjoin(_GU, _GU.c.child_id == _C.c.id)
                    .outerjoin(_M, (_M.c.id == _GU.c.membership_id) & _ADULT[0] & _ADULT[1])
                    .outerjoin(_P, _P.c.id == _M.c.person_id)
                )
                .where(
                    _C.c.organisation_id == organisation_id,
                    _C.c.id.in_(sorted(children)),
                    _C.c.left_at.is_(None),
                )
            )
        ).one()
        return row[0], row[1], row[2]
