"""The queue of newcomers, for those who answer for the group."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.joining import Approve, AskDecline, Decline, OpenRequest, OpenRequests, PickCode
from domain.joining import CodePage, DeclineReason, RequestCard
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.forms import Forms
from handlers.joining.forms import DECLINE
from messenger.show import Show
from screens import joining_staff as screens
from screens.base import Toast
from screens.common import refusal
from services.requests import Requests


def build() -> Router:
    """A new router of the queue."""
    router = Router(name="joining-staff")
    router.callback_query.register(queue, Tap(OpenRequests), Known())
    router.callback_query.register(card, Tap(OpenRequest), Known())
    router.callback_query.register(codes, Tap(PickCode), Known())
    router.callback_query.register(approve, Tap(Approve), Known())
    router.callback_query.register(ask_decline, Tap(AskDecline), Known())
    router.callback_query.register(decline, Tap(Decline), Known())
    return router


async def queue(_: CallbackQuery, action: OpenRequests, actor: Actor, show: Show, requests: Requests) -> None:
    """«Новые родители»."""
    await show(screens.queue(await requests.queue(actor, action.organisation_id, action.page)))


async def card(_: CallbackQuery, action: OpenRequest, actor: Actor, show: Show, requests: Requests) -> None:
    """One newcomer."""
    await show(screens.card(await requests.open(actor, action.request_id)))


async def codes(_: CallbackQuery, action: PickCode, actor: Actor, show: Show, requests: Requests) -> None:
    """Codes to choose from; whoever was answered meanwhile is shown as answered."""
    outcome = await requests.codes(actor, action.request_id, action.page)
    await show(screens.codes(outcome) if isinstance(outcome, CodePage) else screens.card(outcome))


async def approve(_: CallbackQuery, action: Approve, actor: Actor, show: Show, requests: Requests) -> None:
    """Bind the newcomer to a child; with no seat left the codes are offered again."""
    outcome = await requests.approve(actor, action.request_id, action.child_id)
    if isinstance(outcome, RequestCard):
        await show(screens.card(outcome))
        return
    again = await requests.codes(actor, action.request_id)
    shown = screens.codes(again) if isinstance(again, CodePage) else screens.card(again)
    await show(shown, Toast(refusal(outcome), alert=True))


async def ask_decline(
    _: CallbackQuery, action: AskDecline, actor: Actor, show: Show, requests: Requests
) -> None:
    """Why to decline."""
    found = await requests.open(actor, action.request_id)
    await show(screens.reasons(found) if found.request.decided_at is None else screens.card(found))


async def decline(
    _: CallbackQuery, action: Decline, actor: Actor, show: Show, requests: Requests, forms: Forms
) -> None:
    """Decline for a ready reason, or ask for one's own words."""
    if action.reason is DeclineReason.OWN_WORDS:
        found = await requests.open(actor, action.request_id)
        if found.request.decided_at is None:
            context = {"request": action.request_id, "organisation": found.organisation.id}
            await forms.start(DECLINE, context=context, anew=True)
            return
        await show(screens.card(found))
        return
    outcome = await requests.decline(actor, action.request_id, action.reason)
    if isinstance(outcome, Refused):
        await show.toast(Toast(refusal(outcome), alert=True))
        return
    await show(screens.card(outcome))
