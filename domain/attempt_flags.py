"""Signs that a child tapped without listening (rule 23): for the psychologist's eye, they change no points."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from domain.attempts import Attempt, Given, Mode, by_item, placed
from domain.quizzes import Instrument, ItemKind

TOO_FAST_SECONDS = 3
"""A median below this: the question cannot have been read aloud."""
LONG_RUN = 6
"""So many answers in a row in one place, or each one place further to the right."""


def median_seconds(attempt: Attempt, instrument: Instrument, given: Iterable[Given]) -> float | None:
    """The median time from one answered question to the next, in seconds; None before the first answer.

    A question with two tries ends with the second one. The median bears the pauses between sittings. What the adult
    is asked afterwards is left out, and so is paper: its answers are entered in one go.
    """
    if attempt.mode is Mode.PAPER:
        return None
    tries = by_item(given)
    ends = [tries[item.id][-1].at for item in instrument.of_child(attempt.form) if item.id in tries]
    times = [
        (after - before).total_seconds() for before, after in pairwise(sorted((attempt.started_at, *ends)))
    ]
    return median(times) if times else None


def same_place(attempt: Attempt, instrument: Instrument, given: Iterable[Given]) -> bool:
    """Whether six answers in a row stand in one place, or run from left to right and begin anew.

    In a row, because of eleven honest answers six stand in one place by chance in one attempt of seven, but one after
    the other in one of two hundred. Only first taps count. An order is passed over: its three taps have three
    places by nature. The list of wishes is no row of places. On paper the places are those of the printed cards.
    """
    return has_long_run(_places(attempt, instrument, given))


def has_long_run(places: Sequence[tuple[int, int]]) -> bool:
    """Whether `LONG_RUN` answers in a row are alike; each is (place from 0, number of places)."""
    same = rightward = 1
    for (before, row_before), (after, row_after) in pairwise(places):
        same = same + 1 if after == before else 1
        begun_anew = after == 0 and before + 1 >= min(row_before, row_after)
        rightward = rightward + 1 if after == before + 1 or begun_anew else 1
        if max(same, rightward) >= LONG_RUN:
            return True
    return False


def _places(attempt: Attempt, instrument: Instrument, given: Iterable[Given]) -> Sequence[tuple[int, int]]:
    tries = by_item(given)
    found = []
    for item in instrument.of_child(attempt.form):
        rows = tries.get(item.id, ())
        if item.kind not in (ItemKind.PICK1, ItemKind.SMILE3) or not rows or rows[0].choice is None:
            continue
        shown = [option.id for option in placed(attempt, item)]
        found.append((shown.index(rows[0].choice), len(shown)))
    return found
