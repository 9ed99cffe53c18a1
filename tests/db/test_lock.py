"""One working process per database: who holds the right to work, who waits, and who has lost it."""

import asyncio
from collections.abc import Callable

import asyncpg
import pytest

from db import lock as lock_module
from db.lock import ADVISORY_KEY, AlreadyRunning, LockLost, working_lock


async def test_a_second_holder_is_refused(database_url: str) -> None:
    async with working_lock(database_url, wait=False):
        with pytest.raises(AlreadyRunning):
            async with working_lock(database_url, wait=False):
                raise AssertionError("two hold the right to work")


async def test_the_right_comes_back_when_it_is_given_back(database_url: str) -> None:
    for _ in range(2):
        async with working_lock(database_url, wait=False):
            pass


@pytest.fixture
async def postgres(migrated: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> str:
    """A PostgreSQL database; the lock looks often, so that the test need not wait."""
    monkeypatch.setattr(lock_module, "TRY_EVERY_SECONDS", 0.02)
    monkeypatch.setattr(lock_module, "WATCH_EVERY_SECONDS", 0.02)
    return await asyncio.to_thread(migrated, "postgresql")


async def _end_holder(url: str) -> None:
    """What a dead machine looks like to the server: the holder's connection is gone."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1",
            ADVISORY_KEY & 0xFFFFFFFF,
        )
    finally:
        await connection.close()


async def test_who_loses_the_connection_learns_that_another_may_work(postgres: str) -> None:
    async with working_lock(postgres, wait=True) as held:
        await _end_holder(postgres)
        with pytest.raises(LockLost):
            async with asyncio.timeout(10):
                await held.watch()


async def test_the_end_of_the_connection_is_heard_of_between_two_looks(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_module, "WATCH_EVERY_SECONDS", 60)

    async def ends() -> None:
        await asyncio.sleep(0)
        await _end_holder(postgres)

    async with working_lock(postgres, wait=True) as held, asyncio.timeout(10):
        with pytest.raises(ExceptionGroup) as broken:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(held.watch())
                tasks.create_task(ends())
    assert broken.group_contains(LockLost)


async def test_who_waits_works_as_soon_as_the_other_is_gone(postgres: str) -> None:
    waits, works = asyncio.Event(), asyncio.Event()

    async def begin_waiting() -> None:
        waits.set()

    async def stand_by() -> None:
        async with working_lock(postgres, wait=True, when_waiting=begin_waiting):
            works.set()

    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        async with working_lock(postgres, wait=True):
            tasks.create_task(stand_by())
            await waits.wait()
            assert not works.is_set()
            await _end_holder(postgres)
            await works.wait()
