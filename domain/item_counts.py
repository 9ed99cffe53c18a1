"""What a closed wave keeps of its questions: how often each answer was given, and its points (rules 15b, 29). Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.attempts import Mode
from domain.quizzes import FormLetter, Instrument
from domain.scoring import worth

NOTHING = ""
"""Nothing was chosen: the question counts as missing."""


@dataclass(frozen=True, slots=True)
class Tried:
    """So many finished attempts of a form and a mode chose this at a question."""

    form: FormLetter
    mode: Mode
    item_id: str
    first: str
    """An option, or three of them in order."""
    again: str | None
    """The second try, after a wrong first one (rule 19)."""
    n: int


@dataclass(frozen=True, slots=True)
class ItemCount:
    """So often a question was answered so.

    Those of one question, form and mode add up to the attempts. Its ease is the mean of `points` over those who
    chose something; the share of right first taps and the distractors are in `first`.
    """

    form: FormLetter
    mode: Mode
    item_id: str
    first: str
    points: int
    n: int


def item_counts(
    instrument: Instrument, attempts: Mapping[tuple[FormLetter, Mode], int], tries: Iterable[Tried]
) -> tuple[ItemCount, ...]:
    """The counts of a wave, in a fixed order; `attempts` are those that count at all.

    The adult's answer about help is no question. Answers to questions that the form does not have are passed over.
    """
    counted: Counter[tuple[FormLetter, Mode, str, str, int]] = Counter()
    chosen: Counter[tuple[FormLetter, Mode, str]] = Counter()
    for tried in tries:
        item = instrument.item(tried.form, tried.item_id)
        if item is None:
            continue
        points = worth(item, tried.first, tried.again) or 0
        counted[tried.form, tried.mode, item.id, tried.first, points] += tried.n
        chosen[tried.form, tried.mode, item.id] += tried.n
    for (form, mode), n in attempts.items():
        for item in instrument.forms[form]:
            counted[form, mode, item.id, NOTHING, 0] += n - chosen[form, mode, item.id]
    return tuple(ItemCount(*where, n) for where, n in sorted(counted.items()) if n)
