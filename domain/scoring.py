"""What answers are worth: points, levels, profile. Pure arithmetic in exact fractions (rules 16–20)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from domain.attempts import SECOND, Given, by_item
from domain.quizzes import Band, Criterion, FormLetter, Instrument, Item, ItemKind, ParentText

MISSING_OF_A_CRITERION = 1
"""More unanswered questions than this, and a side is not described at all (rule 20)."""
LOW_OF_AN_UNEVEN_PROFILE = 2
SECOND_TRY_POINTS = 1
_NAMED_FIRST = (Criterion.ACTION, Criterion.KNOWLEDGE, Criterion.MOTIVE)
"""Of equally strong sides the earlier one is named. Motives stand last: most children like everything, and their
side, full as it mostly is, would hide the other two from their parents."""


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
    """Two low criteria: «неровный профиль» (rule 17). Three low ones are an even profile, if a low one."""
    missing: int
    alone: CriterionScore
    """Д by what the child did alone, without what the adult said (rule 18)."""


def score(instrument: Instrument, form: FormLetter, given: Iterable[Given]) -> Score:
    """The score of one attempt. Answers to questions that the form does not weigh are passed over."""
    tries = by_item(given)
    criteria = {
        criterion: _of_criterion(_weighed(instrument, form, criterion), tries, band)
        for criterion, band in instrument.criteria.items()
    }
    missing = sum(one.asked - one.answered for one in criteria.values())
    low = sum(one.level is Level.LOW for one in criteria.values())
    complete = missing <= instrument.missing_allowed and all(
        one.level is not None for one in criteria.values()
    )
    total = sum((one.points for one in criteria.values()), Fraction()) if complete else None
    return Score(
        criteria=criteria,
        total=total,
        level=None if total is None else _of_total(instrument, criteria, total),
        uneven=low == LOW_OF_AN_UNEVEN_PROFILE,
        missing=missing,
        alone=_alone(instrument, form, tries),
    )


def points(item: Item, tries: Sequence[Given]) -> int | None:
    """What the tries at a question are worth; None: it counts as missing."""
    if not tries:
        return None
    again = next((one.choice for one in tries if one.try_ == SECOND and one.choice is not None), None)
    return worth(item, tries[0].choice, again)


def worth(item: Item, first: str | None, again: str | None = None) -> int | None:
    """The same by what was chosen at the first try and, if there was one, at the second.

    A right second tap is worth one point, a skip after a wrong first tap none (rule 19). A skip before any tap,
    and an order that was not finished, are missing. Raises `ValueError` for an answer that the question does not
    have: the rows belong to another version then.
    """
    if first is None:
        return None
    reached = _worth(item, first)
    if not item.second_try or reached == item.most:
        return reached
    return SECOND_TRY_POINTS if again is not None and _worth(item, again) == item.most else 0


def level(reached: Fraction, band: Band) -> Level:
    """The band with the highest lower edge that does not exceed the points; they are never rounded (rule 20)."""
    if reached >= band.high:
        return Level.HIGH
    return Level.MIDDLE if reached >= band.middle else Level.LOW


def strongest(instrument: Instrument, scored: Score) -> Criterion | None:
    """The side that the parent reads about: the greatest share of its maximum (rule 16).

    None when a side has too few answers to be compared with the others. It depends on the shares alone, never on a
    level, so that each text may be read by each family.
    """
    if any(one.level is None for one in scored.criteria.values()):
        return None
    return max(
        sorted(scored.criteria, key=_NAMED_FIRST.index),
        key=lambda criterion: scored.criteria[criterion].points / instrument.criteria[criterion].most,
    )


def parent_text(instrument: Instrument, scored: Score) -> ParentText:
    """What the parent reads at the end: never a level, never a deficit."""
    criterion = strongest(instrument, scored)
    return instrument.parent_text_unclear if criterion is None else instrument.parent_texts[criterion]


def _weighed(instrument: Instrument, form: FormLetter, criterion: Criterion) -> tuple[Item, ...]:
    return tuple(item for item in instrument.forms[form] if item.criterion is criterion)


def _alone(instrument: Instrument, form: FormLetter, tries: Mapping[str, Sequence[Given]]) -> CriterionScore:
    """Д by what the child did alone, without what the adult said (rule 18): out of 6 points instead of 8.

    The bands keep their shares of the maximum: 4 and 7 of 8 become 3 and 5¼ of 6, so that «высокий» takes all six.
    That is how a missing answer is prorated too: a family whose adult said nothing has the same level in both
    columns, and the psychologist compares like with like. Of the child's own questions one may be missing.
    """
    band = instrument.criteria[Criterion.ACTION]
    own = [item for item in _weighed(instrument, form, Criterion.ACTION) if item.kind is not ItemKind.REPORT]
    found = _of_criterion(own, tries, band)
    return replace(found, points=found.points * sum(item.most for item in own) / band.most)


def _worth(item: Item, choice: str) -> int:
    if item.kind is ItemKind.ORDER3:
        order = "".join(option.id for option in item.options)
        if sorted(choice) != sorted(order):
            raise ValueError(f"«{choice}» is no order of {item.id}")
        if choice == order:
            return item.most
        return 1 if choice[0] == order[0] or choice[-1] == order[-1] else 0
    option = item.option(choice)
    if option is None:
        raise ValueError(f"{item.id} has no option «{choice}»")
    return option.points


def _of_criterion(items: Sequence[Item], tries: Mapping[str, Sequence[Given]], band: Band) -> CriterionScore:
    """Points out of `band.most`: what is missing is filled in with the share reached on what was answered."""
    reached = most = answered = 0
    for item in items:
        worth = points(item, tries.get(item.id, ()))
        if worth is not None:
            reached += worth
            most += item.most
            answered += 1
    prorated = Fraction(reached * band.most, most) if most else Fraction()
    enough = answered > 0 and len(items) - answered <= MISSING_OF_A_CRITERION
    return CriterionScore(prorated, answered, len(items), level(prorated, band) if enough else None)


def _of_total(instrument: Instrument, criteria: Mapping[Criterion, CriterionScore], total: Fraction) -> Level:
    """The band of the sum, held back by what agreeing to everything cannot earn (rule 17).

    Without knowledge above its floor the total is low; with a low side it is not high.
    """
    if criteria[Criterion.KNOWLEDGE].points < instrument.knowledge_floor:
        return Level.LOW
    found = level(total, instrument.total)
    if found is Level.HIGH and any(one.level is Level.LOW for one in criteria.values()):
        return Level.MIDDLE
    return found
