"""Pictures of events that were, and which files anything still refers to."""

from collections.abc import Iterable

from sqlalchemy import String, cast, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import Base, EventPictureRow, EventRow, FormStateRow
from db.models.base import table
from domain.clock import Clock
from domain.event_pictures import EventPicture
from domain.ids import EventId, EventPictureId, OrganisationId, PersonId

_P, _E, _F = table(EventPictureRow).c, table(EventRow).c, table(FormStateRow).c
HOLDERS = (_P.sha256, *(one.c.picture for one in Base.metadata.sorted_tables if "picture" in one.c))
"""Columns that name a file by its sha256; unfinished forms name files as well, somewhere in what is typed."""


class EventPictures:
    """Keeps and finds what stands in `event_pictures`."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def hold(self, organisation_id: OrganisationId, event_id: EventId) -> None:
        """Let simultaneous changes of one event's pictures take turns until the end of this transaction."""
        await self._connection.execute(
            update(EventRow)
            .where(_E.id == event_id, _E.organisation_id == organisation_id)
            .values(version=_E.version)
        )

    async def of_event(self, organisation_id: OrganisationId, event_id: EventId) -> list[EventPicture]:
        """The pictures of an event in the order in which they were added."""
        rows = await self._connection.execute(
            select(_P.id, _P.sha256, _P.confirmed_by)
            .where(_P.event_id == event_id, _P.organisation_id == organisation_id)
            .order_by(_P.id)
        )
        return [EventPicture(EventPictureId(row.id), row.sha256, PersonId(row.confirmed_by)) for row in rows]

    async def count(self, organisation_id: OrganisationId, event_id: EventId) -> int:
        """How many pictures an event has."""
        counted = await self._connection.execute(
            select(func.count()).where(_P.event_id == event_id, _P.organisation_id == organisation_id)
        )
        return int(counted.scalar_one())

    async def add(
        self, organisation_id: OrganisationId, event_id: EventId, sha256: str, *, by: PersonId
    ) -> None:
        """One more picture, which this person has looked at."""
        await self._connection.execute(
            insert(EventPictureRow).values(
                organisation_id=organisation_id,
                event_id=event_id,
                sha256=sha256,
                confirmed_by=by,
                added_at=self._clock.now(),
            )
        )

    async def remove(
        self, organisation_id: OrganisationId, event_id: EventId, picture_id: EventPictureId
    ) -> str | None:
        """Take a picture away; gives its sha256, None when it was gone."""
        gone = await self._connection.execute(
            delete(EventPictureRow)
            .where(_P.id == picture_id, _P.event_id == event_id, _P.organisation_id == organisation_id)
            .returning(_P.sha256)
        )
        return gone.scalar_one_or_none()

    async def needed(self, names: Iterable[str]) -> set[str]:
        """Those of these files that something refers to, in whatever organisation, or an unfinished form."""
        asked = sorted(set(names))
        found: set[str] = set()
        if not asked:
            return found
        for holder in HOLDERS:
            found |= set(await self._connection.scalars(select(holder).where(holder.in_(asked)).distinct()))
        left = [name for name in asked if name not in found]
        if left:
            for typed in await self._connection.scalars(select(cast(_F.data, String))):
                found |= {name for name in left if name in typed}
        return found
