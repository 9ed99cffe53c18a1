"""Calendar of professional days (rule 32): weekdays of months as dates of a year, days between two dates."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LAST = -1
"""In place of the number of a week: the last one of the month."""
NEAR = timedelta(days=7)
"""How near to a date a professional day is worth a hint."""
AROUND = timedelta(days=3)
"""How far from a professional day dates are offered for it."""
OFFERED = 3
OFFERED_HOUR = "10:00"
"""An hour that suits most groups; it may be changed before anybody is invited."""


@dataclass(frozen=True, slots=True)
class EveryYear:
    """The same day each year: 27 May."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """The day of a year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A weekday of a month: the last Sunday of August."""

    month: int
    weekday: int
    """From 0, Monday first."""
    number: int
    """1 to 4, or `LAST`."""

    def of(self, year: int) -> date:
        """The day of a year."""
        if self.number == LAST:
            following = date(year + self.month // 12, self.month % 12 + 1, 1)
            last = following - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - self.weekday) % 7)
        first = date(year, self.month, 1)
        to_weekday = (self.weekday - first.weekday()) % 7
        return first + timedelta(days=to_weekday + 7 * (self.number - 1))


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """The 256th day: a day earlier by the calendar of a leap year."""

    number: int

    def of(self, year: int) -> date:
        """The day of a year."""
        return date(year, 1, 1) + timedelta(days=self.number - 1)


@dataclass(frozen=True, slots=True)
class ProfessionalDay:
    """«День шахтёра»: when it is, and whose."""

    slug: str
    """Latin letters and hyphens; stands in buttons."""
    name: str
    when: EveryYear | WeekdayOf | DayOfYear
    professions: tuple[str, ...]
    """Slugs of the catalogue, the most fitting first."""


@dataclass(frozen=True, slots=True)
class Celebrated:
    """A professional day on its date."""

    on: date
    day: ProfessionalDay


def days_between(days: Iterable[ProfessionalDay], first: date, last: date) -> tuple[Celebrated, ...]:
    """The professional days from one date to another, both included, in the order of the calendar."""
    years = range(first.year, last.year + 1)
    found = [Celebrated(day.when.of(year), day) for day in days for year in years]
    return tuple(
        sorted(
            (one for one in found if first <= one.on <= last),
            key=lambda one: (one.on, one.day.name),
        )
    )


def next_of(days: Iterable[ProfessionalDay], slug: str, today: date) -> Celebrated | None:
    """When a day comes next, today included; None for one that is unknown."""
    found = [day for day in days if day.slug == slug]
    ahead = days_between(found, today, today + timedelta(days=400))
    return ahead[0] if ahead else None


def near(days: Iterable[ProfessionalDay], starts: Collection[datetime], zone: str) -> tuple[Celebrated, ...]:
    """Professional days within `NEAR` of one of these moments, each once."""
    if not starts:
        return ()
    dates = {at.astimezone(ZoneInfo(zone)).date() for at in starts}
    found = days_between(days, min(dates) - NEAR, max(dates) + NEAR)
    return tuple(one for one in found if any(abs(one.on - day) <= NEAR for day in dates))


def dates_around(on: date, today: date, holidays: Collection[date]) -> tuple[date, ...]:
    """Working days around a professional day on which a guest may come: the nearest ones ahead, in order."""
    span = range(-AROUND.days, AROUND.days + 1)
    working = [
        day
        for day in (on + timedelta(days=number) for number in span)
        if day > today and day.weekday() < 5 and day not in holidays
    ]
    nearest = sorted(working, key=lambda day: (abs(day - on), day))[:OFFERED]
    return tuple(sorted(nearest))
