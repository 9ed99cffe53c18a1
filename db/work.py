"""Units of work: `work()` writes in one transaction, `read()` only reads."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC

from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import READERS, WRITERS, is_sqlite, reader_engine, writer_engine
from db.one_hop import OneHopConnection
from db.one_trip import OneTripConnection
from db.people_changes import watch
from db.reading import Reading
from domain.clock import Clock
from domain.updates import CurrentUpdate, current_update

__all__ = ["Database", "Reading", "Work"]

_CLAIM = "INSERT INTO seen_updates (bot_id, update_id, at) VALUES ({}) ON CONFLICT DO NOTHING"


class Work(Reading):
    """A writing transaction: committed when its block ends, rolled back when it raises."""

    async def claim(self, update: CurrentUpdate) -> None:
        """Let the first statement record that this update takes effect in this transaction.

        It travels with that statement's BEGIN, and the statement raises `AlreadyDone` if the update already has;
        without a statement nothing is recorded.
        """
        now = self.clock.now()
        match self._driver:
            case OneTripConnection() as driver:
                values = f"{update.bot_id:d}, {update.update_id:d}, '{now.isoformat()}'"
                driver.begin_with = _CLAIM.format(values)
            case OneHopConnection() as driver:
                moment = now.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
                driver.claim_with = _CLAIM.format("?, ?, ?"), (update.bot_id, update.update_id, moment)

    @property
    def claim_waits(self) -> bool:
        """Whether a claim has not left yet, for want of a statement."""
        match self._driver:
            case OneTripConnection(begin_with=waiting) | OneHopConnection(claim_with=waiting):
                return waiting is not None
            case _:
                return False

    @property
    def _driver(self) -> object:
        sync = self.connection.sync_connection
        return None if sync is None else sync.connection.dbapi_connection


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
