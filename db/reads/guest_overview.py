"""Counts of «Гость группы» over months and school years: a group's load, what visits have brought."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, GuardianshipRow, GuestSlotRow, GuestVisitRow, MembershipRow
from db.models.base import table
from domain.clock import Clock
from domain.guests import VisitStatus
from domain.ids import GroupId, OrganisationId
from domain.people import Role

_S, _V, _M = table(GuestSlotRow), table(GuestVisitRow), table(MembershipRow)
_C, _GU = table(ChildRow), table(GuardianshipRow)
_OF_DAYS = and_(
    _S.c.organisation_id == bindparam("organisation_id"),
    _S.c.starts_at >= bindparam("begin"),
    _S.c.starts_at < bindparam("end"),
    _S.c.group_id.in_(bindparam("group_ids", expanding=True)),
)
_MONTH = (
    select(_S.c.group_id, _V.c.status, _S.c.starts_at > bindparam("now"), func.count())
    .select_from(_S.outerjoin(_V, _V.c.id == _S.c.visit_id))
    .where(_OF_DAYS, _S.c.withdrawn_at.is_(None))
    .group_by(_S.c.group_id, _V.c.status, _S.c.starts_at > bindparam("now"))
)
_HELD = (
    select(
        _V.c.id,
        _V.c.group_id,
        _V.c.profession_slug,
        _V.c.children,
        _V.c.guest_id,
        _V.c.child_id,
        _V.c.entered_by,
    )
    .select_from(_S.join(_V, _V.c.id == _S.c.visit_id))
    .where(_OF_DAYS, _V.c.status == VisitStatus.HELD.value)
    .subquery("held")
)
_YEAR = select(
    _HELD.c.group_id, _HELD.c.profession_slug, func.count(), func.coalesce(func.sum(_HELD.c.children), 0)
).group_by(_HELD.c.group_id, _HELD.c.profession_slug)
_AS_PARTNER = and_(
    _M.c.person_id == _HELD.c.guest_id,
    _M.c.organisation_id == bindparam("organisation_id"),
    _M.c.role == Role.PARTNER.value,
    _M.c.ended_at.is_(None),
)
_BY_HAND = and_(_HELD.c.entered_by.is_not(None), _HELD.c.child_id.is_(None))
_PARTNERS = (
    select(func.count(_HELD.c.id.distinct()))
    .select_from(_HELD.outerjoin(_M, _AS_PARTNER))
    .where(or_(_M.c.id.is_not(None), _BY_HAND))
)
_GUARDIANS = and_(
    _M.c.person_id == _HELD.c.guest_id,
    _M.c.organisation_id == bindparam("organisation_id"),
    _M.c.role == Role.PARENT.value,
    _M.c.ended_at.is_(None),
)
_HERE = and_(
    _C.c.left_at.is_(None),
    _C.c.organisation_id == bindparam("organisation_id"),
    _C.c.group_id.in_(bindparam("group_ids", expanding=True)),
)
_FAMILIES = union(
    select(_C.c.id)
    .select_from(
        _HELD.join(_M, _GUARDIANS)
        .join(_GU, _GU.c.membership_id == _M.c.id)
        .join(_C, _C.c.id == _GU.c.child_id)
    )
    .where(_HERE),
    select(_C.c.id).select_from(_HELD.join(_C, _C.c.id == _HELD.c.child_id)).where(_HERE),
).subquery("families")
_FAMILIES_MET = select(func.count()).select_from(_FAMILIES)


@dataclass(frozen=True, slots=True)
class MonthCount:
    """So many dates of a group stand alike; `status` is None for those that nobody has."""

    group_id: GroupId
    status: VisitStatus | None
    ahead: bool
    dates: int


@dataclass(frozen=True, slots=True)
class HeldCount:
    """So many visits of one profession were held in a group, with so many children."""

    group_id: GroupId
    slug: str | None
    visits: int
    children: int


class GuestOverviews:
    """Questions over many groups at once, each a statement or two, whatever the number of groups."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def month(
        self,
        organisation_id: OrganisationId,
        group_ids: Collection[GroupId],
        span: tuple[datetime, datetime],
    ) -> tuple[MonthCount, ...]:
        """How the dates of these groups stand that begin within the span."""
        given = _given(organisation_id, group_ids, span) | {"now": self._clock.now()}
        return tuple(
            MonthCount(GroupId(group_id), None if status is None else VisitStatus(status), bool(ahead), dates)
            for group_id, status, ahead, dates in await self._connection.execute(_MONTH, given)
        )

    async def held(
        self,
        organisation_id: OrganisationId,
        group_ids: Collection[GroupId],
        span: tuple[datetime, datetime],
    ) -> tuple[HeldCount, ...]:
        """Visits that were held within the span, by group and profession."""
        rows = await self._connection.execute(_YEAR, _given(organisation_id, group_ids, span))
        return tuple(
            HeldCount(GroupId(group), slug, visits, int(children)) for group, slug, visits, children in rows
        )

    async def partners(
        self,
        organisation_id: OrganisationId,
        group_ids: Collection[GroupId],
        span: tuple[datetime, datetime],
    ) -> int:
        """Those of them in which a partner came."""
        given = _given(organisation_id, group_ids, span)
        return int((await self._connection.execute(_PARTNERS, given)).scalar_one())

    async def families_met(
        self,
        organisation_id: OrganisationId,
        group_ids: Collection[GroupId],
        span: tuple[datetime, datetime],
    ) -> int:
        """Codes of these groups whose adult was a guest, or for whom staff have entered one."""
        given = _given(organisation_id, group_ids, span)
        return int((await self._connection.execute(_FAMILIES_MET, given)).scalar_one())


def _given(
    organisation_id: OrganisationId, group_ids: Collection[GroupId], span: tuple[datetime, datetime]
) -> dict[str, object]:
    begin, end = span
    return {"organisation_id": organisation_id, "group_ids": sorted(group_ids), "begin": begin, "end": end}
