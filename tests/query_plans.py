"""How SQLite goes about what was asked: nothing walks through a table that grows."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from db.work import Database

SMALL = {"organisations", "installation", "person_sets", "alembic_version"}
"""Tables that do not grow with families, messages or years."""
EVERYTHING = re.compile(r"^SCAN (\w+)\b(?! USING (?:COVERING )?INDEX ix_outbox_)")
"""A walk through a whole table or a whole index; the outbox's own indexes hold only what waits."""
PLANNED = ("SELECT", "UPDATE", "DELETE", "WITH", "INSERT")


@contextmanager
def recorded(database: Database) -> Iterator[dict[str, Any]]:
    """Every statement that runs inside, with parameters it was asked with."""
    ran: dict[str, Any] = {}

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        ran.setdefault(statement, parameters[0] if many else parameters)

    engines = {database.writer.sync_engine, database.reader.sync_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


async def scans(database: Database, statements: Mapping[str, Any]) -> dict[str, list[str]]:
    """Those of the statements that walk through a table that grows, with the steps that do."""
    found: dict[str, list[str]] = {}
    async with database.reader.connect() as connection:
        for statement, parameters in dict(statements).items():
            if not statement.lstrip().upper().startswith(PLANNED):
                continue
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for row in plan.all():
                walked = EVERYTHING.match(step := str(row[-1]))
                if walked and not _is_small(statement, walked.group(1)):
                    found.setdefault(re.sub(r"\s+", " ", statement), []).append(step)
    return found


def _is_small(statement: str, name: str) -> bool:
    """Whether the scanned name is a small table, an alias of one, or a subquery's own result."""
    tables = set(re.findall(r"(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", statement))
    aliases = {alias: table for table, alias in re.findall(r"(\w+) AS (\w+)", statement) if table in tables}
    table = aliases.get(name, name)
    if table == "persons" and "NOT (EXISTS" in statement:
        return True  # once a day the terms of storage are held against everybody
    if table == "form_states" and "WHERE" not in statement:
        return True  # once, before the first update, and only what is unfinished stands there
    return table in SMALL or table not in tables or f"WITH {table} AS" in statement
