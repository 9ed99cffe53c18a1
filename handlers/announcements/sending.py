"""The author's taps over an announcement that is being sent: the live report, stop, go on, take back."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcements import (
    AskRecallAnnouncement,
    GoOnAnnouncement,
    OpenAnnouncementReport,
    RecallAnnouncement,
    StopAnnouncement,
)
from domain.ids import AnnouncementId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import announcements_report as screens
from screens import campaigns as said
from screens.base import Toast
from screens.common import refusal
from services.announcement_campaigns import AnnouncementCampaigns


async def report(
    _: CallbackQuery,
    action: OpenAnnouncementReport,
    actor: Actor,
    announcement_campaigns: AnnouncementCampaigns,
    show: Show,
) -> None:
    """«📬 Кому дошло», and «🔄 Обновить»."""
    await _report(actor, action.announcement_id, announcement_campaigns, show)


async def stop(
    _: CallbackQuery,
    action: StopAnnouncement,
    actor: Actor,
    announcement_campaigns: AnnouncementCampaigns,
    show: Show,
) -> None:
    """«⏸ Остановить рассылку»."""
    toast = await _came_of(announcement_campaigns.stop(actor, action.announcement_id), said.stopped)
    await _report(actor, action.announcement_id, announcement_campaigns, show, toast)


async def go_on(
    _: CallbackQuery,
    action: GoOnAnnouncement,
    actor: Actor,
    announcement_campaigns: AnnouncementCampaigns,
    show: Show,
) -> None:
    """«▶️ Продолжить рассылку»."""
    toast = await _came_of(announcement_campaigns.go_on(actor, action.announcement_id), said.gone_on)
    await _report(actor, action.announcement_id, announcement_campaigns, show, toast)


async def ask_recall(
    _: CallbackQuery,
    action: AskRecallAnnouncement,
    actor: Actor,
    announcement_campaigns: AnnouncementCampaigns,
    show: Show,
) -> None:
    """«↩️ Отозвать всё»: what would disappear."""
    preview = await announcement_campaigns.preview_recall(actor, action.announcement_id)
    if isinstance(preview, Refused):
        await _report(actor, action.announcement_id, announcement_campaigns, show, _refused(preview))
        return
    await show(screens.confirm_recall(preview))


async def recall(
    _: CallbackQuery,
    action: RecallAnnouncement,
    actor: Actor,
    announcement_campaigns: AnnouncementCampaigns,
    show: Show,
) -> None:
    """«Да, отозвать»."""
    toast = said.recalled()
    try:
        outcome = await announcement_campaigns.recall(actor, action.announcement_id, action.version)
    except AlreadyDone:
        pass
    else:
        toast = _refused(outcome) if isinstance(outcome, Refused) else toast
    await _report(actor, action.announcement_id, announcement_campaigns, show, toast)


async def _report(
    actor: Actor,
    announcement_id: AnnouncementId,
    campaigns: AnnouncementCampaigns,
    show: Show,
    toast: Toast | None = None,
) -> None:
    await show(screens.report(await campaigns.report(actor, announcement_id)), toast)


async def _came_of(doing: Awaitable[int | Refused], word: Callable[[int], Toast]) -> Toast | None:
    """What is said of it; nothing when a tap before this one has done it."""
    try:
        outcome = await doing
    except AlreadyDone:
        return None
    return _refused(outcome) if isinstance(outcome, Refused) else word(outcome)


def _refused(refused: Refused) -> Toast:
    return Toast(refusal(refused), alert=True)


def build() -> Router:
    """A new router of the author's hand on what is sent."""
    router = Router(name="announcements-sending")
    router.callback_query.register(report, Tap(OpenAnnouncementReport), Known())
    router.callback_query.register(stop, Tap(StopAnnouncement), Known())
    router.callback_query.register(go_on, Tap(GoOnAnnouncement), Known())
    router.callback_query.register(ask_recall, Tap(AskRecallAnnouncement), Known())
    router.callback_query.register(recall, Tap(RecallAnnouncement), Known())
    return router
