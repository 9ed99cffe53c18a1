"""An announcement on the screen of its staff, after whatever was done with it."""

from collections.abc import Awaitable

from domain.announcements import AnnouncementStatus
from domain.ids import AnnouncementId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from messenger.show import Show
from screens import announcements as screens
from screens.base import Phrase
from services.announcements import Announcements


async def show_card(
    actor: Actor,
    announcement_id: AnnouncementId,
    announcements: Announcements,
    show: Show,
    word: Phrase | None = None,
    *,
    done: AnnouncementStatus | None = None,
) -> None:
    """The announcement as it is now; if it is what it was `done` to be, with the word about that."""
    view = await announcements.card(actor, announcement_id)
    if done is not None and view.announcement.status is done:
        word = screens.done_word(view)
    await show(screens.card(view, word))


async def came_of(doing: Awaitable[object], word: Phrase) -> Phrase:
    """The word about what was done, by this tap or by the one before it; or why it was not."""
    try:
        outcome = await doing
    except AlreadyDone:
        return word
    return screens.refused_word(outcome) if isinstance(outcome, Refused) else word
