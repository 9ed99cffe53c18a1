"""How each kind of notice is treated: its urgency, its lifetime, its guarantee, and the budget of attention."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.notices import NoticeKind, Urgency

DAILY_BUDGET = 2
WEEKLY_BUDGET = 6
"""Unasked messages a parent gets in a day and in seven days (rule 7)."""

SOON = timedelta(hours=14)
"""A change of what starts within this time ignores quiet hours."""


class Guarantee(StrEnum):
    """What happens when nobody can tell whether a message has arrived."""

    AT_LEAST_ONCE = "at-least-once"
    """It is sent again: reading it twice is better than missing it."""
    AT_MOST_ONCE = "at-most-once"
    """It is left alone and marked unknown: a second copy would be worse than none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How notices of one kind are treated, unless a draft says otherwise."""

    urgency: Urgency
    lifetime: timedelta
    """After this time the message is of no use any more and is not sent."""
    guarantee: Guarantee = Guarantee.AT_LEAST_ONCE
    important: bool = False
    """Whether its author is told when it could not be delivered."""
    for_members: bool = True
    """Whether only people who still have a role in the organisation get it."""


RULES: Mapping[NoticeKind, Rule] = {
    NoticeKind.EVENT_PUBLISHED: Rule(Urgency.BUDGETED, timedelta(days=14), important=True),
    NoticeKind.EVENT_CHANGED: Rule(Urgency.WAITS, timedelta(days=7), important=True),
    NoticeKind.EVENT_CANCELLED: Rule(Urgency.WAITS, timedelta(days=7), important=True),
    NoticeKind.EVENT_RESTORED: Rule(Urgency.WAITS, timedelta(days=7), important=True),
    NoticeKind.EVENT_NUDGE: Rule(Urgency.BUDGETED, timedelta(days=2)),
    NoticeKind.EVENT_REMINDER: Rule(Urgency.BUDGETED, timedelta(days=1)),
    NoticeKind.EVENT_THANKS: Rule(Urgency.BUDGETED, timedelta(days=3)),
    NoticeKind.EVENT_NOT_PUBLISHED: Rule(Urgency.WAITS, timedelta(days=7), Guarantee.AT_MOST_ONCE),
    NoticeKind.EVENT_PROPOSED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.EVENT_APPROVED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.EVENT_RETURNED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.SEAT_OFFERED: Rule(Urgency.WAITS, timedelta(days=1)),
    NoticeKind.SEAT_LAPSED: Rule(Urgency.WAITS, timedelta(days=1)),
    NoticeKind.SEAT_GIVEN: Rule(Urgency.WAITS, timedelta(days=2)),
    NoticeKind.ANNOUNCED: Rule(Urgency.BUDGETED, timedelta(days=14), important=True),
    NoticeKind.NOT_ANNOUNCED: Rule(Urgency.WAITS, timedelta(days=7), Guarantee.AT_MOST_ONCE),
    NoticeKind.ANNOUNCEMENT_PROPOSED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.ANNOUNCEMENT_APPROVED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.ANNOUNCEMENT_RETURNED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.EVENING_SUMMARY: Rule(Urgency.WAITS, timedelta(days=1)),
    NoticeKind.DELIVERY_FAILED: Rule(Urgency.WAITS, timedelta(days=7), Guarantee.AT_MOST_ONCE),
    NoticeKind.JOIN_REQUESTED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.JOIN_APPROVED: Rule(Urgency.NOW, timedelta(days=14)),
    NoticeKind.JOIN_DECLINED: Rule(Urgency.NOW, timedelta(days=14), for_members=False),
    NoticeKind.STAFF_JOINED: Rule(Urgency.WAITS, timedelta(days=7), Guarantee.AT_MOST_ONCE),
    NoticeKind.PARTNER_JOINED: Rule(Urgency.WAITS, timedelta(days=7), Guarantee.AT_MOST_ONCE),
    NoticeKind.PARTNER_TERM_NEAR: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.ROLE_REMOVED: Rule(Urgency.WAITS, timedelta(days=7), for_members=False),
    NoticeKind.SUBSTITUTION_ARRANGED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.SUBSTITUTION_ENDED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GROUP_GIVEN: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GROUP_TAKEN: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GROUP_UNTAUGHT: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.HEAD_APPOINTED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUESTS_INVITED: Rule(Urgency.BUDGETED, timedelta(days=14), important=True),
    NoticeKind.GUESTS_NUDGE: Rule(Urgency.BUDGETED, timedelta(days=3)),
    NoticeKind.GUEST_APPLIED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_ACCEPTED: Rule(Urgency.NOW, timedelta(days=14)),
    NoticeKind.GUEST_DECLINED: Rule(Urgency.NOW, timedelta(days=14)),
    NoticeKind.GUEST_DETAILED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_CONFIRMED: Rule(Urgency.NOW, timedelta(days=14)),
    NoticeKind.GUEST_READY: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_GAVE_BACK: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_MOVED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_WAITS: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_WAITS_LONG: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_ASKED_AGAIN: Rule(Urgency.WAITS, timedelta(days=3)),
    NoticeKind.GUEST_SILENT: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_REMINDER: Rule(Urgency.WAITS, timedelta(days=1)),
    NoticeKind.GUEST_AFTER: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_ADVICE: Rule(Urgency.WAITS, timedelta(days=2)),
    NoticeKind.GUEST_ASKED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_WRITTEN: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_FOLLOW_UP: Rule(Urgency.WAITS, timedelta(days=2)),
    NoticeKind.GUEST_LETTER: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_WAY_HOME: Rule(Urgency.BUDGETED, timedelta(days=2)),
    NoticeKind.GUEST_OFFERED: Rule(Urgency.WAITS, timedelta(days=1)),
    NoticeKind.GUEST_OFFER_LAPSED: Rule(Urgency.WAITS, timedelta(days=1)),
    NoticeKind.GUEST_QUEUE_ENDED: Rule(Urgency.WAITS, timedelta(days=7), for_members=False),
    NoticeKind.GUEST_MOVED_VISIT: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_MOVE_ASKED: Rule(Urgency.WAITS, timedelta(days=2)),
    NoticeKind.GUEST_MOVE_DROPPED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_MOVE_ANSWERED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GUEST_CHANGE_ASKED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_CHANGED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GUEST_UNREAD: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.QUIZ_INVITED: Rule(Urgency.BUDGETED, timedelta(days=14), important=True),
    NoticeKind.QUIZ_NUDGE: Rule(Urgency.BUDGETED, timedelta(days=3)),
    NoticeKind.WAVE_CLOSED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.GROUP_CLOSED: Rule(Urgency.WAITS, timedelta(days=14)),
    NoticeKind.GROUP_REOPENED: Rule(Urgency.WAITS, timedelta(days=7)),
    NoticeKind.CHAT_LOST: Rule(Urgency.WAITS, timedelta(days=7), Guarantee.AT_MOST_ONCE),
}
"""One rule for every kind (a test says so)."""


def urgency_of_change(starts_at: datetime, *, now: datetime) -> Urgency:
    """A change or cancellation of what starts within `SOON` is heard at once, else after the quiet hours."""
    return Urgency.NOW if starts_at - now <= SOON else Urgency.WAITS
