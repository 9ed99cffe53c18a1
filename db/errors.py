"""What may go wrong with a database that is away, refuses, or is broken: for those who tell it in words."""

from sqlalchemy.exc import SQLAlchemyError

DATABASE_ERRORS: tuple[type[Exception], ...] = (SQLAlchemyError, OSError, TimeoutError)
"""A refused connection is the system's error, a wrong password the driver's, which SQLAlchemy wraps."""
