"""«🤝 Передать коллеге»."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from domain.actions.guests import PassInvitation
from domain.guest_passing import PassedOn, Passing
from domain.links import LinkKind, deep_link
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import guests_nudges
from screens import guests_passing as screens
from screens.base import Toast
from screens.common import refusal
from services.guest_applications import GuestApplications
from services.guest_passing import GuestPassing


async def pass_on(
    _: CallbackQuery,
    action: PassInvitation,
    actor: Actor,
    guest_passing: GuestPassing,
    guest_applications: GuestApplications,
    show: Show,
    bot: Bot,
) -> None:
    """Asked once; the link is shown once, and a late tap shows the invitation."""
    outcome: Passing | PassedOn | Refused
    try:
        if action.sure:
            outcome = await guest_passing.pass_on(actor, action.opening_id, again=action.again)
        else:
            outcome = await guest_passing.look(actor, action.opening_id)
    except AlreadyDone:
        outcome = await guest_passing.look(actor, action.opening_id)
    match outcome:
        case Refused():
            view = await guest_applications.invitation(actor, action.opening_id)
            await show(guests_nudges.opened(view), Toast(refusal(outcome), alert=True))
        case PassedOn():
            address = deep_link((await bot.me()).username or "", LinkKind.INVITED, outcome.token)
            await show(screens.passed_on(outcome, address))
        case _:
            await show(screens.passing(outcome))


def build() -> Router:
    """A new router of passing on."""
    router = Router(name="guests-passing")
    router.callback_query.register(pass_on, Tap(PassInvitation), Known())
    return router
