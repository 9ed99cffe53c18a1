"""What answers to the shipped quiz are worth: rules 16 and 17 with the real questions and keys."""

import itertools
from collections import Counter

import pytest

from content.quizzes import WHO_DOES_WHAT, instruments
from domain.attempts import arranged
from domain.quizzes import Criterion, FormLetter, Item, ItemKind
from domain.scoring import Level, parent_text, points, score
from tests.unit.quiz_kit import best, rows

A = instruments().newest(WHO_DOES_WHAT)
K, M, D = Criterion.KNOWLEDGE, Criterion.MOTIVE, Criterion.ACTION
ITEMS = {item.id: item for form in A.forms.values() for item in form}
Taps = dict[str, str | tuple[str | None, ...] | None]


def of(form: FormLetter, criterion: Criterion) -> list[Item]:
    return [item for item in A.forms[form] if item.criterion is criterion]


@pytest.mark.parametrize("form", FormLetter)
def test_the_best_answers_are_all_the_points_and_the_worst_none(form: FormLetter) -> None:
    items = [item for item in A.forms[form] if item.criterion is not None]
    most = score(A, form, rows({item.id: best(item) for item in items}))
    assert most.total == 28
    assert most.missing == 0
    assert most.level is Level.HIGH
    worst: Taps = {}
    for item in items:
        wrong = min(item.options, key=lambda option: option.points).id
        if item.kind is ItemKind.ORDER3:
            worst[item.id] = best(item)[::-1]
        elif item.second_try:
            worst[item.id] = (
                wrong,
                next(one.id for one in item.options if one.points == 0 and one.id != wrong),
            )
        else:
            worst[item.id] = wrong
    least = score(A, form, rows(worst))
    assert least.total == 0
    assert least.level is Level.LOW
    assert parent_text(A, least) in A.parent_texts.values()


@pytest.mark.parametrize("form", FormLetter)
def test_each_parent_text_is_read_at_each_level(form: FormLetter) -> None:
    """Rule 16 with the real questions: every sum of points, as far as real answers reach it."""
    reached: dict[Level, set[str]] = {level: set() for level in Level}
    by_sum = {criterion: _answers_by_sum(of(form, criterion)) for criterion in Criterion}
    for k, m, d in itertools.product(*(by_sum[criterion].values() for criterion in (K, M, D))):
        found = score(A, form, rows({**k, **m, **d}))
        assert found.level is not None
        reached[found.level].add(parent_text(A, found).text)
    assert reached == {level: {text.text for text in A.parent_texts.values()} for level in Level}


def _answers_by_sum(items: list[Item]) -> dict[int, Taps]:
    """For each sum of points one way to answer."""
    found: dict[int, Taps] = {0: {}}
    for item in items:
        ways = [(points(item, rows({item.id: taps})), taps) for taps in _ways(item)]
        found = {
            before + worth: {**answers, item.id: taps}
            for before, answers in found.items()
            for worth, taps in ways
            if worth is not None
        }
    return found


def _ways(item: Item) -> list[str | tuple[str | None, ...] | None]:
    ids = [option.id for option in item.options]
    if item.kind is ItemKind.ORDER3:
        return ["".join(order) for order in itertools.permutations(ids)]
    if item.second_try:
        return [best(item), *itertools.permutations(ids[1:], 2), *((wrong, best(item)) for wrong in ids[1:])]
    return list(ids)


@pytest.mark.parametrize("form", FormLetter)
@pytest.mark.parametrize("place", range(4))
def test_tapping_one_place_is_no_way_to_a_level(form: FormLetter, place: int) -> None:
    """Rule 17: who taps one place all along and agrees with everything is above «низкий» in one of six at most."""
    seeds = 600
    above = high = 0
    for seed in range(seeds):
        answers: Taps = {}
        for item in A.of_child(form):
            if item.criterion is None:
                continue
            shown = [option.id for option in arranged(item, seed)]
            if item.kind is ItemKind.ORDER3:
                answers[item.id] = "".join(shown)
                continue
            if item.criterion is M:
                answers[item.id] = best(item)
                continue
            first, again = shown[place], shown[(place + 1) % 4]
            answers[item.id] = (first, again) if item.second_try and first != best(item) else first
        found = score(A, form, rows({**answers, "d4": "a"}))
        above += found.level is not Level.LOW
        high += found.level is Level.HIGH
    assert above / seeds < 0.22  # 16.5 % by calculation
    assert high == 0


def test_steps_tapped_from_left_to_right_are_never_right() -> None:
    for item in ITEMS.values():
        if item.kind is ItemKind.ORDER3:
            for seed in range(50):
                order = "".join(option.id for option in arranged(item, seed))
                assert points(item, rows({item.id: order})) == 0


@pytest.mark.parametrize(
    "item", [one for one in ITEMS.values() if one.kind is ItemKind.PICK1], ids=lambda one: one.id
)
def test_the_key_stands_in_every_place_alike(item: Item) -> None:
    places = Counter([option.id for option in arranged(item, seed)].index(best(item)) for seed in range(2000))
    assert set(places) == set(range(len(item.options)))
    assert all(abs(count / 2000 - 1 / len(item.options)) < 0.05 for count in places.values())
