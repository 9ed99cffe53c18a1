"""What answers are worth: points, levels, profile. Pure arithmetic in exact fractions (rules 16–20)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from domain.attempts import Given
from domain.quizzes import Criterion, FormLetter, Instrument


class Level(StrEnum):
    """Formal levels, for staff only: a child never sees one, a parent neither."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One side of readiness."""

    points: Fraction
    """Prorated when a question is missing: exact, never rounded (rule 20)."""
    answered: int
    asked: int
    level: Level | None
    """None: more is missing than allowed."""


@dataclass(frozen=True, slots=True)
class Score:
    """The whole quiz."""

    criteria: Mapping[Criterion, CriterionScore]
    total: Fraction | None
    level: Level | None
    """None: «недостаточно данных»."""
    uneven: bool
    """Two low criteria: «неровный профиль» (rule 17)."""
    missing: int


def score(instrument: Instrument, form: FormLetter, given: Iterable[Given]) -> Score:
    """The score of one attempt."""
    raise NotImplementedError
