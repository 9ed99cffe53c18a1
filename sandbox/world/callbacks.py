"""Taps that wait for answerCallbackQuery."""

from dataclasses import dataclass

from sandbox.world.bell import Bell
from sandbox.world.store import Json, Store

LIFETIME = 15 * 60
"""Seconds by the sandbox's clock in which a tap can be answered."""


@dataclass(slots=True)
class Tap:
    """One tap on an inline button."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    at: float
    answer: Json | None = None

    def dump(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


class Callbacks:
    """Open taps by the id of their query; an answered or old one is gone for the bot."""

    def __init__(self, store: Store, meta: Json) -> None:
        self._store = store
        self._meta = meta
        self._open = {tap.id: tap for tap in (Tap(**saved) for _, saved in store.rows("callbacks"))}
        self.answered = Bell()

    def open(self, person_id: int, chat_id: int, message_id: int, at: float) -> Tap:
        number = self._meta["last_callback_id"] = (
            self._meta.get("last_callback_id", 4_000_000_000_000_000) + 1
        )
        self._store.put("meta", "counters", self._meta)
        tap = Tap(str(number), person_id, chat_id, message_id, at)
        self._open[tap.id] = tap
        self._store.put("callbacks", tap.id, tap)
        return tap

    def answer(self, query_id: str, answer: Json, now: float) -> Tap | None:
        """Close a tap with its answer; None when it is unknown, answered or too old."""
        tap = self._open.pop(query_id, None)
        if tap is None:
            return None
        self._store.drop("callbacks", tap.id)
        if now - tap.at > LIFETIME:
            return None
        tap.answer = answer
        self.answered.ring()
        return tap
