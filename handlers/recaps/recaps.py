"""Taps on the recap of an event: the card, families, thanks, faces."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.recaps import (
    AskThanks,
    Feel,
    MarkAllWhoSaid,
    MarkFamily,
    OpenMarks,
    OpenRecap,
    OpenThanks,
    Thank,
)
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from domain.recaps import Came
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import recaps as screens
from screens import recaps_notices
from screens.base import Phrase
from services.recap_thanks import RecapThanks
from services.recaps import Recaps


async def card(_: CallbackQuery, action: OpenRecap, actor: Actor, recaps: Recaps, show: Show) -> None:
    """«📝 Итоги»."""
    await show_recap(actor, action.event_id, recaps, show)


async def marks(_: CallbackQuery, action: OpenMarks, actor: Actor, recaps: Recaps, show: Show) -> None:
    """«🙋 Кто пришёл»."""
    await _marks(actor, action.event_id, action.page, recaps, show)


async def mark(_: CallbackQuery, action: MarkFamily, actor: Actor, recaps: Recaps, show: Show) -> None:
    """A family was tapped."""
    came = Came(action.adults, child=action.child)
    word = None
    try:
        refused = await recaps.mark(actor, action.event_id, action.child_id, came)
    except AlreadyDone:
        refused = None
    if refused is not None:
        word = screens.refused_word(refused)
    await _marks(actor, action.event_id, action.page, recaps, show, word)


async def mark_all(
    _: CallbackQuery, action: MarkAllWhoSaid, actor: Actor, recaps: Recaps, show: Show
) -> None:
    """«Отметить всех, кто обещал»."""
    try:
        outcome = await recaps.mark_all_who_said(actor, action.event_id)
    except AlreadyDone:
        word = screens.marked_all()
    else:
        word = screens.refused_word(outcome) if isinstance(outcome, Refused) else screens.marked_all(outcome)
    await _marks(actor, action.event_id, 0, recaps, show, word)


async def ask_thanks(_: CallbackQuery, action: AskThanks, actor: Actor, recaps: Recaps, show: Show) -> None:
    """«💐 Поблагодарить»: shows what goes out, and to how many."""
    preview = await recaps.preview_thanks(actor, action.event_id)
    if isinstance(preview, Refused):
        await show_recap(actor, action.event_id, recaps, show, screens.refused_word(preview))
        return
    await show(screens.confirm_thanks(preview))


async def thank(_: CallbackQuery, action: Thank, actor: Actor, recaps: Recaps, show: Show) -> None:
    """«Да, отправить»."""
    try:
        outcome = await recaps.thank(actor, action.event_id)
    except AlreadyDone:
        word = screens.thanked()
    else:
        word = screens.refused_word(outcome) if isinstance(outcome, Refused) else screens.thanked(outcome)
    await show_recap(actor, action.event_id, recaps, show, word)


async def thanks(
    _: CallbackQuery, action: OpenThanks, actor: Actor, recap_thanks: RecapThanks, show: Show
) -> None:
    """Thanks that an evening summary has taken along."""
    found = recaps_notices.thanks(await recap_thanks.look(actor, action.event_id))
    await show(replace(found, fresh=action.fresh))


async def feel(_: CallbackQuery, action: Feel, actor: Actor, recap_thanks: RecapThanks, show: Show) -> None:
    """A face was tapped."""
    toast = recaps_notices.felt(action.mood)
    try:
        outcome = await recap_thanks.feel(actor, action.event_id, action.mood)
    except AlreadyDone:
        outcome = await recap_thanks.look(actor, action.event_id)
    if isinstance(outcome, Refused):
        toast = screens.refused_toast(outcome)
        outcome = await recap_thanks.look(actor, action.event_id)
    await show(recaps_notices.thanks(outcome), toast)


async def show_recap(
    actor: Actor, event_id: EventId, recaps: Recaps, show: Show, word: Phrase | None = None
) -> None:
    """The card of the recap as it is now."""
    view = await recaps.card(actor, event_id)
    if isinstance(view, Refused):
        await show.toast(screens.refused_toast(view))
        return
    await show(screens.card(view, word))


async def _marks(
    actor: Actor, event_id: EventId, page: int, recaps: Recaps, show: Show, word: Phrase | None = None
) -> None:
    view = await recaps.marks(actor, event_id, page)
    if isinstance(view, Refused):
        await show_recap(actor, event_id, recaps, show, screens.refused_word(view))
        return
    await show(screens.marks(view, word))


def build() -> Router:
    """A new router of recaps."""
    router = Router(name="recaps-cards")
    router.callback_query.register(card, Tap(OpenRecap), Known())
    router.callback_query.register(marks, Tap(OpenMarks), Known())
    router.callback_query.register(mark, Tap(MarkFamily), Known())
    router.callback_query.register(mark_all, Tap(MarkAllWhoSaid), Known())
    router.callback_query.register(ask_thanks, Tap(AskThanks), Known())
    router.callback_query.register(thank, Tap(Thank), Known())
    router.callback_query.register(thanks, Tap(OpenThanks), Known())
    router.callback_query.register(feel, Tap(Feel), Known())
    return router
