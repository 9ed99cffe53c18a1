"""Unasked messages into chats: a screen goes out, changes or goes away, and what went wrong comes back as a value."""

import asyncio
from collections.abc import Awaitable
from hashlib import sha256
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from domain.clock import Clock
from domain.delivery import Failure, Held, Posted
from locales import texts_for
from messenger import telegram
from messenger.errors import NOT_MODIFIED, understand
from messenger.limiter import Passage, unasked
from messenger.pace import Lane
from messenger.uploads import Uploads
from screens.base import Screen
from screens.render import Rendered, render

LONGEST_SECONDS = 15.0
"""A call that takes longer is given up: a lease is held for twice as long."""

_NO_TEXT = "there is no text in the message"
"""A picture stands there: its words change, and it gives way to the screen's picture if there is one."""

T = TypeVar("T")


class Post:
    """The delivery's way to Telegram."""

    def __init__(self, bot: Bot, clock: Clock, uploads: Uploads) -> None:
        self._bot = bot
        self._clock = clock
        self._uploads = uploads

    async def send(self, chat_id: int, locale: str, screen: Screen, passage: Passage) -> Posted | Failure:
        """Send the screen; `passage` shows from outside whether Telegram may have heard of it."""
        rendered = render(screen, texts_for(locale), self._clock.now())
        sent = await _carried(telegram.send(self._bot, chat_id, rendered, self._uploads), passage)
        return Posted(sent, fingerprint(rendered)) if isinstance(sent, int) else sent

    async def replace(self, chat_id: int, message_id: int, locale: str, screen: Screen) -> Failure | None:
        """Let an older message say this instead; a text stays one, a picture of the screen takes the place of another."""
        rendered = render(screen, texts_for(locale), self._clock.now())
        with unasked() as passage:
            return await _carried(_unless_same(self._replaced(chat_id, message_id, rendered)), passage)

    async def renew(self, chat_id: int, message_id: int, locale: str, screen: Screen) -> Failure | None:
        """The same for a screen that somebody has open before them: it does not wait behind an announcement."""
        rendered = render(screen, texts_for(locale), self._clock.now())
        passage = Passage(Lane.REPLY, began=True)
        return await _carried(_unless_same(self._replaced(chat_id, message_id, rendered)), passage)

    async def username(self) -> str:
        """What the bot is called in links to it; asked once."""
        return (await self._bot.me()).username or ""

    async def remove(self, chat_id: int, message_id: int) -> Failure | None:
        """Take a message out of the chat."""
        with unasked() as passage:
            done = await _carried(self._bot.delete_message(chat_id, message_id), passage)
        return None if isinstance(done, bool) else done

    async def _replaced(self, chat_id: int, message_id: int, rendered: Rendered) -> None:
        try:
            await telegram.edit(self._bot, chat_id, message_id, rendered, has_media=False)
        except TelegramBadRequest as error:
            if _NO_TEXT not in error.message.lower():
                raise
            await telegram.edit(
                self._bot, chat_id, message_id, rendered, has_media=True, uploads=self._uploads
            )


async def _unless_same(call: Awaitable[None]) -> None:
    try:
        await call
    except TelegramBadRequest as error:
        if NOT_MODIFIED not in error.message.lower():
            raise


async def _carried(call: Awaitable[T], passage: Passage) -> T | Failure:
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            return await call
    except TimeoutError as error:
        return understand(error) if passage.began else Held(1.0)
    except Exception as error:
        return understand(error)


def fingerprint(rendered: Rendered) -> str:
    """The sha256 of what people see: text and buttons."""
    said = "\n".join([rendered.text, *(f"{b.text}\t{b.data}\t{b.url}" for row in rendered.rows for b in row)])
    return sha256(said.encode()).hexdigest()
