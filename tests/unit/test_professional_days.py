"""Professional days: movable ones in every year, days around the turn of a year, what is near, what is offered."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.professional_days import (
    LAST,
    NEAR,
    Celebrated,
    DayOfYear,
    EveryYear,
    ProfessionalDay,
    WeekdayOf,
    dates_around,
    days_between,
    near,
    next_of,
)

RESCUERS = ProfessionalDay("spasatel", "День спасателя", EveryYear(12, 27), ("spasatel",))
MINERS = ProfessionalDay("shahter", "День шахтёра", WeekdayOf(8, 6, LAST), ("shahter",))
CODERS = ProfessionalDay("programmist", "День программиста", DayOfYear(256), ("programmist",))
DAYS = (CODERS, RESCUERS, MINERS)
ZONE = "Asia/Novokuznetsk"


@given(
    year=st.integers(1990, 2100),
    month=st.integers(1, 12),
    weekday=st.integers(0, 6),
    number=st.integers(1, 4),
)
@settings(max_examples=200)
def test_a_movable_day_is_the_weekday_that_its_number_says(
    year: int, month: int, weekday: int, number: int
) -> None:
    day = WeekdayOf(month, weekday, number).of(year)
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)
    assert (day.day - 1) // 7 + 1 == number
    last = WeekdayOf(month, weekday, LAST).of(year)
    assert (last.month, last.weekday()) == (month, weekday)
    assert (last + timedelta(days=7)).month != month


def test_days_between_two_dates_are_in_order_with_both_ends_and_over_a_new_year() -> None:
    found = days_between(DAYS, date(2026, 8, 30), date(2027, 12, 27))
    assert [(one.on, one.day.slug) for one in found] == [
        (date(2026, 8, 30), "shahter"),
        (date(2026, 9, 13), "programmist"),
        (date(2026, 12, 27), "spasatel"),
        (date(2027, 8, 29), "shahter"),
        (date(2027, 9, 13), "programmist"),
        (date(2027, 12, 27), "spasatel"),
    ]
    assert days_between(DAYS, date(2026, 8, 31), date(2026, 8, 30)) == ()


def test_the_next_one_may_be_today_or_in_a_year() -> None:
    assert next_of(DAYS, "shahter", date(2026, 8, 30)) == Celebrated(date(2026, 8, 30), MINERS)
    assert next_of(DAYS, "shahter", date(2026, 8, 31)) == Celebrated(date(2027, 8, 29), MINERS)
    assert next_of(DAYS, "nobody", date(2026, 8, 31)) is None


def test_near_is_a_week_by_the_clock_of_the_place() -> None:
    # 27 December begins in Novokuznetsk while it is the 26th in UTC
    late = datetime(2027, 1, 2, 18, tzinfo=UTC)
    assert near(DAYS, [late], ZONE) == (Celebrated(date(2026, 12, 27), RESCUERS),)
    assert near(DAYS, [late + timedelta(days=1)], ZONE) == ()
    assert near(DAYS, [], ZONE) == ()
    both = near(DAYS, [datetime(2026, 9, 1, 3, tzinfo=UTC), datetime(2026, 9, 10, 3, tzinfo=UTC)], ZONE)
    assert [one.day.slug for one in both] == ["shahter", "programmist"]
    assert timedelta(days=7) == NEAR


def test_dates_around_are_working_days_ahead() -> None:
    sunday = date(2026, 8, 30)
    assert dates_around(sunday, date(2026, 8, 1), ()) == (
        date(2026, 8, 28),
        date(2026, 8, 31),
        date(2026, 9, 1),
    )
    assert dates_around(sunday, date(2026, 8, 28), {date(2026, 9, 1)}) == (
        date(2026, 8, 31),
        date(2026, 9, 2),
    )
    assert dates_around(sunday, date(2026, 9, 2), ()) == ()
