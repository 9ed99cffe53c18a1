"""On PostgreSQL the claim of an update travels with the BEGIN of the first statement."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from db.models import AuditRow, SeenUpdateRow
from db.models.base import Base
from db.one_trip import NothingCommitted, OneTripConnection
from db.work import Database, Work
from domain.clock import MovableClock
from domain.outcomes import AlreadyDone
from domain.updates import CurrentUpdate, current_update
from tests.databases import Databases


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


@contextmanager
def _carrying_out(update_id: int) -> Iterator[CurrentUpdate]:
    update = CurrentUpdate(bot_id=7, update_id=update_id)
    mark = current_update.set(update)
    try:
        yield update
    finally:
        current_update.reset(mark)


async def _note(work: Work) -> None:
    await work.audit.note("test.noted", organisation_id=None, by=None)


async def _count(database: Database, rows: type[Base]) -> int:
    async with database.read() as reading:
        return (await reading.connection.execute(select(func.count()).select_from(rows))).scalar_one()


async def test_the_claim_and_the_first_statement_are_one_transaction(postgres: Database) -> None:
    with _carrying_out(1), pytest.raises(ZeroDivisionError):
        async with postgres.work() as work:
            await _note(work)
            raise ZeroDivisionError
    assert await _count(postgres, SeenUpdateRow) == await _count(postgres, AuditRow) == 0
    with _carrying_out(1) as update:
        async with postgres.work() as work:
            await _note(work)
        assert update.recorded
    assert await _count(postgres, SeenUpdateRow) == await _count(postgres, AuditRow) == 1


async def test_a_work_without_a_statement_claims_nothing(postgres: Database) -> None:
    with _carrying_out(1) as update:
        async with postgres.work():
            pass
        assert not update.recorded
        async with postgres.work() as work:  # the claim that was not sent is not sent by somebody else
            await _note(work)
        assert update.recorded
    async with postgres.work(claims=False) as work:
        await _note(work)
    assert await _count(postgres, SeenUpdateRow) == 1


async def test_what_was_claimed_before_is_refused_at_the_first_statement(postgres: Database) -> None:
    for expected in (1, 1):
        with _carrying_out(1):
            try:
                async with postgres.work() as work:
                    await _note(work)
            except AlreadyDone:
                pass
        assert await _count(postgres, AuditRow) == expected
    async with postgres.work(claims=False) as work:  # the connection that refused serves again
        await _note(work)
    assert await _count(postgres, AuditRow) == 2


async def test_of_two_at_once_one_waits_and_is_refused(postgres: Database) -> None:
    async def carry_out() -> bool:
        with _carrying_out(1):
            try:
                async with postgres.work() as work:
                    await _note(work)
            except AlreadyDone:
                return False
            return True

    assert sorted(await asyncio.gather(carry_out(), carry_out(), carry_out())) == [False, False, True]
    assert await _count(postgres, AuditRow) == 1


async def test_a_claim_that_fails_is_the_database_s_failure(postgres: Database) -> None:
    async with postgres.work(claims=False) as work:
        await work.connection.execute(text("ALTER TABLE seen_updates RENAME TO seen_elsewhere"))
    with _carrying_out(1), pytest.raises(DBAPIError):
        async with postgres.work() as work:
            await _note(work)
    async with postgres.work(claims=False) as work:
        await _note(work)
    assert await _count(postgres, AuditRow) == 1


async def test_a_server_that_went_away_is_asked_anew(postgres: Database) -> None:
    with _carrying_out(1), pytest.raises(DBAPIError):
        async with postgres.work() as work:
            sync = work.connection.sync_connection
            assert sync is not None
            driver = sync.connection.dbapi_connection
            assert isinstance(driver, OneTripConnection)
            driver._connection.terminate()
            await _note(work)
    with _carrying_out(1):
        async with postgres.work() as work:
            await _note(work)
    assert await _count(postgres, SeenUpdateRow) == 1


async def test_who_passes_over_the_refusal_commits_nothing(postgres: Database) -> None:
    with _carrying_out(1):
        async with postgres.work() as work:
            await _note(work)
    with _carrying_out(1), pytest.raises(AlreadyDone):
        async with postgres.work() as work:
            with suppress(AlreadyDone):
                await _note(work)
            await _note(work)
    assert await _count(postgres, AuditRow) == 1


async def test_who_passes_over_an_error_is_not_told_that_it_was_committed(postgres: Database) -> None:
    with _carrying_out(1) as update, pytest.raises(NothingCommitted):
        async with postgres.work() as work:
            await _note(work)
            with suppress(DBAPIError):
                await work.connection.execute(text("SELECT 1 / 0"))
    assert not update.recorded
    assert await _count(postgres, SeenUpdateRow) == await _count(postgres, AuditRow) == 0
    async with postgres.work(claims=False) as work:  # the connection serves again
        await _note(work)
    assert await _count(postgres, AuditRow) == 1


async def test_a_cancelled_claim_leaves_nothing_behind(postgres: Database) -> None:
    begun = asyncio.Event()
    ended = asyncio.Event()

    async def hold() -> None:
        with _carrying_out(1), suppress(ZeroDivisionError):
            async with postgres.work() as work:
                await _note(work)
                begun.set()
                await ended.wait()
                raise ZeroDivisionError

    async def carry_out(seconds: float) -> None:
        with _carrying_out(1):
            async with asyncio.timeout(seconds), postgres.work() as work:
                await _note(work)

    async with asyncio.TaskGroup() as beside:
        beside.create_task(hold())
        await begun.wait()
        with pytest.raises(TimeoutError):
            await carry_out(0.1)  # the first statement waits in the server when its task is cancelled
        ended.set()
    assert await _count(postgres, SeenUpdateRow) == await _count(postgres, AuditRow) == 0
    await carry_out(10)
    assert await _count(postgres, SeenUpdateRow) == await _count(postgres, AuditRow) == 1
