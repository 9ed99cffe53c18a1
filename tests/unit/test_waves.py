"""Waves by the calendar: which school year, how long, which nudges; forms drawn in halves; cells that add up."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attempts import AttemptStatus, Help, Mode
from domain.child_consents import ChildConsent, Standing, standing
from domain.ids import ChildId, GroupId, OrganisationId, PersonId, WaveId
from domain.outcomes import Reason, Refused
from domain.quizzes import FormLetter
from domain.scoring import Level
from domain.wave_cells import ANY, LEVELLED, UNCLEAR, Measure, Outcome, cells, profile
from domain.waves import (
    Wave,
    WaveDraft,
    WaveKind,
    WaveStatus,
    draw_forms,
    end_of,
    in_the_way,
    may_open,
    may_play,
    nudges_due,
    school_year,
)

OPENED = datetime(2026, 11, 2, 3, tzinfo=UTC)
SUN = GroupId(1)
WAVE = Wave(
    *(WaveId(1), OrganisationId(1), "quiz", 1, WaveKind.START, 2026, WaveStatus.OPEN),
    opened_at=OPENED,
    closes_at=OPENED + timedelta(days=14),
    group_ids=frozenset({SUN}),
)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 9, 1), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 8, 31), 2026),
        (date(2027, 9, 1), 2027),
    ],
)
def test_september_opens_a_school_year(day: date, year: int) -> None:
    assert school_year(day) == year


def test_the_last_day_ends_at_its_midnight_where_the_children_are() -> None:
    assert end_of(date(2026, 11, 20), "Asia/Novokuznetsk") == datetime(2026, 11, 20, 17, tzinfo=UTC)
    assert end_of(date(2026, 10, 25), "Europe/Berlin") == datetime(2026, 10, 25, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "reason"),
    [(-1, Reason.DATE_PAST), (0, Reason.DATE_PAST), (1, None), (60, None), (61, Reason.DATE_TOO_FAR)],
)
def test_how_long_a_wave_may_be(days: int, reason: Reason | None) -> None:
    today = date(2026, 11, 2)
    draft = WaveDraft(WaveKind.START, today + timedelta(days=days), frozenset({SUN}))
    assert may_open(draft, today=today) == (None if reason is None else Refused(reason))
    assert may_open(replace(draft, group_ids=frozenset()), today=today) == Refused(Reason.NO_GROUPS)


@pytest.mark.parametrize(
    ("had", "kind", "reason"),
    [
        ([], WaveKind.START, None),
        ([], WaveKind.FINAL, None),
        ([(2026, WaveKind.START, WaveStatus.CLOSED)], WaveKind.START, Reason.WAVE_EXISTS),
        ([(2026, WaveKind.START, WaveStatus.OPEN)], WaveKind.START, Reason.WAVE_EXISTS),
        ([(2026, WaveKind.START, WaveStatus.OPEN)], WaveKind.FINAL, Reason.WAVE_STILL_OPEN),
        ([(2026, WaveKind.START, WaveStatus.CLOSED)], WaveKind.FINAL, None),
        ([(2026, WaveKind.FINAL, WaveStatus.OPEN)], WaveKind.START, Reason.WAVE_STILL_OPEN),
        ([(2026, WaveKind.FINAL, WaveStatus.CLOSED)], WaveKind.START, Reason.WAVE_TOO_LATE),
        ([(2025, WaveKind.FINAL, WaveStatus.CLOSED)], WaveKind.START, None),
        ([(2025, WaveKind.FINAL, WaveStatus.OPEN)], WaveKind.START, Reason.WAVE_STILL_OPEN),
    ],
)
def test_one_wave_after_the_other(
    had: list[tuple[int, WaveKind, WaveStatus]], kind: WaveKind, reason: Reason | None
) -> None:
    others = [replace(WAVE, school_year=year, kind=one, status=status) for year, one, status in had]
    found = in_the_way(kind, 2026, others)
    assert (None if found is None else found.reason) == reason


@pytest.mark.parametrize(
    ("days", "due"), [(0, ()), (3.9, ()), (4, (1,)), (11.9, (1,)), (12, (1, 2)), (14, ())]
)
def test_two_nudges(days: float, due: tuple[int, ...]) -> None:
    assert nudges_due(WAVE, now=OPENED + timedelta(days=days)) == due
    assert nudges_due(replace(WAVE, status=WaveStatus.CLOSED), now=OPENED + timedelta(days=days)) == ()


@given(st.integers(1, 60), st.floats(0, 61))
def test_a_short_wave_nudges_less_and_none_is_over(days: int, at: float) -> None:
    wave = replace(WAVE, closes_at=OPENED + timedelta(days=days))
    now = OPENED + timedelta(days=at)
    due = nudges_due(wave, now=now)
    assert set(due) <= {1, 2}
    if due:
        assert may_play(wave, now=now) is None
    if days <= 2:
        assert due == (), "who was invited a day ago needs no nudge"


@given(st.sets(st.integers(1, 400), max_size=40), st.integers(0, 2**40), st.data())
def test_forms_are_drawn_in_halves(children: set[int], seed: int, data: st.DataObject) -> None:
    fresh = draw_forms(dict.fromkeys(map(ChildId, children)), seed=seed)
    count = Counter(fresh.values())
    assert abs(count[FormLetter.A] - count[FormLetter.B]) <= 1
    assert set(fresh) == children
    newcomers = data.draw(st.sets(st.integers(401, 440), max_size=10))
    again = draw_forms({**fresh, **dict.fromkeys(map(ChildId, newcomers))}, seed=seed + 1)
    assert {child: again[child] for child in fresh} == fresh, "what was drawn stands"
    count = Counter(again.values())
    assert abs(count[FormLetter.A] - count[FormLetter.B]) <= 1


def test_the_same_seed_draws_the_same() -> None:
    children = dict.fromkeys(map(ChildId, range(1, 25)))
    assert draw_forms(children, seed=5) == draw_forms(children, seed=5)
    assert any(draw_forms(children, seed=5) != draw_forms(children, seed=other) for other in range(6, 12))


OUTCOMES = st.lists(
    st.builds(
        Outcome,
        group_id=st.sampled_from([SUN, GroupId(2)]),
        mode=st.sampled_from(Mode),
        status=st.sampled_from(AttemptStatus),
        help=st.sampled_from([*Help, None]),
        levels=st.fixed_dictionaries({measure: st.sampled_from([*Level, None]) for measure in LEVELLED}),
    ),
    max_size=30,
)


@given(OUTCOMES)
def test_cells_add_up_whatever_the_order(outcomes: list[Outcome]) -> None:
    children = {SUN: 24, GroupId(2): 20}
    counted = cells(outcomes, children)
    assert counted == cells(outcomes[::-1], children)
    finished = [one for one in outcomes if one.status is AttemptStatus.FINISHED]
    much = sum(one.help is Help.MUCH for one in finished)
    assert sum(cell.n for cell in counted if cell.measure is Measure.FINISHED) == len(finished)
    assert sum(cell.n for cell in counted if cell.measure is Measure.MUCH_HELP) == much
    little = sum(one.help is Help.LITTLE for one in finished)
    assert sum(cell.n for cell in counted if cell.measure is Measure.LITTLE_HELP) == little
    for measure in LEVELLED:
        assert sum(cell.n for cell in counted if cell.measure is measure) == len(finished) - much
    own = profile(counted, SUN)
    assert own.counted == sum(own.totals.values()) + own.unclear
    assert own.n == sum(one.group_id == SUN for one in finished)
    assert all(cell.level in (ANY, UNCLEAR, *Level) for cell in counted)


MOTHER, FATHER = PersonId(1), PersonId(2)
BOTH = {MOTHER, FATHER}


def _consent(
    day: int, *, back: int | None = None, by: PersonId | None = None, version: int = 1
) -> ChildConsent:
    at = None if back is None else OPENED + timedelta(days=back)
    return ChildConsent(
        ChildId(1), version, OPENED + timedelta(days=day), MOTHER, withdrawn_at=at, withdrawn_by=by
    )


@pytest.mark.parametrize(
    ("consents", "asks", "expected"),
    [
        ([], MOTHER, Standing.NEEDED),
        ([_consent(1)], FATHER, Standing.STANDS),
        ([_consent(1, version=2)], MOTHER, Standing.NEEDED),
        ([_consent(1, back=2, by=FATHER)], MOTHER, Standing.SUSPENDED),
        ([_consent(1, back=2, by=FATHER)], FATHER, Standing.NEEDED),
        ([_consent(1, back=2, by=FATHER)], None, Standing.SUSPENDED),
        ([_consent(1, back=2, by=FATHER), _consent(3)], MOTHER, Standing.STANDS),
        ([_consent(1, back=2, by=FATHER), _consent(3, back=4, by=MOTHER)], MOTHER, Standing.NEEDED),
        ([_consent(1, back=2)], FATHER, Standing.NEEDED),
        ([_consent(1, back=2, by=PersonId(9))], MOTHER, Standing.NEEDED),
    ],
)
def test_what_consents_come_to(
    consents: list[ChildConsent], asks: PersonId | None, expected: Standing
) -> None:
    assert standing(consents, 1, asks=asks, representatives=BOTH) is expected
