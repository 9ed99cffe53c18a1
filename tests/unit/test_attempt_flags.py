"""Rule 23: signs that a child tapped without listening."""

import pytest

from domain.attempt_flags import LONG_RUN, TOO_FAST_SECONDS, has_long_run, median_seconds, same_place
from domain.attempts import Mode, arranged, printed
from domain.quizzes import ItemKind
from tests.unit.quiz_kit import BEST, ITEMS, SMALL, attempt, rows


def at_places(*places: int, seed: int) -> dict[str, str]:
    """Taps at these places, from 0, of the questions that have places."""
    chosen = [one for one in ITEMS if one.kind in (ItemKind.PICK1, ItemKind.SMILE3)]
    return {item.id: arranged(item, seed)[place].id for item, place in zip(chosen, places, strict=False)}


@pytest.mark.parametrize("seconds", [2, 5])
def test_the_median_time_of_a_question(seconds: float) -> None:
    child = {item_id: choice for item_id, choice in BEST.items() if item_id != "d4"}
    found = median_seconds(attempt(), SMALL, rows(child, seconds=seconds))
    assert found == seconds
    assert (found < TOO_FAST_SECONDS) is (seconds == 2)


def test_both_tries_belong_to_one_question() -> None:
    twice = {f"k{n}": ("b", "a") for n in range(1, 7)}
    assert median_seconds(attempt(), SMALL, rows(twice, seconds=4)) == 8


def test_there_is_no_time_before_an_answer_and_none_on_paper() -> None:
    assert median_seconds(attempt(), SMALL, ()) is None
    assert median_seconds(attempt(mode=Mode.PAPER), SMALL, rows(BEST)) is None


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("place", [0, 1, 2])
def test_six_taps_in_one_place_are_seen(seed: int, place: int) -> None:
    assert same_place(attempt(seed=seed), SMALL, rows(at_places(*[place] * LONG_RUN, seed=seed)))
    shorter = at_places(*[place] * (LONG_RUN - 1), seed=seed)
    assert not same_place(attempt(seed=seed), SMALL, rows(shorter))


@pytest.mark.parametrize("seed", range(12))
def test_taps_from_left_to_right_are_seen_across_rows_of_four_and_three(seed: int) -> None:
    run = at_places(3, 3, 3, 0, 1, 2, 0, 1, 2, seed=seed)
    assert same_place(attempt(seed=seed), SMALL, rows(run))


def test_on_paper_the_places_are_those_of_the_cards() -> None:
    first = {item.id: printed(item)[0].id for item in ITEMS if item.kind is ItemKind.PICK1}
    assert same_place(attempt(mode=Mode.PAPER), SMALL, rows(first))
    assert not same_place(attempt(), SMALL, rows(first))


@pytest.mark.parametrize(
    ("places", "flagged"),
    [
        ([(0, 4), (1, 4), (2, 4), (3, 4), (0, 4), (1, 4)], True),
        ([(0, 3), (1, 3), (2, 3), (0, 3), (1, 3), (2, 3)], True),
        ([(0, 4), (1, 4), (2, 4), (3, 4), (1, 3), (2, 3)], False),  # after the last place comes the first
        ([(0, 4), (0, 4), (1, 4), (1, 4), (2, 4), (2, 4)], False),
        ([(0, 4)] * 5 + [(1, 4)] + [(0, 4)] * 5, False),
        ([], False),
    ],
)
def test_what_a_run_is(places: list[tuple[int, int]], flagged: bool) -> None:
    assert has_long_run(places) is flagged


def test_skips_and_orders_are_no_places() -> None:
    skipped = {**BEST, **dict.fromkeys([f"k{n}" for n in range(1, 7)]), "m1": "c", "m2": "c"}
    assert not same_place(attempt(), SMALL, rows(skipped))
