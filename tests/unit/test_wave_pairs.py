"""Pairs of a school year: who is compared with what they were, who is not and why, and that the counts lose nothing."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.attempts import Help, Mode
from domain.ids import ChildId, GroupId
from domain.quizzes import Band, Criterion
from domain.scoring import Level
from domain.wave_cells import LEVELLED, Measure
from domain.wave_pairs import (
    Change,
    Direction,
    Fate,
    FateCount,
    Finished,
    Pairing,
    Pairs,
    Shift,
    pairing,
    pairs,
    same_scale,
    summary,
)
from domain.waves import Wave, WaveKind, WaveStatus
from tests.unit.quiz_pieces import QUIZ, WAVE

SUN, RAYS = GroupId(1), GroupId(2)
LOW, MIDDLE, HIGH = Level


def finished(
    child: int,
    points: Fraction | int | None,
    level: Level | None,
    group: GroupId = SUN,
    mode: Mode = Mode.HOME,
    told: Help | None = Help.NONE,
) -> Finished:
    """An attempt with these points and this level on every side."""
    worth = None if points is None else Fraction(points)
    return Finished(
        ChildId(child), group, mode, told, dict.fromkeys(LEVELLED, worth), dict.fromkeys(LEVELLED, level)
    )


START = (
    finished(1, 10, LOW),
    finished(2, Fraction(68, 5), LOW),
    finished(3, 20, MIDDLE, RAYS),
    finished(4, 20, MIDDLE),
    finished(5, 20, MIDDLE),
    finished(6, 20, MIDDLE),
    finished(7, None, None),
    finished(8, 24, HIGH),
)
FINAL = (
    finished(1, 16, MIDDLE),
    finished(2, 20, MIDDLE),
    finished(3, 24, HIGH, SUN),
    finished(4, 23, HIGH, mode=Mode.PAPER),
    finished(5, 28, HIGH, told=Help.MUCH),
    finished(7, 20, MIDDLE),
    finished(8, 21, MIDDLE),
    finished(9, 20, MIDDLE, RAYS),
)


def total(counts: Pairs) -> Pairs:
    """Those of the total alone."""
    of = Measure.TOTAL
    return Pairs(
        tuple(one for one in counts.fates if one.measure is of),
        tuple(one for one in counts.changes if one.measure is of),
        tuple(one for one in counts.shifts if one.measure is of),
    )


def test_a_school_year_of_nine_children() -> None:
    """0003 has changed its group, 0006 came in autumn alone and 0009 in spring; 0004 had another mode, 0005 much help."""
    here = (SUN, Mode.HOME, Measure.TOTAL)
    found = total(pairs(START, FINAL))
    assert set(found.fates) == {
        FateCount(*here, Fate.PAIRED, 4),
        FateCount(*here, Fate.ONLY_START, 1),
        FateCount(RAYS, Mode.HOME, Measure.TOTAL, Fate.ONLY_FINAL, 1),
        FateCount(SUN, Mode.PAPER, Measure.TOTAL, Fate.OTHER_MODE, 1),
        FateCount(*here, Fate.MUCH_HELP, 1),
        FateCount(*here, Fate.UNCLEAR, 1),
    }
    assert found.changes == (
        Change(*here, Fraction(-3), 1),
        Change(*here, Fraction(4), 1),
        Change(*here, Fraction(6), 1),
        Change(*here, Fraction(32, 5), 1),
    )
    assert set(found.shifts) == {
        Shift(*here, LOW, MIDDLE, 2),
        Shift(*here, MIDDLE, HIGH, 1),
        Shift(*here, HIGH, MIDDLE, 1),
    }


def test_a_summary_of_all_groups_and_of_one() -> None:
    kept = pairs(START, FINAL)
    whole = summary(kept, None)
    assert (whole.n, whole.modes) == (4, {Mode.HOME: 4})
    assert whole.left_out == dict.fromkeys(set(Fate) - {Fate.PAIRED}, 1)
    assert whole.matrix == {(LOW, MIDDLE): 2, (MIDDLE, HIGH): 1, (HIGH, MIDDLE): 1}
    assert whole.directions == dict.fromkeys(LEVELLED, Direction(up=3, same=0, down=1))
    rays = summary(kept, RAYS)
    assert (rays.n, rays.left_out, rays.matrix) == (0, {Fate.ONLY_FINAL: 1}, {})


def test_a_side_may_be_compared_where_the_total_is_not() -> None:
    unclear = finished(1, None, None)
    half = replace(
        unclear,
        points={**unclear.points, Measure.MOTIVE: Fraction(8)},
        levels={**unclear.levels, Measure.MOTIVE: HIGH},
    )
    found = pairs([half], [finished(1, 8, HIGH)])
    assert {one.measure for one in found.fates if one.fate is Fate.PAIRED} == {Measure.MOTIVE}
    assert found.changes == (Change(SUN, Mode.HOME, Measure.MOTIVE, Fraction(0), 1),)


def drawn_wave(drawn: random.Random) -> list[Finished]:
    """Some of twelve children, each with whatever comes."""
    wave = []
    for child in drawn.sample(range(1, 13), drawn.randrange(12)):
        worth = {
            of: drawn.choice([None, Fraction(drawn.randrange(29), drawn.choice([1, 3, 5]))])
            for of in LEVELLED
        }
        levels = {of: drawn.choice([*Level, None]) for of in LEVELLED}
        group, mode = drawn.choice([SUN, RAYS]), drawn.choice([Mode.HOME, Mode.HOME, Mode.PAPER])
        told = drawn.choice([*Help, None])
        wave.append(Finished(ChildId(child), group, mode, told, worth, levels))
    return wave


@given(st.integers(0, 2**32))
@settings(max_examples=40)
def test_the_counts_are_those_of_the_children(seed: int) -> None:
    drawn = random.Random(seed)
    start, final = drawn_wave(drawn), drawn_wave(drawn)
    kept = pairs(start, final)
    assert kept == pairs(start[::-1], final[::-1])
    before, after = ({one.child_id: one for one in wave} for wave in (start, final))
    both = [
        (before[child], after[child])
        for child in before.keys() & after.keys()
        if before[child].mode is after[child].mode
        and Help.MUCH not in (before[child].help, after[child].help)
    ]
    for of in LEVELLED:
        compared = [(a, b) for a, b in both if a.levels[of] is not None and b.levels[of] is not None]
        fates = [one for one in kept.fates if one.measure is of]
        assert sum(one.n for one in fates) == len(before.keys() | after.keys())
        assert sum(one.n for one in fates if one.fate is Fate.PAIRED) == len(compared)
        shifts = Counter((b.group_id, b.mode, a.levels[of], b.levels[of]) for a, b in compared)
        assert {(o.group_id, o.mode, o.start, o.final): o.n for o in kept.shifts if o.measure is of} == shifts
        changes = Counter(
            (b.group_id, b.mode, had - has)
            for a, b in compared
            if (had := b.points[of]) is not None and (has := a.points[of]) is not None
        )
        assert {(o.group_id, o.mode, o.change): o.n for o in kept.changes if o.measure is of} == changes
    assert all(str(one.change) == str(Fraction(str(one.change))) for one in kept.changes)
    assert all(len(str(one.change)) <= 24 for one in kept.changes)


CLOSED = replace(WAVE, status=WaveStatus.CLOSED)
FINAL_WAVE = replace(CLOSED, kind=WaveKind.FINAL, opened_at=WAVE.opened_at + timedelta(days=180))


@pytest.mark.parametrize(
    ("start", "final", "one_scale", "expected"),
    [
        (CLOSED, FINAL_WAVE, True, Pairing.COUNTED),
        (CLOSED, FINAL_WAVE, False, Pairing.OTHER_SCALE),
        (WAVE, FINAL_WAVE, True, Pairing.START_OPEN),
        (None, FINAL_WAVE, False, Pairing.NO_START),
        (CLOSED, replace(FINAL_WAVE, status=WaveStatus.OPEN), True, Pairing.FINAL_OPEN),
        (None, replace(FINAL_WAVE, status=WaveStatus.OPEN), False, Pairing.NO_START),
    ],
)
def test_when_there_are_pairs(start: Wave | None, final: Wave, one_scale: bool, expected: Pairing) -> None:
    assert pairing(final, start, one_scale=one_scale) is expected


def test_another_wording_has_the_same_scale_and_other_bands_have_not() -> None:
    assert same_scale(QUIZ, replace(QUIZ, version=2, title="Кто чем занят?", sha256="f" * 64))
    assert not same_scale(QUIZ, replace(QUIZ, slug="mir-professij"))
    assert not same_scale(QUIZ, replace(QUIZ, total=Band(15, 23, 28)))
    moved = {**QUIZ.criteria, Criterion.KNOWLEDGE: Band(7, 11, 12)}
    assert not same_scale(QUIZ, replace(QUIZ, criteria=moved))
