"""Fixtures for everybody: both databases, a clock that stands still until it is moved."""

import gc
import os
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from db.work import Database
from domain.clock import MovableClock
from tests.children import Mother, open_mother
from tests.databases import Databases
from tests.postgres import embedded_postgres
from tests.warm import (
    compile_statements_once,
    log_errors_plainly,
    read_certificates_once,
    read_signatures_once,
)

settings.register_profile("patient", deadline=None)  # a busy machine is slow, and nothing is wrong
settings.load_profile("patient")

ENGINES = ("sqlite", "postgresql")
START = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
"""Monday 7 September 2026, 10:00 in Novokuznetsk: where the clock of most tests stands."""


LONGEST = (
    "scenarios/test_other_peoples_buttons.py",
    "scenarios/test_running_processes.py",
    "sandbox/test_kindergarten.py",
    "browser/",
    "scenarios/",
    "services/",
    "sandbox/",
    "db/",
)
"""Begun first: workers take tests from one another, and at the end only short ones should be left to take."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests first, otherwise in the order of their files."""
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        path = item.path.relative_to(here).as_posix()
        return next((place for place, start in enumerate(LONGEST) if path.startswith(start)), len(LONGEST))

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    """What was imported and collected stays for good: no collection of garbage looks through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def warm() -> Iterator[None]:
    """Certificates and signatures are read, and statements compiled, once and not in every test."""
    log_errors_plainly()
    with pytest.MonkeyPatch.context() as patch:
        read_certificates_once(patch)
        compile_statements_once(patch)
        read_signatures_once(patch)
        yield


@pytest.fixture(scope="session")
def mother() -> Iterator[Mother]:
    """Who bears processes that need not import everything anew."""
    with open_mother() as opened:
        yield opened


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
    # What autovacuum learns of the rows of one test would mislead the plans of the next.
    with embedded_postgres("autovacuum = off") as address:
        yield address


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Databases:
    """Where new databases come from; PostgreSQL is started by the first one who asks for it."""
    folder = tmp_path_factory.mktemp("databases")
    return Databases(folder, lambda: str(request.getfixturevalue("postgres_server")))


@pytest.fixture(scope="session")
def migrated(databases: Databases) -> Callable[[str], str]:
    """Gives the address of a new, migrated database of an engine, for as long as the tests run."""
    return databases.fresh


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """A new migrated database; every test that asks for it runs on both engines."""
    url = databases.fresh(request.param)
    yield url
    databases.give_back(url)


@pytest.fixture
async def database(database_url: str, clock: MovableClock) -> AsyncIterator[Database]:
    """The same, opened, with the test's clock."""
    opened = Database(database_url, clock)
    yield opened
    await opened.close()
