"""Planning without nested loops lasts for its statements and no longer, however they end."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.plans import linear
from db.work import Database

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def nested(connection: AsyncConnection) -> str:
    return str((await connection.execute(text("SHOW enable_nestloop"))).scalar_one())


async def test_in_a_look(database: Database) -> None:
    async with database.read() as reading:
        for _ in range(2):
            async with linear(reading.connection):
                assert await nested(reading.connection) == "off"
            assert await nested(reading.connection) == "on"
        with pytest.raises(DBAPIError):
            async with linear(reading.connection):
                await reading.connection.execute(text("SELECT 1 / 0"))
        assert await nested(reading.connection) == "on"


async def test_in_a_work(database: Database) -> None:
    async with database.work() as work:
        async with linear(work.connection):
            assert await nested(work.connection) == "off"
        assert await nested(work.connection) == "on"
    with pytest.raises(DBAPIError):
        async with database.work() as work:
            async with linear(work.connection):
                await work.connection.execute(text("SELECT 1 / 0"))
    async with database.work() as work:
        assert await nested(work.connection) == "on"


async def test_a_look_that_is_given_up_leaves_no_connection_behind_in_a_transaction(
    database: Database,
) -> None:
    async def long_look() -> None:
        async with database.read() as reading:
            async with linear(reading.connection):
                await reading.connection.execute(text("SELECT pg_sleep(60)"))

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await long_look()
    async with database.read() as reading:
        asked = await reading.connection.execute(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
                "AND state LIKE 'idle in transaction%'"
            )
        )
        assert asked.scalar_one() == 0
        assert await nested(reading.connection) == "on"
