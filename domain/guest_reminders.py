"""Which reminders of a visit are due: a day before, two hours before (never in quiet hours), and «Как прошло?» after its hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.guest_asking import hours_of
from domain.guests import Visit
from domain.notices import after_quiet_hours, reminder_due
from domain.offers import evening_before
from domain.people import Organisation

ASK_AFTER = timedelta(hours=1)
"""The visit is over by then."""
SOONEST = timedelta(days=2)
"""Nothing is due earlier than this before its visit: the advice for its guest is, then the reminders."""
LATEST = timedelta(days=7)
"""Of a visit longer ago nobody is asked any more."""
DAY = 24
HOURS = 2
LEFT_AT_LEAST = timedelta(hours=1)
"""A reminder that comes later than this before its visit finds its guest on the way."""


@dataclass(frozen=True, slots=True)
class VisitToRemind:
    """A visit that was agreed upon, near enough for a reminder or not long over."""

    visit: Visit
    organisation: Organisation
    told_at: datetime
    """When it was last changed: everyone concerned heard of it then."""
    reminded: bool
    hours_reminded: bool
    asked: bool
    advised: bool = True
    """Whether the guest was sent the advice, for this date or another."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be put out now, and what is to be marked as done with it."""

    hours: int | None
    """Hours before the start; None for «Как прошло?»."""
    marks: tuple[str, ...]
    told: bool = True
    """False when the visit was agreed upon after the reminder's time: who has just heard of it needs none."""


def soon_due(starts_at: datetime, here: Organisation) -> datetime:
    """When to say that a visit is very near: two hours before, and not in quiet hours.

    What would be heard in them comes when they end, if an hour is left then; else in the evening before they begin.
    """
    two = starts_at - timedelta(hours=HOURS)
    heard = after_quiet_hours(two, here.timezone, here.quiet_from, here.quiet_to)
    if heard <= starts_at - LEFT_AT_LEAST:
        return heard
    return evening_before(two, hours_of(here)) - LEFT_AT_LEAST


def due_of(found: VisitToRemind, now: datetime) -> Due | None:
    """What is due for a visit and not yet put out; when both reminders are, the later one says it all."""
    visit, here = found.visit, found.organisation
    if visit.starts_at <= now:
        over = visit.starts_at + ASK_AFTER <= now and not found.asked
        return Due(None, ("asked_for",)) if over else None
    soon = soon_due(visit.starts_at, here)
    if soon <= now:
        if found.hours_reminded:
            return None
        return Due(HOURS, ("reminded_for", "hours_reminded_for"), told=found.told_at <= soon)
    day = reminder_due(visit.starts_at, here.timezone, here.quiet_from, here.quiet_to)
    if day <= now and not found.reminded:
        return Due(DAY, ("reminded_for",), told=found.told_at <= day)
    return None


def advice_due(found: VisitToRemind, now: datetime) -> bool:
    """Whether the guest is to be sent the advice now: once, two days before, or at once when it was agreed upon later."""
    visit = found.visit
    return visit.guest_id is not None and not found.advised and now < visit.starts_at <= now + SOONEST
