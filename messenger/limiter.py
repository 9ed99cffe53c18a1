"""How fast the bot speaks: one limiter in front of every call that puts a message into a chat.

Two lanes share one pace. Replies to a tap or a message go first; unasked messages, which come out of the outbox,
take what is left. An answer to a tap (answerCallbackQuery) is not counted. Time is the event loop's.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType

from messenger.errors import LaneClosed, is_group
from messenger.pace import NOTHING, Lane, Pace

CHAT_SECONDS = 1.05
"""An unasked message comes at least so long after the one before it in the same chat."""
PATIENCE_SECONDS = 4.0
"""A longer pause is not waited for: an unasked message goes back into the outbox, a reply is given up kindly."""
CROWDED_SECONDS = 10.0
"""A chat that was refused for itself hears no two messages within a second for so long, replies neither."""
REMEMBERED_CHATS = 5_000

_COUNTED = ("send", "copy", "edit", "forward")
_FREE = frozenset({"sendChatAction"})

ChatId = int | str | None


@dataclass(slots=True)
class Passage:
    """One call's way through the limiter. `began` tells whether Telegram may have heard of it."""

    lane: Lane
    began: bool = False


_passage: ContextVar[Passage | None] = ContextVar("passage", default=None)


@contextmanager
def unasked() -> Iterator[Passage]:
    """Calls made inside go through the lane of unasked messages."""
    passage = Passage(Lane.OUTBOX)
    mark = _passage.set(passage)
    try:
        yield passage
    finally:
        _passage.reset(mark)


class Limiter(BaseRequestMiddleware):
    """The request middleware. `rate`: sends a second over all chats; 0 switches it off."""

    def __init__(self, rate: float) -> None:
        self._pace = Pace(rate) if rate else None
        self._quiet_until = dict.fromkeys(Lane, 0.0)
        self._chats: dict[int | str, float] = {}
        self._resting: dict[int | str, float] = {}
        self._lines: dict[Lane, asyncio.Lock] = {lane: asyncio.Lock() for lane in Lane}
        self._replies = 0
        self._no_replies = asyncio.Event()
        self._no_replies.set()
        self._closing = asyncio.Event()

    def close_outbox(self) -> None:
        """The bot stops: whoever waits in the lane of unasked messages turns back with `LaneClosed`."""
        self._closing.set()

    def open_outbox(self) -> None:
        """The bot sends unasked messages (again)."""
        self._closing.clear()

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Wait for the call's turn, make it, and learn from a refusal."""
        passage = _passage.get() or Passage(Lane.REPLY)
        if self._pace is None or not is_counted(method):
            passage.began = True
            return await make_request(bot, method)
        chat_id: ChatId = getattr(method, "chat_id", None)
        try:
            return await self._tried(self._pace, passage, chat_id, make_request, bot, method)
        except TelegramRetryAfter as error:
            if passage.lane is Lane.OUTBOX or error.retry_after > PATIENCE_SECONDS:
                raise
            await asyncio.sleep(error.retry_after)
        return await self._tried(self._pace, passage, chat_id, make_request, bot, method)

    async def _tried(
        self,
        pace: Pace,
        passage: Passage,
        chat_id: ChatId,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        weight = len(method.media) if isinstance(method, SendMediaGroup) else 1
        if passage.lane is Lane.OUTBOX:
            crowded = await self._unasked_turn(pace, chat_id, weight)
        else:
            crowded = await self._reply_turn(pace, method, chat_id, weight)
        passage.began = True
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            if chat_id is not None and (crowded or is_group(chat_id)):
                self._resting = _alive(self._resting, -CROWDED_SECONDS)
                self._resting[chat_id] = _now() + error.retry_after
            else:
                self._refused(pace, passage.lane, error.retry_after)
            raise
        finally:
            pace.answered(_now())

    async def _reply_turn(
        self, pace: Pace, method: TelegramMethod[Any], chat_id: ChatId, weight: int
    ) -> bool:
        """Wait for it; whether the chat has had a message less than a second ago."""
        while True:
            while (pause := self._reply_pause(chat_id)) > NOTHING:
                if pause > PATIENCE_SECONDS:
                    raise TelegramRetryAfter(method, "The bot has to rest.", int(pause) + 1)
                await asyncio.sleep(pause)
            self._replies += 1
            self._no_replies.clear()
            try:
                async with self._lines[Lane.REPLY]:
                    await self._room(pace, weight)
                    if self._reply_pause(chat_id) <= NOTHING:
                        return self._take(pace, Lane.REPLY, chat_id, weight)
            finally:
                self._replies -= 1
                if not self._replies:
                    self._no_replies.set()

    async def _room(self, pace: Pace, weight: int) -> None:
        while True:
            delay = pace.wait(Lane.REPLY, _now(), weight)
            if delay <= 0:
                return
            await asyncio.sleep(delay)

    async def _unasked_turn(self, pace: Pace, chat_id: ChatId, weight: int) -> bool:
        while True:
            await self._rest(self._chat_pause(chat_id))
            async with self._lines[Lane.OUTBOX]:
                await self._rest(self._quiet_until[Lane.OUTBOX] - _now())
                await self._no_replies.wait()
                if (delay := pace.wait(Lane.OUTBOX, _now(), weight)) > 0:
                    await self._rest(delay)
                if (
                    self._replies == 0
                    and self._chat_pause(chat_id) <= 0
                    and self._quiet_until[Lane.OUTBOX] <= _now()
                    and pace.wait(Lane.OUTBOX, _now(), weight) <= 0
                ):
                    return self._take(pace, Lane.OUTBOX, chat_id, weight)

    async def _rest(self, seconds: float) -> None:
        """Wait, unless it is too long or the lane is closed meanwhile."""
        if self._closing.is_set():
            raise LaneClosed(0)
        if seconds <= 0:
            return
        if seconds > PATIENCE_SECONDS:
            raise LaneClosed(seconds)
        try:
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        except TimeoutError:
            return
        raise LaneClosed(0)

    def _take(self, pace: Pace, lane: Lane, chat_id: ChatId, weight: int) -> bool:
        now = _now()
        pace.take(lane, now, weight)
        if chat_id is None:
            return False
        crowded = self._chats.get(chat_id, 0.0) > now or self._was_crowded(chat_id)
        if len(self._chats) > REMEMBERED_CHATS:
            self._chats = _alive(self._chats)
        self._chats[chat_id] = now + CHAT_SECONDS
        return crowded

    def _refused(self, pace: Pace, lane: Lane, seconds: float) -> None:
        """Telegram has heard too much from this bot.

        A refused announcement says nothing of replies: the next one tries. Once a reply is refused all of them wait,
        because a call that comes before the time is up prolongs it.
        """
        now = _now()
        for quiet in {Lane.OUTBOX, lane}:
            self._quiet_until[quiet] = max(self._quiet_until[quiet], now + seconds)
        pace.slow_down(now)

    def _was_crowded(self, chat_id: ChatId) -> bool:
        return chat_id is not None and self._resting.get(chat_id, 0.0) + CROWDED_SECONDS > _now()

    def _rest_of(self, chat_id: ChatId) -> float:
        """Seconds for which even a reply must not go into this chat: Telegram said so of it alone."""
        if chat_id is None or not self._was_crowded(chat_id):
            return 0.0
        return max(self._resting[chat_id], self._chats.get(chat_id, 0.0)) - _now()

    def _reply_pause(self, chat_id: ChatId) -> float:
        return max(self._rest_of(chat_id), self._quiet_until[Lane.REPLY] - _now())

    def _chat_pause(self, chat_id: ChatId) -> float:
        if chat_id is None:
            return 0.0
        return max(self._rest_of(chat_id), self._chats.get(chat_id, 0.0) - _now())


def _alive(moments: dict[int | str, float], since: float = 0.0) -> dict[int | str, float]:
    """Those of the moments by chat that are not over, or not for long."""
    return {chat: until for chat, until in moments.items() if until > _now() + since}


def is_counted(method: TelegramMethod[Any]) -> bool:
    """Whether Telegram counts the call as a message: sends, copies and edits, not answers to taps."""
    name = method.__api_method__
    return name.startswith(_COUNTED) and name not in _FREE


def _now() -> float:
    return asyncio.get_running_loop().time()
