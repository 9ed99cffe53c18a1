"""One working process per database: a file lock beside SQLite, an advisory lock on PostgreSQL."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from db.engine import is_sqlite
from db.errors import DATABASE_ERRORS

ADVISORY_KEY = 0x676F73745F677231
"""«gost_gr1» as a number: the key of our advisory lock within one database."""
TRY_EVERY_SECONDS = 2.0
WATCH_EVERY_SECONDS = 3.0
ANSWER_WITHIN_SECONDS = 5.0
_KEEPALIVES = {"tcp_keepalives_idle": "4", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3"}
"""The server notices within ten seconds that the machine of the working process is gone."""


class AlreadyRunning(Exception):
    """Another bot works with this database. Stop it first; commands other than `run` and `restore` need no lock."""

    def __init__(self, holder: int | None = None) -> None:
        super().__init__(self.__doc__)
        self.holder = holder
        """The process id of the other bot, where the system tells it."""


class LockLost(Exception):
    """The connection that holds the lock broke: another process may work now, so this one must stop at once."""


class Lock:
    """The right to work."""

    def __init__(self, connection: AsyncConnection | None) -> None:
        self._connection = connection

    async def watch(self) -> None:
        """Never returns; raises `LockLost` when the lock's own connection ends, or the server no longer answers on it.

        An end is heard of at once: another process may take over in the same moment. A file lock cannot be lost.
        """
        ended = asyncio.Event()
        if self._connection is None:
            await ended.wait()
            return
        driver: Any = (await self._connection.get_raw_connection()).driver_connection
        driver.add_termination_listener(lambda _: ended.set())
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(WATCH_EVERY_SECONDS):
                    await ended.wait()
            try:
                async with asyncio.timeout(ANSWER_WITHIN_SECONDS):
                    await self._connection.execute(text("SELECT 1"))
            except DATABASE_ERRORS as lost:
                raise LockLost(LockLost.__doc__) from lost


@asynccontextmanager
async def working_lock(
    url: str, *, wait: bool, when_waiting: Callable[[], Awaitable[None]] | None = None
) -> AsyncIterator[Lock]:
    """Hold the right to work with the database at `url`.

    On SQLite a second process is refused with `AlreadyRunning`. On PostgreSQL it waits as a hot standby when
    `wait` is set (calling `when_waiting` once), else it is refused too.
    """
    if is_sqlite(url):
        handle = _file_lock(url)
        try:
            yield Lock(None)
        finally:
            os.close(handle)
        return
    engine = create_async_engine(
        url,
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
        connect_args={"server_settings": _KEEPALIVES, "timeout": ANSWER_WITHIN_SECONDS},
    )
    try:
        connection = await _advisory_lock(engine, wait=wait, when_waiting=when_waiting)
        try:
            yield Lock(connection)
        finally:
            await _let_go(connection)
    finally:
        await engine.dispose()


def _file_lock(url: str) -> int:
    """Lock a file beside the database; the system lets go of it when the process ends, however it ends."""
    name = make_url(url).database or ":memory:"
    path = Path(name + ".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        said = os.read(handle, 20).decode("ascii", "replace").strip()
        os.close(handle)
        raise AlreadyRunning(int(said) if said.isdigit() else None) from taken
    os.truncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle


async def _advisory_lock(
    engine: AsyncEngine, *, wait: bool, when_waiting: Callable[[], Awaitable[None]] | None
) -> AsyncConnection:
    """The connection that holds the lock. Whoever waits tries again, also after the server was away."""
    waiting = False
    while True:
        connection: AsyncConnection | None = None
        try:
            connection = await engine.connect()
            while not await _taken(connection):
                if not wait:
                    raise AlreadyRunning
                if not waiting:
                    waiting = True
                    if when_waiting is not None:
                        await when_waiting()
                await asyncio.sleep(TRY_EVERY_SECONDS)
            return connection
        except BaseException as failed:
            if connection is not None:
                await _let_go(connection)
            if not waiting or not isinstance(failed, DATABASE_ERRORS):
                raise
        await asyncio.sleep(TRY_EVERY_SECONDS)


async def _taken(connection: AsyncConnection) -> bool:
    async with asyncio.timeout(ANSWER_WITHIN_SECONDS):
        answer = await connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": ADVISORY_KEY})
    return bool(answer.scalar_one())


async def _let_go(connection: AsyncConnection) -> None:
    """Close the connection, and the lock with it; one that is broken has let go already."""
    with suppress(*DATABASE_ERRORS):
        async with asyncio.timeout(2):
            await connection.invalidate()
            await connection.close()
