"""Invitations that partners have passed on to colleagues."""

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestOpeningPartnerRow, GuestSlotRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.ids import MembershipId, OpeningId, OrganisationId

_P, _S = table(GuestOpeningPartnerRow), table(GuestSlotRow)
_NOT_PASSED = (_P.c.passed_at.is_(None), _P.c.came_at.is_(None))
_HERE = _P.c.organisation_id == bindparam("organisation")
_PASS_ON = (
    update(_P)
    .where(
        _HERE,
        _P.c.opening_id == bindparam("opening"),
        _P.c.membership_id == bindparam("membership"),
        *_NOT_PASSED,
    )
    .values(passed_at=bindparam("now"))
)
_OPEN = select(_P.c.opening_id).where(_HERE, _P.c.membership_id == bindparam("membership"), *_NOT_PASSED)
_OF_OPENING = select(
    exists().where(_HERE, _P.c.opening_id == bindparam("opening"), _P.c.passed_at.is_not(None))
)
_OF_PARTNER = select(
    exists().where(
        _HERE,
        _P.c.membership_id == bindparam("membership"),
        _P.c.passed_at.is_not(None),
        _S.c.opening_id == _P.c.opening_id,
        _S.c.starts_at > bindparam("now"),
    )
)


class GuestPassing:
    """Notes who has passed an invitation on, and who came by it."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def pass_on(
        self, organisation_id: OrganisationId, opening_id: OpeningId, membership_id: MembershipId
    ) -> bool:
        """Use up the one time; False when it was used, or the partner is not invited (any more)."""
        done = await self._connection.execute(
            _PASS_ON,
            {
                "organisation": organisation_id,
                "opening": opening_id,
                "membership": membership_id,
                "now": self._clock.now(),
            },
        )
        return done.rowcount == 1

    async def open(
        self, organisation_id: OrganisationId, membership_id: MembershipId
    ) -> frozenset[OpeningId]:
        """The openings that a partner was invited to by staff, and has not passed on."""
        rows = await self._connection.scalars(
            _OPEN, {"organisation": organisation_id, "membership": membership_id}
        )
        return frozenset(OpeningId(row) for row in rows)

    async def invite(
        self, organisation_id: OrganisationId, opening_id: OpeningId, membership_id: MembershipId
    ) -> None:
        """Invite whoever came by the link of a colleague; they do not pass it on again."""
        await self._connection.execute(
            upsert(self._connection, _P)
            .values(
                organisation_id=organisation_id,
                opening_id=opening_id,
                membership_id=membership_id,
                came_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
        )

    async def of_opening(self, organisation_id: OrganisationId, opening_id: OpeningId) -> bool:
        """Whether somebody has passed on the invitation to these dates."""
        found = await self._connection.scalar(
            _OF_OPENING, {"organisation": organisation_id, "opening": opening_id}
        )
        return bool(found)

    async def of_partner(self, organisation_id: OrganisationId, membership_id: MembershipId) -> bool:
        """Whether a partner has passed on an invitation to dates of which one is ahead."""
        found = await self._connection.scalar(
            _OF_PARTNER,
            {"organisation": organisation_id, "membership": membership_id, "now": self._clock.now()},
        )
        return bool(found)
