"""How many statements a use case costs: a list must not ask once for each of its lines."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from db.work import Database


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that run inside, BEGIN left out."""
    ran: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            ran.append(statement)

    engines = {database.writer.sync_engine}
    # of one pool the writer's listeners hear the reader's statements as well
    if database.reader.pool is not database.writer.pool:
        engines.add(database.reader.sync_engine)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
