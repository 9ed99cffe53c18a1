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
from messenger.pace import Lane, Pace

CHAT_SECONDS = 1.05
"""An unasked message comes at least so long after the one before it in the same chat."""
PATIENCE_SECONDS = 4.0
"""A longer pause is not waited for: an unasked message goes back into the outbox, a reply is given up kindly."""
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
        self._quiet_until = 0.0
        self._chats: dict[int | str, float] = {}
        self._groups: dict[int | str, float] = {}
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
            await self._unasked_turn(pace, chat_id, weight)
        else:
            await self._reply_turn(pace, method, chat_id, weight)
        passage.began = True
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            self._refused(pace, chat_id, error.retry_after)
            raise

    async def _reply_turn(
        self, pace: Pace, method: TelegramMethod[Any], chat_id: ChatId, weight: int
    ) -> None:
        if (pause := self._group_pause(chat_id)) > PATIENCE_SECONDS:
            raise TelegramRetryAfter(method, "This chat has to rest.", int(pause) + 1)
        await asyncio.sleep(pause)
        self._replies += 1
        self._no_replies.clear()
        try:
            async with self._lines[Lane.REPLY]:
                while True:
                    delay = pace.wait(Lane.REPLY, _now(), weight)
                    if delay <= 0:
                        self._take(pace, Lane.REPLY, chat_id, weight)
                        return
                    await asyncio.sleep(delay)
        finally:
            self._replies -= 1
            if not self._replies:
                self._no_replies.set()

    async def _unasked_turn(self, pace: Pace, chat_id: ChatId, weight: int) -> None:
        while True:
            await self._rest(self._chat_pause(chat_id))
            async with self._lines[Lane.OUTBOX]:
                await self._rest(self._quiet_until - _now())
                await self._no_replies.wait()
                if (delay := pace.wait(Lane.OUTBOX, _now(), weight)) > 0:
                    await self._rest(delay)
                if (
                    self._replies == 0
                    and self._chat_pause(chat_id) <= 0
                    and self._quiet_until <= _now()
                    and pace.wait(Lane.OUTBOX, _now(), weight) <= 0
                ):
                    self._take(pace, Lane.OUTBOX, chat_id, weight)
                    return

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

    def _take(self, pace: Pace, lane: Lane, chat_id: ChatId, weight: int) -> None:
        now = _now()
        pace.take(lane, now, weight)
        if chat_id is not None:
            if len(self._chats) > REMEMBERED_CHATS:
                self._chats = {chat: until for chat, until in self._chats.items() if until > now}
            self._chats[chat_id] = now + CHAT_SECONDS

    def _refused(self, pace: Pace, chat_id: ChatId, seconds: float) -> None:
        if chat_id is not None and is_group(chat_id):
            self._groups[chat_id] = _now() + seconds
            return
        self._quiet_until = max(self._quiet_until, _now() + seconds)
        pace.slow_down(_now())

    def _group_pause(self, chat_id: ChatId) -> float:
        if chat_id is None:
            return 0.0
        pause = self._groups.get(chat_id, 0.0) - _now()
        if pause <= 0:
            self._groups.pop(chat_id, None)
        return max(0.0, pause)

    def _chat_pause(self, chat_id: ChatId) -> float:
        if chat_id is None:
            return 0.0
        return max(self._group_pause(chat_id), self._chats.get(chat_id, 0.0) - _now())


def is_counted(method: TelegramMethod[Any]) -> bool:
    """Whether Telegram counts the call as a message: sends, copies and edits, not answers to taps."""
    name = method.__api_method__
    return name.startswith(_COUNTED) and name not in _FREE


def _now() -> float:
    return asyncio.get_running_loop().time()
