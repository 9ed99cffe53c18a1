"""The world's file, closed in the middle of a write."""

import asyncio
from pathlib import Path

import pytest

from sandbox.world.store import Store

MANY = 20_000


async def test_a_file_closed_while_it_is_written_holds_everything(tmp_path: Path) -> None:
    file = tmp_path / "world.sqlite3"
    store = Store(file)
    for number in range(MANY):
        store.put("messages", number, {"text": "words " * 10})
    store.put_bytes("photo", b"bytes")

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0):
            await store.flush()
    store.close()

    again = Store(file)
    assert sum(1 for _ in again.rows("messages")) == MANY
    assert again.get_bytes("photo") == b"bytes"
    again.close()
