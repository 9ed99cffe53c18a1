"""Another date is asked about before a visit moves: until when its guest may answer, and when nobody is asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.attention import Hours
from domain.guest_views import VisitCard
from domain.guest_warnings import NOTHING, Warned
from domain.guests import ACTIVE, Slot, Visit
from domain.ids import SlotId
from domain.offers import evening_before, may_offer_now
from domain.outcomes import Reason, Refused
from domain.people import Organisation

ANSWERED_WITHIN = timedelta(hours=48)
LEFT_AT_LEAST = timedelta(hours=3)
"""An answer comes no later than this before the earlier of the two dates: both sides still have to get ready."""
LEAST = timedelta(hours=2)
"""With less time for an answer nobody is asked."""


@dataclass(frozen=True, slots=True)
class MoveOptions:
    """The dates that a visit may move to, and what to think of."""

    card: VisitCard
    free: tuple[Slot, ...]
    warned: Warned = NOTHING


@dataclass(frozen=True, slots=True)
class MovePlan:
    """A date that a visit would move to, before anything is done."""

    card: VisitCard
    to: datetime
    slot_id: SlotId | None
    """None: the date is made when it is sure."""
    until: datetime | None
    """Until when its guest may answer; None: the visit is moved at once, and they are told."""
    warned: Warned = NOTHING


def hours_of(organisation: Organisation) -> Hours:
    """When somebody of the organisation may be asked."""
    return Hours(
        organisation.timezone, organisation.quiet_from, organisation.quiet_to, organisation.summary_at
    )


def ask_until(now: datetime, was: datetime, to: datetime, hours: Hours) -> datetime | None:
    """Until when a guest may answer whether another date suits; None when there is no time to ask.

    Two days, but no later than `LEFT_AT_LEAST` before the earlier date; what would end at night ends in the evening.
    """
    end = min(now + ANSWERED_WITHIN, min(was, to) - LEFT_AT_LEAST)
    if not may_offer_now(end - timedelta(minutes=1), hours):
        end = evening_before(end - timedelta(minutes=1), hours)
    return end if end - now >= LEAST else None


def is_asked(visit: Visit, *, now: datetime) -> bool:
    """Whether its guest may still answer."""
    return visit.asked is not None and visit.asked.until > now


def may_ask_change(visit: Visit, *, now: datetime, seen_version: int) -> Refused | None:
    """A guest is asked to change what was told while the visit is ahead."""
    if visit.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    if visit.status not in ACTIVE or visit.guest_id is None:
        return Refused(Reason.VISIT_DECIDED)
    return Refused(Reason.SLOT_PAST) if visit.starts_at <= now else None
