"""A series of dates: never a skipped day among those that are opened, and every date of the pattern is accounted for."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.holidays import holidays_between
from content.vocabulary import vocabulary
from domain.closures import Closure, Span
from domain.forms import Circumstances
from domain.guest_calendar import (
    AT_ONCE,
    LONGEST,
    WEEKEND,
    Days,
    FreeDays,
    Pattern,
    Skip,
    may_keep_free,
    may_plan,
    moments,
    months_ahead,
    plan,
    unusual,
)
from domain.guest_series_checks import hours_check
from domain.ids import ClosureId, FreeDaysId, GroupId, OrganisationId
from domain.outcomes import Reason
from domain.people import OrganisationKind

ZONE = "Asia/Novokuznetsk"
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
TIMES = (time(9, 20), time(15, 40))


def _free(first: date, last: date) -> FreeDays:
    return FreeDays(FreeDaysId(1), OrganisationId(1), None, first, last, "Утренник")


def _day(at: datetime) -> date:
    return at.astimezone(ZoneInfo(ZONE)).date()


def test_a_december_by_weekdays_leaves_out_what_it_should() -> None:
    pattern = Pattern(frozenset({1, 3}), TIMES, date(2026, 12, 1), date(2026, 12, 31))
    standing = datetime(2026, 12, 8, 2, 20, tzinfo=UTC)
    days = Days(
        holidays_between(pattern.first, pattern.last),
        [Closure(ClosureId(1), OrganisationId(1), GroupId(1), date(2026, 12, 15), date(2026, 12, 16))],
        [_free(date(2026, 12, 24), date(2026, 12, 24))],
        frozenset(),
        frozenset({standing}),
    )
    planned = plan(pattern, days, zone=ZONE, now=NOW)
    why = {(_day(one.at), one.why, one.word) for one in planned.skipped}
    assert why == {
        (date(2026, 12, 8), Skip.OPEN, None),
        (date(2026, 12, 15), Skip.CLOSED, None),
        (date(2026, 12, 24), Skip.FREE, "Утренник"),
        (date(2026, 12, 31), Skip.HOLIDAY, "Выходной"),
    }
    assert len(planned.starts) + len(planned.skipped) == 10 * 2 - planned.beyond
    assert standing + timedelta(hours=6, minutes=20) in planned.starts, "the other hour of that day is opened"


def test_quiet_months_are_left_out_until_asked_for() -> None:
    pattern = Pattern(frozenset(range(5)), TIMES[:1], date(2026, 11, 20), date(2027, 1, 20))
    quiet = plan(pattern, Days({}, quiet_months=frozenset({12, 5})), zone=ZONE, now=NOW)
    assert not any(_day(at).month == 12 for at in quiet.starts)
    assert {one.why for one in quiet.skipped} == {Skip.QUIET, Skip.PAST}
    loud = plan(pattern, Days({}), zone=ZONE, now=NOW)
    assert (len(loud.starts), loud.beyond) == (AT_ONCE, 3)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 9), "Выходной"),
        (date(2026, 3, 9), "Международный женский день"),
        (date(2027, 2, 22), "Выходной"),
        (date(2027, 11, 5), "Выходной"),
        (date(2026, 6, 12), "День России"),
    ],
)
def test_holidays_and_moved_days_of_two_years_are_known(day: date, name: str) -> None:
    assert holidays_between(day, day) == {day: name}


@settings(max_examples=60)
@given(
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    first=st.dates(date(2026, 11, 1), date(2027, 5, 1)),
    length=st.integers(0, LONGEST - 1),
    holidays=st.frozensets(st.integers(0, LONGEST), max_size=20),
    free=st.tuples(st.integers(0, LONGEST), st.integers(0, 20)),
    closed=st.tuples(st.integers(0, LONGEST), st.integers(0, 20)),
    quiet=st.frozensets(st.integers(1, 12), max_size=3),
    taken=st.frozensets(st.integers(0, 60), max_size=10),
)
def test_no_skipped_day_is_ever_opened(
    weekdays: frozenset[int],
    first: date,
    length: int,
    holidays: frozenset[int],
    free: tuple[int, int],
    closed: tuple[int, int],
    quiet: frozenset[int],
    taken: frozenset[int],
) -> None:
    pattern = Pattern(weekdays, TIMES, first, first + timedelta(days=length))
    every = moments(pattern, ZONE)
    free_days = _free(first + timedelta(days=free[0]), first + timedelta(days=sum(free)))
    begins = first + timedelta(days=closed[0])
    shut = Closure(ClosureId(1), OrganisationId(1), GroupId(1), begins, begins + timedelta(days=closed[1]))
    days = Days(
        {first + timedelta(days=number): "Праздник" for number in holidays},
        [shut],
        [free_days],
        quiet,
        frozenset(every[number] for number in taken if number < len(every)),
    )
    planned = plan(pattern, days, zone=ZONE, now=NOW)
    assert len(planned.starts) + len(planned.skipped) + planned.beyond == len(every)
    assert len(planned.starts) <= AT_ONCE
    for at in planned.starts:
        day = _day(at)
        assert at > NOW
        assert day.weekday() in weekdays
        assert day not in days.holidays
        assert not free_days.holds(day)
        assert not Span(shut.from_day, shut.until_day, ZONE).holds(at)
        assert day.month not in quiet
        assert at not in days.standing


def test_a_period_is_refused_when_it_makes_no_sense() -> None:
    week = frozenset({0})

    def refused(first: date, last: date) -> Reason | None:
        found = may_plan(Pattern(week, TIMES, first, last), now=NOW, zone=ZONE)
        return None if found is None else found.reason

    today = date(2026, 11, 23)
    assert refused(today, today) is None
    assert refused(today, today - timedelta(days=1)) is Reason.END_BEFORE_START
    assert refused(date(2026, 10, 1), date(2026, 10, 31)) is Reason.DATE_PAST
    assert refused(today, today + timedelta(days=LONGEST)) is Reason.PERIOD_TOO_LONG
    assert refused(today + timedelta(days=390), today + timedelta(days=401)) is Reason.DATE_TOO_FAR
    long = may_keep_free(today, today + timedelta(days=60), today=today)
    assert long is not None
    assert long.reason is Reason.PERIOD_TOO_LONG


def test_the_months_offered_begin_with_one_of_which_something_is_left() -> None:
    assert months_ahead(date(2026, 11, 23), 2) == (date(2026, 11, 1), date(2026, 12, 1))
    assert months_ahead(date(2026, 11, 27), 2) == (date(2026, 12, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("kind", "saturday"),
    [(OrganisationKind.KINDERGARTEN, Skip.WEEKEND), (OrganisationKind.SCHOOL, Skip.QUIET)],
)
def test_a_date_chosen_by_hand_is_warned_of_by_its_first_reason(
    kind: OrganisationKind, saturday: Skip
) -> None:
    starts = [
        datetime(2026, *day, 2, 20, tzinfo=UTC) for day in ((12, 31), (12, 24), (12, 5), (12, 3), (11, 26))
    ]
    days = Days(
        holidays_between(date(2026, 11, 26), date(2026, 12, 31)),
        free_days=[_free(date(2026, 12, 24), date(2026, 12, 24))],
        quiet_months=frozenset({12}),
        weekend=WEEKEND[kind],
    )
    found = unusual(starts, days, zone=ZONE)
    assert [(one.at.day, one.why, one.word) for one in found] == [
        (3, Skip.QUIET, None),
        (5, saturday, None),
        (24, Skip.FREE, "Утренник"),
        (31, Skip.HOLIDAY, "Выходной"),
    ]


@pytest.mark.parametrize(
    "text", ["9:20, 15:40", "15:40 и 9:20", "9.20; 15.40", "9:20 И 15:40,", "9:20 and 15:40"]
)
def test_hours_of_a_day_are_typed_in_a_row(text: str) -> None:
    circumstances = Circumstances(NOW, NOW, ZONE, vocabulary(), {})
    assert hours_check(text, circumstances) == ["09-20", "15-40"]
