"""A claim that travels with BEGIN, where PostgreSQL breaks off: see `test_claims` for what both engines promise."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.models import AuditRow, SeenUpdateRow
from db.one_trip import NothingCommitted, OneTripConnection
from db.work import Database
from domain.clock import MovableClock
from tests.databases import Databases
from tests.db.test_claims import carrying_out, count, note


@pytest.fixture
def postgres_url(databases: Databases) -> Iterator[str]:
    """A new migrated database of PostgreSQL."""
    url = databases.fresh("postgresql")
    yield url
    databases.give_back(url)


@pytest.fixture
async def postgres(postgres_url: str, clock: MovableClock) -> AsyncIterator[Database]:
    """The same, opened."""
    database = Database(postgres_url, clock)
    yield database
    await database.close()


async def test_a_server_that_went_away_is_asked_anew(postgres: Database) -> None:
    with carrying_out(1), pytest.raises(DBAPIError):
        async with postgres.work() as work:
            sync = work.connection.sync_connection
            assert sync is not None
            driver = sync.connection.dbapi_connection
            assert isinstance(driver, OneTripConnection)
            driver._connection.terminate()
            await note(work)
    with carrying_out(1):
        async with postgres.work() as work:
            await note(work)
    assert await count(postgres, SeenUpdateRow) == 1


async def test_who_passes_over_an_error_is_not_told_that_it_was_committed(postgres: Database) -> None:
    with carrying_out(1) as update, pytest.raises(NothingCommitted):
        async with postgres.work() as work:
            await note(work)
            with suppress(DBAPIError):
                await work.connection.execute(text("SELECT 1 / 0"))
    assert not update.recorded
    assert await count(postgres, SeenUpdateRow) == await count(postgres, AuditRow) == 0
    async with postgres.work(claims=False) as work:  # the connection serves again
        await note(work)
    assert await count(postgres, AuditRow) == 1


async def test_a_cancelled_claim_leaves_nothing_behind(postgres: Database) -> None:
    begun = asyncio.Event()
    ended = asyncio.Event()

    async def hold() -> None:
        with carrying_out(1), suppress(ZeroDivisionError):
            async with postgres.work() as work:
                await note(work)
                begun.set()
                await ended.wait()
                raise ZeroDivisionError

    async def carry_out(seconds: float) -> None:
        with carrying_out(1):
            async with asyncio.timeout(seconds), postgres.work() as work:
                await note(work)

    async with asyncio.TaskGroup() as beside:
        beside.create_task(hold())
        await begun.wait()
        with pytest.raises(TimeoutError):
            await carry_out(0.1)  # the first statement waits in the server when its task is cancelled
        ended.set()
    assert await count(postgres, SeenUpdateRow) == await count(postgres, AuditRow) == 0
    await carry_out(10)
    assert await count(postgres, SeenUpdateRow) == await count(postgres, AuditRow) == 1
