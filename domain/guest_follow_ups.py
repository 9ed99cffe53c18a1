"""«🌟 После визита»: what a group does in the week after a visit, and when its teachers are reminded of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.guest_outcomes import FollowUp
from domain.guest_views import VisitCard
from domain.guests import Visit, VisitStatus
from domain.outcomes import Reason, Refused
from domain.people import Organisation
from domain.professions import Profession

DAYS = 7
"""Of a visit: in this time the children still talk of the guest."""
TICKED_FOR = timedelta(days=2 * DAYS)
"""Who was busy with it ticks it a week later."""
REMINDED_ON = (3, 6)
"""Days after a visit; of those that fall on a weekend teachers hear on Monday."""
SOONEST, AGAIN = (timedelta(days=day) for day in REMINDED_ON)
LATEST = timedelta(days=max(REMINDED_ON) + 3)
"""Of a visit longer ago nobody is reminded any more."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class FollowUpDesk:
    """A visit, what its profession's card suggests, and what the group has done, with the days of the ticks."""

    card: VisitCard
    profession: Profession | None
    """None: the guest named the profession in own words."""
    done: Mapping[FollowUp, date]
    may_tick: bool


@dataclass(frozen=True, slots=True)
class VisitToFollow:
    """A visit that was held, and after which nothing has been ticked."""

    visit: Visit
    organisation: Organisation
    told_at: datetime
    """When it was last changed."""
    told: int | None
    """How many days after it its teachers were last reminded."""


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A reminder that is due."""

    day: int
    told: bool
    """False when the visit was concluded after the reminder's time: who has just done so needs none."""


def may_follow_up(visit: Visit, *, now: datetime) -> Refused | None:
    """What the group did is ticked after a visit that was held, for two weeks."""
    if visit.status is not VisitStatus.HELD:
        return Refused(Reason.CHANGED_MEANWHILE)
    return Refused(Reason.FOLLOW_UP_LATE) if now > visit.starts_at + TICKED_FOR else None


def reminded_at(visit: Visit, zone: str, day: int) -> datetime:
    """So many days after the visit at its hour; on Monday instead of the weekend."""
    at = visit.starts_at.astimezone(ZoneInfo(zone)) + timedelta(days=day)
    return at + timedelta(days=max(0, 7 - at.weekday()) if at.weekday() >= _SATURDAY else 0)


def due_of(found: VisitToFollow, now: datetime) -> DueFollowUp | None:
    """The reminder that is due and not yet put out; when both are, the later one says it all."""
    for day in sorted(REMINDED_ON, reverse=True):
        if found.told is not None and found.told >= day:
            return None
        at = reminded_at(found.visit, found.organisation.timezone, day)
        if at <= now:
            return DueFollowUp(day, told=found.told_at <= at)
    return None
