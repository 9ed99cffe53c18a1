"""Publications that wait for a methodist: put forward, taken back, given back, let through."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.event_rows import as_seen
from db.models import AnnouncementRow, EventGroupRow, EventRow, GroupRow
from db.models.base import table
from domain.announcements import AnnouncementStatus
from domain.approvals import ProposedEvent
from domain.clock import Clock
from domain.events import Event, EventStatus
from domain.ids import EventId, OrganisationId, PersonId

_E, _EG, _G = table(EventRow), table(EventGroupRow), table(GroupRow)
_A = table(AnnouncementRow)
_WAITS = _E.c.status == EventStatus.PROPOSED.value


class EventApprovals:
    """Finds and changes what a methodist is to look at. Each change names the state it was seen in, so one wins."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def propose(self, event: Event, *, publish_at: datetime | None, weeks: int | None) -> bool:
        """From now on it waits, and what was said about it is done with; False when somebody touched it meanwhile."""
        return await self._touch(
            event,
            status=EventStatus.PROPOSED.value,
            publish_at=publish_at,
            proposed_weeks=weeks,
            returned_words=None,
            decided_by=None,
        )

    async def give_back(self, event: Event, *, by: PersonId | None = None, words: str | None = None) -> bool:
        """It is a draft again; without `by` nobody has decided. False when it does not wait any more."""
        return await self._touch(
            event,
            status=EventStatus.DRAFT.value,
            publish_at=None,
            proposed_weeks=None,
            returned_words=words,
            decided_by=by,
        )

    async def plan(self, event: Event, *, by: PersonId) -> bool:
        """It comes out at the time that its author has named; False when it does not wait any more."""
        return await self._touch(event, status=EventStatus.PLANNED.value, decided_by=by)

    async def begun(self, limit: int) -> list[tuple[OrganisationId, EventId]]:
        """What waited until it began."""
        rows = await self._connection.execute(
            select(_E.c.organisation_id, _E.c.id)
            .where(_WAITS, _E.c.starts_at <= self._clock.now())
            .order_by(_E.c.starts_at, _E.c.id)
            .limit(limit)
        )
        return [(OrganisationId(row.organisation_id), EventId(row.id)) for row in rows]

    async def page(self, organisation_id: OrganisationId, *, limit: int, offset: int) -> list[ProposedEvent]:
        """What waits in an organisation, the soonest first."""
        rows = await self._connection.execute(
            select(_E.c.id, _E.c.title, _E.c.starts_at)
            .where(_E.c.organisation_id == organisation_id, _WAITS)
            .order_by(_E.c.starts_at, _E.c.id)
            .limit(limit)
            .offset(offset)
        )
        found = rows.all()
        emojis: dict[int, list[str]] = defaultdict(list)
        if found:
            groups = await self._connection.execute(
                select(_EG.c.event_id, _G.c.emoji)
                .join(_G, _G.c.id == _EG.c.group_id)
                .where(_EG.c.event_id.in_([row.id for row in found]))
                .order_by(_G.c.sort_key)
            )
            for event_id, emoji in groups:
                emojis[event_id].append(emoji)
        return [
            ProposedEvent(EventId(row.id), row.title, row.starts_at, tuple(emojis[row.id])) for row in found
        ]

    async def count(self, organisation_id: OrganisationId) -> int:
        """How many publications wait, announcements without a date among them."""
        events = select(func.count()).select_from(_E).where(_E.c.organisation_id == organisation_id, _WAITS)
        announcements = (
            select(func.count())
            .select_from(_A)
            .where(_A.c.organisation_id == organisation_id, _A.c.status == AnnouncementStatus.PROPOSED.value)
        )
        counted = await self._connection.execute(
            select(events.scalar_subquery() + announcements.scalar_subquery())
        )
        return int(counted.scalar_one())

    async def _touch(self, event: Event, **values: Any) -> bool:
        touched = await self._connection.execute(
            update(_E)
            .where(*as_seen(event))
            .values(version=_E.c.version + 1, updated_at=self._clock.now(), **values)
        )
        return touched.rowcount == 1
