"""asyncpg whose BEGIN takes a row along.

Every writing transaction that carries out an update begins by noting its number. Sent apart, BEGIN and that row cost
two exchanges with the server and two statements of SQLAlchemy; as one script of the simple protocol they cost one
exchange, and travel only when the first real statement comes.
"""

from typing import Any

from sqlalchemy.dialects.postgresql.asyncpg import (
    AsyncAdapt_asyncpg_connection,
    AsyncAdapt_asyncpg_dbapi,
    PGDialect_asyncpg,
)

from domain.outcomes import AlreadyDone

_NOTHING_INSERTED = "INSERT 0 0"


class NothingCommitted(Exception):
    """A statement failed before, unnoticed: the server answered COMMIT with a rollback."""


class _Begun:
    """A transaction that a script has begun."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.refused = False
        """Whether its update had been claimed before: whoever passes over that still commits nothing."""

    async def commit(self) -> None:
        outcome = await self._connection.execute("ROLLBACK" if self.refused else "COMMIT")
        if self.refused:
            raise AlreadyDone
        if outcome != "COMMIT":
            raise NothingCommitted(NothingCommitted.__doc__)

    async def rollback(self) -> None:
        await self._connection.execute("ROLLBACK")


class OneTripConnection(AsyncAdapt_asyncpg_connection):
    """A connection whose BEGIN can take an INSERT along; raises `AlreadyDone` if that inserted nothing."""

    __slots__ = ("begin_with",)

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.begin_with: str | None = None
        """An INSERT without parameters for the next transaction to begin with; None once it has been sent."""

    async def _start_transaction(self) -> None:
        script, self.begin_with = self.begin_with, None
        if script is None:
            await super()._start_transaction()
            return
        driver: Any = self._connection
        begun: Any = _Begun(driver)
        self._transaction = begun  # before it is sent: a script that fails is rolled back, too
        try:
            outcome = await driver.execute(f"BEGIN; {script}")
        except Exception as error:
            self._handle_exception(error)
        if outcome == _NOTHING_INSERTED:
            begun.refused = True
            raise AlreadyDone

    def rollback(self) -> None:
        """Roll back what has begun, and forget what was to begin with."""
        self.begin_with = None
        super().rollback()


class _Driver(AsyncAdapt_asyncpg_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> OneTripConnection:
        adapted = super().connect(*arg, **kw)
        return OneTripConnection(self, adapted._connection)


class OneTripDialect(PGDialect_asyncpg):
    """SQLAlchemy's asyncpg dialect with the connection above: `postgresql+onetrip://`."""

    driver = "onetrip"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> Any:
        """The asyncpg driver, adapted."""
        return _Driver(__import__("asyncpg"))
