"""The staff's list of dates and visits, and a free date."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import OpenGuests, OpenSlot, WithdrawSlot
from domain.guest_views import SlotLine
from domain.ids import SlotId
from domain.outcomes import AlreadyDone, Missing, Refused
from domain.people import Actor, Organisation
from handlers.common.filters import Known, Tap
from handlers.guests.cards import show_card
from messenger.show import Show
from screens import guests_staff as screens
from screens.base import Phrase
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications
from services.guest_openings import GuestOpenings


async def page(
    _: CallbackQuery, action: OpenGuests, actor: Actor, guest_openings: GuestOpenings, show: Show
) -> None:
    """«🎤 Гость группы»."""
    found = await guest_openings.page(actor, action.organisation_id, past=action.past, page=action.page)
    await show(screens.page(found))


async def slot(
    _: CallbackQuery,
    action: OpenSlot,
    actor: Actor,
    guest_openings: GuestOpenings,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """A date of the list, which somebody may have taken meanwhile."""
    await show_slot(actor, action.slot_id, guest_openings, guest_applications, show)


async def withdraw(
    _: CallbackQuery,
    action: WithdrawSlot,
    actor: Actor,
    guest_openings: GuestOpenings,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«🗑 Закрыть дату»."""
    try:
        outcome = await guest_openings.withdraw(actor, action.slot_id)
    except AlreadyDone:
        outcome = await guest_openings.slot(actor, action.slot_id)
    if isinstance(outcome, Refused):
        word = refused_word(outcome)
        await show_slot(actor, action.slot_id, guest_openings, guest_applications, show, word)
        return
    here = _organisation(actor, outcome)
    found = await guest_openings.page(actor, here.id)
    await show(screens.page(found, screens.withdrawn_word(outcome, here.timezone)))


async def show_slot(
    actor: Actor,
    slot_id: SlotId,
    guest_openings: GuestOpenings,
    guest_applications: GuestApplications,
    show: Show,
    word: Phrase | None = None,
) -> None:
    """A date: free, or with the visit of whoever has it by now."""
    line = await guest_openings.slot(actor, slot_id)
    if line.visit is not None:
        await show_card(actor, line.visit.id, guest_applications, show, word)
    else:
        await show(screens.slot(line, _organisation(actor, line), word))


def _organisation(actor: Actor, line: SlotLine) -> Organisation:
    """The organisation of a date that its staff look at."""
    for membership in actor.memberships:
        if membership.organisation_id == line.slot.organisation_id:
            return membership.organisation
    raise Missing


def build() -> Router:
    """A new router of the list."""
    router = Router(name="guests-staff")
    router.callback_query.register(page, Tap(OpenGuests), Known())
    router.callback_query.register(slot, Tap(OpenSlot), Known())
    router.callback_query.register(withdraw, Tap(WithdrawSlot), Known())
    return router
