"""Checks of what a teacher types about an event: its day, its time, both at once."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from domain.events import FURTHEST, may_start
from domain.forms import Circumstances, Filled, Value
from domain.outcomes import Reason, Refused
from domain.terms import Term, read_term, read_time

_ABOUT_THE_DAY = frozenset(
    {Reason.NO_SUCH_DATE, Reason.DATE_PAST, Reason.DATE_TOO_FAR, Reason.WEEKDAY_WRONG, Reason.NO_SUCH_TIME}
)
"""What is wrong with «31 февраля 10:00», also when only the hour was asked. A day that may be two is not asked there."""


def read_day(text: str, circumstances: Circumstances) -> Term | Refused:
    """The day that was meant when it was written; it may have passed since, on its way here."""
    vocabulary, zone = circumstances.vocabulary, circumstances.zone
    term = read_term(text, vocabulary, now=circumstances.said_at, zone=zone)
    if isinstance(term, Term) and term.day < circumstances.now.astimezone(ZoneInfo(zone)).date():
        return Refused(Reason.DATE_PAST)
    return term


def day_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """«12 марта», or «12 марта 10:00», which answers the question of the time as well."""
    term = read_day(text, circumstances)
    if isinstance(term, Refused):
        return term
    if term.at is not None:
        refused = may_start(moment_of(term.day, term.at, circumstances.zone), now=circumstances.now)
        return refused or Filled({"day": term.day.isoformat(), "time": _written(term.at)})
    if term.day - circumstances.now.astimezone(ZoneInfo(circumstances.zone)).date() > FURTHEST:
        return Refused(Reason.DATE_TOO_FAR)
    return term.day.isoformat()


def time_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """«9:30», on the day that was chosen; a whole «12 марта 10:00» changes the day too."""
    at = read_time(text, circumstances.vocabulary)
    if isinstance(at, Refused):
        whole = day_check(text, circumstances)
        if isinstance(whole, Refused):
            return whole if whole.reason in _ABOUT_THE_DAY else at
        return whole if isinstance(whole, Filled) else at
    day = circumstances.values.get("day")
    if isinstance(day, str):
        moment = moment_of(date.fromisoformat(day), at, circumstances.zone)
        if refused := may_start(moment, now=circumstances.now):
            return refused
    return _written(at)


def start_of(values: Mapping[str, Value], zone: str) -> datetime:
    """The start, in UTC, of a form whose `day` and `time` are answered."""
    return moment_of(date.fromisoformat(str(values["day"])), time.fromisoformat(str(values["time"])), zone)


def moment_of(day: date, at: time, zone: str) -> datetime:
    """A local day and time of `zone` as a moment in UTC."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _written(at: time) -> str:
    return at.isoformat(timespec="minutes")
