"""«🙏 В этом месяце не смогу», and back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_suggestions import AgainThisMonth, NotThisMonth
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import guests_nudges as screens
from services.guest_nudges import GuestNudges


async def pause(
    _: CallbackQuery, action: NotThisMonth, actor: Actor, guest_nudges: GuestNudges, show: Show
) -> None:
    """One tap, no question."""
    await show(screens.paused(await guest_nudges.pause(actor, action.group_id)))


async def take_back(
    _: CallbackQuery, action: AgainThisMonth, actor: Actor, guest_nudges: GuestNudges, show: Show
) -> None:
    """«↩️ Всё-таки смогу»."""
    await show(screens.resumed(await guest_nudges.take_back(actor, action.group_id)))


def build() -> Router:
    """A new router of pauses."""
    router = Router(name="guests-pauses")
    router.callback_query.register(pause, Tap(NotThisMonth), Known())
    router.callback_query.register(take_back, Tap(AgainThisMonth), Known())
    return router
