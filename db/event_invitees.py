"""Whom an event is for, as rows beside its own: groups and sets of people."""

from collections.abc import Collection

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import EventGroupRow, EventSetRow
from db.models.base import table
from domain.events import Event, EventDraft
from domain.ids import EventId, GroupId, PersonSetId

_GROUPS, _SETS = table(EventGroupRow), table(EventSetRow)


async def invite(
    connection: AsyncConnection,
    event_id: EventId,
    group_ids: Collection[GroupId],
    set_ids: Collection[PersonSetId],
) -> None:
    """Groups and sets that the event is for from now on, too."""
    for into, column, added in ((_GROUPS, "group_id", group_ids), (_SETS, "set_id", set_ids)):
        if added:
            await connection.execute(
                insert(into), [{"event_id": event_id, column: number} for number in sorted(added)]
            )


async def invite_instead(connection: AsyncConnection, event: Event, draft: EventDraft) -> None:
    """The event is for those of the draft from now on, and for nobody else."""
    await connection.execute(
        delete(_GROUPS).where(
            _GROUPS.c.event_id == event.id, _GROUPS.c.group_id.not_in(sorted(draft.group_ids))
        )
    )
    held = event.invitees.set_ids
    if dropped := held - draft.invitees.set_ids:
        await connection.execute(
            delete(_SETS).where(_SETS.c.event_id == event.id, _SETS.c.set_id.in_(sorted(dropped)))
        )
    await invite(connection, event.id, draft.group_ids - event.group_ids, draft.invitees.set_ids - held)


async def invite_nobody(connection: AsyncConnection, event_id: EventId) -> None:
    """The event is dropped, and whom it was for with it."""
    await connection.execute(delete(_GROUPS).where(_GROUPS.c.event_id == event_id))
    await connection.execute(delete(_SETS).where(_SETS.c.event_id == event_id))
