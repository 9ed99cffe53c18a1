"""Scores of finished attempts: exact fractions, one row for each side of readiness and one for the whole."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AttemptRow, AttemptScoreRow
from db.models.base import table
from domain.attempts import Attempt
from domain.ids import AttemptId
from domain.quizzes import Criterion
from domain.scoring import CriterionScore, Level, Score
from domain.wave_cells import Measure

_S, _T = table(AttemptScoreRow), table(AttemptRow)
_OF = (
    select(*_S.c, _T.c.uneven)
    .join(_T, _T.c.id == _S.c.attempt_id)
    .where(_S.c.attempt_id.in_(bindparam("attempt_ids", expanding=True)))
)


class AttemptScores:
    """Writes scores once, and reads them back as they were."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def write(self, attempt: Attempt, score: Score) -> None:
        """Store what an attempt came to; it is never computed anew."""
        sides = {Measure(criterion.value): one for criterion, one in score.criteria.items()}
        rows = [
            _row(attempt, measure, one.points, one.answered, one.asked, one.level)
            for measure, one in sides.items()
        ]
        own, asked = score.alone, sum(one.asked for one in sides.values())
        rows.append(_row(attempt, Measure.ACTION_OWN, own.points, own.answered, own.asked, own.level))
        rows.append(_row(attempt, Measure.TOTAL, score.total, asked - score.missing, asked, score.level))
        await self._connection.execute(insert(_S), rows)

    async def of(self, attempts: Iterable[Attempt]) -> Mapping[AttemptId, Score]:
        """The scores of these attempts."""
        rows = await self._connection.execute(_OF, {"attempt_ids": [attempt.id for attempt in attempts]})
        held: dict[AttemptId, dict[Measure, Any]] = defaultdict(dict)
        for row in rows.mappings():
            held[AttemptId(row["attempt_id"])][Measure(row["measure"])] = row
        return {attempt_id: _score(by_measure) for attempt_id, by_measure in held.items()}


def _row(
    attempt: Attempt,
    measure: Measure,
    points: Fraction | None,
    answered: int,
    asked: int,
    level: Level | None,
) -> dict[str, Any]:
    return {
        "attempt_id": attempt.id,
        "measure": measure.value,
        "numerator": None if points is None else points.numerator,
        "denominator": None if points is None else points.denominator,
        "answered": answered,
        "asked": asked,
        "level": None if level is None else level.value,
    }


def _score(by_measure: Mapping[Measure, Any]) -> Score:
    total = by_measure[Measure.TOTAL]
    return Score(
        criteria={
            criterion: _side(row)
            for criterion in Criterion
            if (row := by_measure.get(Measure(criterion.value))) is not None
        },
        total=_points(total),
        level=_level(total),
        uneven=bool(total["uneven"]),
        missing=total["asked"] - total["answered"],
        alone=_side(by_measure[Measure.ACTION_OWN]),
    )


def _side(row: Any) -> CriterionScore:
    return CriterionScore(
        points=_points(row) or Fraction(), answered=row["answered"], asked=row["asked"], level=_level(row)
    )


def _points(row: Any) -> Fraction | None:
    return None if row["numerator"] is None else Fraction(row["numerator"], row["denominator"])


def _level(row: Any) -> Level | None:
    return None if row["level"] is None else Level(row["level"])
