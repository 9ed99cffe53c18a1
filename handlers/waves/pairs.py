"""The psychologist's taps at what a school year came to."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.wave_pairs import OpenPairs
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import waves_pairs as screens
from services.wave_pairs import WavePairs


def build() -> Router:
    """A new router of pairs."""
    router = Router(name="waves-pairs")
    router.callback_query.register(pairs, Tap(OpenPairs), Known())
    return router


async def pairs(_: CallbackQuery, action: OpenPairs, actor: Actor, wave_pairs: WavePairs, show: Show) -> None:
    """«📈 С начала года до конца»."""
    await show(screens.pairs(await wave_pairs.page(actor, action.wave_id, action.group_id), action.page))
