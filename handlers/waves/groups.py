"""«➕ Добавить группу»: a group joins a wave that is open."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.waves import AddGroup, MoreGroups
from domain.ids import WaveId
from domain.outcomes import AlreadyDone, Missing, Refused
from domain.people import Actor
from domain.quiz_views import WaveCard
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import waves as cards
from screens import waves_groups as screens
from services.wave_groups import WaveGroups
from services.waves import Waves


def build() -> Router:
    """A new router of groups that join."""
    router = Router(name="waves-groups")
    router.callback_query.register(waiting, Tap(MoreGroups), Known())
    router.callback_query.register(add, Tap(AddGroup), Known())
    return router


async def waiting(
    _: CallbackQuery, action: MoreGroups, actor: Actor, wave_groups: WaveGroups, waves: Waves, show: Show
) -> None:
    """«➕ Добавить группу»."""
    found = await wave_groups.waiting(actor, action.wave_id)
    if isinstance(found, Refused):
        await _refused(found, action.wave_id, actor, waves, show)
    else:
        await show(screens.waiting(found, action.page))


async def add(
    _: CallbackQuery, action: AddGroup, actor: Actor, wave_groups: WaveGroups, waves: Waves, show: Show
) -> None:
    """A group: whom its invitation reaches, then it takes part; one that does already stands on the card."""
    try:
        if action.sure:
            outcome = await wave_groups.add(actor, action.wave_id, action.group_id)
        else:
            found = await wave_groups.preview(actor, action.wave_id, action.group_id)
            if not isinstance(found, Refused):
                await show(screens.sure(*found))
                return
            outcome = found
    except (AlreadyDone, Missing):
        await show(cards.card(await waves.card(actor, action.wave_id)))
        return
    if isinstance(outcome, WaveCard):
        await show(cards.card(outcome, word=screens.added_word(outcome.told)))
    else:
        await _refused(outcome, action.wave_id, actor, waves, show)


async def _refused(refused: Refused, wave_id: WaveId, actor: Actor, waves: Waves, show: Show) -> None:
    await show(cards.card(await waves.card(actor, wave_id), word=cards.refused_word(refused)))
