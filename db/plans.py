"""How PostgreSQL goes about a question over everybody: in as many steps as there are people, whatever it believes.

Its planner counts rows by statistics, and those are old where families have just been brought in: in September, after
an import or a restore. A table believed to be empty is walked through once for each row of the other one, which makes
of five thousand parents twenty-five million steps. Without nested loops it sorts and hashes: a few milliseconds lost
for one group, nothing gambled for a thousand. SQLite keeps to the indexes and needs no such word.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import ColumnElement, Select, any_, func
from sqlalchemy.ext.asyncio import AsyncConnection

_OFF = "SET LOCAL enable_nestloop = off"
_AS_BEFORE = "SET LOCAL enable_nestloop TO DEFAULT"


@asynccontextmanager
async def linear(connection: AsyncConnection) -> AsyncIterator[None]:
    """Statements inside are planned without nested loops; what follows in the same work is planned as ever."""
    if connection.dialect.name != "postgresql":
        yield
    elif _takes_transactions(connection):
        await connection.exec_driver_sql(_OFF)
        yield
        await connection.exec_driver_sql(_AS_BEFORE)  # not after a failure: that has ended the transaction
    else:
        await connection.exec_driver_sql("BEGIN READ ONLY")
        try:
            await connection.exec_driver_sql(_OFF)
            yield
        except BaseException:
            if not connection.invalidated:
                await connection.exec_driver_sql("ROLLBACK")
            raise
        await connection.exec_driver_sql("COMMIT")


def one_of(
    connection: AsyncConnection, column: ColumnElement[int], few: Select[tuple[int]]
) -> ColumnElement[bool]:
    """`column IN (few)`, for a key and a question with few answers: they are found first, and each by the key.

    PostgreSQL may else walk through the whole table and hold every row against them.
    """
    if connection.dialect.name != "postgresql":
        return column.in_(few)
    return column == any_(func.array(few.scalar_subquery()))


def _takes_transactions(connection: AsyncConnection) -> bool:
    """Whether a statement is part of a transaction here; a look (`Database.read`) takes none."""
    return connection.sync_engine.get_execution_options().get("isolation_level") != "AUTOCOMMIT"
