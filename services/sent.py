"""Messages of the bot that must be found again: to update, to edit out a name, to remove after a day."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from db.work import Database
from domain.clock import Clock

FLEETING = timedelta(hours=24)
"""How long a staff screen with codes stays in the chat (rule 15)."""

STANDING = 10_000
"""Messages remembered by this process: about a megabyte."""

LIVE = timedelta(minutes=10)
"""So long an open report renews itself; then it is renewed by its button only."""


@dataclass(frozen=True, slots=True)
class LiveMessage:
    """A report that stands open in a chat."""

    chat_id: int
    message_id: int
    subject: str
    """What it is about, «event:12»."""


class Traceable(Protocol):
    """The part of a screen that says how it must be found again."""

    @property
    def subject(self) -> str | None: ...
    @property
    def fleeting(self) -> bool: ...
    @property
    def mentions(self) -> frozenset[int]: ...
    @property
    def live(self) -> str | None: ...


class Sent:
    """Remembers sent messages."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock
        self._standing: OrderedDict[tuple[int, int], None] = OrderedDict()
        self._live: dict[tuple[int, int], tuple[LiveMessage, datetime]] = {}

    async def remember(self, chat_id: int, message_id: int, shown: Traceable) -> None:
        """Write down where a screen stands; the same message is written once, with its newest contents.

        Most screens need not be found again and cost nothing here. One that takes the place of a screen with
        codes makes it forgotten, so that it is not removed in its stead; after a restart that is not noticed, and
        the message gives way to a neutral one a day later.
        """
        message = (chat_id, message_id)
        self._live.pop(message, None)
        if shown.live is not None:
            self._live[message] = LiveMessage(chat_id, message_id, shown.live), self._clock.now() + LIVE
        traced = shown.fleeting or shown.subject is not None or bool(shown.mentions)
        if not traced and message not in self._standing:
            return
        self._standing.pop(message, None)
        if traced:
            self._standing[message] = None
            if len(self._standing) > STANDING:
                self._standing.popitem(last=False)
        remove_after = self._clock.now() + FLEETING if shown.fleeting else None
        async with self._db.work(claims=False) as work:
            if not traced:
                await work.sent.forget(chat_id, message_id)
                return
            await work.sent.remember(chat_id, message_id, shown.subject, remove_after, shown.mentions)

    def live(self) -> list[LiveMessage]:
        """Reports that stand open, for `LIVE` after they were opened; after a restart none."""
        now = self._clock.now()
        self._live = {at: open_ for at, open_ in self._live.items() if open_[1] > now}
        return [message for message, _ in self._live.values()]

    def is_live(self, message: LiveMessage) -> bool:
        """Whether nothing else has been shown in its place meanwhile."""
        return (message.chat_id, message.message_id) in self._live

    def leave(self, message: LiveMessage) -> None:
        """It needs no renewing any more."""
        self._live.pop((message.chat_id, message.message_id), None)
