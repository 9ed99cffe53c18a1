"""Fixtures for everybody: both databases, a clock that stands still until it is moved."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from uuid import uuid4

import asyncpg
import pytest

from db.engine import writer_engine
from db.migrate import upgrade
from db.work import Database
from domain.clock import MovableClock
from tests.postgres import embedded_postgres

ENGINES = ("sqlite", "postgresql")
START = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
"""Monday 7 September 2026, 10:00 in Novokuznetsk: where the clock of most tests stands."""


@pytest.fixture
def clock() -> MovableClock:
    """A clock standing at `START`."""
    return MovableClock(START)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Address of a PostgreSQL server with `{database}` in it: `TEST_DATABASE_URL`'s, or an embedded one."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        server, _, _ = given.replace("+asyncpg", "").rpartition("/")
        yield server + "/{database}"
        return
    with embedded_postgres() as address:
        yield address


@pytest.fixture(scope="session")
def migrated(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Callable[[str], str]:
    """Gives the address of a new, migrated database of an engine: a copy of one that was migrated once."""
    folder = tmp_path_factory.mktemp("databases")
    templates: dict[str, str] = {}

    def fresh(engine: str) -> str:
        name = f"t{uuid4().hex[:12]}"
        if engine == "sqlite":
            template = folder / "template.sqlite3"
            if engine not in templates:
                asyncio.run(_migrate(f"sqlite+aiosqlite:///{template}"))
                templates[engine] = str(template)
            shutil.copy(template, folder / f"{name}.sqlite3")
            return f"sqlite+aiosqlite:///{folder / name}.sqlite3"
        server: str = request.getfixturevalue("postgres_server")
        if engine not in templates:
            templates[engine] = f"template_{name}"
            asyncio.run(_create(server, templates[engine]))
            asyncio.run(_migrate(_sqlalchemy(server, templates[engine])))
        asyncio.run(_create(server, name, template=templates[engine]))
        return _sqlalchemy(server, name)

    return fresh


def _sqlalchemy(server: str, name: str) -> str:
    return server.format(database=name).replace("postgresql://", "postgresql+asyncpg://")


async def _migrate(url: str) -> None:
    engine = writer_engine(url)
    await upgrade(engine)
    await engine.dispose()


async def _create(server: str, name: str, template: str = "template1") -> None:
    connection = await asyncpg.connect(server.format(database="postgres"))
    try:
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    finally:
        await connection.close()


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, migrated: Callable[[str], str]) -> str:
    """A new migrated database; every test that asks for it runs on both engines."""
    return migrated(request.param)


@pytest.fixture
async def database(database_url: str, clock: MovableClock) -> AsyncIterator[Database]:
    """The same, opened, with the test's clock."""
    opened = Database(database_url, clock)
    yield opened
    await opened.close()
