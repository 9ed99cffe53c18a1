"""The rows of a wave as its closing counts them: what was chosen at each question, whose attempts make pairs."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from fractions import Fraction

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AttemptRow, AttemptScoreRow, QuizAnswerRow
from db.models.base import table
from domain.attempts import FIRST, SECOND, AttemptStatus, Help, Mode
from domain.ids import ChildId, GroupId, OrganisationId, WaveId
from domain.item_counts import Tried
from domain.quizzes import FormLetter
from domain.scoring import Level
from domain.wave_cells import LEVELLED, Measure
from domain.wave_pairs import Finished

_T, _S = table(AttemptRow), table(AttemptScoreRow)
_F, _A = table(QuizAnswerRow).alias("first_try"), table(QuizAnswerRow).alias("second_try")

_OF_WAVES = (
    _T.c.wave_id.in_(bindparam("wave_ids", expanding=True)),
    _T.c.organisation_id == bindparam("organisation_id"),
)
_HOLD = select(_T.c.id).where(*_OF_WAVES).order_by(_T.c.id).with_for_update()
_COUNTED = (
    _T.c.wave_id == bindparam("wave_id"),
    _T.c.organisation_id == bindparam("organisation_id"),
    _T.c.status == AttemptStatus.FINISHED.value,
    _T.c.help.is_distinct_from(Help.MUCH.value),
)
_ATTEMPTS = select(_T.c.form, _T.c.mode, func.count()).where(*_COUNTED).group_by(_T.c.form, _T.c.mode)
_TRIES = (
    select(_T.c.form, _T.c.mode, _F.c.item_id, _F.c.choice, _A.c.choice, func.count())
    .join(_F, and_(_F.c.attempt_id == _T.c.id, _F.c.try_no == FIRST))
    .outerjoin(_A, and_(_A.c.attempt_id == _T.c.id, _A.c.item_id == _F.c.item_id, _A.c.try_no == SECOND))
    .where(*_COUNTED, _F.c.choice.is_not(None))
    .group_by(_T.c.form, _T.c.mode, _F.c.item_id, _F.c.choice, _A.c.choice)
)
_FINISHED = select(_T.c.id, _T.c.wave_id, _T.c.child_id, _T.c.group_id, _T.c.mode, _T.c.help).where(
    *_OF_WAVES, _T.c.status == AttemptStatus.FINISHED.value
)
_SCORES = (
    select(_S.c.attempt_id, _S.c.measure, _S.c.numerator, _S.c.denominator, _S.c.level)
    .join(_T, _T.c.id == _S.c.attempt_id)
    .where(*_OF_WAVES, _T.c.status == AttemptStatus.FINISHED.value)
)


class ClosingReads:
    """Questions that only a closing asks."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, organisation_id: OrganisationId, wave_ids: Collection[WaveId]) -> None:
        """Nobody changes or erases an attempt of these waves until the end: whoever holds several holds the oldest first."""
        await self._connection.execute(
            _HOLD, {"organisation_id": organisation_id, "wave_ids": sorted(wave_ids)}
        )

    async def attempts(
        self, organisation_id: OrganisationId, wave_id: WaveId
    ) -> Mapping[tuple[FormLetter, Mode], int]:
        """Finished attempts without much help, by form and mode."""
        rows = await self._connection.execute(
            _ATTEMPTS, {"organisation_id": organisation_id, "wave_id": wave_id}
        )
        return {(FormLetter(form), Mode(mode)): n for form, mode, n in rows}

    async def tries(self, organisation_id: OrganisationId, wave_id: WaveId) -> list[Tried]:
        """What was chosen in them, counted by the database: few rows, however many children."""
        rows = await self._connection.execute(
            _TRIES, {"organisation_id": organisation_id, "wave_id": wave_id}
        )
        return [
            Tried(FormLetter(form), Mode(mode), item_id, first, again, n)
            for form, mode, item_id, first, again, n in rows
        ]

    async def finished(
        self, organisation_id: OrganisationId, wave_ids: Collection[WaveId]
    ) -> Mapping[WaveId, list[Finished]]:
        """Finished attempts of these waves with their scores."""
        named = {"organisation_id": organisation_id, "wave_ids": sorted(wave_ids)}
        points: dict[int, dict[Measure, Fraction | None]] = defaultdict(dict)
        levels: dict[int, dict[Measure, Level | None]] = defaultdict(dict)
        for row in await self._connection.execute(_SCORES, named):
            measure = Measure(row.measure)
            points[row.attempt_id][measure] = (
                None if row.numerator is None else Fraction(row.numerator, row.denominator)
            )
            levels[row.attempt_id][measure] = None if row.level is None else Level(row.level)
        found: dict[WaveId, list[Finished]] = {wave_id: [] for wave_id in wave_ids}
        for attempt in await self._connection.execute(_FINISHED, named):
            found[WaveId(attempt.wave_id)].append(
                Finished(
                    child_id=ChildId(attempt.child_id),
                    group_id=GroupId(attempt.group_id),
                    mode=Mode(attempt.mode),
                    help=None if attempt.help is None else Help(attempt.help),
                    points={measure: points[attempt.id].get(measure) for measure in LEVELLED},
                    levels={measure: levels[attempt.id].get(measure) for measure in LEVELLED},
                )
            )
        return found
