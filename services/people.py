"""Who is who."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from db.work import Database
from domain.people import Actor, Visitor

REMEMBERED = 2_000
"""People kept in memory, the most recent ones: about six megabytes."""

REMEMBERED_SECONDS = 60.0
"""What another program changed in the database is seen after this long."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    actor: Actor
    version: int
    until: float


class People:
    """Finds the person behind a message or a tap.

    Whoever has just been seen is remembered until anybody's roles, groups or children change, so that a row of taps
    asks the database once.
    """

    def __init__(
        self, database: Database, owner_ids: frozenset[int], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._db = database
        self._owner_ids = owner_ids
        self._now = now
        self._seen: OrderedDict[tuple[str, int], _Remembered] = OrderedDict()

    async def find_actor(self, visitor: Visitor) -> Actor | None:
        """The known person with all active roles; None before consent."""
        account = (visitor.platform, visitor.user_id)
        seen = self._seen.get(account)
        if seen is not None and seen.version == self._db.version_of_people and self._now() < seen.until:
            self._seen.move_to_end(account)
            return seen.actor
        version = self._db.version_of_people  # a change during the question makes the answer old at once
        async with self._db.read() as reading:
            actor = await reading.people.find_actor(visitor.platform, visitor.user_id)
        if actor is None:
            self._seen.pop(account, None)
            return None
        if visitor.user_id in self._owner_ids:
            actor = replace(actor, owner=True)
        self._seen[account] = _Remembered(actor, version, self._now() + REMEMBERED_SECONDS)
        self._seen.move_to_end(account)
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return actor
