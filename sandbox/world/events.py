"""What happened, for the pages that watch live."""

from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from sandbox.world.bell import Bell
from sandbox.world.store import Json

KEPT = 2_000


class Event(NamedTuple):
    """Something a page should show; the data are made when somebody reads them."""

    id: int
    name: str
    data: Callable[[], Json]


class Events:
    """The last events in order; nobody who listens can slow the sandbox down."""

    def __init__(self) -> None:
        self._kept: deque[Event] = deque(maxlen=KEPT)
        self.last_id = 0
        self.happened = Bell()

    def tell(self, name: str, data: Callable[[], Json]) -> None:
        self.last_id += 1
        self._kept.append(Event(self.last_id, name, data))
        self.happened.ring()

    def forget(self) -> None:
        """Nothing of what was told is true any more: who asks for it has to load everything again."""
        self._kept.clear()

    def after(self, event_id: int) -> list[Event] | None:
        """Everything after an event, or None when that is too long ago (or from another life of the sandbox)."""
        if event_id > self.last_id or event_id < self.last_id - len(self._kept):
            return None
        missed = self.last_id - event_id
        return list(islice(self._kept, len(self._kept) - missed, None))
