"""Bytes under DATA_DIR, each file named by its own sha256: the same content is kept once and cannot be mixed up."""

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from uuid import uuid4

FOLDER = "files"
_NAME = re.compile(r"[0-9a-f]{64}")


class FolderRefused(Exception):
    """Nothing can be kept under DATA_DIR: make the folder and give it to the account under which the bot runs."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(self.__doc__)
        self.folder = folder
        self.why = why


def require_writable(data_dir: Path) -> None:
    """Make the folder where it is not there yet, and try to write in it; raises `FolderRefused`."""
    probe = data_dir / ".writable"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise FolderRefused(data_dir, error.strerror or type(error).__name__) from error


class Files:
    """Content by sha256 in `DATA_DIR/files/<first two digits>/<sha256>`.

    The moment that stands with a file is when it was last needed: whoever puts or uses it says so, and a file that
    nobody has needed for long is dropped. One process puts and drops; others only read.
    """

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER
        self._turn = Lock()

    def put(self, content: bytes, *, at: datetime | None = None) -> str:
        """Keep the content, needed `at` this moment; returns its sha256. A crash leaves either nothing or the whole file."""
        name = hashlib.sha256(content).hexdigest()
        place = self.place(name)
        with self._turn:
            if not place.exists():
                self._write(place, content)
            if at is not None:
                self.needed(name, at)
        return name

    def needed(self, name: str, at: datetime) -> None:
        """The file was needed at this moment; nothing happens to one that is not kept."""
        try:
            os.utime(self.place(name), (at.timestamp(), at.timestamp()))
        except FileNotFoundError:
            return

    def needed_at(self, name: str) -> datetime | None:
        """When a file was last needed; None when it is not kept."""
        try:
            return datetime.fromtimestamp(self.place(name).stat().st_mtime, UTC)
        except FileNotFoundError:
            return None

    def drop(self, name: str, *, unneeded_since: datetime) -> bool:
        """Drop a file unless it was needed after this moment; whether it went."""
        with self._turn:
            needed = self.needed_at(name)
            if needed is None or needed > unneeded_since:
                return False
            self.place(name).unlink(missing_ok=True)
        return True

    def get(self, name: str) -> bytes:
        """The content; raises `FileNotFoundError` when it is not kept."""
        return self.place(name).read_bytes()

    def names(self) -> Iterator[str]:
        """Every kept file, in the order of names."""
        for place in sorted(self._folder.glob("??/*")):
            if _NAME.fullmatch(place.name):
                yield place.name

    def _write(self, place: Path, content: bytes) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{place.name}.{uuid4().hex}")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)

    def place(self, name: str) -> Path:
        """Where the content of this sha256 stands; raises `ValueError` for what is no sha256."""
        if _NAME.fullmatch(name) is None:
            raise ValueError("A file is asked for by its sha256 and by nothing else.")
        return self._folder / name[:2] / name
