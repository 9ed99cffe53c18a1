"""Which statements change who somebody is."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from db.models import (
    ChildRow,
    GuardianshipRow,
    MembershipRow,
    OrganisationRow,
    PersonRow,
    TeachingRow,
)

TABLES = (ChildRow, GuardianshipRow, MembershipRow, OrganisationRow, PersonRow, TeachingRow)
"""What an `Actor` is read from."""

_CHANGE = re.compile(
    r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+\W?(?:"
    + "|".join(row.__tablename__ for row in TABLES)
    + r")\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2_000)
def changes_people(statement: str) -> bool:
    """Whether a statement writes to one of `TABLES`."""
    return _CHANGE.search(statement) is not None


def watch(engine: AsyncEngine, changed: Callable[[], None]) -> None:
    """From now on `changed` is called before each statement of the engine that changes people."""

    @event.listens_for(engine.sync_engine, "before_cursor_execute")
    def tell(
        _connection: Any, _cursor: Any, statement: str, _parameters: Any, _context: Any, _many: bool
    ) -> None:
        if changes_people(statement):
            changed()
