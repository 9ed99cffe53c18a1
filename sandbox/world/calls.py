"""Log of Bot API calls, for tests and benches."""

from collections import Counter, deque
from dataclasses import dataclass

from sandbox.world.store import Json

KEPT = 100_000
SENDING = ("send", "copy", "forward")


@dataclass(slots=True)
class Call:
    """One call as it was answered."""

    n: int
    method: str
    chat_id: int | str | None
    code: int
    description: str
    at: float
    real: float
    message_id: int | None
    content: int
    """Fingerprint of what was sent, to find the same thing sent twice."""

    def view(self) -> Json:
        return {
            "n": self.n, "method": self.method, "chat_id": self.chat_id, "ok": self.code == 200, "code": self.code,
            "description": self.description, "at": self.at, "real": self.real, "message_id": self.message_id,
        }  # fmt: skip


class Calls:
    """The newest calls; polls for updates are kept apart."""

    def __init__(self) -> None:
        self._kept: deque[Call] = deque(maxlen=KEPT)
        self.last = 0

    def add(
        self,
        method: str,
        chat_id: int | str | None,
        code: int,
        description: str,
        at: float,
        real: float,
        message_id: int | None,
        content: int,
    ) -> None:
        self.last += 1
        self._kept.append(Call(self.last, method, chat_id, code, description, at, real, message_id, content))

    def after(self, n: int, *, limit: int, method: str | None, polls: bool) -> list[Call]:
        chosen: list[Call] = []
        for call in self._kept:
            if call.n > n and (polls or call.method != "getUpdates") and method in (None, call.method):
                chosen.append(call)
                if len(chosen) == limit:
                    break
        return chosen

    def summary(self) -> Json:
        """Totals, and how many accepted sends repeat one before them."""
        sent = Counter(
            (call.method, call.chat_id, call.content)
            for call in self._kept
            if call.code == 200 and call.method.startswith(SENDING) and call.method != "sendChatAction"
        )
        return {
            "total": sum(call.method != "getUpdates" for call in self._kept),
            "by_method": dict(Counter(call.method for call in self._kept)),
            "by_code": dict(Counter(str(call.code) for call in self._kept if call.method != "getUpdates")),
            "duplicates": sum(count - 1 for count in sent.values()),
        }

    def clear(self) -> None:
        self._kept.clear()
