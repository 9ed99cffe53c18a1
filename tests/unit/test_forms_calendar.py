"""The calendar keyboard: bounded, past days inert, every button fits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actions.forms import FormDay, FormMonth
from domain.actions.menu import Inert
from domain.events import FURTHEST
from handlers.common.calendar import month, offset_of, shown_month
from locales import LOCALES
from screens.base import Rows
from screens.buttons import pack, parse

TODAY = date(2026, 9, 16)


def days(rows: Rows) -> list[date]:
    """Days that can be tapped."""
    return [b.action.day for row in rows for b in row if isinstance(b.action, FormDay)]


def turns(rows: Rows) -> list[date]:
    """Months that the arrows lead to."""
    return [b.action.day for row in rows for b in row if isinstance(b.action, FormMonth)]


@pytest.mark.parametrize("locale", LOCALES)
def test_this_month_begins_today(locale: str) -> None:
    rows = month("en", "day", today=TODAY, shown=TODAY, locale=locale)
    assert days(rows) == [date(2026, 9, day) for day in range(16, 31)]
    assert turns(rows) == [date(2026, 10, 1)], "there is no way back into the past"
    assert all(len(row) == 7 for row in rows[1:])


def test_the_last_month_ends_with_the_school_year_and_a_bit() -> None:
    last = TODAY + FURTHEST
    rows = month("en", "day", today=TODAY, shown=date(2099, 1, 1), locale="ru")
    assert days(rows)[-1] == last
    assert turns(rows) == [(last.replace(day=1) - timedelta(days=1)).replace(day=1)]


def test_a_forged_month_stays_in_bounds() -> None:
    assert days(month("en", "day", today=TODAY, shown=date(1, 1, 1), locale="ru"))[0] == TODAY
    assert offset_of(date(9999, 1, 1), TODAY) == 13
    assert offset_of(date(1999, 1, 1), TODAY) == 0


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.integers(min_value=0, max_value=13))
def test_turning_leads_where_it_says(today: date, offset: int) -> None:
    shown = shown_month(offset, today)
    assert shown.day == 1
    assert offset_of(shown, today) == offset
    rows = month("abcdef", "starts_on", today=today, shown=shown, locale="ru")
    for row in rows:
        for button in row:
            assert button.label
            assert button.action is not None
            assert parse(pack(button.action)) == button.action
            assert isinstance(button.action, FormDay | FormMonth | Inert)
