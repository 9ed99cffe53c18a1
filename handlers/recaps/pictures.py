"""Pictures of an event are looked at by its staff and by those who were invited, and taken away."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.actions.recaps import OpenPictures, RemovePicture, ShowPictures
from domain.event_pictures import PicturePage
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.snapshots import Snapshots
from messenger.show import Show
from screens import recaps
from screens import recaps_pictures as screens
from screens.base import Phrase, Screen
from services.event_pictures import EventPictures
from services.pictures import Pictures


async def page(
    _: CallbackQuery,
    action: OpenPictures,
    actor: Actor,
    event_pictures: EventPictures,
    pictures: Pictures,
    show: Show,
    state: FSMContext,
    raw_state: str | None,
) -> None:
    """«🖼 Снимки»; whoever was adding some has done."""
    await Snapshots(state).end(raw_state)
    await show_page(actor, action.event_id, action.number, event_pictures, pictures, show)


async def remove(
    _: CallbackQuery,
    action: RemovePicture,
    actor: Actor,
    event_pictures: EventPictures,
    pictures: Pictures,
    show: Show,
) -> None:
    """«🗑 Убрать», asked once."""
    if not action.sure:
        view = await event_pictures.page(actor, action.event_id, action.number)
        there = not isinstance(view, Refused) and view.shown is not None
        if isinstance(view, PicturePage) and there and view.shown and view.shown.id == action.picture_id:
            await _carry(screens.remove_sure(view, await pictures.find(view.shown.sha256)), view, show)
            return
        await show_page(actor, action.event_id, action.number, event_pictures, pictures, show)
        return
    word: Phrase | Refused = screens.removed()
    try:
        refused = await event_pictures.remove(actor, action.event_id, action.picture_id)
    except AlreadyDone:
        refused = None
    await show_page(actor, action.event_id, action.number, event_pictures, pictures, show, refused or word)


async def for_invited(
    _: CallbackQuery,
    action: ShowPictures,
    actor: Actor,
    event_pictures: EventPictures,
    pictures: Pictures,
    show: Show,
) -> None:
    """«🖼 Показать снимки» under the thanks."""
    shown = await event_pictures.for_invited(actor, action.event_id, action.number)
    if shown is None:
        await show.toast(screens.none_any_more())
        return
    content = await pictures.find(shown.sha256)
    if not await show.picture(screens.for_invited(shown, content, fresh=action.fresh)):
        await show(screens.not_carried())


async def show_page(
    actor: Actor,
    event_id: EventId,
    number: int,
    event_pictures: EventPictures,
    pictures: Pictures,
    show: Show,
    word: Phrase | Refused | None = None,
) -> None:
    """The page as it is now, below what has just happened."""
    view = await event_pictures.page(actor, event_id, number)
    if isinstance(view, Refused):
        await show.toast(recaps.refused_toast(view))
        return
    content = None if view.shown is None else await pictures.find(view.shown.sha256)
    said = recaps.refused_word(word) if isinstance(word, Refused) else word
    await _carry(screens.page(view, content, said), view, show)


async def _carry(screen: Screen, view: PicturePage, show: Show) -> None:
    if screen.picture is None:
        await show(screen)
    elif not await show.picture(screen):
        await show(screens.not_shown(view.event.id))


def build() -> Router:
    """A new router of pictures."""
    router = Router(name="recaps-pictures")
    router.callback_query.register(page, Tap(OpenPictures), Known())
    router.callback_query.register(remove, Tap(RemovePicture), Known())
    router.callback_query.register(for_invited, Tap(ShowPictures), Known())
    return router
