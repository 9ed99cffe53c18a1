"""Units of work: `work()` writes in one transaction, `read()` only reads."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import READERS, WRITERS, is_sqlite, reader_engine, writer_engine
from db.models import SeenUpdateRow
from db.models.base import table
from db.one_trip import OneTripConnection
from db.people_changes import watch
from db.reading import Reading
from domain.clock import Clock
from domain.outcomes import AlreadyDone
from domain.updates import CurrentUpdate, current_update

__all__ = ["Database", "Reading", "Work"]

_CLAIM = sqlite.insert(table(SeenUpdateRow)).on_conflict_do_nothing()


class Work(Reading):
    """A writing transaction: committed when its block ends, rolled back when it raises."""

    async def claim(self, update: CurrentUpdate) -> None:
        """Record that this update takes effect in this transaction; raises `AlreadyDone` if it already has.

        On PostgreSQL it travels with the BEGIN of the first statement, which then raises; without a statement
        nothing is recorded.
        """
        if (trip := self._one_trip()) is not None:
            trip.begin_with = (
                "INSERT INTO seen_updates (bot_id, update_id, at) "
                f"VALUES ({update.bot_id:d}, {update.update_id:d}, '{self.clock.now().isoformat()}') "
                "ON CONFLICT DO NOTHING"
            )
            return
        done = await self.connection.execute(
            _CLAIM, {"bot_id": update.bot_id, "update_id": update.update_id, "at": self.clock.now()}
        )
        if done.rowcount == 0:
            raise AlreadyDone

    @property
    def claim_waits(self) -> bool:
        """Whether a claim has not left yet, for want of a statement."""
        trip = self._one_trip()
        return trip is not None and trip.begin_with is not None

    def _one_trip(self) -> OneTripConnection | None:
        sync = self.connection.sync_connection
        driver = None if sync is None else sync.connection.dbapi_connection
        return driver if isinstance(driver, OneTripConnection) else None


class Database:
    """One database, SQLite or PostgreSQL, for the whole process.

    Writers, and readers, are served in the order in which they came: nobody waits in the pools, which know no order.
    """

    def __init__(self, url: str, clock: Clock) -> None:
        self.url = url
        self.clock = clock
        self.writer: AsyncEngine = writer_engine(url)
        self.reader: AsyncEngine = reader_engine(url, self.writer)
        self._writers = asyncio.Semaphore(1 if is_sqlite(url) else WRITERS)
        self._readers = asyncio.Semaphore(READERS)
        self.version_of_people = 0
        """Grows whenever who somebody is, or what they may do, may have changed."""
        watch(self.writer, self._people_change)
        self.when_notices_put: Callable[[], None] = lambda: None
        """Called after a commit that put something into the outbox: wakes the delivery."""

    @asynccontextmanager
    async def work(self, *, claims: bool = True) -> AsyncIterator[Work]:
        """A writing transaction; the update being carried out, if any, is claimed by the first one.

        `claims=False` is for bookkeeping that repeats harmlessly (where a screen stands, what is being typed).
        """
        async with self._writers, self._writing(claims) as work:
            yield work
        if work.outbox.touched:
            self.when_notices_put()

    @asynccontextmanager
    async def _writing(self, claims: bool) -> AsyncIterator[Work]:
        update = current_update.get() if claims else None
        claimed = False
        people_before = self.version_of_people
        try:
            async with self.writer.begin() as connection:
                work = Work(connection, self.clock)
                if update is not None and not update.recorded:
                    await work.claim(update)
                yield work
                claimed = update is not None and not work.claim_waits
        finally:
            if self.version_of_people != people_before:
                self._people_change()  # once more: until the end of the transaction the old was still to be read
        if update is not None and claimed:
            update.recorded = True

    def _people_change(self) -> None:
        self.version_of_people += 1

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Reading]:
        """A look at the database: of one moment on SQLite, where writing through it fails; of the moment of each
        statement on PostgreSQL, where it takes no transaction."""
        async with self._readers, self.reader.connect() as connection:
            yield Reading(connection, self.clock)

    async def close(self) -> None:
        """Give all connections back."""
        await self.reader.dispose()
        await self.writer.dispose()
