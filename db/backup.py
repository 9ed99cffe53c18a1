"""Backup and restore: database, files and erasure journal in one file.

The file is a gzipped tar: `manifest.json` first, then `database` (a SQLite file made by the backup API, or a dump
of pg_dump), `erasures.jsonl`, and `files/<sha256>`. A running bot does not disturb a backup.
"""

import gzip
import hashlib
import io
import json
import os
import re
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from db import dumps
from db.engine import is_sqlite
from db.erasure_journal import NAME as JOURNAL
from db.erasure_journal import ErasureJournal
from db.files import Files

FORMAT = 1
_FILE = re.compile(r"files/[0-9a-f]{64}")
_CHUNK = 1024 * 1024
_BROKEN = (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, ValueError, TypeError, KeyError)
"""What reading a file says that is cut off, spoilt or something else."""


class NotABackup(Exception):
    """The file is not a whole backup of this program: nothing was restored. Take another copy of it."""


class OtherEngine(Exception):
    """The backup is of the other kind of database: set DATABASE_URL to a database of the backup's kind."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself."""

    format: int
    engine: str
    made_at: str
    database_sha256: str
    journal_sha256: str
    files: int


def write_backup(url: str, data_dir: Path, target: Path, *, made_at: datetime) -> Manifest:
    """Write a backup to `target`, readable by its owner only; raises `FileExistsError` rather than overwrite."""
    if target.exists():
        raise FileExistsError(target)
    if not target.parent.is_dir():
        raise FileNotFoundError(target.parent)
    files = Files(data_dir)
    part = target.with_name(target.name + ".part")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as scratch:
        dumped = Path(scratch) / "database"
        dumps.dump(url, dumped)
        kept = linked(files, Path(scratch) / "files")
        journal = data_dir / JOURNAL
        erasures = journal.read_bytes() if journal.exists() else b""
        manifest = Manifest(
            format=FORMAT,
            engine=_engine(url),
            made_at=made_at.isoformat(),
            database_sha256=_sha256(dumped),
            journal_sha256=hashlib.sha256(erasures).hexdigest(),
            files=len(kept),
        )
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with (
                os.fdopen(handle, "wb") as raw,
                tarfile.open(fileobj=raw, mode="w:gz", compresslevel=6) as tar,
            ):
                _add_bytes(tar, "manifest.json", json.dumps(asdict(manifest)).encode())
                tar.add(dumped, "database", recursive=False)
                _add_bytes(tar, JOURNAL, erasures)
                for file in kept:
                    _add_bytes(tar, f"files/{file.name}", file.read_bytes())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return manifest


def made_at(source: Path) -> datetime:
    """When a backup was made; raises `NotABackup` for what is none."""
    try:
        with tarfile.open(source, mode="r:gz") as tar:
            first = tar.next()
            if first is None or first.name != "manifest.json":
                raise NotABackup(NotABackup.__doc__)
            with _content(tar, first) as content:
                return datetime.fromisoformat(json.load(content)["made_at"])
    except _BROKEN as broken:
        raise NotABackup(NotABackup.__doc__) from broken


def restore_backup(url: str, data_dir: Path, source: Path) -> Manifest:
    """Put a backup in the place of the database at `url`; the caller holds the working lock.

    Everything is read and verified before anything is replaced. Files are only added, and the journal of erasures
    under DATA_DIR keeps its lines: whoever was erased after the backup is erased again by the caller.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data_dir, prefix=".restore-") as scratch:
        folder = Path(scratch)
        manifest = _unpack(source, folder)
        if manifest.engine != _engine(url):
            raise OtherEngine(OtherEngine.__doc__)
        dumps.load(url, folder / "database")
        files = Files(data_dir)
        for kept in sorted((folder / "files").glob("*")):
            files.put(kept.read_bytes())
        ErasureJournal(data_dir).take_over(ErasureJournal(folder))
    return manifest


def linked(files: Files, folder: Path) -> list[Path]:
    """The kept files as they are now: one that a running bot drops meanwhile, because nobody needs it, is left out."""
    folder.mkdir()
    copies = []
    for name in files.names():
        copy = folder / name
        try:
            _link(files.place(name), copy)
        except FileNotFoundError:
            continue
        copies.append(copy)
    return copies


def _link(file: Path, copy: Path) -> None:
    """The same bytes under another name; a copy where the two stand on different disks."""
    try:
        os.link(file, copy)
    except FileNotFoundError:
        raise
    except OSError:
        copy.write_bytes(file.read_bytes())


def _unpack(source: Path, folder: Path) -> Manifest:
    """Unpack into `folder` what a backup may contain, and verify it."""
    (folder / "files").mkdir()
    try:
        with tarfile.open(source, mode="r:gz") as tar:
            for member in tar:
                if not member.isfile() or not (
                    member.name in ("manifest.json", "database", JOURNAL) or _FILE.fullmatch(member.name)
                ):
                    raise NotABackup(NotABackup.__doc__)
                with _content(tar, member) as content, (folder / member.name).open("wb") as place:
                    while chunk := content.read(_CHUNK):
                        place.write(chunk)
        manifest = Manifest(**json.loads((folder / "manifest.json").read_bytes()))
    except (*_BROKEN, FileNotFoundError) as broken:
        raise NotABackup(NotABackup.__doc__) from broken
    kept = sorted((folder / "files").glob("*"))
    whole = (
        manifest.format == FORMAT
        and _is(folder / "database", manifest.database_sha256)
        and _is(folder / JOURNAL, manifest.journal_sha256)
        and len(kept) == manifest.files
        and all(_sha256(file) == file.name for file in kept)
    )
    if not whole:
        raise NotABackup(NotABackup.__doc__)
    return manifest


@contextmanager
def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[IO[bytes]]:
    content = tar.extractfile(member)
    if content is None:
        raise NotABackup(NotABackup.__doc__)
    with content:
        yield content


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    member.mode = 0o600
    tar.addfile(member, io.BytesIO(content))


def _is(file: Path, sha256: str) -> bool:
    return file.exists() and _sha256(file) == sha256


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _engine(url: str) -> str:
    return "sqlite" if is_sqlite(url) else "postgresql"
