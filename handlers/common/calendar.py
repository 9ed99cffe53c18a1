"""The calendar keyboard: a month of days, past days inert, turned within a school year and a bit."""

from calendar import Calendar
from datetime import date, timedelta

from domain.actions import Action
from domain.actions.forms import FormDay, FormMonth
from domain.actions.menu import Inert
from domain.events import FURTHEST
from domain.outcomes import Refused
from locales import dates
from screens.base import Button, Rows, Style

_WEEKS = Calendar(firstweekday=0)


def month(form: str, step: str, *, today: date, shown: date, locale: str) -> Rows:
    """Heading with arrows, letters of the weekdays, weeks; days before `today` and too far away do nothing."""
    last = today + FURTHEST
    first = min(max(shown.replace(day=1), today.replace(day=1)), last.replace(day=1))
    before, after = first - timedelta(days=1), _next_month(first)
    heading = (
        _turn("‹", form, step, before) if before >= today.replace(day=1) else _inert(),
        Button(dates.month_title(locale, first.year, first.month), Inert()),
        _turn("›", form, step, after) if after <= last else _inert(),
    )
    letters = tuple(Button(name, Inert()) for name in dates.weekday_letters(locale))
    weeks = tuple(
        tuple(_day(form, step, day, first.month, today, last) for day in week)
        for week in _WEEKS.monthdatescalendar(first.year, first.month)
        if any(day.month == first.month and day >= today for day in week)
    )
    return (heading, letters, *weeks)


def shown_month(offset: int, today: date) -> date:
    """First day of the month `offset` months after today's."""
    months = today.year * 12 + today.month - 1 + offset
    return date(months // 12, months % 12 + 1, 1)


def offset_of(day: date, today: date) -> int:
    """How many months lie between today's month and the day's, within the bounds of the calendar."""
    last = today + FURTHEST
    furthest = (last.year - today.year) * 12 + last.month - today.month
    return min(max((day.year - today.year) * 12 + day.month - today.month, 0), furthest)


def doubt(form: str, step: str, hint: Refused, *, today: date, locale: str) -> Rows:
    """Two days as buttons when a typed day may mean either of them; the hour typed with it goes along."""
    at = hint.args.get("at")
    hour = None if at is None else str(at).replace(":", "-")
    days = [day for day in (hint.args.get("first"), hint.args.get("second")) if isinstance(day, date)]
    row = tuple(
        Button(dates.day(locale, day, today.year), FormDay(form, step, day, hour), style=Style.PRIMARY)
        for day in days
    )
    return (row,) if row else ()


def _day(form: str, step: str, day: date, shown: int, today: date, last: date) -> Button:
    if day.month != shown or day < today or day > last:
        return _inert()
    label = f"• {day.day}" if day == today else str(day.day)
    return Button(label, FormDay(form, step, day))


def _turn(label: str, form: str, step: str, day: date) -> Button:
    action: Action = FormMonth(form, step, day.replace(day=1))
    return Button(label, action)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _inert() -> Button:
    return Button("·", Inert())
