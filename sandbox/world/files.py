"""Files that were sent, and the identifiers by which the bot sends them again."""

import hashlib
import secrets
from dataclasses import dataclass

from sandbox.world.store import Json, Store

PREFIX = {"photo": "AgACAgIAAxk", "document": "BQACAgIAAxk", "voice": "AwACAgIAAxk", "sticker": "CAACAgIAAxk"}
FOLDER = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}


@dataclass(slots=True)
class File:
    """One file of one kind: a document and a photo of the same bytes are two."""

    file_id: str
    unique_id: str
    kind: str
    size: int
    sha256: str
    name: str
    mime_type: str
    width: int = 0
    height: int = 0
    duration: int = 0
    emoji: str = ""

    def dump(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def path(self) -> str:
        """The path that getFile gives for the download."""
        extension = self.name.rsplit(".", 1)[-1] if "." in self.name else "bin"
        return f"{FOLDER[self.kind]}/file_{self.unique_id}.{extension}"


class Files:
    """All files by id and by path; the bytes once per content."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        for _, saved in store.rows("files"):
            self._remember(File(**saved))

    def add(
        self,
        kind: str,
        content: bytes,
        *,
        name: str,
        mime_type: str,
        width: int = 0,
        height: int = 0,
        duration: int = 0,
        emoji: str = "",
    ) -> File:
        """Keep an upload; the same content of the same kind and name keeps its unique id."""
        sha256 = hashlib.sha256(content).hexdigest()
        unique = hashlib.sha256(f"{kind}\0{name}\0{sha256}".encode()).hexdigest()[:14]
        file_id = PREFIX[kind] + secrets.token_urlsafe(24)
        file = File(
            file_id, unique, kind, len(content), sha256, name, mime_type, width, height, duration, emoji
        )
        self._remember(file)
        self._store.put("files", file_id, file)
        self._store.put_bytes(sha256, content)
        return file

    def find(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> File | None:
        return self._by_path.get(path)

    def content(self, file: File) -> bytes:
        return self._store.get_bytes(file.sha256)

    def _remember(self, file: File) -> None:
        self._by_id[file.file_id] = file
        self._by_path[file.path] = file
