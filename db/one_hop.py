"""aiosqlite in one hop a statement.

SQLAlchemy's adapter asks the connection's thread four times for each statement: open a cursor, execute, fetch,
close; and once more for BEGIN. SQLite itself needs microseconds; the hops between the loop and the thread are what
a tap waits for. Here a statement and its rows are one request to the thread, and BEGIN travels with the first one.
"""

import sqlite3
from collections import deque
from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.util.concurrency import await_


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that lives in the thread only while its statement runs."""

    __slots__ = ("_arraysize", "_description", "_lastrowid", "_rowcount")

    def __init__(self, adapt_connection: "OneHopConnection") -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows: deque[Any] = deque()
        self._arraysize = 1
        self._description: Any = None
        self._rowcount = -1
        self._lastrowid = 0

    @property
    def description(self) -> Any:
        """Columns of the rows, None for a statement without rows."""
        return self._description

    @property
    def rowcount(self) -> int:
        """Rows that the statement changed."""
        return self._rowcount

    @property
    def lastrowid(self) -> int:
        """The number of the row that the statement inserted."""
        return self._lastrowid

    @property
    def arraysize(self) -> int:
        """How many rows `fetchmany` gives by default."""
        return self._arraysize

    @arraysize.setter
    def arraysize(self, value: int) -> None:
        self._arraysize = value

    def execute(self, operation: Any, parameters: Any = None) -> Any:
        """Run one statement and take all its rows."""
        self._run("execute", operation, () if parameters is None else parameters)

    def executemany(self, operation: Any, seq_of_parameters: Sequence[Any]) -> Any:
        """Run one statement for each set of parameters."""
        self._run("executemany", operation, seq_of_parameters)

    def close(self) -> None:
        """The thread's cursor is closed already."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        return None

    def _run(self, how: str, operation: str, parameters: Any) -> None:
        adapter: OneHopConnection = self._adapt_connection  # type: ignore[assignment]  # ours makes only ours
        begin, adapter.begin_with = adapter.begin_with, None
        try:
            rows, self._description, self._rowcount, self._lastrowid = await_(
                self._connection._execute(
                    _in_thread, self._connection._conn, begin, how, operation, parameters
                )
            )
        except Exception as error:
            adapter._handle_exception(error)
        self._rows = deque(rows)


def _in_thread(
    connection: sqlite3.Connection, begin: str | None, how: str, operation: str, parameters: Any
) -> tuple[list[Any], Any, int, int | None]:
    if begin is not None:
        connection.execute(begin).close()
    cursor = connection.cursor()
    try:
        getattr(cursor, how)(operation, parameters)
        rows = cursor.fetchall() if cursor.description else []
        return rows, cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose BEGIN waits for the first statement; a transaction without one never begins."""

    __slots__ = ("begin_with",)
    _cursor_cls = OneHopCursor  # type: ignore[assignment]  # fewer slots, the same calls

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.begin_with: str | None = None

    def commit(self) -> None:
        """Commit what has begun."""
        if self.begin_with is None:
            super().commit()
        self.begin_with = None

    def rollback(self) -> None:
        """Roll back what has begun."""
        if self.begin_with is None:
            super().rollback()
        self.begin_with = None


class _Driver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> OneHopConnection:
        adapted = super().connect(*arg, **kw)
        return OneHopConnection(self, adapted._connection)


class OneHopDialect(SQLiteDialect_aiosqlite):
    """SQLAlchemy's aiosqlite dialect with the connection above: `sqlite+onehop://`."""

    driver = "onehop"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> AsyncAdapt_aiosqlite_dbapi:
        """The aiosqlite driver, adapted."""
        return _Driver(__import__("aiosqlite"), __import__("sqlite3"))
