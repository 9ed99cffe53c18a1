"""How a rendered screen is sent into a chat, or takes the place of a message there."""

from functools import lru_cache

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.types import (
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
)

from screens.render import Rendered, RenderedButton

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(bot: Bot, chat_id: int, rendered: Rendered) -> int:
    """Send a new message; returns its id."""
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
    elif rendered.picture is not None:
        sent = await bot.send_photo(
            chat_id,
            BufferedInputFile(rendered.picture.content, rendered.picture.name),
            caption=rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
        )
    else:
        sent = await bot.send_message(
            chat_id,
            rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )
    return sent.message_id


async def edit(bot: Bot, chat_id: int, message_id: int, rendered: Rendered, *, has_media: bool) -> None:
    """Turn an existing message of the bot into this one; media stays media and text stays text."""
    keyboard = keyboard_of(rendered)
    if rendered.picture is not None and has_media:
        media = InputMediaPhoto(
            media=BufferedInputFile(rendered.picture.content, rendered.picture.name),
            caption=rendered.text,
            parse_mode=ParseMode.HTML,
        )
        await bot.edit_message_media(media, chat_id=chat_id, message_id=message_id, reply_markup=keyboard)
    else:
        await bot.edit_message_text(
            rendered.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )


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
