"""The way from a bot to PostgreSQL, which can be cut: from then on nobody hears anything, and nobody is told so."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from sqlalchemy.engine import URL, make_url

KEEPALIVE_SECONDS = 10.0
"""In which the server notices that the other end is gone (db/lock.py asks it to)."""


class _Over(Exception):
    """One end has gone."""


@dataclass(slots=True)
class Wire:
    """Carries bytes both ways."""

    url: str
    """By which the bot reaches the database through it."""
    _beyond: URL
    _cut: asyncio.Event = field(default_factory=asyncio.Event)
    _noticed: asyncio.Event = field(default_factory=asyncio.Event)

    def cut(self) -> None:
        """Silence; after a while the server's side ends, the bot's never does."""
        self._cut.set()
        asyncio.get_running_loop().call_later(KEEPALIVE_SECONDS, self._noticed.set)

    async def carry(self, here: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """One connection, from its first byte to its end."""
        if not self._cut.is_set():
            there, onwards = await _reach(self._beyond)
            with suppress(_Over, ExceptionGroup):
                async with asyncio.TaskGroup() as ways:
                    ways.create_task(self._flow(here, onwards))
                    ways.create_task(self._flow(there, back))
                    ways.create_task(self._end())
            onwards.transport.abort()
        with suppress(OSError):
            while self._cut.is_set() and await here.read(1 << 16):
                continue
        back.transport.abort()

    async def _flow(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            while (data := await source.read(1 << 16)) and not self._cut.is_set():
                target.write(data)
                await target.drain()
        except OSError:
            raise _Over from None
        if not self._cut.is_set():
            raise _Over

    async def _end(self) -> None:
        await self._noticed.wait()
        raise _Over


async def _reach(url: URL) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    folder = url.query.get("host")
    if folder is None:
        return await asyncio.open_connection(url.host, url.port or 5432)
    return await asyncio.open_unix_connection(f"{folder}/.s.PGSQL.{url.port or 5432}")


@asynccontextmanager
async def open_wire(database_url: str) -> AsyncIterator[Wire]:
    """A way to this database, for as long as it is needed."""
    beyond = make_url(database_url)
    wire = Wire("", beyond)
    server = await asyncio.start_server(wire.carry, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    here = beyond.difference_update_query(["host"]).set(host="127.0.0.1", port=port)
    wire.url = here.render_as_string(hide_password=False)
    try:
        yield wire
    finally:
        wire._noticed.set()
        server.close()
        await server.wait_closed()
