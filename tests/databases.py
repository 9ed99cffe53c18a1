"""New, empty, migrated databases by the thousand: each engine is migrated once, the rest is copied or emptied."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import asyncpg

from db.engine import writer_engine
from db.migrate import upgrade

_LOOK = """
    SELECT md5(string_agg(concat_ws(' ', c.relname, c.relkind, a.attname, a.atttypid, a.attnotnull), ','
                          ORDER BY c.relname, a.attnum)),
           pg_database_size(current_database())
    FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    WHERE c.relnamespace = 'public'::regnamespace
"""
_TABLES = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'alembic_version'
"""
_ROOM = 16 << 20
"""Bytes by which a database may grow before it is left alone: its dead rows would slow the next test down."""
_FORGET_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_COUNT_ANEW = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL
"""


class Databases:
    """Hands out databases that nobody has used, or that look as if nobody had.

    A file of SQLite is copied in a millisecond. PostgreSQL needs 0.2 s for a copy and a hundredth of that
    to delete a test's few rows, so a database that was given back is emptied and handed out again; one
    whose tables a test has changed, or filled with more than a few rows, is left alone.
    """

    def __init__(self, folder: Path, server: Callable[[], str]) -> None:
        """Files go into `folder`; `server` gives the address of a PostgreSQL with `{database}` in it."""
        self._folder = folder
        self._server = server
        self._templates: dict[str, str] = {}
        self._schema = ""
        self._size = 0
        self._names: dict[str, str] = {}
        self._returned: list[str] = []

    def fresh(self, engine: str) -> str:
        """The address of an empty, migrated database of `engine`: `sqlite` or `postgresql`."""
        name = f"t{uuid4().hex[:12]}"
        if engine == "sqlite":
            template = self._folder / "template.sqlite3"
            if engine not in self._templates:
                asyncio.run(_migrate(f"sqlite+aiosqlite:///{template}"))
                self._templates[engine] = str(template)
            shutil.copy(template, self._folder / f"{name}.sqlite3")
            return f"sqlite+aiosqlite:///{self._folder / name}.sqlite3"
        return asyncio.run(self._postgres(name))

    def give_back(self, url: str) -> None:
        """The test is over, its database may serve another one."""
        if url in self._names:
            self._returned.append(self._names[url])

    async def _postgres(self, name: str) -> str:
        server = self._server()
        while self._returned:
            returned = self._returned.pop()
            if await self._emptied(server.format(database=returned)):
                return self._address(server, returned)
        if "postgresql" not in self._templates:
            template = f"template_{name}"
            await _create(server, template, "template1")
            await _migrate(_sqlalchemy(server, template))
            self._schema, self._size = await _look(server.format(database=template))
            self._templates["postgresql"] = template
        await _create(server, name, self._templates["postgresql"])
        return self._address(server, name)

    def _address(self, server: str, name: str) -> str:
        url = _sqlalchemy(server, name)
        self._names[url] = name
        return url

    async def _emptied(self, address: str) -> bool:
        """Whether the database has no rows, no other connections and the tables it had when it was new."""
        connection = await asyncpg.connect(address)
        try:
            schema, size = await connection.fetchrow(_LOOK)
            if schema != self._schema or size > self._size + _ROOM:
                return False
            await connection.execute(_FORGET_OTHERS)
            tables = [row["relname"] for row in await connection.fetch(_TABLES)]
            filled = await connection.fetch(
                " UNION ALL ".join(f"(SELECT '{table}' AS name FROM {table} LIMIT 1)" for table in tables)
            )
            deletes = "".join(f"DELETE FROM {row['name']};" for row in filled)
            await connection.execute(f"SET session_replication_role = replica; {deletes} {_COUNT_ANEW}")
            return True
        finally:
            await connection.close()


async def _look(address: str) -> tuple[str, int]:
    connection = await asyncpg.connect(address)
    try:
        schema, size = await connection.fetchrow(_LOOK)
        return schema, size
    finally:
        await connection.close()


def _sqlalchemy(server: str, name: str) -> str:
    return server.format(database=name).replace("postgresql://", "postgresql+asyncpg://")


async def _migrate(url: str) -> None:
    engine = writer_engine(url)
    await upgrade(engine)
    await engine.dispose()


async def _create(server: str, name: str, template: str) -> None:
    connection = await asyncpg.connect(server.format(database="postgres"))
    try:
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    finally:
        await connection.close()
