"""Backup and restore on both engines: nothing is lost, nobody who was erased comes back."""

import asyncio
import io
import tarfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import operating
from bot.settings import Settings
from db.backup import NotABackup, OtherEngine, restore_backup
from db.dumps import ProgramMissing
from db.erasure_journal import ErasureJournal
from db.files import Files
from db.lock import AlreadyRunning, working_lock
from db.work import Database
from domain.clock import Clock
from domain.ids import PersonId
from domain.people import OrganisationKind, Visitor
from services.erasing import erase_person
from services.installation import Installation
from tests.services.installation import PROGRAMS


@pytest.fixture
def settings(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation with PostgreSQL's programs at hand."""
    monkeypatch.setenv("PATH", f"{PROGRAMS}:/usr/bin:/bin")
    return Settings(_env_file=None, database_url=database_url, data_dir=tmp_path / "data")


@pytest.fixture
async def real(settings: Settings) -> AsyncIterator[Database]:
    """The installation's database on the real clock."""
    opened = Database(settings.database_url, Clock())
    yield opened
    await opened.close()


async def _organisation(database: Database, name: str) -> None:
    made = await Installation(database, Clock()).create(
        name, OrganisationKind.KINDERGARTEN, "Asia/Novokuznetsk"
    )
    assert getattr(made, "name", None) == name


async def _names(settings: Settings) -> list[str]:
    return [one.name for one in await operating.organisations(settings)]


async def _person(database: Database, user_id: int) -> PersonId:
    async with database.work() as work:
        await work.installation.person_hash_key()  # the first consent makes it
        return await work.people.create_person(Visitor("telegram", user_id, user_id), "ru")


async def _known(database: Database, user_id: int) -> bool:
    async with database.read() as reading:
        return await reading.people.find_actor("telegram", user_id) is not None


async def test_a_restore_brings_back_rows_and_files(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    await _organisation(real, "Солнышко")
    kept = Files(settings.data_dir).put("афиша".encode())
    manifest = await operating.backup(settings, tmp_path / "copy")
    await _organisation(real, "Позднее")
    Files(settings.data_dir).place(kept).unlink()
    await real.close()

    done = await operating.restore(settings, tmp_path / "copy")

    assert (done.manifest, done.erased) == (manifest, 0)
    assert await _names(settings) == ["Солнышко"]
    assert Files(settings.data_dir).get(kept) == "афиша".encode()
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


async def test_a_restored_database_takes_new_rows(settings: Settings, real: Database, tmp_path: Path) -> None:
    await _organisation(real, "Солнышко")
    await operating.backup(settings, tmp_path / "copy")
    await real.close()
    await operating.restore(settings, tmp_path / "copy")

    await _organisation(real, "Звёздочка")

    assert await _names(settings) == ["Солнышко", "Звёздочка"]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_restored_database_knows_how_much_it_holds(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    """Else PostgreSQL takes minutes over the first screens after a restore, until it counts by itself."""
    await _organisation(real, "Солнышко")
    await operating.backup(settings, tmp_path / "copy")
    await real.close()
    await operating.restore(settings, tmp_path / "copy")

    async with real.read() as reading:
        counted = text("SELECT reltuples FROM pg_class WHERE relname = 'organisations'")
        assert (await reading.connection.execute(counted)).scalar_one() == 1


async def test_whoever_was_erased_after_the_backup_stays_erased(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    anna, boris = await _person(real, 1), await _person(real, 2)
    await operating.backup(settings, tmp_path / "copy")
    async with real.work() as work:
        erased = await erase_person(work, anna)
    assert erased is not None
    await real.close()
    assert ErasureJournal(settings.data_dir).read() == []  # only the database knows of it as yet

    done = await operating.restore(settings, tmp_path / "copy")

    assert done.erased == 1
    assert not await _known(real, 1)
    assert await _known(real, 2)
    assert boris != anna
    await real.close()
    again = await operating.restore(settings, tmp_path / "copy")
    assert again.erased == 1  # the journal under DATA_DIR outlives the database


async def test_a_running_bot_is_not_restored_under(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    await _organisation(real, "Солнышко")
    await operating.backup(settings, tmp_path / "copy")
    await _organisation(real, "Позднее")
    async with working_lock(settings.database_url, wait=False):
        with pytest.raises(AlreadyRunning):
            await operating.restore(settings, tmp_path / "copy")
    assert await _names(settings) == ["Солнышко", "Позднее"]


async def test_a_backup_can_be_made_while_somebody_writes(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    await _organisation(real, "Солнышко")
    async with real.work() as work:
        await work.people.create_person(Visitor("telegram", 5, 5), "ru")
        await operating.backup(settings, tmp_path / "copy")
    await real.close()
    await operating.restore(settings, tmp_path / "copy")
    assert not await _known(real, 5)  # it was not committed when the backup was made
    assert await _names(settings) == ["Солнышко"]


def _cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:-200])


def _foreign_file(copy: Path) -> None:
    copy.write_bytes(b"PK\x03\x04 not a backup at all")


def _path_outside(copy: Path) -> None:
    with tarfile.open(copy, "w:gz") as tar:
        tar.add(__file__, "../outside")


@pytest.mark.parametrize("spoil", [_cut, _foreign_file, _path_outside])
async def test_a_spoilt_copy_changes_nothing(
    settings: Settings, real: Database, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    await _organisation(real, "Солнышко")
    copy = tmp_path / "copy"
    await operating.backup(settings, copy)
    spoil(copy)
    await _organisation(real, "Позднее")
    await real.close()

    with pytest.raises(NotABackup):
        await operating.restore(settings, copy)

    assert await _names(settings) == ["Солнышко", "Позднее"]
    assert not (tmp_path / "outside").exists()


def _repacked(copy: Path, journal: bytes | None) -> None:
    with tarfile.open(copy, "r:gz") as tar:
        kept = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]  # all are files
    with tarfile.open(copy, "w:gz") as tar:
        for name, content in (kept | {"erasures.jsonl": journal}).items():
            member = tarfile.TarInfo(name)
            member.size = len(content or b"")
            if content is not None:
                tar.addfile(member, io.BytesIO(content))


@pytest.mark.parametrize("journal", [None, b"", b'{"at": "2026-'], ids=["gone", "empty", "cut off"])
async def test_a_copy_with_another_journal_of_erasures_is_no_copy(
    settings: Settings, real: Database, tmp_path: Path, journal: bytes | None
) -> None:
    """On a new machine the copy's journal is the only one that knows who was erased."""
    settings.data_dir.mkdir()
    (settings.data_dir / "erasures.jsonl").write_text('{"at": "2026-11-22T08:00:00+00:00"}\n')
    await operating.backup(settings, tmp_path / "copy")
    await real.close()
    _repacked(tmp_path / "copy", journal)
    with pytest.raises(NotABackup):
        await operating.restore(settings, tmp_path / "copy")


async def test_lines_that_were_unreadable_in_the_copy_are_told_on_a_new_machine(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    settings.data_dir.mkdir()
    (settings.data_dir / "erasures.jsonl").write_text('{"at": "2026-\n')
    await operating.backup(settings, tmp_path / "copy")
    await real.close()
    elsewhere = settings.model_copy(update={"data_dir": tmp_path / "new machine"})
    assert [(await operating.restore(elsewhere, tmp_path / "copy")).broken for _ in range(2)] == [1, 1]


async def test_wherever_a_copy_is_spoilt_it_is_called_no_copy(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    await _organisation(real, "Солнышко")
    await operating.backup(settings, tmp_path / "copy")
    whole = (tmp_path / "copy").read_bytes()
    spoilt, scratch = tmp_path / "spoilt", f"sqlite+aiosqlite:///{tmp_path / 'scratch.sqlite3'}"
    refused = 0
    for at in range(0, len(whole), len(whole) // 150):
        spoilt.write_bytes(whole[:at] + bytes(3) + whole[at + 3 :])
        try:
            restore_backup(scratch, tmp_path / "scratch", spoilt)
        except (NotABackup, OtherEngine):  # three zeros may stand where three zeros stood
            refused += 1
    assert refused > 100


async def test_an_existing_file_is_not_overwritten(
    settings: Settings, real: Database, tmp_path: Path
) -> None:
    (tmp_path / "copy").write_text("важное")
    with pytest.raises(FileExistsError):
        await operating.backup(settings, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "важное"


async def test_a_copy_of_the_other_engine_is_refused(
    tmp_path: Path, migrated: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{PROGRAMS}:/usr/bin:/bin")
    ours, theirs = (
        Settings(_env_file=None, database_url=url, data_dir=tmp_path / "data")
        for url in (
            await asyncio.to_thread(migrated, "sqlite"),
            await asyncio.to_thread(migrated, "postgresql"),
        )
    )
    await operating.backup(ours, tmp_path / "copy")
    with pytest.raises(OtherEngine):
        await operating.restore(theirs, tmp_path / "copy")


async def test_missing_programs_are_named(
    tmp_path: Path, migrated: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = await asyncio.to_thread(migrated, "postgresql")
    monkeypatch.setenv("PATH", str(tmp_path))
    settings = Settings(_env_file=None, database_url=url, data_dir=tmp_path / "data")
    with pytest.raises(ProgramMissing, match="pg_dump"):
        await operating.backup(settings, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
