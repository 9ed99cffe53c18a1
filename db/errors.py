"""What may go wrong with a database that is away, refuses, or is broken: for those who tell it in words."""

import errno
import sqlite3

from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as NoneFree

DATABASE_ERRORS: tuple[type[Exception], ...] = (SQLAlchemyError, OSError, TimeoutError)
"""A refused connection is the system's error, a wrong password the driver's, which SQLAlchemy wraps."""

_DISK_FULL = "53100"
"""As PostgreSQL says it."""

_PASSING = (DBAPIError, NoneFree, OSError, TimeoutError)
_LASTING = (DataError, IntegrityError, NotSupportedError, ProgrammingError)


def may_pass(error: BaseException) -> bool:
    """Whether the same may succeed later: the database is locked, full, away; not when it was asked for nonsense."""
    return isinstance(error, _PASSING) and not isinstance(error, _LASTING)


def no_room(error: BaseException | None) -> bool:
    """Whether there is no room left on the disk, of the database or of this machine."""
    if isinstance(error, DBAPIError):
        error = error.orig
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    code = getattr(error, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_FULL or getattr(error, "sqlstate", None) == _DISK_FULL
