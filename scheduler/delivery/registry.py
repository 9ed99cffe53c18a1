"""What each kind of notice says: is it still true, and if so, which screen. Asked at the moment of sending.

How long a kind lives, how urgent it is and whether it may come twice stands in `domain.notices.RULES`.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from domain.notices import Notice, NoticeKind
from screens import (
    delivery,
    events_notices,
    guests_notices,
    joining_notices,
    organisation_notices,
    quizzes_notices,
)
from screens.base import Screen
from services.delivery import Deliveries
from services.event_notices import EventNotices
from services.guest_notices import GuestNotices
from services.joining import Joining
from services.quiz_notices import QuizNotices
from services.requests import Requests
from services.staff import Staff
from services.substitution_news import SubstitutionNotices
from services.teaching_news import TeachingNotices

T = TypeVar("T")

Telling = Callable[[Notice], Awaitable[Screen | None]]
"""The screen of a notice as things are now; None when it is no longer true."""


@dataclass(frozen=True, slots=True)
class Tellers:
    """The services that know whether a notice is still true."""

    deliveries: Deliveries
    event_notices: EventNotices
    requests: Requests
    joining: Joining
    staff: Staff
    substitutions: SubstitutionNotices
    teachings: TeachingNotices
    guests: GuestNotices
    quizzes: QuizNotices


def tellings(by: Tellers) -> Mapping[NoticeKind, Telling]:
    """A telling for every kind (a test says that none is missing)."""
    return {
        NoticeKind.EVENT_PUBLISHED: _tell(by.event_notices.invitation_for_notice, events_notices.invited),
        NoticeKind.EVENT_CHANGED: _tell(by.event_notices.change_for_notice, events_notices.changed),
        NoticeKind.EVENT_CANCELLED: _tell(by.event_notices.cancellation_for_notice, events_notices.cancelled),
        NoticeKind.EVENT_REMINDER: _reminder(by.event_notices),
        NoticeKind.EVENING_SUMMARY: _tell(by.deliveries.summary_for_notice, delivery.evening_summary),
        NoticeKind.DELIVERY_FAILED: _tell(by.deliveries.trouble_for_notice, delivery.trouble),
        NoticeKind.JOIN_REQUESTED: _tell(by.requests.requested_for_notice, joining_notices.requested),
        NoticeKind.JOIN_APPROVED: _tell(by.requests.decided_for_notice, joining_notices.approved),
        NoticeKind.JOIN_DECLINED: _tell(by.requests.decided_for_notice, joining_notices.declined),
        NoticeKind.STAFF_JOINED: _tell(by.joining.joined_for_notice, joining_notices.staff_joined),
        NoticeKind.PARTNER_JOINED: _tell(by.joining.joined_for_notice, joining_notices.partner_joined),
        NoticeKind.ROLE_REMOVED: _tell(by.staff.removed_for_notice, organisation_notices.role_removed),
        NoticeKind.SUBSTITUTION_ARRANGED: _tell(
            by.substitutions.arranged_for_notice, organisation_notices.substitution_arranged
        ),
        NoticeKind.SUBSTITUTION_ENDED: _tell(
            by.substitutions.ended_for_notice, organisation_notices.substitution_ended
        ),
        NoticeKind.GROUP_GIVEN: _tell(by.teachings.given_for_notice, organisation_notices.group_given),
        NoticeKind.GROUP_TAKEN: _tell(by.teachings.taken_for_notice, organisation_notices.group_taken),
        NoticeKind.GROUP_UNTAUGHT: _tell(
            by.teachings.untaught_for_notice, organisation_notices.group_untaught
        ),
        NoticeKind.QUIZ_INVITED: _tell(by.quizzes.invited_for_notice, quizzes_notices.invited),
        NoticeKind.QUIZ_NUDGE: _tell(by.quizzes.nudge_for_notice, quizzes_notices.nudged),
        NoticeKind.WAVE_CLOSED: _tell(by.quizzes.closed_for_notice, quizzes_notices.closed),
        NoticeKind.HEAD_APPOINTED: _tell(by.staff.appointed_for_notice, organisation_notices.head_appointed),
        **_of_guests(by.guests),
    }


def _of_guests(by: GuestNotices) -> Mapping[NoticeKind, Telling]:
    return {
        NoticeKind.GUESTS_INVITED: _tell(by.invited_for_notice, guests_notices.invited),
        NoticeKind.GUEST_APPLIED: _tell(by.applied_for_notice, guests_notices.applied),
        NoticeKind.GUEST_ACCEPTED: _tell(by.accepted_for_notice, guests_notices.accepted),
        NoticeKind.GUEST_DECLINED: _tell(by.declined_for_notice, guests_notices.declined),
        NoticeKind.GUEST_DETAILED: _tell(by.detailed_for_notice, guests_notices.detailed),
        NoticeKind.GUEST_CONFIRMED: _tell(by.confirmed_for_notice, guests_notices.confirmed),
        NoticeKind.GUEST_READY: _tell(by.ready_for_notice, guests_notices.ready),
        NoticeKind.GUEST_GAVE_BACK: _tell(by.gave_back_for_notice, guests_notices.gave_back),
        NoticeKind.GUEST_MOVED: _tell(by.moved_for_notice, guests_notices.moved),
        NoticeKind.GUEST_REMINDER: _tell(by.reminder_for_notice, guests_notices.reminder),
        NoticeKind.GUEST_AFTER: _tell(by.after_for_notice, guests_notices.after),
    }


def _tell(load: Callable[[Notice], Awaitable[T | None]], draw: Callable[[T], Screen]) -> Telling:
    async def telling(notice: Notice) -> Screen | None:
        loaded = await load(notice)
        return None if loaded is None else draw(loaded)

    return telling


def _reminder(events: EventNotices) -> Telling:
    async def telling(notice: Notice) -> Screen | None:
        shown = await events.reminder_for_notice(notice)
        if shown is None:
            return None
        return events_notices.reminder(shown, bring=bool(notice.params.get("bring")))

    return telling
