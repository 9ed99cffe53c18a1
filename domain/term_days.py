"""What a typed day means today: the nearest one it can be, or a question when it can be two."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from domain.outcomes import Reason, Refused

JUST_PASSED = timedelta(days=60)
"""A date without a year that passed within this time is taken for a slip, not for next year's."""
SMALL_HOURS = time(4, 0)
"""Until then «завтра» may mean the day that has just begun."""


@dataclass(frozen=True, slots=True)
class Term:
    """A day, and a time if one was said."""

    day: date
    at: time | None


@dataclass(slots=True)
class Said:
    """What the pieces of a text said so far."""

    day: tuple[int, int, int | None] | None = None
    """Day, month, year."""
    offset: int | None = None
    by_word: bool = False
    """The offset came from «завтра», which near midnight is doubtful."""
    weekday: int | None = None
    next_week: bool = False
    at: tuple[int, int] | None = None
    doubtful: bool = False
    """«В 5»: nobody has said whether in the morning or in the afternoon."""
    pieces: list[str] = field(default_factory=list)


def resolve(said: Said, at: time | None, here: datetime) -> Term | Refused:
    """The day that was said, from the point of view of somebody whose local time is `here` (naive)."""
    today = here.date()
    if said.day is not None:
        found = _dated(said.day, at, here)
    elif said.offset is not None:
        found = _relative(said, at, here)
    elif said.weekday is not None:
        return _on_weekday(said.weekday, at, here, next_week=said.next_week)
    else:
        return Refused(Reason.DATE_UNCLEAR)
    if isinstance(found, Refused):
        return found
    if said.weekday is not None and (found.day.weekday() != said.weekday or said.next_week):
        return Refused(Reason.WEEKDAY_WRONG, {"actual": found.day})
    if _passed(found, here) or found.day < today:
        return Refused(Reason.DATE_PAST)
    return found


def _dated(said: tuple[int, int, int | None], at: time | None, here: datetime) -> Term | Refused:
    day, month, year = said
    if year is not None:
        found = _date(year, month, day)
        return Refused(Reason.NO_SUCH_DATE) if found is None else Term(found, at)
    coming = [_date(here.year + ahead, month, day) for ahead in (0, 1)]
    if coming == [None, None]:
        return Refused(Reason.NO_SUCH_DATE)
    this, following = (None if found is None else Term(found, at) for found in coming)
    if this is not None and not _passed(this, here):
        return this
    if this is not None and (following is None or here.date() - this.day <= JUST_PASSED):
        return Refused(Reason.DATE_PAST)
    assert following is not None
    return following


def _relative(said: Said, at: time | None, here: datetime) -> Term | Refused:
    assert said.offset is not None
    day = here.date() + timedelta(days=said.offset)
    if said.by_word and said.offset > 0 and here.time() < SMALL_HOURS:
        eve = Term(day - timedelta(days=1), at)
        if not _passed(eve, here):
            return _either(eve.day, day, at)
    return Term(day, at)


def _on_weekday(weekday: int, at: time | None, here: datetime, *, next_week: bool) -> Term | Refused:
    today = here.date()
    ahead = (weekday - today.weekday()) % 7
    nearest, later = today + timedelta(days=ahead), today + timedelta(days=ahead + 7)
    if next_week:
        monday = today + timedelta(days=7 - today.weekday())
        if today.weekday() == 6 and weekday != 6:  # on Sunday «следующая среда» is said of either
            return _either(nearest, later, at)
        return Term(monday + timedelta(days=weekday), at)
    if ahead == 0:
        if at is not None and _passed(Term(today, at), here):
            return Term(later, at)
        return _either(today, later, at)
    return Term(nearest, at)


def _either(first: date, second: date, at: time | None) -> Refused:
    """Two days that may be meant, and the hour, which is clear."""
    hour = {} if at is None else {"at": at.isoformat(timespec="minutes")}
    return Refused(Reason.DATE_AMBIGUOUS, {"first": first, "second": second, **hour})


def _passed(term: Term, here: datetime) -> bool:
    if term.at is None:
        return term.day < here.date()
    return datetime.combine(term.day, term.at) <= here


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
