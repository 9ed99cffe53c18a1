"""The budget of attention: when a message is heard, in whose day it counts, when the evening summary comes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.notice_rules import RULES
from domain.notices import Circular, NoticeDraft, Urgency, after_quiet_hours

WEEK = timedelta(days=6)
"""From the first to the last of seven days."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When an organisation may be heard: its zone, its quiet hours and the time of its evening summary."""

    zone: str
    quiet_from: time
    quiet_to: time
    summary_at: time


@dataclass(frozen=True, slots=True)
class Terms:
    """When and how a message goes out: the same for everyone it is for."""

    urgency: Urgency
    due_at: datetime
    expires_at: datetime
    budget_day: date | None
    """The local day it is heard on, when it counts in the budget of attention; None when it is exempt."""
    may_wait: bool
    """Whether the evening summary comes before it is of no use. What cannot wait is told beyond the budget."""


def terms(fact: NoticeDraft | Circular, hours: Hours | None, *, now: datetime) -> Terms:
    """What the rule of the kind, the quiet hours and the clock make of a draft; `hours` None: of no organisation."""
    rule = RULES[fact.kind]
    urgency = fact.urgency or rule.urgency
    due_at = max(fact.due_at or now, now)
    if hours is not None and urgency is not Urgency.NOW:
        due_at = after_quiet_hours(due_at, hours.zone, hours.quiet_from, hours.quiet_to)
    expires_at = fact.expires_at or due_at + rule.lifetime
    if hours is None or urgency is not Urgency.BUDGETED:
        return Terms(urgency, due_at, expires_at, None, may_wait=False)
    return Terms(
        urgency,
        due_at,
        expires_at,
        due_at.astimezone(ZoneInfo(hours.zone)).date(),
        may_wait=summary_heard(summary_after(due_at, hours), hours) < expires_at,
    )


def summary_after(moment: datetime, hours: Hours) -> datetime:
    """The first evening summary at or after `moment` (same zone as `moment`)."""
    today = _summary_on(moment.astimezone(ZoneInfo(hours.zone)).date(), hours)
    if today < moment:
        day = moment.astimezone(ZoneInfo(hours.zone)).date() + timedelta(days=1)
        return _summary_on(day, hours).astimezone(moment.tzinfo)
    return today.astimezone(moment.tzinfo)


def summary_before(moment: datetime, hours: Hours) -> datetime:
    """The last evening summary at or before `moment` (same zone as `moment`)."""
    day = moment.astimezone(ZoneInfo(hours.zone)).date()
    today = _summary_on(day, hours)
    chosen = today if today <= moment else _summary_on(day - timedelta(days=1), hours)
    return chosen.astimezone(moment.tzinfo)


def summary_heard(moment: datetime, hours: Hours) -> datetime:
    """When a summary of `moment` is heard: a summary set inside the quiet hours waits for their end."""
    return after_quiet_hours(moment, hours.zone, hours.quiet_from, hours.quiet_to)


def _summary_on(day: date, hours: Hours) -> datetime:
    return datetime.combine(day, hours.summary_at, tzinfo=ZoneInfo(hours.zone))
