"""Pictures that Telegram has got already: the same one is not uploaded again for the next family."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

REMEMBERED = 1_000
"""Pictures whose names at Telegram are kept: a hundred kilobytes."""


class Uploads:
    """Names under which Telegram knows pictures, by the sha256 of what was uploaded; forgotten with the process."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, str] = OrderedDict()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def find(self, key: str) -> str | None:
        """Telegram's name of a picture, if it has got it."""
        found = self._known.get(key)
        if found is not None:
            self._known.move_to_end(key)
        return found

    def keep(self, key: str, file_id: str) -> None:
        """Telegram has got it under this name."""
        self._known[key] = file_id
        self._known.move_to_end(key)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """One at a time: whoever would send the same picture meanwhile waits, and then finds its name."""
        lock = self._turns.get(key)
        if lock is None:
            lock = self._turns[key] = asyncio.Lock()
        async with lock:
            yield

    def forget(self, key: str) -> None:
        """Telegram does not know that name any more."""
        self._known.pop(key, None)
