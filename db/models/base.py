"""What all tables share: names of constraints, moments in UTC, integer keys that are never reused."""

from datetime import UTC, datetime
from typing import Any, ClassVar, cast

from sqlalchemy import JSON, BigInteger, DateTime, Integer, MetaData, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

Key = BigInteger().with_variant(Integer(), "sqlite")
"""Integer key: BIGINT, and INTEGER on SQLite, where only that can be the row's own number."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; SQLite drops the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses a naive moment: it would silently shift by the server's zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a zone: ask the Clock, or convert at the edge.")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Moments come back aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Mapping of every table of the bot."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime, dict[str, Any]: JSON}


def key() -> MappedColumn[int]:
    """The row's own number."""
    return mapped_column(Key, primary_key=True, autoincrement=True)


NEVER_REUSED = {"sqlite_autoincrement": True}
"""Table option: the numbers of deleted rows are not given again, because buttons with them live for ever."""


def table(row: type[Base]) -> Table:
    """The table of a mapped class: statements on it, built once, skip the ORM's work on every call."""
    return cast(Table, row.__table__)
