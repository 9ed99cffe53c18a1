"""How a rendered screen is sent into a chat, or takes the place of a message there."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import TypeVar

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from messenger.below import below
from messenger.captions import fits
from messenger.uploads import Uploads
from screens.base import Picture
from screens.render import Rendered, RenderedButton

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NAME_UNKNOWN = ("wrong file identifier", "wrong remote file identifier", "wrong file_id")

T = TypeVar("T")


async def send(bot: Bot, chat_id: int, rendered: Rendered, uploads: Uploads | None = None) -> int:
    """Send a new message; returns its id. A picture that `uploads` knows is not uploaded again."""
    keyboard = keyboard_of(rendered)
    sent: Message
    if rendered.document is not None:
        sent = await bot.send_document(
            chat_id,
            BufferedInputFile(rendered.document.content, rendered.document.name),
            caption=rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
        )
    elif rendered.picture is not None and fits(rendered.text):
        sent = await _with_picture(
            rendered.picture,
            uploads,
            lambda photo: bot.send_photo(
                chat_id,
                photo,
                caption=rendered.text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
            ),
        )
    else:
        sent = await bot.send_message(
            chat_id,
            rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=below(rendered) or keyboard,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=_answers(rendered.replies_to),
        )
    return sent.message_id


def _answers(message_id: int | None) -> ReplyParameters | None:
    """The message that a new one is about, if it is still there."""
    if message_id is None:
        return None
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True)


async def edit(
    bot: Bot,
    chat_id: int,
    message_id: int,
    rendered: Rendered,
    *,
    has_media: bool,
    uploads: Uploads | None = None,
) -> None:
    """Turn an existing message of the bot into this one; media stays media and text stays text.

    Under a picture that stays, only the words and the buttons change.
    """
    keyboard = keyboard_of(rendered)
    if rendered.picture is not None and has_media:
        await _with_picture(
            rendered.picture,
            uploads,
            lambda photo: bot.edit_message_media(
                InputMediaPhoto(media=photo, caption=rendered.text, parse_mode=ParseMode.HTML),
                chat_id=chat_id,
                message_id=message_id,
                reply_markup=keyboard,
            ),
        )
    elif has_media:
        await bot.edit_message_caption(
            chat_id=chat_id,
            message_id=message_id,
            caption=rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
        )
    else:
        await bot.edit_message_text(
            rendered.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )


async def _with_picture(
    picture: Picture, uploads: Uploads | None, call: Callable[[BufferedInputFile | str], Awaitable[T]]
) -> T:
    """Make the call with the name of a picture that Telegram has got, else with the picture itself."""
    file = BufferedInputFile(picture.content, picture.name)
    if uploads is None:
        return await call(file)
    if (known := uploads.find(picture.key)) is None:
        async with uploads.turn(picture.key):
            if (known := uploads.find(picture.key)) is None:
                return _kept(picture, uploads, await call(file))
    try:
        return await call(known)
    except TelegramBadRequest as error:
        if not any(words in error.message.lower() for words in _NAME_UNKNOWN):
            raise
        uploads.forget(picture.key)
    return _kept(picture, uploads, await call(file))


def _kept(picture: Picture, uploads: Uploads, sent: T) -> T:
    if isinstance(sent, Message) and sent.photo:
        uploads.keep(picture.key, sent.photo[-1].file_id)
    return sent


def keyboard_of(rendered: Rendered) -> InlineKeyboardMarkup | None:
    """The rows of buttons in Telegram's form; None when there are none."""
    return _keyboard(rendered.rows) if rendered.rows else None


@lru_cache(maxsize=512)
def _keyboard(rows: tuple[tuple[RenderedButton, ...], ...]) -> InlineKeyboardMarkup:
    """Many people see the same buttons; aiogram's objects are dear to make and never changed."""
    return InlineKeyboardMarkup(inline_keyboard=[[_button(button) for button in row] for row in rows])


def _button(button: RenderedButton) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=button.text,
        callback_data=button.data,
        url=button.url,
        copy_text=None if button.copy is None else CopyTextButton(text=button.copy),
        style=button.style or None,
    )
