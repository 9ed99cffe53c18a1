"""Past events as staff look back at them: in pages, and as a table."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, EventAttendanceRow, EventGroupRow, EventRow, GroupRow
from db.models.base import table
from domain.clock import Clock
from domain.event_forms import EventForm
from domain.events import EventStatus, GroupLabel
from domain.history import FamilyThere, PastEvent, Sought, span_of
from domain.ids import EventId, GroupId, OrganisationId
from domain.recaps import Came, Counted

_E, _EG, _G = table(EventRow).c, table(EventGroupRow).c, table(GroupRow).c
_A, _C = table(EventAttendanceRow).c, table(ChildRow).c
_NONE = Counted(0, 0, 0)
LOOKED_AT = 1_000
"""Latest events whose forms and months are offered."""


class HistoryReads:
    """Questions over events that took place."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def page(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        sought: Sought,
        zone: str,
        *,
        limit: int,
        offset: int = 0,
    ) -> list[PastEvent]:
        """Past events of these groups, the latest first, with how many came."""
        query = self._past(organisation_id, reached).order_by(_E.starts_at.desc(), _E.id.desc())
        if sought.form is not None:
            query = query.where(_E.form == sought.form.value)
        if sought.group_id is not None:
            query = query.where(_of_groups([sought.group_id]))
        if sought.month is not None:
            begins, ends = span_of(sought.month, zone)
            query = query.where(_E.starts_at >= begins, _E.starts_at < ends)
        rows = (await self._connection.execute(query.limit(limit).offset(offset))).mappings().all()
        ids = [EventId(row["id"]) for row in rows]
        groups = await self._groups(ids)
        counted = await self._counted(organisation_id, reached, ids)
        return [
            PastEvent(
                EventId(row["id"]),
                row["title"],
                EventForm(row["form"]),
                row["starts_at"],
                row["place"],
                tuple(groups[row["id"]]),
                counted.get(row["id"], _NONE),
                row["result"],
                row["album_url"],
            )
            for row in rows
        ]

    async def kinds(
        self, organisation_id: OrganisationId, reached: frozenset[GroupId] | None
    ) -> list[tuple[EventForm, datetime]]:
        """Forms and starts of the latest events: what there is to choose by."""
        rows = await self._connection.execute(
            self._past(organisation_id, reached)
            .with_only_columns(_E.form, _E.starts_at)
            .order_by(_E.starts_at.desc())
            .limit(LOOKED_AT)
        )
        return [(EventForm(row.form), row.starts_at) for row in rows]

    async def families(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        event_ids: Collection[EventId],
    ) -> dict[EventId, tuple[FamilyThere, ...]]:
        """Who of which family was at these events, by code."""
        query = (
            select(_A.event_id, _A.adults, _A.children, _C.number, _G.name)
            .join(ChildRow, _C.id == _A.child_id)
            .join(GroupRow, _G.id == _C.group_id)
            .where(_A.organisation_id == organisation_id, _A.event_id.in_(sorted(event_ids)))
            .order_by(_C.number)
        )
        if reached is not None:
            query = query.where(_C.group_id.in_(sorted(reached)))
        found: dict[EventId, list[FamilyThere]] = defaultdict(list)
        for row in await self._connection.execute(query):
            came = Came(row.adults, child=bool(row.children))
            found[EventId(row.event_id)].append(FamilyThere(row.number, row.name, came))
        return {event_id: tuple(families) for event_id, families in found.items()}

    def _past(self, organisation_id: OrganisationId, reached: frozenset[GroupId] | None) -> Select[Any]:
        query = select(_E.id, _E.title, _E.form, _E.starts_at, _E.place, _E.result, _E.album_url).where(
            _E.organisation_id == organisation_id,
            _E.status == EventStatus.PUBLISHED.value,
            _E.starts_at <= self._clock.now(),
        )
        return query if reached is None else query.where(_of_groups(reached))

    async def _groups(self, event_ids: Collection[EventId]) -> dict[int, list[GroupLabel]]:
        rows = await self._connection.execute(
            select(_EG.event_id, _G.id, _G.name, _G.emoji)
            .join(GroupRow, _G.id == _EG.group_id)
            .where(_EG.event_id.in_(sorted(event_ids)))
            .order_by(_G.sort_key, _G.id)
        )
        found: dict[int, list[GroupLabel]] = defaultdict(list)
        for row in rows:
            found[row.event_id].append(GroupLabel(GroupId(row.id), row.name, row.emoji))
        return found

    async def _counted(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        event_ids: Collection[EventId],
    ) -> dict[int, Counted]:
        query = (
            select(
                _A.event_id,
                func.count().label("families"),
                func.sum(_A.adults).label("adults"),
                func.sum(_A.children).label("children"),
            )
            .where(_A.organisation_id == organisation_id, _A.event_id.in_(sorted(event_ids)))
            .group_by(_A.event_id)
        )
        if reached is not None:
            query = query.join(ChildRow, and_(_C.id == _A.child_id, _C.group_id.in_(sorted(reached))))
        return {
            row.event_id: Counted(row.families, int(row.adults), int(row.children))
            for row in await self._connection.execute(query)
        }


def _of_groups(group_ids: Collection[GroupId]) -> Any:
    return _E.id.in_(select(_EG.event_id).where(_EG.group_id.in_(sorted(group_ids))))
