"""Whom a group could ask: families that have not been guests this school year, professions and when they came last."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GuardianshipRow,
    GuestPauseRow,
    GuestSlotRow,
    GuestVisitFamilyRow,
    GuestVisitRow,
    MembershipRow,
    PersonRow,
)
from db.models.base import table
from db.partial import stands_in
from db.repositories.children import child_of
from domain.guests import ACTIVE, VisitStatus
from domain.ids import GroupId, OrganisationId
from domain.people import Child

_C, _GU, _M, _P = table(ChildRow), table(GuardianshipRow), table(MembershipRow), table(PersonRow)
_V, _S, _F, _PAUSE = (
    table(GuestVisitRow),
    table(GuestSlotRow),
    table(GuestVisitFamilyRow),
    table(GuestPauseRow),
)
_LAST = (
    select(_V.c.profession_slug, func.max(_S.c.starts_at).label("at"))
    .select_from(_V.join(_S, _S.c.id == _V.c.slot_id))
    .where(
        _V.c.organisation_id == bindparam("organisation_id"),
        _V.c.group_id.in_(bindparam("group_ids", expanding=True)),
        _V.c.status == VisitStatus.HELD.value,
        _V.c.profession_slug.in_(bindparam("slugs", expanding=True)),
    )
    .group_by(_V.c.profession_slug)
)


def _adult(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the child has an adult in the bot of whom this is true."""
    return (
        exists()
        .where(_GU.c.child_id == _C.c.id, _M.c.id == _GU.c.membership_id, _M.c.ended_at.is_(None), *which)
        .correlate(_C)
    )


_ACTIVE = stands_in(_V.c.status, *sorted(ACTIVE))
_UNMET = (
    select(*_C.c)
    .where(
        _C.c.organisation_id == bindparam("organisation_id"),
        _C.c.group_id == bindparam("group_id"),
        _C.c.left_at.is_(None),
        _adult(_P.c.id == _M.c.person_id, _P.c.chat_closed_at.is_(None)),
        ~exists()
        .where(
            _F.c.child_id == _C.c.id,
            _V.c.id == _F.c.visit_id,
            _S.c.id == _V.c.slot_id,
            _S.c.starts_at >= bindparam("since"),
        )
        .correlate(_C),
        ~exists().where(_V.c.child_id == _C.c.id, _ACTIVE).correlate(_C),
        ~_adult(_V.c.guest_id == _M.c.person_id, _V.c.group_id == _C.c.group_id, _ACTIVE),
        ~_adult(
            _PAUSE.c.person_id == _M.c.person_id,
            _PAUSE.c.group_id == _C.c.group_id,
            _PAUSE.c.until_day >= bindparam("today"),
        ),
    )
    .order_by(_C.c.number)
)


class GuestSuggestions:
    """Questions for staff who think of whom to ask."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def last_of(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId], slugs: Collection[str]
    ) -> dict[str, datetime]:
        """When professions of the catalogue were last met in these groups; those that never were are left out."""
        rows = await self._connection.execute(
            _LAST,
            {"organisation_id": organisation_id, "group_ids": sorted(group_ids), "slugs": sorted(slugs)},
        )
        return {row.profession_slug: row.at for row in rows}

    async def unmet(
        self, organisation_id: OrganisationId, group_id: GroupId, *, since: datetime, today: date
    ) -> tuple[Child, ...]:
        """Families of a group who can be written to, were no guests since then, are none of those who will come, and have not asked for a pause."""
        rows = await self._connection.execute(
            _UNMET,
            {"organisation_id": organisation_id, "group_id": group_id, "since": since, "today": today},
        )
        return tuple(child_of(row) for row in rows.mappings())
