"""The demo's folder: one demo at a time lives in it, and nothing of it is thrown away under a demo that runs."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from sandbox.telling import Wish


class FolderTaken(Exception):
    """Another demo lives in this folder."""


@contextmanager
def lived_in(wish: Wish) -> Iterator[None]:
    """Hold the folder for as long as the demo runs. The lock stands beside it, because the folder may be begun anew."""
    wish.folder.parent.mkdir(parents=True, exist_ok=True)
    lock = wish.folder.absolute().with_name(f"{wish.folder.absolute().name}.lock")
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise FolderTaken from taken
        yield
    finally:
        os.close(handle)


def prepare(wish: Wish) -> None:
    """Make the folder; a fresh start empties it, and a story that was interrupted is told anew from the beginning."""
    if wish.folder.exists() and (wish.fresh or wish.untold):
        shutil.rmtree(wish.folder)
    wish.folder.mkdir(parents=True, exist_ok=True)
