"""Taps of «Группа закрыта»: another decision, the closing, a closure, the opening again."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.closures import ConfirmClosing, LookAtClosing, OpenClosure, ReopenGroup
from domain.closure_views import ClosureCard, ClosurePlan, Stale
from domain.ids import GroupId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.closures import form
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import closures as screens
from services.closures import Closures


async def look(_: CallbackQuery, action: LookAtClosing, actor: Actor, closures: Closures, show: Show) -> None:
    """A number was tapped: the preview with the other decision."""
    days = action.from_day, action.until_day
    outcome = await closures.preview(actor, action.group_id, days, action.choices, action.seen)
    await _show(actor, action.group_id, outcome, closures, show)


async def confirm(
    _: CallbackQuery, action: ConfirmClosing, actor: Actor, closures: Closures, show: Show
) -> None:
    """«Закрыть и сообщить»; a second tap finds what the first one did."""
    days = action.from_day, action.until_day
    try:
        outcome: ClosureCard | Stale | Refused = await closures.close(
            actor, action.group_id, days, action.choices, action.seen
        )
    except AlreadyDone:
        outcome = await closures.closed(actor, action.group_id, days)
    await _show(actor, action.group_id, outcome, closures, show)


async def card(_: CallbackQuery, action: OpenClosure, actor: Actor, closures: Closures, show: Show) -> None:
    """A closure as it stands."""
    await show(screens.card(await closures.card(actor, action.closure_id)))


async def reopen(_: CallbackQuery, action: ReopenGroup, actor: Actor, closures: Closures, show: Show) -> None:
    """«Открыть группу снова»; a second tap finds it open."""
    try:
        outcome = await closures.reopen(actor, action.closure_id)
    except AlreadyDone:
        outcome = await closures.card(actor, action.closure_id)
    if isinstance(outcome, Refused):
        view = await closures.card(actor, action.closure_id)
        await show(screens.card(view, screens.refused_word(outcome)))
        return
    await show(screens.card(outcome))


async def _show(
    actor: Actor,
    group_id: GroupId,
    outcome: ClosurePlan | ClosureCard | Stale | Refused,
    closures: Closures,
    show: Show,
) -> None:
    match outcome:
        case ClosurePlan():
            await show(screens.preview(outcome))
        case Stale(plan):
            await show(screens.preview(plan, stale=True))
        case ClosureCard():
            await show(screens.card(outcome))
        case Refused():
            organisation, _ = await closures.begin(actor, group_id)
            await show(screens.refused(outcome, group_id, organisation))


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="closures")
    router.callback_query.register(look, Tap(LookAtClosing), Known())
    router.callback_query.register(confirm, Tap(ConfirmClosing), Known())
    router.callback_query.register(card, Tap(OpenClosure), Known())
    router.callback_query.register(reopen, Tap(ReopenGroup), Known())
    router.include_router(form.build())
    return router
