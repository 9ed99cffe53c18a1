"""What a closed wave keeps of its questions: every attempt once at every question, and no figure of rule 29 is lost."""

import random
from collections import Counter
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.attempts import FIRST, SECOND, Given, Mode
from domain.item_counts import NOTHING, ItemCount, Tried, item_counts
from domain.quizzes import FormLetter, Item, ItemKind
from domain.scoring import points
from tests.unit.quiz_pieces import QUIZ

AT = datetime(2026, 11, 16, tzinfo=UTC)
A, HOME = FormLetter.A, Mode.HOME


def test_ten_children_at_a_question_with_two_tries_and_at_an_order() -> None:
    """Four right at once, two at the second tap, one wrong twice, one left it after a wrong tap, two passed it over."""
    tries = [
        Tried(A, HOME, "k1a", "a", None, 4),
        Tried(A, HOME, "k1a", "c", "a", 2),
        Tried(A, HOME, "k1a", "c", "b", 1),
        Tried(A, HOME, "k1a", "d", None, 1),
        Tried(A, HOME, "d1", "abc", None, 7),
        Tried(A, HOME, "d1", "acb", None, 1),
        Tried(A, HOME, "d1", "bca", None, 2),
        Tried(A, HOME, "gone", "a", None, 10),
    ]
    found = item_counts(QUIZ, {(A, HOME): 10}, tries)
    assert [one for one in found if one.item_id == "k1a"] == [
        ItemCount(A, HOME, "k1a", NOTHING, 0, 2),
        ItemCount(A, HOME, "k1a", "a", 2, 4),
        ItemCount(A, HOME, "k1a", "c", 0, 1),
        ItemCount(A, HOME, "k1a", "c", 1, 2),
        ItemCount(A, HOME, "k1a", "d", 0, 1),
    ]
    assert [one for one in found if one.item_id == "d1"] == [
        ItemCount(A, HOME, "d1", "abc", 2, 7),
        ItemCount(A, HOME, "d1", "acb", 1, 1),
        ItemCount(A, HOME, "d1", "bca", 0, 2),
    ]
    assert {one.item_id for one in found} == {item.id for item in QUIZ.forms[A]}
    assert ItemCount(A, HOME, "w1", NOTHING, 0, 10) in found
    assert item_counts(QUIZ, {}, []) == ()


def _chosen(item: Item, drawn: random.Random) -> tuple[str | None, str | None]:
    """What a child may choose at a question, at most twice."""
    ids = [option.id for option in item.options]
    if item.kind is ItemKind.ORDER3:
        return drawn.choice([None, "".join(drawn.sample(ids, len(ids)))]), None
    return drawn.choice([*ids, None]), drawn.choice([*ids, None]) if item.second_try else None


@given(st.integers(0, 6), st.integers(0, 2**32))
@settings(max_examples=25)
def test_the_counts_are_those_of_the_attempts(children: int, seed: int) -> None:
    drawn = random.Random(seed)
    tries: Counter[tuple[FormLetter, Mode, str, str, str | None]] = Counter()
    expected: Counter[tuple[FormLetter, Mode, str, str, int]] = Counter()
    attempts: Counter[tuple[FormLetter, Mode]] = Counter()
    for _ in range(children):
        form, mode = drawn.choice(list(FormLetter)), drawn.choice(list(Mode))
        attempts[form, mode] += 1
        for item in QUIZ.forms[form]:
            first, again = _chosen(item, drawn)
            told = [Given(item.id, FIRST, first, AT)]
            if again is not None:
                told.append(Given(item.id, SECOND, again, AT))
            if first is not None:
                tries[form, mode, item.id, first, again] += 1
            expected[form, mode, item.id, first or NOTHING, points(item, told) or 0] += 1
    found = item_counts(QUIZ, attempts, [Tried(*where, n) for where, n in tries.items()])
    assert {(o.form, o.mode, o.item_id, o.first, o.points): o.n for o in found} == expected
    assert list(found) == sorted(found, key=lambda o: (o.form, o.mode, o.item_id, o.first, o.points))
