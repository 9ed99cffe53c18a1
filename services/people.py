"""Who is who."""

from dataclasses import replace

from db.work import Database
from domain.people import Actor, Visitor


class People:
    """Finds the person behind a message or a tap."""

    def __init__(self, database: Database, owner_ids: frozenset[int]) -> None:
        self._db = database
        self._owner_ids = owner_ids

    async def find_actor(self, visitor: Visitor) -> Actor | None:
        """The known person with all active roles; None before consent."""
        async with self._db.read() as reading:
            actor = await reading.people.find_actor(visitor.platform, visitor.user_id)
        if actor is not None and visitor.user_id in self._owner_ids:
            return replace(actor, owner=True)
        return actor
