"""Where a statement is carried out: a quick one on the loop, whatever may take long in the connection's thread."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from db.models import AuditRow
from db.one_hop import Kind, OneHopConnection, kind_of
from db.work import Database, Reading
from domain.clock import MovableClock

COUNT_TO = """SELECT max(seen(i)) FROM (
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :top) SELECT i FROM n)"""


@pytest.fixture
def lite_url(migrated: Callable[[str], str]) -> str:
    """A new migrated database of SQLite."""
    return migrated("sqlite")


@pytest.fixture
async def lite(lite_url: str, clock: MovableClock) -> AsyncIterator[Database]:
    """The same, opened."""
    database = Database(lite_url, clock)
    yield database
    await database.close()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("SELECT a FROM t WHERE b = ?", Kind.QUESTION),
        ("\n select 1", Kind.QUESTION),
        ("INSERT INTO t (a) VALUES (?) ON CONFLICT DO NOTHING", Kind.ROW),
        ("INSERT INTO t (a, b) VALUES (?, ?), (?, ?)", Kind.OTHER),
        ("INSERT INTO t (a) SELECT b FROM u", Kind.OTHER),
        ("INSERT INTO t (a) VALUES (?) ON CONFLICT DO UPDATE SET a = (SELECT max(b) FROM u)", Kind.OTHER),
        ("UPDATE t SET a = ?", Kind.OTHER),
        ("DELETE FROM t", Kind.OTHER),
        ("WITH x AS (SELECT 1) DELETE FROM t", Kind.OTHER),
        ("PRAGMA foreign_keys=ON", Kind.OTHER),
    ],
)
def test_a_statement_is_known_by_its_words(statement: str, kind: Kind) -> None:
    assert kind_of(statement) is kind


async def test_a_long_question_leaves_the_loop_and_is_answered_all_the_same(lite: Database) -> None:
    here = threading.get_ident()
    async with lite.read() as reading:
        threads = await _watched(reading)
        assert (await reading.connection.execute(text(COUNT_TO), {"top": 10})).scalar_one() == 10
        assert threads == {here}
        assert (await reading.connection.execute(text(COUNT_TO), {"top": 300_000})).scalar_one() == 300_000
        assert len(threads) == 2, "the rest was counted in the thread"


async def test_a_long_question_among_writes_undoes_none_of_them(lite: Database) -> None:
    async with lite.work() as work:
        await work.audit.note("test.noted", organisation_id=None, by=None)
        threads = await _watched(work)
        await work.connection.execute(text(COUNT_TO), {"top": 300_000})
        assert len(threads) == 2
        await work.audit.note("test.noted", organisation_id=None, by=None)
    assert await _notes(lite) == 2


async def test_the_loop_goes_on_while_another_process_holds_the_lock(lite: Database) -> None:
    other = sqlite3.connect(Path(str(lite.writer.url.database)), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with lite.work() as work:
            await work.audit.note("test.noted", organisation_id=None, by=None)

    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(write())
        done, _ = await asyncio.wait({writing}, timeout=0.1)
        assert not done, "it waits, and we do not wait with it"
        assert await _notes(lite) == 0
        other.execute("COMMIT")
    other.close()
    assert await _notes(lite) == 1


async def test_the_log_of_changes_is_folded_now_and_then(
    lite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.one_hop.FOLD_EVERY", 5)
    log = Path(f"{lite.writer.url.database}-wal")
    sizes = []
    for _ in range(60):
        async with lite.work() as work:
            await work.audit.note("test.noted", organisation_id=None, by=None)
        sizes.append(_size(log))
    assert sizes[-1] <= 2 * sizes[5], "the log begins anew after it was folded"
    assert await _notes(lite) == 60


async def test_after_a_cancelled_statement_the_next_one_waits_its_turn(lite: Database) -> None:
    async def long() -> None:
        async with lite.work() as work:
            await _watched(work)
            await work.audit.note("test.noted", organisation_id=None, by=None)
            started.set()
            await work.connection.execute(
                text("DELETE FROM audit WHERE id = (" + COUNT_TO + ")"), {"top": 300_000}
            )

    started = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(long())
        await started.wait()
        task.cancel()
    assert task.cancelled()
    async with lite.work() as work:
        await work.audit.note("test.noted", organisation_id=None, by=None)
    assert await _notes(lite) == 1, "what was cancelled was rolled back, and only that"


async def _watched(work: Reading) -> set[int]:
    """Give the connection a function `seen(i)` that returns `i` and notes the thread in which it was asked."""
    threads: set[int] = set()

    def seen(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    raw = await work.connection.get_raw_connection()
    adapter = raw.dbapi_connection
    assert isinstance(adapter, OneHopConnection)
    adapter._connection._conn.create_function("seen", 1, seen)
    return threads


async def _notes(database: Database) -> int:
    async with database.read() as reading:
        return (await reading.connection.execute(select(func.count()).select_from(AuditRow))).scalar_one()


def _size(file: Path) -> int:
    return file.stat().st_size
