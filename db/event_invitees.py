"""Whom an event is for, as rows beside its own: groups and sets of people."""

from collections.abc import Collection

from sqlalchemy.ext.asyncio import AsyncConnection

from db.addressed import EVENTS
from domain.events import Event, EventDraft
from domain.ids import EventId, GroupId, PersonSetId


async def invite(
    connection: AsyncConnection,
    event_id: EventId,
    group_ids: Collection[GroupId],
    set_ids: Collection[PersonSetId],
) -> None:
    """Groups and sets that the event is for from now on, too."""
    await EVENTS.add(connection, event_id, group_ids, set_ids)


async def invite_instead(connection: AsyncConnection, event: Event, draft: EventDraft) -> None:
    """The event is for those of the draft from now on, and for nobody else."""
    await EVENTS.narrow(connection, event.id, draft.group_ids, draft.invitees.set_ids)
    added = draft.group_ids - event.group_ids, draft.invitees.set_ids - event.invitees.set_ids
    await invite(connection, event.id, *added)


async def invite_nobody(connection: AsyncConnection, event_id: EventId) -> None:
    """The event is dropped, and whom it was for with it."""
    await EVENTS.narrow(connection, event_id, (), ())
