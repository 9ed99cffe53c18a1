"""INSERT … ON CONFLICT: both engines have it, SQLAlchemy has one for each."""

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models.base import Base


def upsert(connection: AsyncConnection, into: type[Base] | Table) -> Any:
    """An INSERT of the connection's own engine, which may say what happens to a row that is there already."""
    insert: Any = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return insert(into)
