"""Events: announced, changed, cancelled."""

from typing import Any

from sqlalchemy import Executable, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.addressed import EVENTS
from db.event_invitees import invite, invite_instead
from db.event_rows import COLUMNS, event_of, values_of
from db.models import (
    EventRow,
    EventVersionRow,
)
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.event_forms import EventForm
from domain.events import Event, EventBefore, EventDraft, EventStatus
from domain.ids import EventId, OrganisationId, PersonId
from domain.people import Membership

_E = table(EventRow).c
_KEPT = ("organisation_id", "title", "starts_at", "place", "note", "ends_at", "answer_until", "form")


class Events:
    """Finds and writes events."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, event_id: EventId) -> Event | None:
        """An event of the organisation, with the groups it is for."""
        return await self._find(
            select(*COLUMNS).where(_E.organisation_id == organisation_id, _E.id == event_id)
        )

    async def find_by_draft(self, organisation_id: OrganisationId, draft_token: str) -> Event | None:
        """The event that was made of a draft."""
        return await self._find(
            select(*COLUMNS).where(_E.organisation_id == organisation_id, _E.draft_token == draft_token)
        )

    async def write(
        self,
        author: Membership,
        draft: EventDraft,
        draft_token: str,
        *,
        status: EventStatus = EventStatus.DRAFT,
        series_id: EventId | None = None,
    ) -> EventId | None:
        """Write an event; None when this very draft was written before."""
        now = self._clock.now()
        made = await self._connection.execute(
            upsert(self._connection, table(EventRow))
            .values(
                organisation_id=author.organisation_id,
                author_id=author.id,
                author_person_id=author.person_id,
                status=status.value,
                version=1,
                draft_token=draft_token,
                created_at=now,
                updated_at=now,
                published_at=now if status is EventStatus.PUBLISHED else None,
                series_id=series_id,
                **values_of(draft),
            )
            .on_conflict_do_nothing()
            .returning(_E.id)
        )
        event_id = made.scalar_one_or_none()
        if event_id is None:
            return None
        await invite(self._connection, EventId(event_id), draft.group_ids, draft.invitees.set_ids)
        return EventId(event_id)

    async def change(self, event: Event, draft: EventDraft, *, by: PersonId) -> bool:
        """Turn the event into the draft; False when somebody changed or cancelled it meanwhile."""
        await self._keep_version(event, by)
        if not await self._change_version(event, **values_of(draft)):
            return False
        await invite_instead(self._connection, event, draft)
        return True

    async def cancel(self, event: Event) -> bool:
        """Cancel the event; False when somebody changed or cancelled it meanwhile."""
        return await self._change_version(
            event, status=EventStatus.CANCELLED.value, cancelled_at=self._clock.now()
        )

    async def before(
        self, organisation_id: OrganisationId, event_id: EventId, version: int
    ) -> EventBefore | None:
        """What the event was in an older version."""
        kept = table(EventVersionRow).c
        found = await self._connection.execute(
            select(
                *(kept.title, kept.starts_at, kept.place, kept.note),
                *(kept.ends_at, kept.answer_until, kept.form),
            ).where(
                kept.organisation_id == organisation_id, kept.event_id == event_id, kept.version == version
            )
        )
        row = found.one_or_none()
        if row is None:
            return None
        form = None if row.form is None else EventForm(row.form)
        told = (row.title, row.starts_at, row.place, row.note, row.ends_at, row.answer_until)
        return EventBefore(*told, form)

    async def _find(self, query: Executable) -> Event | None:
        row = (await self._connection.execute(query)).mappings().one_or_none()
        if row is None:
            return None
        return event_of(row, *await EVENTS.of(self._connection, row["id"]))

    async def _keep_version(self, event: Event, by: PersonId) -> None:
        kept = {name: _E[name] for name in _KEPT}
        kept |= {"event_id": _E.id, "version": _E.version}
        stamped = {
            "changed_at": literal(self._clock.now(), table(EventVersionRow).c.changed_at.type),
            "changed_by": literal(by),
        }
        columns = {**kept, **stamped}
        await self._connection.execute(
            upsert(self._connection, table(EventVersionRow))
            .from_select(
                list(columns),
                select(*(column.label(name) for name, column in columns.items())).where(
                    _E.id == event.id, _E.version == event.version
                ),
            )
            .on_conflict_do_nothing()
        )

    async def _change_version(self, event: Event, **values: Any) -> bool:
        changed = await self._connection.execute(
            update(table(EventRow))
            .where(
                _E.id == event.id,
                _E.organisation_id == event.organisation_id,
                _E.version == event.version,
                _E.status == EventStatus.PUBLISHED.value,
            )
            .values(version=_E.version + 1, updated_at=self._clock.now(), **values)
        )
        return changed.rowcount == 1
