"""A child's way through a quiz, whatever is tapped: the stage is one of four, and stars never go down."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.quizzes import WHO_DOES_WHAT, instruments
from domain.attempts import (
    AskHelp,
    Attempt,
    AttemptStatus,
    ChooseRole,
    Given,
    Help,
    Mode,
    Over,
    Question,
    RoleName,
    arranged,
    fits,
    left_to_adult,
    rest_due,
    stage,
    stars,
)
from domain.ids import AttemptId, ChildId, GroupId, OrganisationId, WaveId
from domain.quizzes import FormLetter, ItemKind

QUIZ = instruments().newest(WHO_DOES_WHAT)
START = datetime(2026, 11, 9, 10, tzinfo=UTC)


def attempt(form: FormLetter = FormLetter.A, seed: int = 7, mode: Mode = Mode.HOME) -> Attempt:
    """A child has just begun."""
    return Attempt(
        *(AttemptId(1), OrganisationId(1), WaveId(1), ChildId(1), 1, GroupId(1), form, mode, seed),
        status=AttemptStatus.OPEN,
        pictures=True,
        started_at=START,
    )


TAPS = st.lists(
    st.tuples(
        st.sampled_from([item.id for item in QUIZ.forms[FormLetter.A]]), st.integers(1, 2), st.integers(0, 4)
    ),
    max_size=120,
)
"""Any question, any try, the option in a place or (4) a skip."""


class Table:
    """Rows as the database keeps them: the first of a question and a try stays."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, int], Given] = {}

    def tap(self, playing: Attempt, item_id: str, try_: int, place: int) -> bool:
        """Whether a tap was written: as `services/attempts.py` decides it."""
        asked = stage(QUIZ, playing, self.rows.values())
        if not isinstance(asked, Question) or asked.item.id != item_id:
            return False
        options = asked.options
        choice: str | None = None
        if place < 4 and asked.item.kind is ItemKind.ORDER3:
            choice = "".join(option.id for option in options)
        elif place < 4:
            choice = options[place % len(options)].id
        if not fits(asked, try_, choice) or (item_id, try_) in self.rows:
            return False
        self.rows[item_id, try_] = Given(item_id, try_, choice, START)
        return True


@settings(max_examples=150)
@given(TAPS, st.sampled_from(FormLetter), st.integers(0, 2**31 - 1))
def test_stars_never_go_down_and_there_is_always_a_stage(
    taps: list[tuple[str, int, int]], form: FormLetter, seed: int
) -> None:
    playing, table, before = attempt(form, seed), Table(), 0
    for item_id, try_, place in taps:
        table.tap(playing, item_id, try_, place)
        done, of = stars(QUIZ, playing, table.rows.values())
        assert before <= done <= of == len(QUIZ.of_child(form))
        assert isinstance(stage(QUIZ, playing, table.rows.values()), Question | ChooseRole | AskHelp | Over)
        before = done


@settings(max_examples=100)
@given(st.data(), st.integers(0, 2**31 - 1))
def test_taps_repeated_in_any_order_give_the_same_rows(data: st.DataObject, seed: int) -> None:
    """Each open question is tapped; then, mixed up, everything that was tapped before, again and again."""
    playing, once, twice = attempt(seed=seed), Table(), Table()
    tapped: list[tuple[str, int, int]] = []
    while isinstance(asked := stage(QUIZ, playing, once.rows.values()), Question):
        if asked.item.kind is ItemKind.REPORT:
            break
        tap = (asked.item.id, asked.try_, data.draw(st.integers(0, 4)))
        once.tap(playing, *tap)
        tapped.append(tap)
        for repeated in (*data.draw(st.permutations(tapped[-6:])), tap):
            twice.tap(playing, *repeated)
        if len(tapped) > 60:
            break  # the wrong option, tapped again and again, is inert
    assert _choices(twice) == _choices(once)


def _choices(table: Table) -> Mapping[tuple[str, int], str | None]:
    return {where: row.choice for where, row in table.rows.items()}


@settings(max_examples=60)
@given(st.integers(0, 2**31 - 1), st.sampled_from(FormLetter))
def test_options_stand_in_the_same_places_on_every_device(seed: int, form: FormLetter) -> None:
    for item in QUIZ.forms[form]:
        places = arranged(item, seed)
        assert places == arranged(item, seed)
        assert sorted(option.id for option in places) == sorted(option.id for option in item.options)
        if item.kind is ItemKind.ORDER3:
            assert places != item.options, "three steps are never shown in the right order"
        if item.kind in (ItemKind.SMILE3, ItemKind.WISH, ItemKind.REPORT):
            assert places == item.options


def test_the_end_comes_after_role_help_and_the_adult_s_question() -> None:
    playing = attempt()
    rows = [Given(item.id, 1, None, START) for item in QUIZ.of_child(FormLetter.A)]
    assert stage(QUIZ, playing, rows) == ChooseRole()
    assert stage(QUIZ, replace(playing, mode=Mode.PAPER), rows) == AskHelp(), "on paper nobody chose a name"
    named = replace(playing, role_name=RoleName.MASTER)
    assert stage(QUIZ, named, rows) == AskHelp()
    told = replace(named, help=Help.NONE)
    asked = stage(QUIZ, told, rows)
    assert left_to_adult(QUIZ, told, rows)
    assert not left_to_adult(QUIZ, named, rows), "nobody could tell whose answers they are"
    assert not left_to_adult(QUIZ, told, rows[1:])
    assert isinstance(asked, Question)
    assert asked.item.kind is ItemKind.REPORT
    assert stage(QUIZ, told, [*rows, Given(asked.item.id, 1, None, START)]) == Over()


@pytest.mark.parametrize(
    ("gaps", "due"),
    [
        ([1] * 3, False),
        ([3] * 5, True),
        ([3, 3, 60, 1], False),
        ([60, 3, 3, 3, 3, 3], True),
    ],
)
def test_a_rest_is_due_after_one_long_sitting(gaps: list[int], due: bool) -> None:
    """Minutes between answers; a long silence begins another sitting."""
    now, rows = START, []
    for number, gap in enumerate(gaps):
        now += timedelta(minutes=gap)
        rows.append(Given(f"k{number}", 1, None, now))
    assert rest_due(QUIZ, attempt(), rows, now=now) is due
    assert rest_due(QUIZ, attempt(mode=Mode.ONE_TO_ONE), rows, now=now) is due
    assert not rest_due(QUIZ, attempt(mode=Mode.PAPER), rows, now=now)
