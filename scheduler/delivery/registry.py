"""What each kind of notice says: is it still true, and if so, which screen. Asked at the moment of sending.

How long a kind lives, how urgent it is and whether it may come twice stands in `domain.notice_rules.RULES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.notices import NoticeKind
from scheduler.delivery.registry_announcements import of_announcements
from scheduler.delivery.registry_approvals import of_approvals
from scheduler.delivery.registry_closures import of_closures
from scheduler.delivery.registry_events import of_events
from scheduler.delivery.registry_guests import of_guests
from scheduler.delivery.registry_guests_home import of_way_home
from scheduler.delivery.registry_guests_letters import of_guest_letters
from scheduler.delivery.registry_guests_nudges import of_guest_nudges
from scheduler.delivery.registry_guests_preparation import of_guest_preparation
from scheduler.delivery.registry_guests_queue import of_guest_queues
from scheduler.delivery.registry_guests_requests import of_guest_requests
from scheduler.delivery.registry_posts import of_posts
from scheduler.delivery.registry_quizzes import of_quizzes
from scheduler.delivery.registry_recaps import of_recaps
from scheduler.delivery.registry_seats import of_seats
from scheduler.delivery.telling import Telling, tell
from screens import delivery, events_drafts, joining_notices, organisation_notices
from services.announcement_approvals import AnnouncementApprovals
from services.announcement_planning import AnnouncementPlanning
from services.announcement_readers import AnnouncementReaders
from services.approval_news import ApprovalNews
from services.bound_chats import BoundChats
from services.closure_notices import ClosureNotices
from services.delivery import Deliveries
from services.event_notices import EventNotices
from services.event_planning import EventPlanning
from services.guest_follow_ups import GuestFollowUps
from services.guest_letters import GuestLetters
from services.guest_messages import GuestMessages
from services.guest_notices import GuestNotices
from services.guest_nudges import GuestNudges
from services.guest_preparation import GuestPreparation
from services.guest_queue_notices import GuestQueueNotices
from services.guest_request_notices import GuestRequestNotices
from services.guest_way_home import GuestWayHome
from services.joining import Joining
from services.partners import Partners
from services.pictures import Pictures
from services.quiz_notices import QuizNotices
from services.recap_thanks import RecapThanks
from services.requests import Requests
from services.seat_notices import SeatNotices
from services.staff import Staff
from services.substitution_news import SubstitutionNotices
from services.teaching_news import TeachingNotices


@dataclass(frozen=True, slots=True)
class Tellers:
    """The services that know whether a notice is still true."""

    deliveries: Deliveries
    announcements: AnnouncementReaders
    announcement_planning: AnnouncementPlanning
    announcement_approvals: AnnouncementApprovals
    event_notices: EventNotices
    seat_notices: SeatNotices
    recaps: RecapThanks
    planning: EventPlanning
    approvals: ApprovalNews
    pictures: Pictures
    requests: Requests
    joining: Joining
    staff: Staff
    partners: Partners
    substitutions: SubstitutionNotices
    teachings: TeachingNotices
    guests: GuestNotices
    guest_letters: GuestLetters
    guest_messages: GuestMessages
    guest_preparation: GuestPreparation
    guest_follow_ups: GuestFollowUps
    guest_queue: GuestQueueNotices
    guest_way_home: GuestWayHome
    guest_requests: GuestRequestNotices
    guest_nudges: GuestNudges
    quizzes: QuizNotices
    chats: BoundChats
    closures: ClosureNotices


def tellings(by: Tellers) -> Mapping[NoticeKind, Telling]:
    """A telling for every kind (a test says that none is missing)."""
    return {
        NoticeKind.EVENING_SUMMARY: tell(by.deliveries.summary_for_notice, delivery.evening_summary),
        NoticeKind.DELIVERY_FAILED: tell(by.deliveries.trouble_for_notice, delivery.trouble),
        NoticeKind.JOIN_REQUESTED: tell(by.requests.requested_for_notice, joining_notices.requested),
        NoticeKind.JOIN_APPROVED: tell(by.requests.decided_for_notice, joining_notices.approved),
        NoticeKind.JOIN_DECLINED: tell(by.requests.decided_for_notice, joining_notices.declined),
        NoticeKind.STAFF_JOINED: tell(by.joining.joined_for_notice, joining_notices.staff_joined),
        NoticeKind.PARTNER_JOINED: tell(by.joining.joined_for_notice, joining_notices.partner_joined),
        NoticeKind.PARTNER_TERM_NEAR: tell(by.partners.near_for_notice, organisation_notices.term_near),
        NoticeKind.ROLE_REMOVED: tell(by.staff.removed_for_notice, organisation_notices.role_removed),
        NoticeKind.SUBSTITUTION_ARRANGED: tell(
            by.substitutions.arranged_for_notice, organisation_notices.substitution_arranged
        ),
        NoticeKind.SUBSTITUTION_ENDED: tell(
            by.substitutions.ended_for_notice, organisation_notices.substitution_ended
        ),
        NoticeKind.GROUP_GIVEN: tell(by.teachings.given_for_notice, organisation_notices.group_given),
        NoticeKind.GROUP_TAKEN: tell(by.teachings.taken_for_notice, organisation_notices.group_taken),
        NoticeKind.GROUP_UNTAUGHT: tell(
            by.teachings.untaught_for_notice, organisation_notices.group_untaught
        ),
        NoticeKind.HEAD_APPOINTED: tell(by.staff.appointed_for_notice, organisation_notices.head_appointed),
        NoticeKind.EVENT_NOT_PUBLISHED: tell(
            by.planning.not_published_for_notice, events_drafts.not_published
        ),
        **of_announcements(by.announcements, by.announcement_planning, by.pictures),
        **of_events(by.event_notices, by.pictures),
        **of_approvals(by.approvals, by.announcement_approvals),
        **of_seats(by.seat_notices),
        **of_recaps(by.recaps),
        **of_guests(by.guests, by.guest_follow_ups),
        **of_guest_letters(by.guest_letters),
        **of_guest_preparation(by.guest_preparation, by.guest_messages),
        **of_guest_queues(by.guest_queue),
        **of_way_home(by.guest_way_home),
        **of_guest_requests(by.guest_requests),
        **of_guest_nudges(by.guest_nudges),
        **of_quizzes(by.quizzes),
        **of_posts(by.chats),
        **of_closures(by.closures),
    }
