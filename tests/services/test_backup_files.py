"""What lies in the folder of the data: SQLite's files before and after a restore, and files kept by their content."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot import operating
from bot.settings import Settings
from db.backup import linked
from db.files import Files
from tests.services.installation import spoil


async def test_an_old_write_ahead_log_does_not_spoil_the_restored_file(
    tmp_path: Path, migrated: Callable[[str], str]
) -> None:
    url = await asyncio.to_thread(migrated, "sqlite")
    settings = Settings(_env_file=None, database_url=url, data_dir=tmp_path / "data")
    await operating.backup(settings, tmp_path / "copy")
    path = Path(url.removeprefix("sqlite+aiosqlite:///"))
    with closing(sqlite3.connect(path)) as killed:  # a process that was killed leaves its log behind
        killed.execute("PRAGMA journal_mode=WAL")
        killed.execute("INSERT INTO installation VALUES ('left', 'over')")
        killed.commit()
        log = path.with_name(path.name + "-wal").read_bytes()
    path.with_name(path.name + "-wal").write_bytes(log)

    await operating.restore(settings, tmp_path / "copy")

    with closing(sqlite3.connect(path)) as restored:
        assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert restored.execute("SELECT count(*) FROM installation WHERE name = 'left'").fetchone() == (0,)


async def test_a_broken_database_is_replaced(tmp_path: Path, migrated: Callable[[str], str]) -> None:
    url = await asyncio.to_thread(migrated, "sqlite")
    settings = Settings(_env_file=None, database_url=url, data_dir=tmp_path / "data")
    await operating.backup(settings, tmp_path / "copy")
    spoil(Path(url.removeprefix("sqlite+aiosqlite:///")))

    await operating.restore(settings, tmp_path / "copy")

    assert await operating.organisations(settings) == []


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    files = Files(tmp_path)
    assert files.put(b"poster") == files.put(b"poster")
    assert len(list(files.names())) == 1
    with pytest.raises(ValueError):
        files.get("../erasures.jsonl")


class Dropping(Files):
    """A folder in which the running bot drops a file after it was listed."""

    def names(self) -> Iterator[str]:
        """What there was a moment ago."""
        first, *others = super().names()
        self.place(first).unlink()
        yield from (first, *others)


def test_a_file_that_is_dropped_during_a_backup_is_left_out(tmp_path: Path) -> None:
    files = Dropping(tmp_path)
    for content in (b"poster", b"hall", b"crafts"):
        files.put(content)
    kept = linked(files, tmp_path / "copy")
    assert len(kept) == 2
    assert {file.name for file in kept} == set(Files(tmp_path).names())
    assert {file.read_bytes() for file in kept} < {b"poster", b"hall", b"crafts"}
