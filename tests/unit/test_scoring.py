"""Rules 16–20: what answers are worth, exactly, with the golden cases."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quizzes import Band, Criterion, FormLetter, Instrument
from domain.scoring import (
    Level,
    Score,
    level,
    parent_text,
    points,
    score,
    strongest,
)
from tests.unit.quiz_kit import BANDS, BEST, ITEMS, SMALL, Answers, D, K, M, but, rows

LOW, MIDDLE, HIGH = Level.LOW, Level.MIDDLE, Level.HIGH
B_BANDS = dict.fromkeys(Criterion, Band(6, 10, 12))
C_BANDS = dict.fromkeys(Criterion, Band(8, 13, 16))
INSTRUMENTS = {
    "A": SMALL,
    "B": replace(SMALL, criteria=B_BANDS, total=Band(18, 29, 36), knowledge_floor=6),
    "C": replace(SMALL, criteria=C_BANDS, total=Band(24, 39, 48), knowledge_floor=8),
}


def scored(answers: Answers, instrument: Instrument = SMALL) -> Score:
    return score(instrument, FormLetter.A, rows(answers))


def worth(item_id: str, *tries: str | None) -> int | None:
    item = next(one for one in ITEMS if one.id == item_id)
    return points(item, rows({item_id: tries}))


def reaching(instrument: Instrument, k: int, m: int, d: int) -> Score:
    """The score of an attempt with these points: each criterion is one question that gives exactly so many."""
    wanted = {K: k, M: m, D: d}
    items = []
    for item in (ITEMS[0], ITEMS[6], ITEMS[12]):
        assert item.criterion is not None
        best = instrument.criteria[item.criterion].most
        exact = replace(item.options[0], points=wanted[item.criterion])
        most = replace(item.options[1], points=best)
        items.append(replace(item, second_try=False, options=(exact, most)))
    one_each = replace(instrument, forms=dict.fromkeys(FormLetter, tuple(items)))
    return score(one_each, FormLetter.A, rows({item.id: "a" for item in items}))


@pytest.mark.parametrize(
    ("instrument", "k", "m", "d", "expected"),
    [
        ("A", 12, 3, 8, MIDDLE),  # 23 points, but motives are low
        ("A", 12, 8, 3, MIDDLE),
        ("A", 3, 8, 8, LOW),  # 19 points, but hardly any knowledge
        ("A", 6, 8, 8, LOW),  # 22 points, one short of the floor
        ("A", 7, 8, 8, HIGH),
        ("A", 7, 4, 4, MIDDLE),
        ("A", 7, 3, 3, LOW),
        ("A", 12, 8, 8, HIGH),
        ("A", 12, 1, 1, MIDDLE),
        ("B", 5, 12, 12, LOW),
        ("B", 12, 5, 12, MIDDLE),
        ("B", 12, 12, 5, MIDDLE),
        ("B", 6, 12, 12, HIGH),
        ("C", 7, 16, 16, LOW),
        ("C", 16, 7, 16, MIDDLE),
        ("C", 16, 16, 7, MIDDLE),
        ("C", 8, 16, 16, HIGH),
    ],
)
def test_golden_totals(instrument: str, k: int, m: int, d: int, expected: Level) -> None:
    found = reaching(INSTRUMENTS[instrument], k, m, d)
    assert found.total == k + m + d
    assert found.level is expected


@pytest.mark.parametrize(
    ("k", "m", "d", "uneven"),
    [
        (12, 3, 3, True),
        (3, 8, 3, True),
        (3, 3, 8, True),
        (12, 8, 3, False),
        (3, 3, 3, False),
        (12, 8, 8, False),
    ],
)
def test_two_low_sides_make_an_uneven_profile(k: int, m: int, d: int, uneven: bool) -> None:
    assert reaching(SMALL, k, m, d).uneven is uneven


@pytest.mark.parametrize(
    ("tries", "expected"),
    [
        (("a",), 2),
        (("b", "a"), 1),
        (("b", "c"), 0),
        (("b", None), 0),  # skipped after a wrong first tap
        (("b",), 0),  # the wave was closed before the second one
        ((None,), None),  # skipped before any tap
        ((), None),
    ],
)
def test_knowledge_has_two_taps(tries: tuple[str | None, ...], expected: int | None) -> None:
    assert worth("k1", *tries) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [("abc", 2), ("acb", 1), ("bac", 1), ("cba", 0), ("bca", 0), ("cab", 0), (None, None)],
)
def test_an_order_counts_whole_or_by_its_first_or_last_step(order: str | None, expected: int | None) -> None:
    assert worth("d1", order) == expected


@pytest.mark.parametrize(
    ("item", "choice", "expected"),
    [
        ("m1", "a", 2),
        ("m1", "b", 1),
        ("m1", "c", 0),
        ("m3", "b", 2),
        ("d3", "b", 0),
        ("d4", "b", 1),
        ("w1", "c", 0),
    ],
)
def test_other_questions_weigh_what_their_options_say(item: str, choice: str, expected: int) -> None:
    assert worth(item, choice) == expected


@pytest.mark.parametrize(("item", "choice"), [("k1", "z"), ("d1", "ab"), ("d1", "aab")])
def test_an_answer_of_another_version_is_no_answer(item: str, choice: str) -> None:
    with pytest.raises(ValueError, match=item):
        worth(item, choice)


@pytest.mark.parametrize(
    ("reached", "band", "expected"),
    [
        (Fraction(20, 3), BANDS[M], MIDDLE),  # 6.67
        (Fraction(48, 5), BANDS[K], MIDDLE),  # 9.6
        (Fraction(20, 3), BANDS[K], LOW),
        (Fraction(7), BANDS[M], HIGH),
        (Fraction(0), BANDS[M], LOW),
    ],
)
def test_a_band_is_entered_only_when_its_edge_is_reached(
    reached: Fraction, band: Band, expected: Level
) -> None:
    assert level(reached, band) is expected


def test_one_missing_answer_is_prorated_exactly() -> None:
    found = scored(but(without=["m1"], m2="b"))  # 5 of 6
    assert found.criteria[M].points == Fraction(20, 3)
    assert (found.criteria[M].answered, found.criteria[M].asked, found.missing) == (3, 4, 1)
    assert found.criteria[M].level is MIDDLE
    assert found.total == 12 + Fraction(20, 3) + 8  # the unrounded sum
    assert found.level is HIGH


def test_a_missing_answer_to_a_question_of_knowledge_is_prorated() -> None:
    found = scored(but(k1=None, k2=("b", "a"), k3=("b", "a")))  # 8 of 10
    assert found.criteria[K].points == Fraction(48, 5)
    assert found.criteria[K].level is MIDDLE


def test_two_missing_answers_leave_the_total_open_but_not_the_sides() -> None:
    found = scored(but(k1=None, m1=None))
    assert (found.total, found.level, found.missing) == (None, None, 2)
    assert {one.level for one in found.criteria.values()} == {HIGH}


def test_two_missing_answers_of_one_side_leave_it_open() -> None:
    found = scored(but(k1=None, k2=None))
    assert found.criteria[K].level is None
    assert found.criteria[M].level is HIGH
    assert found.level is None
    assert parent_text(SMALL, found) == SMALL.parent_text_unclear


def test_nothing_answered_is_no_score() -> None:
    found = scored({})
    assert (found.total, found.level, found.missing, found.uneven) == (None, None, 14, False)
    assert strongest(SMALL, found) is None


def test_the_wish_weighs_nothing() -> None:
    assert scored(but(w1="d")) == scored(but(without=["w1"])) == scored(BEST)


@pytest.mark.parametrize(
    ("changed", "reached", "expected"),
    [
        ({}, 6, HIGH),
        ({"d1": "acb"}, 5, MIDDLE),  # 5 of 6 is less than seven eighths
        ({"d1": "cab", "d2": "acb"}, 3, MIDDLE),
        ({"d1": "cab", "d2": "cab"}, 2, LOW),
        ({"d1": None}, 6, HIGH),
        ({"d1": None, "d2": "acb"}, Fraction(9, 2), MIDDLE),
        ({"d1": None, "d2": None}, 6, None),
    ],
)
@pytest.mark.parametrize("report", ["a", "c", None])
def test_action_is_told_without_the_adults_word(
    changed: dict[str, str | None], reached: Fraction, expected: Level | None, report: str | None
) -> None:
    alone = scored({**BEST, **changed, "d4": report}).alone
    assert (alone.points, alone.level, alone.asked) == (reached, expected, 3)


def test_without_the_adults_word_both_columns_of_action_are_the_same() -> None:
    for order in ("abc", "acb", "cab"):
        found = scored(but(without=["d4"], d1=order))
        assert found.alone.level is found.criteria[D].level


@pytest.mark.parametrize(
    ("k", "m", "d", "expected"),
    [(12, 7, 7, K), (6, 7, 4, M), (6, 4, 5, D), (12, 8, 8, D), (12, 8, 7, K), (0, 0, 0, D), (9, 6, 5, K)],
)
def test_the_parent_reads_about_the_greatest_share(k: int, m: int, d: int, expected: Criterion) -> None:
    assert strongest(SMALL, reaching(SMALL, k, m, d)) is expected


def test_every_text_can_be_read_at_every_level() -> None:
    """Rule 16: from the text nobody can tell the level. All points of A are gone through."""
    read: dict[Level, set[str]] = {one: set() for one in Level}
    for k in range(13):
        for m in range(9):
            for d in range(9):
                found = reaching(SMALL, k, m, d)
                assert found.level is not None
                read[found.level].add(parent_text(SMALL, found).text)
    assert read == {one: {"k", "m", "d"} for one in Level}


TRIES = st.sampled_from([("a",), ("b", "a"), ("b", "c"), ("b", None), (None,)])
FACE = st.sampled_from(["a", "b", "c", None])
STEPS = st.sampled_from(["abc", "acb", "bac", "cba", "bca", "cab", None])
ANY: st.SearchStrategy[Answers] = st.fixed_dictionaries(
    {
        item.id: STEPS if item.id in ("d1", "d2") else TRIES if item.id.startswith("k") else FACE
        for item in ITEMS
    }
)


@given(ANY, st.sampled_from([item.id for item in ITEMS if item.criterion is not None]))
def test_a_better_answer_never_makes_anything_worse(answers: Answers, item_id: str) -> None:
    item = next(one for one in ITEMS if one.id == item_id)
    if points(item, [one for one in rows(answers) if one.item_id == item_id]) is None:
        return
    before, after = scored(answers), scored({**answers, item_id: BEST[item_id]})
    order = [None, LOW, MIDDLE, HIGH]
    assert order.index(after.level) >= order.index(before.level)
    assert (after.total is None) == (before.total is None)
    assert (after.total or 0) >= (before.total or 0)
    for criterion, one in before.criteria.items():
        assert after.criteria[criterion].points >= one.points
        assert order.index(after.criteria[criterion].level) >= order.index(one.level)


@given(ANY)
def test_points_stay_within_their_bounds_and_add_up(answers: Answers) -> None:
    found = scored(answers)
    for criterion, one in found.criteria.items():
        assert 0 <= one.points <= BANDS[criterion].most
    if found.total is not None:
        assert found.total == sum(one.points for one in found.criteria.values())
    assert (found.level is None) == (found.missing > 1)
