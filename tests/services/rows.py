"""Everything that stands in the tables, looked at again and again, and put back as it was."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import delete, event, insert, select

from db.models import Base
from db.work import Database

Contents = dict[str, list[tuple[Any, ...]]]
"""Rows by table."""
TABLES = {table.name: table for table in Base.metadata.sorted_tables}
"""Every table, after those that it names."""
WRITING = re.compile(r"\b(INSERT INTO|UPDATE|DELETE FROM) (\w+)")
"""What a statement does to which table."""


async def contents(database: Database, names: Collection[str] = TABLES) -> Contents:
    """Every row of every table, or of some."""
    async with database.read() as reading:
        return {
            name: sorted(
                (tuple(row) for row in await reading.connection.execute(select(TABLES[name]))), key=str
            )
            for name in names
        }


class Rows:
    """What stands in every table, looked at again and again: read anew is what was written to meanwhile."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: Contents = {}
        self._written = set(TABLES)
        event.listen(database.writer.sync_engine, "before_cursor_execute", self._note)

    async def now(self) -> Contents:
        """Every row of every table."""
        written, self._written = self._written, set()
        self._known = {**self._known, **await contents(self._database, written)}
        return self._known

    async def missed(self) -> set[str]:
        """Tables in which something changed without being noticed here: none, or nothing found here counts."""
        return changed(await self.now(), await contents(self._database))

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        for what, name in WRITING.findall(statement):
            if name in TABLES:
                self._written |= _deleted_with(name) if what == "DELETE FROM" else {name}


@cache
def _deleted_with(name: str) -> frozenset[str]:
    """A table, and those whose rows go with its rows."""
    naming = {
        other
        for other, kind in TABLES.items()
        if other != name and any(key.column.table.name == name for key in kind.foreign_keys)
    }
    return frozenset({name}).union(*map(_deleted_with, naming))


async def put_back(database: Database, before: Contents, now: Contents) -> None:
    """Make every table as it was `before`: those that are different now, and those whose rows name theirs."""
    different = changed(before, now)
    for name, kind in TABLES.items():
        if any(key.column.table.name in different for key in kind.foreign_keys):
            different.add(name)
    tables = [kind for name, kind in TABLES.items() if name in different]
    async with database.work() as work:
        for kind in reversed(tables):
            await work.connection.execute(delete(kind))
        for kind in tables:
            rows = [dict(zip(kind.columns.keys(), row, strict=True)) for row in before[kind.name]]
            if rows:
                await work.connection.execute(insert(kind), rows)


def changed(before: Contents, after: Contents) -> set[str]:
    """Tables in which anything is different."""
    return {name for name in before if before[name] != after[name]}
