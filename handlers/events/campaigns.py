"""The author's taps over what is sent: the live report, stop, go on, take back, ask the silent, bring back."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.campaigns import (
    AskNudge,
    AskRecall,
    GoOnSending,
    Nudge,
    Recall,
    RestoreEvent,
    StopSending,
)
from domain.actions.events import OpenEventReport
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.events.staff import show_card
from messenger.show import Show
from screens import campaigns as screens
from screens.base import Toast
from screens.common import refusal
from screens.events import refused_word
from services.campaigns import Campaigns
from services.event_restoring import EventRestoring
from services.events import Events


async def report(
    _: CallbackQuery, action: OpenEventReport, actor: Actor, campaigns: Campaigns, show: Show
) -> None:
    """«📬 Кому дошло», and «🔄 Обновить»."""
    await _report(actor, action.event_id, campaigns, show)


async def stop(_: CallbackQuery, action: StopSending, actor: Actor, campaigns: Campaigns, show: Show) -> None:
    """«⏸ Остановить рассылку»."""
    toast = await _came_of(campaigns.stop(actor, action.event_id), screens.stopped)
    await _report(actor, action.event_id, campaigns, show, toast)


async def go_on(
    _: CallbackQuery, action: GoOnSending, actor: Actor, campaigns: Campaigns, show: Show
) -> None:
    """«▶️ Продолжить рассылку»."""
    toast = await _came_of(campaigns.go_on(actor, action.event_id), screens.gone_on)
    await _report(actor, action.event_id, campaigns, show, toast)


async def ask_recall(
    _: CallbackQuery, action: AskRecall, actor: Actor, campaigns: Campaigns, show: Show
) -> None:
    """«↩️ Отозвать всё»: what would disappear, and who would be told."""
    preview = await campaigns.preview_recall(actor, action.event_id)
    if isinstance(preview, Refused):
        await _report(actor, action.event_id, campaigns, show, _refused(preview))
        return
    await show(screens.confirm_recall(preview))


async def recall(_: CallbackQuery, action: Recall, actor: Actor, campaigns: Campaigns, show: Show) -> None:
    """«Да, отозвать»."""
    toast = screens.recalled()
    try:
        outcome = await campaigns.recall(actor, action.event_id, action.version)
    except AlreadyDone:
        pass
    else:
        toast = _refused(outcome) if isinstance(outcome, Refused) else toast
    await _report(actor, action.event_id, campaigns, show, toast)


async def ask_nudge(
    _: CallbackQuery, action: AskNudge, actor: Actor, campaigns: Campaigns, events: Events, show: Show
) -> None:
    """«🔔 Напомнить молчащим»: how many would be asked."""
    preview = await campaigns.preview_nudge(actor, action.event_id)
    if isinstance(preview, Refused):
        await show_card(actor, action.event_id, events, show, refused_word(preview))
        return
    await show(screens.confirm_nudge(preview))


async def nudge(
    _: CallbackQuery, action: Nudge, actor: Actor, campaigns: Campaigns, events: Events, show: Show
) -> None:
    """«Да, напомнить»."""
    try:
        outcome = await campaigns.nudge(actor, action.event_id)
    except AlreadyDone:
        word = screens.nudged_word()
    else:
        word = refused_word(outcome) if isinstance(outcome, Refused) else screens.nudged_word(outcome)
    await show_card(actor, action.event_id, events, show, word)


async def restore(
    _: CallbackQuery,
    action: RestoreEvent,
    actor: Actor,
    event_restoring: EventRestoring,
    events: Events,
    show: Show,
) -> None:
    """«↩️ Вернуть мероприятие»."""
    try:
        outcome = await event_restoring.restore(actor, action.event_id, action.version)
    except AlreadyDone:
        word = screens.restored_word()
    else:
        word = (
            refused_word(outcome)
            if isinstance(outcome, Refused)
            else screens.restored_word(outcome.told, outcome.invited)
        )
    await show_card(actor, action.event_id, events, show, word)


async def _report(
    actor: Actor, event_id: EventId, campaigns: Campaigns, show: Show, toast: Toast | None = None
) -> None:
    await show(screens.report(await campaigns.report(actor, event_id)), toast)


async def _came_of(doing: Awaitable[int | Refused], said: Callable[[int], Toast]) -> Toast | None:
    """What is said of it; nothing when a tap before this one has done it."""
    try:
        outcome = await doing
    except AlreadyDone:
        return None
    return _refused(outcome) if isinstance(outcome, Refused) else said(outcome)


def _refused(refused: Refused) -> Toast:
    return Toast(refusal(refused), alert=True)


def build() -> Router:
    """A new router of the author's hand on what is sent."""
    router = Router(name="events-campaigns")
    router.callback_query.register(report, Tap(OpenEventReport), Known())
    router.callback_query.register(stop, Tap(StopSending), Known())
    router.callback_query.register(go_on, Tap(GoOnSending), Known())
    router.callback_query.register(ask_recall, Tap(AskRecall), Known())
    router.callback_query.register(recall, Tap(Recall), Known())
    router.callback_query.register(ask_nudge, Tap(AskNudge), Known())
    router.callback_query.register(nudge, Tap(Nudge), Known())
    router.callback_query.register(restore, Tap(RestoreEvent), Known())
    return router
