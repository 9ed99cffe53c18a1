"""Pictures of events: kept once by their content, read when they are shown, dropped when nobody needs them."""

import asyncio
from datetime import datetime, timedelta

from db.files import Files
from db.work import Database
from domain.clock import Clock
from domain.event_pictures import REMOVED_KEPT, UNUSED_KEPT, check_snapshot
from domain.outcomes import Reason, Refused
from domain.picture_metadata import without_metadata
from domain.pictures import check_picture

LOOKED_AT_EACH = timedelta(days=1)
"""A file that was needed is looked at again after this."""
BATCH = 100


class Pictures:
    """Keeps what staff send, and finds it again."""

    def __init__(self, files: Files, clock: Clock) -> None:
        self._files = files
        self._clock = clock

    async def keep(self, content: bytes) -> str | Refused:
        """Keep a picture of an announcement; gives its sha256, under which an event names it."""
        return check_picture(content) or await self._put(content, Reason.NOT_A_PICTURE)

    async def keep_snapshot(self, content: bytes) -> str | Refused:
        """Keep a picture of an event that was, likewise."""
        return check_snapshot(content) or await self._put(content, Reason.NOT_A_SNAPSHOT)

    async def find(self, sha256: str) -> bytes | None:
        """The picture; None when it is not kept any more (a backup without files): the announcement goes without."""
        try:
            return await asyncio.to_thread(self._files.get, sha256)
        except FileNotFoundError:
            return None

    async def let_go(self, sha256: str) -> None:
        """It was taken away by hand: the next tick but one drops it, unless something else refers to it."""
        at = self._clock.now() - UNUSED_KEPT + REMOVED_KEPT
        await asyncio.to_thread(self._files.needed, sha256, at)

    async def _put(self, content: bytes, broken: Reason) -> str | Refused:
        """Where and when it was taken is never kept, not even for a moment."""
        bare = await asyncio.to_thread(without_metadata, content)
        if bare is None:
            return Refused(broken)
        at = self._clock.now()
        return await asyncio.to_thread(lambda: self._files.put(bare, at=at))


class UnneededFiles:
    """Files of forms that nobody finished, of drafts that were dropped, of pictures that were taken away."""

    def __init__(self, database: Database, clock: Clock, files: Files) -> None:
        self._db = database
        self._clock = clock
        self._files = files

    async def drop_due(self) -> int:
        """Drop what nothing has referred to for a week; gives how many files went.

        What is referred to is needed now, so that a file goes a week after the last reference to it, and not
        between two of them: while a form becomes an event, or a draft is copied.
        """
        now = self._clock.now()
        names = await asyncio.to_thread(self._not_needed_since, now - LOOKED_AT_EACH)
        dropped = 0
        for start in range(0, len(names), BATCH):
            batch = names[start : start + BATCH]
            async with self._db.read() as reading:
                needed = await reading.event_pictures.needed(batch)
            for name in batch:
                if name in needed:
                    await asyncio.to_thread(self._files.needed, name, now)
                else:
                    drop = self._files.drop
                    dropped += await asyncio.to_thread(drop, name, unneeded_since=now - UNUSED_KEPT)
        if dropped:
            async with self._db.work(claims=False) as work:
                await work.audit.note(
                    "files.dropped", organisation_id=None, by=None, subject=None, files=dropped
                )
        return dropped

    def _not_needed_since(self, moment: datetime) -> list[str]:
        found = []
        for name in self._files.names():
            needed = self._files.needed_at(name)
            if needed is not None and needed <= moment:
                found.append(name)
        return found
