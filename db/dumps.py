"""A database as one file and back: by SQLite's backup API, or by PostgreSQL's own programs."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from db.engine import is_sqlite

_EMPTY = b"DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n"
"""What the present schema has and the dump has not must not stand in the way of later migrations."""
_COUNT = b"\nANALYZE;\n"
"""Tables whose rows nobody has counted are believed to be small: screens would walk through them all, over and over."""


class ProgramMissing(Exception):
    """A program of PostgreSQL was not found: install the client of the server's version (postgresql-client)."""


class DumpFailed(Exception):
    """The database could not be dumped or loaded; nothing was changed. The message is the program's own."""


def dump(url: str, target: Path) -> None:
    """Write the whole database at `url` to `target`, consistent even while others write."""
    if is_sqlite(url):
        with closing(_open(_path(url))) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    else:
        _run(url, ["pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(target)])


def load(url: str, source: Path) -> None:
    """Replace the database at `url` by a dump, wholly or not at all."""
    if is_sqlite(url):
        _load_sqlite(_path(url), source)
        return
    script = _run(url, ["pg_restore", "--no-owner", "--no-privileges", "--file", "-", str(source)])
    _run(
        url,
        ["psql", "--quiet", "--no-psqlrc", "--single-transaction", "-v", "ON_ERROR_STOP=1"],
        _EMPTY + script + _COUNT,
    )


def _load_sqlite(place: Path, source: Path) -> None:
    with closing(_open(source)) as copy:
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        raise DumpFailed(verdict)
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        _fold_log(place)
    for tail in ("-wal", "-shm"):
        place.with_name(place.name + tail).unlink(missing_ok=True)
    fresh = place.with_name(place.name + ".restored")
    shutil.copyfile(source, fresh)
    fresh.chmod(0o600)
    fresh.replace(place)


def _fold_log(place: Path) -> None:
    """Fold the write-ahead log of the present database into it: left over, it would spoil the new file."""
    with closing(sqlite3.connect(place)) as old:
        try:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            old.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as in_use:
            raise DumpFailed(f"another program has {place.name} open ({in_use})") from in_use
        except sqlite3.DatabaseError:
            return  # it is broken, and that is why it is being replaced


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise FileNotFoundError(path)
    return sqlite3.connect(path)


def _path(url: str) -> Path:
    return Path(make_url(url).database or "")


def _run(url: str, command: list[str], given: bytes | None = None) -> bytes:
    program = shutil.which(command[0])
    if program is None:
        raise ProgramMissing(command[0])
    done = subprocess.run([program, *command[1:]], input=given, capture_output=True, env=_environment(url))
    if done.returncode != 0:
        raise DumpFailed(done.stderr.decode(errors="replace").strip()[-600:])
    return done.stdout


def _environment(url: str) -> dict[str, str]:
    """The address for PostgreSQL's programs; the password is no argument, others could read it."""
    parts = make_url(url)
    host = parts.query.get("host", parts.host)
    wanted = {
        "PGHOST": host if isinstance(host, str) else None,
        "PGPORT": None if parts.port is None else str(parts.port),
        "PGUSER": parts.username,
        "PGPASSWORD": parts.password,
        "PGDATABASE": parts.database,
    }
    return {**os.environ, **{name: value for name, value in wanted.items() if value}}
