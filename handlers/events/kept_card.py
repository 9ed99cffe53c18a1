"""A kept event on the screen, after whatever was done with it."""

from collections.abc import Awaitable

from domain.ids import EventId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from messenger.show import Show
from screens import events as staff_screens
from screens import events_drafts as screens
from screens.base import Phrase
from services.event_drafts import EventDrafts
from services.events import Events


async def show_kept(
    actor: Actor,
    event_id: EventId,
    event_drafts: EventDrafts,
    events: Events,
    show: Show,
    word: Phrase | None = None,
) -> None:
    """The kept event as it is now; the staff's card when it is out meanwhile."""
    view = await event_drafts.look(actor, event_id)
    if view is None:
        await show(staff_screens.card(await events.card(actor, event_id), word))
    else:
        await show(screens.card(view, word))


async def came_of(doing: Awaitable[object], word: Phrase) -> Phrase:
    """The word about what was done with a kept event, by this tap or by the one before it; or why it was not."""
    try:
        outcome = await doing
    except AlreadyDone:
        return word
    return screens.refused_word(outcome) if isinstance(outcome, Refused) else word
