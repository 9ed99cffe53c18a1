"""A step that gathers several days with their hours: a day of the calendar, its hour, and the calendar again.

What is gathered stands in the draft's `picking` as local «2026-03-12T09:20»; a day that still waits for its hour
stands last, without one.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from domain.event_checks import read_day
from domain.forms import Circumstances, Value
from domain.outcomes import Reason, Refused
from domain.terms import read_time
from handlers.common import calendar
from handlers.common.form_model import Draft, Option, Step
from screens import forms as screens
from screens.base import Rows

Added = Refused | None


def waiting_day(draft: Draft) -> date | None:
    """The day whose hour is asked."""
    last = draft.picking[-1] if draft.picking else ""
    return None if not last or "T" in last else date.fromisoformat(last)


def gathered(draft: Draft) -> list[str]:
    """The days that have their hours."""
    return [moment for moment in draft.picking if "T" in moment]


def put_off(draft: Draft) -> bool:
    """Leave the day that waits for its hour; whether there was one."""
    there = waiting_day(draft) is not None
    draft.picking = gathered(draft)
    return there


def add_typed(draft: Draft, step: Step, text: str, circumstances: Circumstances) -> Added:
    """«12 марта 10:00», «12 марта», or the hour of the day that waits for one."""
    waits = waiting_day(draft)
    at = None if waits is None else read_time(text, circumstances.vocabulary)
    if waits is not None and isinstance(at, time):
        return _add(draft, step, waits, at, circumstances)
    term = read_day(text, circumstances)
    if isinstance(term, Refused):
        return at if isinstance(at, Refused) and term.reason is Reason.DATE_UNCLEAR else term
    if term.at is None:
        add_day(draft, term.day)
        return None
    return _add(draft, step, term.day, term.at, circumstances)


def add_day(draft: Draft, day: date) -> None:
    """A day whose hour comes next."""
    draft.picking = [*gathered(draft), day.isoformat()]


def add_hour(draft: Draft, step: Step, day: date, hour: str, circumstances: Circumstances) -> Added:
    """The hour «9-20» of a day."""
    at = time.fromisoformat(hour.replace("-", ":").zfill(5))
    return _add(draft, step, day, at, circumstances)


def drop(draft: Draft, written: str) -> bool:
    """Take a gathered one out again, as its button names it; whether it was there."""
    known = [moment for moment in gathered(draft) if _named(moment) == written]
    draft.picking = [moment for moment in draft.picking if moment not in known]
    return bool(known)


def checked(draft: Draft, step: Step, circumstances: Circumstances) -> Value | Refused:
    """All that was gathered, by time, as the step stores it; what has become wrong with it since."""
    return _check(step, gathered(draft), circumstances)


def rows(
    form: str,
    step: Step,
    draft: Draft,
    hours: Sequence[Option],
    *,
    today: date,
    locale: str,
    hint: Refused | None,
) -> Rows:
    """The hours of the day that waits for one; else what is gathered, ticked, above the calendar."""
    doubt = () if hint is None else calendar.doubt(form, step.name, hint, today=today, locale=locale)
    if waiting_day(draft) is not None and not doubt:
        offered = [(hour.value, hour.label) for hour in hours]
        return screens.hours_rows(form, step.name, offered, step.columns)
    picked = [(_named(moment), datetime.fromisoformat(moment)) for moment in sorted(gathered(draft))]
    month = calendar.month(
        form, step.name, today=today, shown=calendar.shown_month(draft.page, today), locale=locale
    )
    return (*doubt, *screens.picked_moments(form, step.name, picked), *month)


def _add(draft: Draft, step: Step, day: date, at: time, circumstances: Circumstances) -> Added:
    moment = datetime.combine(day, at).isoformat(timespec="minutes")
    put_off(draft)
    if moment in draft.picking:
        return Refused(Reason.DATE_TWICE)
    refused = _check(step, [*draft.picking, moment], circumstances)
    if isinstance(refused, Refused):
        return refused
    draft.picking.append(moment)
    return None


def _check(step: Step, moments: Sequence[str], circumstances: Circumstances) -> Value | Refused:
    assert step.check is not None, "a step of moments checks all of them at once"
    outcome = step.check(" ".join(sorted(moments)), circumstances)
    assert isinstance(outcome, Refused | list), "moments are stored as a list"
    return outcome


def _named(moment: str) -> str:
    """As a button carries it: «:» separates a button's fields."""
    return moment.replace(":", "-")
