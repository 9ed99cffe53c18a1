"""Planning without nested loops lasts for its statements and no longer, however they end."""

import asyncio

import pytest
from sqlalchemy import BigInteger, Column, MetaData, Table, Update, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.plans import linear, one_of
from db.work import Database

MANY = Table("many", MetaData(), Column("id", BigInteger, primary_key=True), Column("due", BigInteger))

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


async def test_the_few_that_are_leased_are_not_sought_by_a_walk_through_all(database: Database) -> None:
    """As in a database that believes to be empty: there IN becomes a walk through the table for each of the few."""
    async with database.work() as work:
        connection = work.connection
        for step in (
            "CREATE TEMPORARY TABLE many (id bigint PRIMARY KEY, due bigint) ON COMMIT DROP",
            "INSERT INTO many SELECT i, i FROM generate_series(1, 3000) i",
            "DELETE FROM many",
            "ANALYZE many",
            "INSERT INTO many SELECT i, i FROM generate_series(1, 3000) i",
        ):
            await connection.execute(text(step))
        few = select(MANY.c.id).order_by(MANY.c.due).limit(3).with_for_update(skip_locked=True).cte("few")
        plans = [
            await plan(connection, update(MANY).where(condition).values(due=0))
            for condition in (
                one_of(connection, MANY.c.id, select(few.c.id)),
                MANY.c.id.in_(select(few.c.id)),
            )
        ]
        assert ["Join" in lines for lines in plans] == [False, True], plans


async def plan(connection: AsyncConnection, statement: Update) -> str:
    words = str(statement.compile(connection.sync_engine, compile_kwargs={"literal_binds": True}))
    return "\n".join((await connection.exec_driver_sql(f"EXPLAIN {words}")).scalars())
