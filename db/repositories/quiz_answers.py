"""Answers of children: one row for each try at a question, written once."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AttemptRow, QuizAnswerRow, WaveRow
from db.models.base import table
from domain.attempts import Attempt, AttemptStatus, Given
from domain.waves import WaveStatus

_A, _T, _W = table(QuizAnswerRow), table(AttemptRow), table(WaveRow)
_OF = select(_A.c.item_id, _A.c.try_no, _A.c.choice, _A.c.at).where(
    _A.c.attempt_id == bindparam("attempt_id")
)
_NEW = {column.key: bindparam(column.key, type_=column.type) for column in _A.c}
_STILL_OPEN = (
    select(*(value.label(name) for name, value in _NEW.items()))
    .select_from(_T)
    .join(_W, _W.c.id == _T.c.wave_id)
    .where(
        _T.c.id == bindparam("attempt_id"),
        _T.c.status == AttemptStatus.OPEN.value,
        _W.c.status == WaveStatus.OPEN.value,
    )
)
_ADD = {
    "sqlite": sqlite.insert(_A).inline().values(_NEW).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(_A).from_select(list(_NEW), _STILL_OPEN).on_conflict_do_nothing(),
}
"""SQLite has one writer, so what was read in this transaction is still so. On PostgreSQL a wave may be closed between
the reading and the writing: its closing waits for the attempts that are held, and whoever waited for it finds the
wave closed here."""


class QuizAnswers:
    """Reads and writes answers. None is ever overwritten."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, attempt: Attempt) -> tuple[Given, ...]:
        """Every try of an attempt."""
        rows = await self._connection.execute(_OF, {"attempt_id": attempt.id})
        return tuple(Given(*row) for row in rows)

    async def add(self, attempt: Attempt, given: Given) -> bool:
        """Write a try; False when it stands there already, or the wave was closed meanwhile."""
        added = await self._connection.execute(
            _ADD[self._connection.dialect.name],
            {
                "attempt_id": attempt.id,
                "item_id": given.item_id,
                "try_no": given.try_,
                "choice": given.choice,
                "at": given.at,
            },
        )
        return added.rowcount == 1
