"""Checks of what is typed about a series of dates, and the pattern that the answers make."""

import re
from collections.abc import Mapping
from datetime import date, time

from domain.event_checks import read_day
from domain.forms import Circumstances, Filled, Value
from domain.guest_calendar import Pattern, month_of
from domain.outcomes import Reason, Refused
from domain.terms import read_time

OWN_PERIOD = "own"
"""In place of a month: from a day until a day."""
HOURS_LIMIT = 6
_MARKS = re.compile(r"[,;]")


def hours_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """«9:20, 15:40»: hours of one day, a few at most, as «9-20»."""
    found: list[str] = []
    for piece in _pieces(text, circumstances.vocabulary.and_):
        at = read_time(piece, circumstances.vocabulary)
        if isinstance(at, Refused):
            return at
        found.append(written(at))
    if not found:
        return Refused(Reason.EMPTY)
    if len(set(found)) > HOURS_LIMIT:
        return Refused(Reason.NOT_A_NUMBER, {"low": 1, "high": HOURS_LIMIT})
    return sorted(set(found))


def _pieces(text: str, joining: frozenset[str]) -> list[str]:
    """The parts between commas and between joining words."""
    pieces = [""]
    for word in _MARKS.sub(" , ", text).split():
        if word == "," or word.casefold() in joining:
            pieces.append("")
        else:
            pieces[-1] = f"{pieces[-1]} {word}"
    return [piece.strip() for piece in pieces if piece]


def first_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """The first day of the period."""
    term = read_day(text, circumstances)
    return term if isinstance(term, Refused) else term.day.isoformat()


def last_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """The last day of the period, not before the first."""
    term = read_day(text, circumstances)
    if isinstance(term, Refused):
        return term
    first = circumstances.values.get("first")
    if isinstance(first, str) and term.day < date.fromisoformat(first):
        return Refused(Reason.END_BEFORE_START)
    return term.day.isoformat()


def written(at: time) -> str:
    """«09-20», as a button and a draft carry it."""
    return at.isoformat(timespec="minutes").replace(":", "-")


def pattern_of(values: Mapping[str, Value]) -> Pattern:
    """What the answers of the form ask for."""
    weekdays, hours = values["weekdays"], values["hours"]
    assert isinstance(weekdays, list)
    assert isinstance(hours, list)
    period = str(values["period"])
    if period == OWN_PERIOD:
        first, last = date.fromisoformat(str(values["first"])), date.fromisoformat(str(values["last"]))
    else:
        first, last = month_of(date.fromisoformat(f"{period}-01"))
    times = tuple(time.fromisoformat(hour.replace("-", ":").zfill(5)) for hour in hours)
    return Pattern(frozenset(int(day) for day in weekdays), times, first, last)
