"""Pictures of events: kept once by their content, read when an announcement is sent."""

import asyncio

from db.files import Files
from domain.outcomes import Refused
from domain.pictures import check_picture


class Pictures:
    """Keeps what staff send, and finds it again."""

    def __init__(self, files: Files) -> None:
        self._files = files

    async def keep(self, content: bytes) -> str | Refused:
        """Keep a picture; gives its sha256, under which an event names it."""
        if refused := check_picture(content):
            return refused
        return await asyncio.to_thread(self._files.put, content)

    async def find(self, sha256: str) -> bytes | None:
        """The picture; None when it is not kept any more (a backup without files): the announcement goes without."""
        try:
            return await asyncio.to_thread(self._files.get, sha256)
        except FileNotFoundError:
            return None
