"""Engines for both databases: SQLite with one writer and several readers, PostgreSQL with one pool."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

registry.register("sqlite.onehop", "db.one_hop", "OneHopDialect")
registry.register("postgresql.onetrip", "db.one_trip", "OneTripDialect")

READERS = 4
"""Looks at the database at once."""

WRITERS = 8
"""Writing transactions at once on PostgreSQL; SQLite has one."""


def is_sqlite(url: str) -> bool:
    """Whether `url` names a SQLite database."""
    return make_url(url).get_backend_name() == "sqlite"


def names_a_database(url: str) -> bool:
    """Whether `url` names a database that outlives the process, of an engine that this program works with."""
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):
        return False
    match parts.drivername:
        case "sqlite+aiosqlite":
            return parts.host is None and parts.database not in (None, "", ":memory:")
        case "postgresql+asyncpg":
            return True
        case _:
            return False


def make_room(url: str) -> None:
    """Make the folder of a SQLite file, where it is not there yet."""
    if is_sqlite(url):
        Path(make_url(url).database or "").parent.mkdir(parents=True, exist_ok=True)


def writer_engine(url: str) -> AsyncEngine:
    """The engine of `work()`: on SQLite one connection that begins IMMEDIATE, so that nobody waits half-way.

    A deferred BEGIN that reads and then writes fails with «database is locked» in spite of the busy timeout
    as soon as another connection wrote in between.
    """
    if not is_sqlite(url):
        return _postgres(url)
    return _sqlite(url, size=1, begin="BEGIN IMMEDIATE")


def reader_engine(url: str, writer: AsyncEngine) -> AsyncEngine:
    """The engine of `read()`: apart from the writer on SQLite, the same pool on PostgreSQL.

    There each statement sees what is committed, in a transaction or out of it; without one a question is one
    exchange with the server instead of three.
    """
    if not is_sqlite(url):
        return writer.execution_options(isolation_level="AUTOCOMMIT")
    return _sqlite(url, size=READERS, begin="BEGIN", query_only=True)


def _postgres(url: str) -> AsyncEngine:
    return create_async_engine(
        make_url(url).set(drivername="postgresql+onetrip"),
        pool_size=WRITERS + READERS,
        max_overflow=0,
        pool_pre_ping=False,
        pool_recycle=1800,
        json_serializer=_dumps,
    )


def _sqlite(url: str, *, size: int, begin: str, query_only: bool = False) -> AsyncEngine:
    engine = create_async_engine(
        make_url(url).set(drivername="sqlite+onehop"),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=size,
        max_overflow=0,
        connect_args={"check_same_thread": False},  # the loop and the connection's thread take turns
        pool_timeout=60,
        json_serializer=_dumps,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(dbapi_connection: Any, _record: Any) -> None:
        dbapi_connection.isolation_level = None  # we say BEGIN ourselves
        dbapi_connection.read_only = query_only
        cursor = dbapi_connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            "busy_timeout=0",  # the thread sets its own
            "wal_autocheckpoint=0",  # as above
            f"query_only={'ON' if query_only else 'OFF'}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Any) -> None:
        connection.connection.dbapi_connection.begin_with = begin

    return engine


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
