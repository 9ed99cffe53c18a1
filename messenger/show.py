"""One screen = one message: edited in place when it is ours and editable, else sent anew."""

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramServerError,
)
from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from domain.clock import Clock
from locales import Texts
from messenger import telegram
from messenger.captions import fits
from messenger.errors import NOT_MODIFIED
from messenger.uploads import Uploads
from screens.base import Screen, Toast
from screens.render import Rendered, plain, render

Remember = Callable[[int, int, Screen], Awaitable[None]]
"""Called with chat id, message id and the screen, which may have to be found again later."""

_CANNOT_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
)
_TOO_OLD = "query is too old"
_NO_PICTURE = (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramServerError,
    TimeoutError,
)
PICTURE_SECONDS = 8.0
"""A child does not wait longer for a picture: the network is taken for one that carries none."""


class Renewed(Enum):
    """What became of a message that was to be brought up to date."""

    CHANGED = "changed"
    SAME = "same"
    """It said so already."""
    LEFT = "left"
    """It cannot say that: it lost its buttons."""


class Show:
    """Answers one tap or message of one person, in that person's locale.

    `await show(screen)` changes the tapped message in place, or sends a new one after typed text.
    """

    def __init__(
        self,
        bot: Bot,
        origin: CallbackQuery | Message,
        texts: Texts,
        remember: Remember,
        clock: Clock,
        uploads: Uploads | None = None,
    ) -> None:
        self._uploads = uploads
        self._bot = bot
        self._origin = origin
        self.texts = texts
        self._remember = remember
        self._clock = clock
        self._answered = False

    async def __call__(self, screen: Screen, toast: Toast | None = None) -> int:
        """Show the screen (and a toast on a tap); returns the id of the message that shows it."""
        await self.toast(toast)
        rendered = render(screen, self.texts, self._clock.now())
        message = self._origin.message if isinstance(self._origin, CallbackQuery) else None
        chat_id = self._chat_id()
        message_id: int
        if (
            message is not None
            and not screen.fresh
            and await self._edited(message, rendered, screen) is not Renewed.LEFT
        ):
            message_id = message.message_id
        else:
            message_id = await telegram.send(self._bot, chat_id, rendered, self._uploads)
        await self._remember(chat_id, message_id, screen)
        return message_id

    async def picture(self, screen: Screen, toast: Toast | None = None) -> bool:
        """Show a screen with a picture; False when Telegram or the network does not carry the picture."""
        await self.toast(toast)
        try:
            async with asyncio.timeout(PICTURE_SECONDS):
                await self(screen)
        except _NO_PICTURE:
            return False
        return True

    async def renew(self, screen: Screen) -> Renewed:
        """Bring the tapped message up to date and send no other one, however often it is tapped."""
        message = self._origin.message if isinstance(self._origin, CallbackQuery) else None
        if message is None:
            return Renewed.LEFT
        renewed = await self._edited(message, render(screen, self.texts, self._clock.now()), screen)
        if renewed is Renewed.CHANGED:
            await self._remember(message.chat.id, message.message_id, screen)
        return renewed

    async def toast(self, toast: Toast | None = None) -> None:
        """Answer the tap, once: with a toast or silently. A message needs no answer."""
        if not isinstance(self._origin, CallbackQuery) or self._answered:
            return
        self._answered = True
        text = None if toast is None else plain(toast.text, self.texts, self._clock.now())
        try:
            await self._bot.answer_callback_query(
                self._origin.id, text=text, show_alert=bool(toast and toast.alert) or None
            )
        except TelegramBadRequest as error:
            if _TOO_OLD not in error.message.lower():
                raise

    async def _edited(
        self, message: Message | InaccessibleMessage, rendered: Rendered, screen: Screen
    ) -> Renewed:
        if isinstance(message, InaccessibleMessage) or rendered.document is not None:
            return Renewed.LEFT
        has_media = message.photo is not None
        wants_media = rendered.picture is not None or (screen.beneath and has_media and fits(rendered.text))
        if has_media != wants_media or message.document is not None:
            await self._blank(message)
            return Renewed.LEFT
        try:
            await telegram.edit(
                self._bot,
                message.chat.id,
                message.message_id,
                rendered,
                has_media=has_media,
                uploads=self._uploads,
            )
        except TelegramBadRequest as error:
            text = error.message.lower()
            if NOT_MODIFIED in text:
                return Renewed.SAME
            if any(known in text for known in _CANNOT_EDIT):
                return Renewed.LEFT
            raise
        return Renewed.CHANGED

    async def _blank(self, message: Message) -> None:
        """Media cannot become text: the old message loses its buttons, the new screen comes below."""
        try:
            await self._bot.edit_message_reply_markup(chat_id=message.chat.id, message_id=message.message_id)
        except TelegramBadRequest as error:
            text = error.message.lower()
            if NOT_MODIFIED not in text and not any(known in text for known in _CANNOT_EDIT):
                raise

    def _chat_id(self) -> int:
        if isinstance(self._origin, CallbackQuery):
            return self._origin.from_user.id if self._origin.message is None else self._origin.message.chat.id
        return self._origin.chat.id
