"""The outer edge: what is not said to the bot in private goes no further, and nobody may hurry it."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message, TelegramObject, Update, User

from locales import likely_locale, texts_for
from screens import running as screens
from screens.render import plain

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
"""What a middleware stands around."""


class PrivateOnly(BaseMiddleware):
    """Drops what is said in groups and channels, unread and unlogged (rule 14); `my_chat_member` passes."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let through what comes from a private chat, or is no message at all."""
        assert isinstance(event, Update)
        message = event.message or event.edited_message or event.channel_post or event.edited_channel_post
        if message is None and event.callback_query is not None:
            tapped = event.callback_query.message
            message = tapped if isinstance(tapped, Message) else None
        elif message is None and event.my_chat_member is None:
            return None  # nothing that we ask Telegram for, or nothing that could be read
        if message is not None and message.chat.type != ChatType.PRIVATE:
            return None
        return await handler(event, data)


class Verdict(Enum):
    """What to do with one more update of a person."""

    PASS = "pass"
    ASK = "ask"
    """Too fast, and not told so lately."""
    DROP = "drop"


class Buckets:
    """One bucket of taps per person: `burst` at once, then `rate` a second. Memory is bounded."""

    def __init__(
        self,
        *,
        rate: float = 10.0,
        burst: int = 60,
        ask_every: float = 3.0,
        people: int = 10_000,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._ask_every = ask_every
        self._people = people
        self._now = now
        self._left: OrderedDict[int, tuple[float, float, float]] = OrderedDict()

    def take(self, person: int) -> Verdict:
        """Take one tap out of the person's bucket."""
        now = self._now()
        left, filled_at, asked_at = self._left.pop(person, (float(self._burst), now, float("-inf")))
        left = min(float(self._burst), left + (now - filled_at) * self._rate)
        verdict = Verdict.PASS
        if left >= 1:
            left -= 1
        elif now - asked_at >= self._ask_every:
            verdict, asked_at = Verdict.ASK, now
        else:
            verdict = Verdict.DROP
        self._left[person] = (left, now, asked_at)
        while len(self._left) > self._people:
            self._left.popitem(last=False)
        return verdict

    def __len__(self) -> int:
        """How many people are remembered."""
        return len(self._left)


class Throttle(BaseMiddleware):
    """A person who taps 300 times a second is asked, once in a while, to be a little slower."""

    def __init__(self, buckets: Buckets, default_locale: str) -> None:
        self._buckets = buckets
        self._default_locale = default_locale

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let the update through, or drop it; nothing is read from the database for it."""
        assert isinstance(event, Update)
        user: User | None = data.get("event_from_user")
        if user is None or (event.message is None and event.callback_query is None):
            return await handler(event, data)
        match self._buckets.take(user.id):
            case Verdict.PASS:
                return await handler(event, data)
            case Verdict.ASK:
                await self._ask(data["bot"], event, user)
            case Verdict.DROP:
                pass
        return None

    async def _ask(self, bot: Bot, event: Update, user: User) -> None:
        locale = likely_locale(user.language_code, self._default_locale)
        words = plain(screens.slow_down(), texts_for(locale))
        try:
            if event.callback_query is not None:
                await bot.answer_callback_query(event.callback_query.id, text=words)
            elif event.message is not None:
                await bot.send_message(event.message.chat.id, words)
        except TelegramAPIError:
            return  # a courtesy; the person will tap again
