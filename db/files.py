"""Bytes under DATA_DIR, each file named by its own sha256: the same content is kept once and cannot be mixed up."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
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
    """Content by sha256 in `DATA_DIR/files/<first two digits>/<sha256>`."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER

    def put(self, content: bytes) -> str:
        """Keep the content; returns its sha256. A crash leaves either nothing or the whole file."""
        name = hashlib.sha256(content).hexdigest()
        place = self.place(name)
        if place.exists():
            return name
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{name}.{uuid4().hex}")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
        return name

    def get(self, name: str) -> bytes:
        """The content; raises `FileNotFoundError` when it is not kept."""
        return self.place(name).read_bytes()

    def names(self) -> Iterator[str]:
        """Every kept file, in the order of names."""
        for place in sorted(self._folder.glob("??/*")):
            if _NAME.fullmatch(place.name):
                yield place.name

    def place(self, name: str) -> Path:
        """Where the content of this sha256 stands; raises `ValueError` for what is no sha256."""
        if _NAME.fullmatch(name) is None:
            raise ValueError("A file is asked for by its sha256 and by nothing else.")
        return self._folder / name[:2] / name
