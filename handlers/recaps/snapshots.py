"""Pictures of an event are sent: each is asked about, and kept only after «Нет, можно сохранить» (rule 11)."""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.actions.recaps import AddPictures, ForgetPicture, KeepPicture
from domain.event_pictures import MOST_PICTURES, check_snapshot
from domain.outcomes import AlreadyDone, Forbidden, Missing, Reason, Refused
from domain.people import Actor
from domain.pictures import MOST_BYTES
from handlers.common.filters import Known, Tap
from handlers.common.form_pictures import fitting
from handlers.common.forms import Forms
from handlers.common.snapshots import STATE, Adding, Snapshots, Waiting
from handlers.recaps.pictures import show_page
from messenger.show import Show
from screens import recaps_pictures as screens
from screens.base import Phrase
from services.event_pictures import EventPictures
from services.pictures import Pictures

_TYPES = frozenset({"image/jpeg", "image/png", "image/webp"})


class Sending(Filter):
    """Pictures of an event are awaited, and this is no command."""

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        """Whether it is one, or something else instead."""
        return raw_state == STATE and not (message.text or "").startswith("/")


async def begin(
    _: CallbackQuery,
    action: AddPictures,
    actor: Actor,
    event_pictures: EventPictures,
    pictures: Pictures,
    forms: Forms,
    show: Show,
    state: FSMContext,
) -> None:
    """«➕ Добавить»."""
    view = await event_pictures.may_add(actor, action.event_id)
    if isinstance(view, Refused):
        await show_page(actor, action.event_id, MOST_PICTURES, event_pictures, pictures, show, view)
        return
    await forms.pause()
    await Snapshots(state).begin(action.event_id, view.event.title)
    await show(screens.send_them(view))


async def sent(
    message: Message, actor: Actor, event_pictures: EventPictures, show: Show, state: FSMContext, bot: Bot
) -> None:
    """Something was sent. Of an album each picture comes by itself: the first is asked about, the others wait."""
    snapshots = Snapshots(state)
    adding = await snapshots.find()
    if adding is None:
        await snapshots.end(STATE)
        await show(screens.closed())
        return
    refused = await _refused(message, adding, actor, event_pictures, bot)
    if refused is not None:
        await show(screens.not_taken(adding.event_id, refused))
        return
    file_id = _file_id(message)
    assert file_id is not None, "what has none was refused"
    if adding.found(message.message_id) is None:
        adding = adding.and_also(Waiting(message.message_id, file_id))
        await snapshots.keep(adding)
    if len(adding.waiting) == 1 or message.media_group_id is None:
        await _ask(adding, show)


async def keep(
    _: CallbackQuery,
    action: KeepPicture,
    actor: Actor,
    event_pictures: EventPictures,
    pictures: Pictures,
    show: Show,
    state: FSMContext,
    bot: Bot,
) -> None:
    """«✅ Нет, можно сохранить»: only now are the bytes fetched to be kept."""
    found = await _found(action, state)
    if found is None:
        await show_page(actor, action.event_id, MOST_PICTURES, event_pictures, pictures, show)
        return
    adding, waiting = found
    word: Phrase | Refused
    try:
        content = await _content(bot, waiting.file_id)
        outcome = (
            content
            if isinstance(content, Refused)
            else await event_pictures.add(actor, action.event_id, content)
        )
        word = outcome if isinstance(outcome, Refused) else screens.kept(outcome)
    except AlreadyDone:  # it is kept, but the bot was stopped before it could say so
        view = await event_pictures.page(actor, action.event_id)
        word = view if isinstance(view, Refused) else screens.kept(view.count)
    await _go_on(adding.without(action.message_id), word, show, state)


async def forget(
    _: CallbackQuery,
    action: ForgetPicture,
    actor: Actor,
    event_pictures: EventPictures,
    pictures: Pictures,
    show: Show,
    state: FSMContext,
) -> None:
    """«🗑 Есть – не сохранять»: its name is forgotten, and nothing else was there."""
    found = await _found(action, state)
    if found is None:
        await show_page(actor, action.event_id, MOST_PICTURES, event_pictures, pictures, show)
        return
    await _go_on(found[0].without(action.message_id), screens.forgotten(), show, state)


async def _found(action: KeepPicture | ForgetPicture, state: FSMContext) -> tuple[Adding, Waiting] | None:
    adding = await Snapshots(state).find()
    waiting = None if adding is None else adding.found(action.message_id)
    if adding is None or waiting is None or adding.event_id != action.event_id:
        return None
    return adding, waiting


async def _go_on(adding: Adding, word: Phrase | Refused, show: Show, state: FSMContext) -> None:
    """What became of it stands where the question stood; the next question stands below the next picture."""
    await Snapshots(state).keep(adding)
    if isinstance(word, Refused):
        await show(screens.not_taken(adding.event_id, word))
    else:
        await show(screens.said(adding.event_id, word, last=not adding.waiting))
    if adding.waiting:
        await _ask(adding, show)


async def _ask(adding: Adding, show: Show) -> None:
    first, more = adding.waiting[0], len(adding.waiting) - 1
    await show(screens.question(adding.event_id, adding.title, first.message_id, more))


async def _refused(
    message: Message, adding: Adding, actor: Actor, event_pictures: EventPictures, bot: Bot
) -> Refused | None:
    """What is wrong with what was sent, before anybody is asked about it."""
    file_id = _file_id(message)
    if file_id is None:
        return Refused(Reason.PICTURE_TOO_LARGE if message.photo else Reason.NOT_A_SNAPSHOT)
    document = message.document
    if document is not None and (document.file_size or 0) > MOST_BYTES:
        return Refused(Reason.PICTURE_TOO_LARGE)
    try:
        view = await event_pictures.may_add(actor, adding.event_id)
    except (Forbidden, Missing):
        return Refused(Reason.GONE)
    if isinstance(view, Refused):
        return view
    known = adding.found(message.message_id) is not None
    if not known and view.count + len(adding.waiting) >= MOST_PICTURES:
        return Refused(Reason.TOO_MANY_PICTURES, {"limit": MOST_PICTURES})
    if document is not None:  # a photo is one of Telegram's own making
        content = await _content(bot, file_id)
        return content if isinstance(content, Refused) else check_snapshot(content)
    return None


def _file_id(message: Message) -> str | None:
    """Telegram's name of a photo, or of a file that says it is a picture; a GIF comes as a moving one."""
    if message.photo:
        size = fitting(message.photo)
        return None if size is None else size.file_id
    document = message.document
    if document is None or message.animation is not None or document.mime_type not in _TYPES:
        return None
    return document.file_id


async def _content(bot: Bot, file_id: str) -> bytes | Refused:
    try:
        content = await bot.download(file_id)
    except TelegramBadRequest:  # Telegram has forgotten it, or it is larger than it said
        return Refused(Reason.NOT_A_SNAPSHOT)
    return Refused(Reason.NOT_A_SNAPSHOT) if content is None else content.read()


def build() -> Router:
    """A new router of what is sent."""
    router = Router(name="recaps-snapshots")
    router.message.register(sent, Sending(), Known())
    router.callback_query.register(begin, Tap(AddPictures), Known())
    router.callback_query.register(keep, Tap(KeepPicture), Known())
    router.callback_query.register(forget, Tap(ForgetPicture), Known())
    return router
