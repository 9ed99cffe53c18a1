"""Checks of what a teacher types about an event: its start and end, until when people answer, how many may come."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.events import FURTHEST, LONGEST, EventDraft, may_start
from domain.forms import Circumstances, Filled, Value, whole_number
from domain.outcomes import Reason, Refused
from domain.seats import MOST_SEATS
from domain.terms import Term, read_term, read_time

_ABOUT_THE_DAY = frozenset(
    {Reason.NO_SUCH_DATE, Reason.DATE_PAST, Reason.DATE_TOO_FAR, Reason.WEEKDAY_WRONG, Reason.NO_SUCH_TIME}
)
"""What is wrong with «31 февраля 10:00», also when only the hour was asked. A day that may be two is not asked there."""

UNSAID = "none"
"""The button of an answer that takes the former one away."""
EVENING = time(20)
"""When a day for answers ends: people are up, and the author can count."""
DAYS_BEFORE = (1, 2, 3, 7)
"""Days before the start until which people may be asked to answer."""


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


def end_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """«11:30» of the same day, or «14 марта 12:00»; `UNSAID` when nobody wants to say."""
    if text == UNSAID:
        return None
    said = _moment_check(text, circumstances, alone=True)
    if isinstance(said, Refused):
        return said
    start = start_of(circumstances.values, circumstances.zone)
    end = end_of({**circumstances.values, "ends": said}, circumstances.zone)
    return _may_end(start, end) or said


def cutoff_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """«11 марта 18:00», or so many days before («d1»); `UNSAID` for the start itself."""
    if text == UNSAID:
        return None
    said = text if _days_before(text) else _moment_check(text, circumstances, alone=False)
    if isinstance(said, Refused):
        return said
    start = start_of(circumstances.values, circumstances.zone)
    until = cutoff_of({**circumstances.values, "until": said}, circumstances.zone)
    return _may_close(start, until, circumstances.now) or said


def seats_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """How many may come, from 1; `UNSAID` for as many as wish to."""
    return None if text == UNSAID else whole_number(1, MOST_SEATS)(text, circumstances)


def may_stand(draft: EventDraft, *, now: datetime, kept: datetime | None = None) -> Refused | None:
    """Whether start, end and the last day for answers go together; None when they do.

    `kept`: until when people could answer so far; that may be over, when something else is changed.
    """
    refused = may_start(draft.starts_at, now=now) or _may_end(draft.starts_at, draft.ends_at)
    if refused is not None:
        return refused
    return _may_close(draft.starts_at, draft.answer_until, now, kept=draft.answer_until == kept)


def end_of(values: Mapping[str, Value], zone: str) -> datetime | None:
    """The end, in UTC; an hour alone is of the day of the start, whichever that is by now."""
    said = values.get("ends")
    if not isinstance(said, str):
        return None
    return start_of({**values, "time": said}, zone) if len(said) <= 5 else _local(said, zone)


def cutoff_of(values: Mapping[str, Value], zone: str) -> datetime | None:
    """Until when answers are taken, in UTC; so many days before move with the start."""
    said = values.get("until")
    if not isinstance(said, str):
        return None
    before = _days_before(said)
    if before is None:
        return _local(said, zone)
    return moment_of(date.fromisoformat(str(values["day"])) - timedelta(days=before), EVENING, zone)


def end_said(starts_at: datetime, ends_at: datetime | None, zone: str) -> Value:
    """The answer that makes this end: the hour alone when it ends on the day it begins."""
    if ends_at is None:
        return None
    start, end = starts_at.astimezone(ZoneInfo(zone)), ends_at.astimezone(ZoneInfo(zone))
    return _written(end.time()) if start.date() == end.date() else _kept(end)


def cutoff_said(starts_at: datetime, answer_until: datetime | None, zone: str) -> Value:
    """The answer that makes this last moment for answers: days before the start, if it is one of those offered."""
    if answer_until is None:
        return None
    local = answer_until.astimezone(ZoneInfo(zone))
    before = (starts_at.astimezone(ZoneInfo(zone)).date() - local.date()).days
    return f"d{before}" if before in DAYS_BEFORE and local.time() == EVENING else _kept(local)


def start_of(values: Mapping[str, Value], zone: str) -> datetime:
    """The start, in UTC, of a form whose `day` and `time` are answered."""
    return moment_of(date.fromisoformat(str(values["day"])), time.fromisoformat(str(values["time"])), zone)


def moment_of(day: date, at: time, zone: str) -> datetime:
    """A local day and time of `zone` as a moment in UTC."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _moment_check(text: str, circumstances: Circumstances, *, alone: bool) -> str | Refused:
    """A day with an hour, local; `alone`: an hour without a day will do. What is not said is asked for."""
    at = read_time(text, circumstances.vocabulary)
    if alone and isinstance(at, time):
        return _written(at)
    term = read_day(text, circumstances)
    if isinstance(term, Refused):
        unclear = alone and term.reason is Reason.DATE_UNCLEAR and isinstance(at, Refused)
        return at if unclear and isinstance(at, Refused) else term
    if term.at is None:
        return Refused(Reason.TIME_MISSING)
    return _kept(datetime.combine(term.day, term.at))


def _may_end(starts_at: datetime, ends_at: datetime | None) -> Refused | None:
    if ends_at is None:
        return None
    if ends_at <= starts_at:
        return Refused(Reason.END_BEFORE_START)
    return Refused(Reason.EVENT_TOO_LONG) if ends_at - starts_at > LONGEST else None


def _may_close(
    starts_at: datetime, answer_until: datetime | None, now: datetime, *, kept: bool = False
) -> Refused | None:
    if answer_until is None:
        return None
    if answer_until > starts_at:
        return Refused(Reason.CUTOFF_AFTER_START)
    return Refused(Reason.CUTOFF_PAST) if answer_until <= now and not kept else None


def _days_before(said: str) -> int | None:
    return next((days for days in DAYS_BEFORE if said == f"d{days}"), None)


def _local(said: str, zone: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _kept(local: datetime) -> str:
    return local.replace(tzinfo=None).isoformat(timespec="minutes")


def _written(at: time) -> str:
    return at.isoformat(timespec="minutes")
