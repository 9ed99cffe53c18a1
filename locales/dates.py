"""Dates as people say them: «вт, 12 марта, 9:20»."""

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date


def day_and_time(locale: str, moment: datetime, zone: str, *, this_year: int | None = None) -> str:
    """«вт, 12 марта, 9:20» in the zone of the organisation; of another year than this one «12 марта 2027»."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{day(locale, local.date(), this_year)}, {clock(local.time())}"


@lru_cache(maxsize=512)
def day(locale: str, value: date, this_year: int | None = None) -> str:
    """«вт, 12 марта», and the year when it is another than `this_year`."""
    pattern = "EEE, d MMMM" if this_year in (None, value.year) else "EEE, d MMMM y"
    return format_date(value, pattern, locale=locale)


@lru_cache(maxsize=512)
def full_day(locale: str, value: date) -> str:
    """«12 марта 2026 года»: a full stop may follow."""
    return format_date(value, "d MMMM y 'года'" if locale == "ru" else "long", locale=locale)


def clock(value: time) -> str:
    """«9:20»: hours without a leading zero."""
    return f"{value.hour}:{value.minute:02d}"


@lru_cache(maxsize=64)
def month_title(locale: str, year: int, month: int) -> str:
    """«Март 2026»: the heading of a calendar keyboard."""
    name = Locale.parse(locale).months["stand-alone"]["wide"][month]
    return f"{name[:1].upper()}{name[1:]} {year}"


@lru_cache(maxsize=8)
def weekday_letters(locale: str) -> tuple[str, ...]:
    """Two letters for each day of the week, Monday first."""
    names = Locale.parse(locale).days["stand-alone"]["short"]
    return tuple(str(names[index])[:2].capitalize() for index in range(7))
