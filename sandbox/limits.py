"""Telegram's limits on sending: overall, per chat, per group. They run on real time."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any

from sandbox.world.store import Json

BURST = 3
"""Messages that one chat may get in a row before its rate counts: «short bursts are allowed»."""
IN_FLIGHT = 0.5
"""Seconds after a refusal in which other calls were under way already and do not prolong it."""


@dataclass(slots=True)
class _Lane:
    """Sends of the last seconds in one scope, and how long it is closed."""

    sent: deque[float] = field(default_factory=deque)
    closed_until: float = 0.0
    closed_at: float = 0.0

    def refuse(self, now: float, rate: float, seconds: float) -> int:
        """Seconds to wait, 0 when the scope has room; ignoring a refusal prolongs it."""
        if now < self.closed_until:
            if now - self.closed_at > IN_FLIGHT:
                self.closed_until += 1
                self.closed_at = now
            return max(1, math.ceil(self.closed_until - now))
        while self.sent and self.sent[0] <= now - seconds:
            self.sent.popleft()
        if len(self.sent) < rate:
            return 0
        wait = max(1, math.ceil(self.sent[0] + seconds - now))
        self.closed_at, self.closed_until = now, now + wait
        return wait


@dataclass(slots=True)
class Limits:
    """Switched off until asked for; then strict sliding windows."""

    enforce: bool = False
    overall: float = 30
    per_chat: float = 1
    per_group: float = 20
    latency_ms: tuple[float, float] = (0, 0)
    now: Callable[[], float] = time.monotonic
    _all: _Lane = field(default_factory=_Lane)
    _chats: dict[int, _Lane] = field(default_factory=dict)
    _groups: dict[int, _Lane] = field(default_factory=dict)

    def refuse(self, chat_id: int, *, group: bool) -> int:
        """Count one send into a chat; seconds of ``retry_after`` when there were too many."""
        if not self.enforce:
            return 0
        now = self.now()
        lanes = [
            (self._all, self.overall, 1.0),
            (self._chats.setdefault(chat_id, _Lane()), BURST, BURST / self.per_chat),
        ]
        if group:
            lanes.append((self._groups.setdefault(chat_id, _Lane()), self.per_group, 60.0))
        wait = max(lane.refuse(now, rate, seconds) for lane, rate, seconds in lanes)
        if wait == 0:
            for lane, _, _ in lanes:
                lane.sent.append(now)
        return wait

    def change(self, wish: dict[str, Any]) -> None:
        """Set what the control API asks for."""
        for name in ("enforce", "overall", "per_chat", "per_group"):
            if name in wish:
                setattr(self, name, wish[name])
        if "latency_ms" in wish:
            low, high = wish["latency_ms"]
            self.latency_ms = (low, high)
        self._all = _Lane()
        self._chats.clear()
        self._groups.clear()

    def dump(self) -> Json:
        return self.view()

    def view(self) -> Json:
        shown = [one.name for one in fields(self) if not one.name.startswith("_") and one.name != "now"]
        return {name: getattr(self, name) for name in shown} | {"latency_ms": list(self.latency_ms)}
