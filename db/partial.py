"""Conditions that partial indexes can serve, and that cost nothing to put together."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, String, text, type_coerce


def stands_in(column: SQLColumnExpression[Any], *values: StrEnum) -> ColumnElement[bool]:
    """`column IN ('a', 'b')`, or `column = 'a'` for one value, with the values written into the statement.

    A partial index serves a query only if the planner sees its condition there; behind a parameter it sees nothing
    and walks through the whole table, on SQLite always and on PostgreSQL in generic plans. They stand there when the
    statement is made: an IN over parameters is put together anew each time it is asked.
    """
    written = [type_coerce(text(f"'{value.value}'"), String) for value in values]
    return column == written[0] if len(written) == 1 else column.in_(written)
