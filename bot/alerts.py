"""Errors told to the operator's chat: throttled, each with its kind and place, never with anybody's data."""

import asyncio
import logging
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError

from bot.logs import error_of
from db.errors import no_room
from locales import Texts
from screens import running as screens
from screens.base import screen
from screens.render import render

SAME_EVERY_SECONDS = 600.0
"""The same error is told again after so long, with the number of times it happened meanwhile."""
AN_HOUR = 3600.0
MOST_AN_HOUR = 20
NO_ROOM = "no room"
"""A full disk breaks whatever is written, at a dozen places at once: to the operator it is one error."""
_HOME = Path(__file__).parents[1]
_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Alert:
    """One error worth telling."""

    what: str
    where: str
    repeated: int


class Alerts(logging.Handler):
    """A log handler: whatever is logged as an error anywhere in the process is told, within bounds."""

    def __init__(self, *, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(level=logging.ERROR)
        self._now = now
        self._told: OrderedDict[tuple[str, str], tuple[float, int]] = OrderedDict()
        self._hour: list[float] = []
        self.waiting: asyncio.Queue[Alert] = asyncio.Queue(maxsize=MOST_AN_HOUR)

    @property
    def remembered(self) -> int:
        """How many kinds of errors are remembered; bounded."""
        return len(self._told)

    def emit(self, record: logging.LogRecord) -> None:
        """Queue the record's error, unless it was told lately or the hour is full."""
        if record.name.startswith(__name__):
            return
        alert = self._worth_telling(*_kind_and_place(record))
        if alert is not None and not self.waiting.full():
            self.waiting.put_nowait(alert)

    async def run(self, bot: Bot, chat_id: int, texts: Texts) -> None:
        """Send what is queued, for as long as the bot runs."""
        log = logging.getLogger(__name__)
        while True:
            alert = await self.waiting.get()
            full = alert.what == NO_ROOM
            said = screens.no_room() if full else screens.alert(alert.what, alert.where, alert.repeated)
            rendered = render(screen(said), texts)
            try:
                await bot.send_message(chat_id, rendered.text, parse_mode=ParseMode.HTML)
            except TelegramAPIError as error:
                log.warning("alert not sent: %s", type(error).__name__)

    def _worth_telling(self, what: str, where: str) -> Alert | None:
        now = self._now()
        told_at, kept_back = self._told.pop((what, where), (float("-inf"), 0))
        self._hour = [at for at in self._hour if now - at < AN_HOUR]
        hush = now - told_at < SAME_EVERY_SECONDS or len(self._hour) >= MOST_AN_HOUR
        self._told[what, where] = (told_at, kept_back + 1) if hush else (now, 0)
        while len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)
        if hush:
            return None
        self._hour.append(now)
        return Alert(what, where, kept_back)


def _kind_and_place(record: logging.LogRecord) -> tuple[str, str]:
    """What happened, in our own constant words or as the name of an error, and the last line of our code."""
    ours = record.msg if isinstance(record.msg, dict) else {}
    error = error_of(record.exc_info) or error_of(ours.get("exc_info"))
    if no_room(error):
        return NO_ROOM, ""
    event = str(ours.get("event", "")) or record.name
    what = event if error is None else f"{event}: {type(error).__name__}"
    if error is None:
        return what, record.name
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _ours(frame.filename)]
    if not own:
        return what, record.name
    last = own[-1]
    return what, f"{Path(last.filename).relative_to(_HOME)}:{last.lineno} {last.name}"


def _ours(filename: str) -> bool:
    path = Path(filename)
    return path.is_relative_to(_HOME) and "site-packages" not in path.parts
