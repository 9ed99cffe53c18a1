"""Kept events: drafts and planned ones, from the first keeping until they are published or dropped."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.event_invitees import invite_instead, invite_nobody
from db.event_rows import as_seen, values_of
from db.models import EventGroupRow, EventRow, EventSetRow
from db.models.base import table
from domain.clock import Clock
from domain.event_drafts import UNANNOUNCED, KeptEvent
from domain.events import Event, EventDraft, EventStatus
from domain.ids import EventId, GroupId, OrganisationId, PersonId

_E, _EG, _ES = table(EventRow), table(EventGroupRow), table(EventSetRow)
_IS_UNANNOUNCED = _E.c.status.in_([status.value for status in UNANNOUNCED])


class EventDrafts:
    """Finds and changes what nobody has been told of yet."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def rewrite(self, event: Event, draft: EventDraft, draft_token: str) -> bool:
        """Turn a kept event into the draft, of which nobody has decided yet; False when somebody touched it meanwhile."""
        if not await self._touch(event, draft_token=draft_token, decided_by=None, **values_of(draft)):
            return False
        await invite_instead(self._connection, event, draft)
        return True

    async def plan(self, event: Event, publish_at: datetime | None) -> bool:
        """It comes out at this time, or, without one, is a draft again; False when somebody touched it meanwhile."""
        status = EventStatus.DRAFT if publish_at is None else EventStatus.PLANNED
        by = None if publish_at is None else event.decided_by
        return await self._touch(event, status=status.value, publish_at=publish_at, decided_by=by)

    async def publish(self, event: Event, *, by: PersonId) -> bool:
        """From now on people may know of it; False when somebody touched it meanwhile.

        `by` has decided about it, if it waited for that.
        """
        decided = {"decided_by": by} if event.status is EventStatus.PROPOSED else {}
        published = await self._connection.execute(
            update(_E)
            .where(*as_seen(event), _IS_UNANNOUNCED)
            .values(
                status=EventStatus.PUBLISHED.value,
                published_at=self._clock.now(),
                updated_at=self._clock.now(),
                publish_at=None,
                proposed_weeks=None,
                returned_words=None,
                **decided,
            )
        )
        return published.rowcount == 1

    async def drop(self, event: Event) -> bool:
        """It never was; False when somebody touched it meanwhile."""
        if not await self._touch(event):
            return False
        await invite_nobody(self._connection, event.id)
        await self._connection.execute(
            delete(_E).where(_E.c.id == event.id, _E.c.organisation_id == event.organisation_id)
        )
        return True

    async def begin_series(self, event: Event) -> None:
        """The event is the first of a weekly series."""
        await self._connection.execute(
            update(_E)
            .where(_E.c.id == event.id, _E.c.organisation_id == event.organisation_id)
            .values(series_id=event.id)
        )

    async def due(self, limit: int) -> list[tuple[OrganisationId, EventId]]:
        """Planned events that should be out by now."""
        rows = await self._connection.execute(
            select(_E.c.organisation_id, _E.c.id)
            .where(_E.c.status == EventStatus.PLANNED.value, _E.c.publish_at <= self._clock.now())
            .order_by(_E.c.publish_at, _E.c.id)
            .limit(limit)
        )
        return [(OrganisationId(row.organisation_id), EventId(row.id)) for row in rows]

    async def page(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        *,
        limit: int,
        offset: int,
    ) -> list[KeptEvent]:
        """What is kept in an organisation, the soonest first; if groups are named, for their parents alone."""
        rows = await self._connection.execute(
            select(_E.c.id, _E.c.title, _E.c.starts_at, _E.c.publish_at, _E.c.status)
            .where(*_of(organisation_id, reached))
            .order_by(_E.c.starts_at, _E.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [
            KeptEvent(
                *(EventId(row.id), row.title, row.starts_at, row.publish_at),
                proposed=row.status == EventStatus.PROPOSED.value,
            )
            for row in rows
        ]

    async def count(self, organisation_id: OrganisationId, reached: frozenset[GroupId] | None) -> int:
        """How many such events there are."""
        counted = await self._connection.execute(
            select(func.count()).select_from(_E).where(*_of(organisation_id, reached))
        )
        return int(counted.scalar_one())

    async def _touch(self, event: Event, **values: Any) -> bool:
        touched = await self._connection.execute(
            update(_E)
            .where(*as_seen(event), _IS_UNANNOUNCED)
            .values(version=_E.c.version + 1, updated_at=self._clock.now(), **values)
        )
        return touched.rowcount == 1


def _of(organisation_id: OrganisationId, reached: frozenset[GroupId] | None) -> tuple[Any, ...]:
    mine = (_E.c.organisation_id == organisation_id, _IS_UNANNOUNCED)
    if reached is None:
        return mine
    others = exists().where(_EG.c.event_id == _E.c.id, _EG.c.group_id.not_in(sorted(reached)))
    to_parents = (_E.c.for_parents, ~_E.c.for_staff, ~_E.c.for_partners)
    return (*mine, *to_parents, ~others, ~exists().where(_ES.c.event_id == _E.c.id))
