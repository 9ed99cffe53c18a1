"""A series of dates for guests: weekdays and hours of a period, without the days on which nobody is invited.

The plan says of every hour that fell to the pattern what becomes of it: it is opened, or skipped, and why.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.closures import Closure
from domain.guests import FURTHEST
from domain.ids import FreeDaysId, GroupId, OrganisationId
from domain.outcomes import Reason, Refused
from domain.people import OrganisationKind

AT_ONCE = 40
"""Dates of one series: a month of every working day, twice."""
LONGEST = 190
"""Days of the period of one series: half a school year."""
WEEKEND = {OrganisationKind.KINDERGARTEN: frozenset({5, 6}), OrganisationKind.SCHOOL: frozenset({6})}
"""Weekdays from 0 on which a date is worth a second look: many schools learn on Saturdays."""
NOTE_LIMIT = 60
FREE_DAYS_AT_ONCE = 60
"""Days of one entry of «не зовём гостей», the first and the last included."""


class Skip(StrEnum):
    """Why a date of the pattern is not opened; of a date that was chosen by hand: what to think of."""

    PAST = "past"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    """A date chosen by hand; a pattern names its weekdays."""
    CLOSED = "closed"
    """The group is closed."""
    FREE = "free"
    """«Не зовём гостей»."""
    QUIET = "quiet"
    OPEN = "open"
    """The group has this very date open already."""
    REMOVED = "removed"
    """Taken out by hand."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a teacher asks for."""

    weekdays: frozenset[int]
    """From 0, Monday first."""
    times: tuple[time, ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Days on which a group, or (no group) the whole organisation, invites no guests; both ends included."""

    id: FreeDaysId
    organisation_id: OrganisationId
    group_id: GroupId | None
    from_day: date
    until_day: date
    note: str | None = None

    def holds(self, day: date) -> bool:
        """Whether this day is one of them."""
        return self.from_day <= day <= self.until_day


@dataclass(frozen=True, slots=True)
class Skipped:
    """A date that is not opened."""

    at: datetime
    why: Skip
    word: str | None = None
    """The name of the holiday, or the teacher's own word."""


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of the days of a period."""

    holidays: Mapping[date, str]
    closures: Collection[Closure] = ()
    free_days: Collection[FreeDays] = ()
    quiet_months: frozenset[int] = frozenset()
    standing: frozenset[datetime] = frozenset()
    """Dates that the group has open already, or that somebody has taken."""
    weekend: frozenset[int] = frozenset()
    """Weekdays from 0, Monday first."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a pattern comes to."""

    starts: tuple[datetime, ...]
    skipped: tuple[Skipped, ...]
    beyond: int = 0
    """How many more there would be past `AT_ONCE`."""


def may_plan(pattern: Pattern, *, now: datetime, zone: str) -> Refused | None:
    """Refuse a period that is over, ends before it begins, is too long or too far away."""
    today = now.astimezone(ZoneInfo(zone)).date()
    if not pattern.weekdays or not pattern.times:
        return Refused(Reason.EMPTY)
    if pattern.last < pattern.first:
        return Refused(Reason.END_BEFORE_START)
    if pattern.last < today:
        return Refused(Reason.DATE_PAST)
    if (pattern.last - pattern.first).days >= LONGEST:
        return Refused(Reason.PERIOD_TOO_LONG, {"limit": LONGEST})
    return Refused(Reason.DATE_TOO_FAR) if pattern.last - today > FURTHEST else None


def may_keep_free(first: date, last: date, *, today: date) -> Refused | None:
    """Refuse days without guests that are over, run backwards, or are too many or too far."""
    if last < first:
        return Refused(Reason.END_BEFORE_START)
    if last < today:
        return Refused(Reason.DATE_PAST)
    if (last - first).days >= FREE_DAYS_AT_ONCE:
        return Refused(Reason.PERIOD_TOO_LONG, {"limit": FREE_DAYS_AT_ONCE})
    return Refused(Reason.DATE_TOO_FAR) if last - today > FURTHEST else None


def moments(pattern: Pattern, zone: str) -> tuple[datetime, ...]:
    """Every hour of the pattern on the wall clock of `zone`, in UTC and in order."""
    count = (pattern.last - pattern.first).days + 1
    days = (pattern.first + timedelta(days=number) for number in range(max(count, 0)))
    return tuple(
        datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for day in days
        if day.weekday() in pattern.weekdays
        for at in sorted(set(pattern.times))
    )


def plan(
    pattern: Pattern, days: Days, *, zone: str, now: datetime, removed: Collection[datetime] = ()
) -> Planned:
    """What becomes of every hour of the pattern; at most `AT_ONCE` of them are opened."""
    starts: list[datetime] = []
    skipped: list[Skipped] = []
    beyond = 0
    for at in moments(pattern, zone):
        if (skip := _skip(at, days, zone, now)) is not None:
            skipped.append(skip)
        elif len(starts) + beyond >= AT_ONCE:
            beyond += 1
        elif at in removed:
            skipped.append(Skipped(at, Skip.REMOVED))
        else:
            starts.append(at)
    return Planned(tuple(starts), tuple(skipped), beyond)


def unusual(starts: Iterable[datetime], days: Days, *, zone: str) -> tuple[Skipped, ...]:
    """Of dates that were chosen one by one: which of them a pattern would have left out, and weekends."""
    found = ((at, at.astimezone(ZoneInfo(zone)).date()) for at in sorted(starts))
    return tuple(odd for at, day in found if (odd := _odd(at, day, days)) is not None)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def months_ahead(today: date, count: int = 4) -> tuple[date, ...]:
    """First days of the months that are offered at one tap: this one while a week of it is left, and the next ones."""
    first, last = month_of(today)
    if (last - today).days < 7:
        first = last + timedelta(days=1)
    found = [first]
    while len(found) < count:
        found.append(month_of(found[-1])[1] + timedelta(days=1))
    return tuple(found)


def _skip(at: datetime, days: Days, zone: str, now: datetime) -> Skipped | None:
    day = at.astimezone(ZoneInfo(zone)).date()
    if at <= now:
        return Skipped(at, Skip.PAST)
    if any(closure.span(zone).holds(at) for closure in days.closures):
        return Skipped(at, Skip.CLOSED)
    if (odd := _odd(at, day, days)) is not None:
        return odd
    return Skipped(at, Skip.OPEN) if at in days.standing else None


def _odd(at: datetime, day: date, days: Days) -> Skipped | None:
    if day in days.holidays:
        return Skipped(at, Skip.HOLIDAY, days.holidays[day])
    free = _free(day, days.free_days)
    if free is not None:
        return Skipped(at, Skip.FREE, free.note)
    if day.weekday() in days.weekend:
        return Skipped(at, Skip.WEEKEND)
    return Skipped(at, Skip.QUIET) if day.month in days.quiet_months else None


def _free(day: date, entries: Iterable[FreeDays]) -> FreeDays | None:
    return next((entry for entry in entries if entry.holds(day)), None)
