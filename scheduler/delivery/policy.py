"""What to do with a message that could not be sent: pure, so that every case stands in one table of tests."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias, assert_never

from domain.delivery import (
    BadRequest,
    ChatClosed,
    Failure,
    Gone,
    Held,
    Migrated,
    Network,
    NoRights,
    RetryAfter,
    Unknown,
)
from domain.notice_rules import Guarantee

SAME_CHAT = timedelta(seconds=1.2)
"""The same chat is tried again only after more than a second."""
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=5)
UNKNOWN_ATTEMPTS = 5
"""Nobody knows what it is, so it may be for ever. A broken network is not: there the lifetime decides."""


@dataclass(frozen=True, slots=True)
class Retry:
    """Again, not before `at` (real time)."""

    at: datetime
    error: str
    may_have_come: bool = False
    """Telegram may have taken it though it has not said so."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Not tried at all: the attempt does not count, again not before `at`."""

    at: datetime


@dataclass(frozen=True, slots=True)
class PauseLane:
    """Nothing unasked to anybody before `until`; the attempt does not count."""

    until: datetime


@dataclass(frozen=True, slots=True)
class PauseChat:
    """Nothing into this chat before `until`; the attempt does not count."""

    until: datetime


@dataclass(frozen=True, slots=True)
class CloseChat:
    """Nothing into this chat until the person presses Start again."""


@dataclass(frozen=True, slots=True)
class Follow:
    """The chat has another id now: at once again, there."""

    chat_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Fail:
    """Never again."""

    error: str


@dataclass(frozen=True, slots=True)
class LeaveUnknown:
    """It may have arrived and may not come twice."""

    error: str


Step: TypeAlias = Retry | Hold | PauseLane | PauseChat | CloseChat | Follow | Fail | LeaveUnknown


def next_step(
    failure: Failure, attempts: int, now: datetime, guarantee: Guarantee, *, spread: float = 0.5
) -> Step:
    """The next step after try number `attempts` (1 is the first) failed at `now` (real time).

    `spread`, 0 to 1, is the caller's throw of dice: it keeps many messages from coming back all at once.
    """
    match failure:
        case RetryAfter(seconds, group=True):
            return PauseChat(now + timedelta(seconds=seconds))
        case RetryAfter(seconds):
            return PauseLane(now + timedelta(seconds=seconds))
        case Held(seconds):
            return Hold(now + timedelta(seconds=seconds))
        case ChatClosed():
            return CloseChat()
        case Migrated(chat_id):
            return Follow(chat_id, now + SAME_CHAT)
        case Network(accepted=True) if guarantee is Guarantee.AT_MOST_ONCE:
            return LeaveUnknown("network")
        case Network(accepted):
            return Retry(now + back_off(attempts, spread), "network", may_have_come=accepted)
        case Unknown() if guarantee is Guarantee.AT_MOST_ONCE:
            return LeaveUnknown("unknown")
        case Unknown():
            if attempts >= UNKNOWN_ATTEMPTS:
                return Fail("unknown")
            return Retry(now + back_off(attempts, spread), "unknown", may_have_come=True)
        case BadRequest():
            return Fail("bad-request")
        case NoRights():
            return Fail("no-rights")
        case Gone():
            return Fail("gone")
        case _:
            assert_never(failure)


def back_off(attempts: int, spread: float) -> timedelta:
    """2, 4, 8 … seconds up to five minutes, each between half and one and a half of it; never under `SAME_CHAT`."""
    doublings = min(max(attempts, 1) - 1, 10)
    doubled = min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)
    return max(SAME_CHAT, doubled * (0.5 + spread))
