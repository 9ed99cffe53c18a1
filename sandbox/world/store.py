"""The world on disk: one SQLite file, written behind the memory by a single writer."""

import asyncio
import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

Json = dict[str, Any]

TABLES = ("people", "chats", "messages", "updates", "files", "keyboards", "callbacks", "meta")


class Record(Protocol):
    """Something of the world that can be written down."""

    def dump(self) -> Json: ...


class Store:
    """Collects what changed and writes it in one transaction now and then.

    Memory is the truth while the process lives: a killed *bot* loses nothing,
    a killed sandbox loses at most one interval.
    """

    def __init__(self, path: Path | None) -> None:
        self._changed: dict[tuple[str, str], Record | Json | None] = {}
        self._bytes: dict[str, bytes] = {}
        self._writing = asyncio.Lock()
        self._hand = threading.Lock()
        """Held by the thread that writes: one whose task was cancelled still runs when the file is closed."""
        self._connection: sqlite3.Connection | None = None
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        for table in TABLES:
            self._connection.execute(
                f"CREATE TABLE IF NOT EXISTS {table} (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
            )
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS contents (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
        )

    def put(self, table: str, key: object, record: Record | Json) -> None:
        """Remember that this record is to be written; its newest state is taken at the flush."""
        if self._connection is not None:
            self._changed[table, str(key)] = record

    def drop(self, table: str, key: object) -> None:
        if self._connection is not None:
            self._changed[table, str(key)] = None

    def put_bytes(self, key: str, value: bytes) -> None:
        self._bytes[key] = value

    def get_bytes(self, key: str) -> bytes:
        """The content of a file, from memory until it is written, then from the disk."""
        held = self._bytes.get(key)
        if held is not None or self._connection is None:
            return held or b""
        row = self._connection.execute("SELECT value FROM contents WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else b""

    def rows(self, table: str) -> Iterator[tuple[str, Json]]:
        """Everything that was written, for the start."""
        if self._connection is None:
            return
        for key, value in self._connection.execute(f"SELECT key, value FROM {table} ORDER BY rowid"):
            yield key, json.loads(value)

    async def flush(self) -> None:
        """Write what changed, away from the event loop."""
        async with self._writing:
            changed = self._changed
            if batch := self._batch():
                try:
                    await asyncio.to_thread(self._write, *batch)
                except asyncio.CancelledError:
                    self._changed = changed | self._changed  # nobody knows how far the thread came
                    raise
                self._written(batch[1])

    def close(self) -> None:
        """Write the rest and close the file."""
        if self._connection is None:
            return
        if batch := self._batch():
            self._write(*batch)
        with self._hand:
            self._connection.close()
            self._connection = None

    async def erase(self) -> None:
        """Forget everything but what is put from now on."""
        async with self._writing:
            self._changed.clear()
            self._bytes.clear()
            if self._connection is not None:
                for table in (*TABLES, "contents"):
                    self._connection.execute(f"DELETE FROM {table}")

    def _batch(self) -> tuple[list[tuple[str, str, str | None]], dict[str, bytes]] | None:
        if self._connection is None or not (self._changed or self._bytes):
            return None
        changed, self._changed = self._changed, {}
        rows: list[tuple[str, str, str | None]] = []
        for (table, key), record in changed.items():
            value = record if record is None or isinstance(record, dict) else record.dump()
            rows.append((table, key, None if value is None else json.dumps(value, ensure_ascii=False)))
        return rows, dict(self._bytes)

    def _written(self, contents: dict[str, bytes]) -> None:
        for key in contents:
            self._bytes.pop(key, None)

    def _write(self, rows: list[tuple[str, str, str | None]], contents: dict[str, bytes]) -> None:
        with self._hand:
            connection = self._connection
            if connection is None:
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                for table, key, value in rows:
                    if value is None:
                        connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))
                    else:
                        connection.execute(
                            f"INSERT INTO {table} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                            (key, value),
                        )
                connection.executemany(
                    "INSERT OR REPLACE INTO contents (key, value) VALUES (?, ?)", contents.items()
                )
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
