"""A teacher sends a kept announcement to the methodist, and takes it back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcement_approvals import ProposeKeptAnnouncement, TakeBackAnnouncement
from domain.people import Actor
from handlers.announcements.card import came_of, show_card
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens.announcements_waiting import taken_back_word
from screens.events_approvals import proposed_word
from services.announcement_proposals import AnnouncementProposals
from services.announcements import Announcements


async def propose(
    _: CallbackQuery,
    action: ProposeKeptAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_proposals: AnnouncementProposals,
    show: Show,
) -> None:
    """«📨 На проверку»."""
    number = action.announcement_id
    view = await announcements.card(actor, number)
    sent = announcement_proposals.propose(actor, number, action.version)
    word = await came_of(sent, proposed_word(view.organisation))
    await show_card(actor, number, announcements, show, word)


async def take_back(
    _: CallbackQuery,
    action: TakeBackAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_proposals: AnnouncementProposals,
    show: Show,
) -> None:
    """«↩️ Забрать»."""
    taken = announcement_proposals.take_back(actor, action.announcement_id, action.version)
    word = await came_of(taken, taken_back_word())
    await show_card(actor, action.announcement_id, announcements, show, word)


def build() -> Router:
    """A new router of what teachers send to a methodist."""
    router = Router(name="announcements-proposing")
    router.callback_query.register(propose, Tap(ProposeKeptAnnouncement), Known())
    router.callback_query.register(take_back, Tap(TakeBackAnnouncement), Known())
    return router
