"""aiosqlite with at most one hop a statement, and none for a quick one.

SQLAlchemy's adapter asks the connection's thread four times for each statement: open a cursor, execute, fetch,
close; and once more for BEGIN. SQLite answers a question by an index in some twenty microseconds; a hop to the
thread and back costs as much by itself, and its answer waits until the loop has come round. So:

* A question and a row to insert are carried out here, on the loop. A question that turns out to be long is broken
  off after two milliseconds and asked again in the thread.
* COMMIT is made here, too: it writes to the log of changes and waits for no disk. What does wait, the folding of the
  log into the database, is done in the thread after every two hundredth commit.
* What may wait for another process (a lock that is taken), and what may touch many rows (UPDATE, DELETE,
  INSERT … SELECT, many rows at once), goes to the thread, as one request with all its rows.
* BEGIN travels with the first statement, and so does the row that claims the update.
"""

import sqlite3
import time
from collections import deque
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import Any

from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.util.concurrency import await_

from domain.outcomes import AlreadyDone

LONGEST_HERE = 0.002
"""Seconds that a question may keep the loop."""

STEPS_BETWEEN_LOOKS = 10_000
"""Steps of SQLite's machine between two looks at the clock: some tenths of a millisecond."""

BUSY_TIMEOUT_MS = 5_000
"""How long the thread waits for a lock that another process holds."""

_LATER = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_INTERRUPT)

FOLD_EVERY = 200
"""Commits between two folds of the log of changes into the database: it stays under some megabytes."""

Answer = tuple[list[Any], Any, int, int | None]
"""Rows, description, count of changed rows, number of the inserted row."""


class Kind(Enum):
    """What a statement is, as far as it matters where it is carried out."""

    QUESTION = "question"
    """Changes nothing, and can be broken off and asked again."""
    ROW = "row"
    """Inserts one row."""
    OTHER = "other"


@lru_cache(maxsize=2_000)
def kind_of(statement: str) -> Kind:
    """The kind of a statement, by its words."""
    words = statement.upper().split()
    if words[:1] == ["SELECT"]:
        return Kind.QUESTION
    many = "SELECT" in words or "(SELECT" in words or "), (" in statement
    if words[:2] == ["INSERT", "INTO"] and not many:
        return Kind.ROW
    return Kind.OTHER


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that lives only while its statement runs."""

    __slots__ = ("_arraysize", "_description", "_lastrowid", "_rowcount")

    def __init__(self, adapt_connection: "OneHopConnection") -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows: deque[Any] = deque()
        self._arraysize = 1
        self._description: Any = None
        self._rowcount = -1
        self._lastrowid: int | None = 0

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
        return self._lastrowid or 0

    @property
    def arraysize(self) -> int:
        """How many rows `fetchmany` gives by default."""
        return self._arraysize

    @arraysize.setter
    def arraysize(self, value: int) -> None:
        self._arraysize = value

    def execute(self, operation: Any, parameters: Any = None) -> Any:
        """Run one statement and take all its rows."""
        self._run("execute", kind_of(operation), operation, () if parameters is None else parameters)

    def executemany(self, operation: Any, seq_of_parameters: Sequence[Any]) -> Any:
        """Run one statement for each set of parameters."""
        self._run("executemany", Kind.OTHER, operation, seq_of_parameters)

    def close(self) -> None:
        """The statement's own cursor is closed already."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        return None

    def _run(self, how: str, kind: Kind, operation: str, parameters: Any) -> None:
        adapter: OneHopConnection = self._adapt_connection  # type: ignore[assignment]  # ours makes only ours
        try:
            rows, self._description, self._rowcount, self._lastrowid = await_(
                adapter.carry_out(how, kind, operation, parameters)
            )
        except Exception as error:
            adapter._handle_exception(error)
        self._rows = deque(rows)


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose BEGIN waits for the first statement; a transaction without one never begins.

    The loop and the thread never use it at the same time: whoever runs a statement waits for its answer, and
    SQLAlchemy throws away a connection whose statement was cancelled.
    """

    __slots__ = ("_breaks_off_at", "_commits", "_refused", "begin_with", "claim_with", "read_only")
    _cursor_cls = OneHopCursor  # type: ignore[assignment]  # fewer slots, the same calls

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.begin_with: str | None = None
        self.claim_with: tuple[str, tuple[Any, ...]] | None = None
        """An INSERT for the next transaction to begin with; `AlreadyDone` if it inserts nothing."""
        self.read_only = False
        """Whether its transactions leave nothing to be written, so that their end waits for nothing."""
        self._breaks_off_at = float("inf")
        self._commits = 0
        self._refused = False
        """Whether its update had been claimed before: whoever passes over that still commits nothing."""
        connection._conn.set_progress_handler(self._too_long, STEPS_BETWEEN_LOOKS)

    async def carry_out(self, how: str, kind: Kind, operation: str, parameters: Any) -> Answer:
        """Run a statement here or in the thread, with the BEGIN that has been waiting for it."""
        if kind is not Kind.OTHER:
            if kind is Kind.QUESTION:
                self._breaks_off_at = time.perf_counter() + LONGEST_HERE
            try:
                return self._answer(how, operation, parameters)
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorcode", None) not in _LATER:
                    raise
            finally:
                self._breaks_off_at = float("inf")
        answer: Answer = await self._connection._execute(self._patiently, how, operation, parameters)
        return answer

    def commit(self) -> None:
        """Commit what has begun: into the log of changes, which waits for no disk; now and then fold the log, too."""
        connection = self._begun()
        if connection is None:
            return
        try:
            if self._refused:
                connection.rollback()
                raise AlreadyDone
            if self.read_only:
                connection.rollback()
            elif self._commits < FOLD_EVERY:
                connection.commit()
                self._commits += 1
            else:
                await_(self._connection._execute(self._commit_and_fold))
        except Exception as error:
            self._handle_exception(error)

    def rollback(self) -> None:
        """Roll back what has begun."""
        connection = self._begun()
        self._refused = False
        if connection is None:
            return
        if self.read_only:
            connection.rollback()
        else:
            super().rollback()

    def _begun(self) -> sqlite3.Connection | None:
        """The connection, if a transaction is open there; the pool rolls back once more what has been committed."""
        self.begin_with = self.claim_with = None
        connection: sqlite3.Connection | None = self._connection._connection
        return connection if connection is not None and connection.in_transaction else None

    def _commit_and_fold(self) -> None:
        connection: sqlite3.Connection = self._connection._conn
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").close()
        self._commits = 0

    def _patiently(self, how: str, operation: str, parameters: Any) -> Answer:
        """In the thread: a lock that another process holds is waited for."""
        connection: sqlite3.Connection = self._connection._conn
        try:
            connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}").close()
            return self._answer(how, operation, parameters)
        finally:
            connection.execute("PRAGMA busy_timeout=0").close()

    def _answer(self, how: str, operation: str, parameters: Any) -> Answer:
        connection: sqlite3.Connection = self._connection._conn
        if self.begin_with is not None:
            self._begin(connection, self.begin_with)
        cursor = connection.cursor()
        try:
            getattr(cursor, how)(operation, parameters)
            rows = cursor.fetchall() if cursor.description else []
            return rows, cursor.description, cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()

    def _begin(self, connection: sqlite3.Connection, begin: str) -> None:
        until, self._breaks_off_at = self._breaks_off_at, float("inf")  # an INSERT broken off ends all of it
        try:
            connection.execute(begin).close()
            self.begin_with = None
            claim, self.claim_with = self.claim_with, None
            if claim is not None and connection.execute(*claim).rowcount == 0:
                self._refused = True
                raise AlreadyDone
        finally:
            self._breaks_off_at = until

    def _too_long(self) -> int:
        return time.perf_counter() > self._breaks_off_at


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
