"""When the next message may go: plain arithmetic over seconds, without a clock of its own."""

from bisect import bisect_left
from collections import deque
from enum import Enum, auto

TELEGRAMS_SECOND = 30
"""Messages a second over all chats that Telegram takes."""
ROOM = 2
"""Sends above the rate that a second may hold, as long as Telegram takes them: replies need not wait for a gap."""
PLACES_OF_A_REPLY = 2
"""Unasked messages that are left out for each reply: its own place, and one because it comes between them at any
moment. Without it a call that is late by a twentieth of a second would make a crowd."""
WINDOW_SECONDS = 1.03
"""A second as Telegram counts it, and a little for calls that overtake each other on their way."""
SLOWEST = 0.25
"""The part of the rate that is left after many refusals."""
SLOW_DOWN = 0.8
CREEP_BACK_PER_SECOND = 0.01
SAME_REFUSAL_SECONDS = 1.0
"""Calls that were on their way when one was refused are refused with it, and tell nothing new."""
REMEMBERED_SECONDS = 600.0
"""Refused twice in so long, the bot takes it that Telegram means it, and stays below for as long."""
BELOW = 0.9
"""The part of a refused rate that is kept below."""
LIFT_PER_SECOND = 0.01 / 60

STANDSTILL_SECONDS = 0.14
"""No answer for so long while calls are on their way: something stood still, and they come to Telegram all at once."""
WAY_SECONDS = 0.05
"""From here to Telegram's door: what went so shortly before may have been held up as well."""

NOTHING = 1e-6
"""Seconds that no timer can wait."""


class Lane(Enum):
    """Who speaks: the bot when asked, or unasked."""

    REPLY = auto()
    OUTBOX = auto()


class Pace:
    """Sends over all chats: at most `rate` a second in the long run, and never a crowd in any one second.

    Unasked messages are spread evenly, which is what keeps a strict server content at the full rate. Replies may
    crowd a little: a bucket of a second's worth of tokens, of which the last few are for them alone.

    Where Telegram takes less than the set rate, creeping back would end in the next refusal again and again: a
    ceiling remembers what was refused, holds for ten minutes and is lifted slowly after them.
    """

    def __init__(self, rate: float) -> None:
        self._set = rate
        self._part = 1.0
        self._ceiling = 1.0
        self._refused_at = float("-inf")
        self._recent: deque[float] = deque()
        self._tokens = rate + ROOM
        self._seen = 0.0
        self._next_unasked = 0.0
        self._on_their_way = 0
        self._heard_at = 0.0

    @property
    def rate(self) -> float:
        """Sends a second at present: the set rate, less after refusals."""
        return self._set * self._part

    def wait(self, lane: Lane, now: float, weight: int = 1) -> float:
        """Seconds until a call that puts `weight` messages may go; 0 when it may go now."""
        self._move_to(now)
        reserve = ROOM if lane is Lane.OUTBOX else 0
        full = min(weight, self._set)  # an album larger than the bucket goes when the bucket is full
        waits = [
            max(0.0, full + reserve - self._tokens) / self.rate,
            self._until_window_has_room(now, weight),
        ]
        if lane is Lane.OUTBOX:
            waits.append(self._next_unasked - now)
        longest = max(waits)
        return longest if longest > NOTHING else 0.0

    def take(self, lane: Lane, now: float, weight: int = 1) -> None:
        """A call that puts `weight` messages goes now."""
        self._move_to(now)
        self._tokens -= weight
        self._recent.extend([now] * weight)
        if not self._on_their_way:
            self._heard_at = now
        self._on_their_way += 1
        if lane is Lane.REPLY:
            self._next_unasked = max(self._next_unasked, now) + PLACES_OF_A_REPLY / self.rate
        if lane is Lane.OUTBOX:
            gap = 1 / self.rate
            self._next_unasked = max(self._next_unasked, now - gap) + gap * weight

    def answered(self, now: float) -> None:
        """One of the calls on their way has come back, with whatever answer.

        After a standstill, of the machine or of the wire, what went during it is taken to be counted only now:
        the second that follows has less room.
        """
        self._on_their_way -= 1
        if now - self._heard_at > STANDSTILL_SECONDS:
            held = len(self._recent) - bisect_left(self._recent, self._heard_at - WAY_SECONDS)
            for _ in range(held):
                self._recent.pop()
            self._recent.extend([now] * held)
        self._heard_at = now

    def slow_down(self, now: float) -> None:
        """Telegram said «too many»: a fifth slower, and back by a hundredth of the rate every second.

        Once may be an accident, of a machine that stood still; a second time sets the ceiling, as does every
        refusal while it stands.
        """
        self._move_to(now)
        self._tokens = min(self._tokens, float(ROOM))
        since = now - self._refused_at
        if since < SAME_REFUSAL_SECONDS:
            return
        if since < REMEMBERED_SECONDS or self._ceiling < 1.0:
            self._ceiling = max(SLOWEST, self._part * BELOW)
        self._part = max(SLOWEST, self._part * SLOW_DOWN)
        self._refused_at = now

    def _move_to(self, now: float) -> None:
        passed = max(0.0, now - self._seen) if self._seen else 0.0
        unrefused = min(passed, max(0.0, now - self._refused_at - REMEMBERED_SECONDS))
        self._seen = now
        self._tokens = min(self._set + ROOM, self._tokens + passed * self.rate)
        self._ceiling = min(1.0, self._ceiling + unrefused * LIFT_PER_SECOND)
        self._part = min(self._ceiling, self._part + passed * CREEP_BACK_PER_SECOND)
        while self._recent and self._recent[0] <= now - self._window:
            self._recent.popleft()

    @property
    def _capacity(self) -> int:
        return max(1, int(max(self.rate, min(self.rate + ROOM, TELEGRAMS_SECOND))))

    @property
    def _window(self) -> float:
        return min(WINDOW_SECONDS, self._capacity / self.rate)

    def _until_window_has_room(self, now: float, weight: int) -> float:
        too_many = len(self._recent) + min(weight, self._capacity) - self._capacity
        if too_many <= 0:
            return 0.0
        return self._recent[too_many - 1] + self._window - now
