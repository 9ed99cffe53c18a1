"""Counts of «Гость группы» over months and school years: a group's load, what visits have brought."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestFollowUpRow, GuestSlotRow, GuestVisitFamilyRow, GuestVisitRow
from db.models.base import table
from domain.clock import Clock
from domain.guest_outcomes import ComerKind
from domain.guests import VisitStatus
from domain.ids import GroupId, OrganisationId

_S, _V = table(GuestSlotRow), table(GuestVisitRow)
_F, _U = table(GuestVisitFamilyRow), table(GuestFollowUpRow)
_OF_DAYS = and_(
    _S.c.organisation_id == bindparam("organisation_id"),
    _S.c.starts_at >= bindparam("begin"),
    _S.c.starts_at < bindparam("end"),
    _S.c.group_id.in_(bindparam("group_ids", expanding=True)),
)
_MONTH = (
    select(_S.c.group_id, _V.c.status, _S.c.starts_at > bindparam("now"), func.count())
    .select_from(_S.outerjoin(_V, _V.c.id == _S.c.visit_id))
    .where(_OF_DAYS, _S.c.withdrawn_at.is_(None), or_(_V.c.id.is_(None), _V.c.slot_id == _S.c.id))
    .group_by(_S.c.group_id, _V.c.status, _S.c.starts_at > bindparam("now"))
)
_HELD = (
    select(
        _V.c.id,
        _V.c.group_id,
        _V.c.profession_slug,
        _V.c.children,
        _V.c.comer_kind,
    )
    .select_from(_S.join(_V, and_(_V.c.id == _S.c.visit_id, _V.c.slot_id == _S.c.id)))
    .where(_OF_DAYS, _V.c.status == VisitStatus.HELD.value)
    .subquery("held")
)
_YEAR = select(
    _HELD.c.group_id, _HELD.c.profession_slug, func.count(), func.coalesce(func.sum(_HELD.c.children), 0)
).group_by(_HELD.c.group_id, _HELD.c.profession_slug)
_PARTNERS = select(func.count()).select_from(_HELD).where(_HELD.c.comer_kind == ComerKind.PARTNER.value)
_FOLLOWED = select(func.count()).select_from(_HELD).where(exists().where(_U.c.visit_id == _HELD.c.id))
_FAMILIES = (
    select(func.count(_F.c.child_id.distinct()) + func.count(_F.c.family.distinct()))
    .select_from(_HELD.join(_F, _F.c.visit_id == _HELD.c.id))
    .where(_F.c.group_id.in_(bindparam("group_ids", expanding=True)))
)
_TOLD = select(*(counted.scalar_subquery() for counted in (_PARTNERS, _FOLLOWED, _FAMILIES)))


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


@dataclass(frozen=True, slots=True)
class HeldTold:
    """What is told of all visits that were held, whoever of their guests is still there."""

    partners: int
    """Those in which a partner came."""
    followed: int
    """Those after which the group did something."""
    families: int
    """Families whose adult was a guest, or for whom staff entered one: each once."""


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

    async def told(
        self,
        organisation_id: OrganisationId,
        group_ids: Collection[GroupId],
        span: tuple[datetime, datetime],
    ) -> HeldTold:
        """Who came to them, and how many of them the group has followed up."""
        told = await self._connection.execute(_TOLD, _given(organisation_id, group_ids, span))
        return HeldTold(*told.one())


def _given(
    organisation_id: OrganisationId, group_ids: Collection[GroupId], span: tuple[datetime, datetime]
) -> dict[str, object]:
    begin, end = span
    return {"organisation_id": organisation_id, "group_ids": sorted(group_ids), "begin": begin, "end": end}
