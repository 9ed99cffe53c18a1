"""What notices about guests of groups say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import guests_follow_ups, guests_notices
from services.guest_follow_ups import GuestFollowUps
from services.guest_notices import GuestNotices


def of_guests(by: GuestNotices, after: GuestFollowUps) -> Mapping[NoticeKind, Telling]:
    """Notices about dates and visits of guests."""
    return {
        NoticeKind.GUESTS_INVITED: tell(by.invited_for_notice, guests_notices.invited),
        NoticeKind.GUEST_APPLIED: tell(by.applied_for_notice, guests_notices.applied),
        NoticeKind.GUEST_ACCEPTED: tell(by.accepted_for_notice, guests_notices.accepted),
        NoticeKind.GUEST_DECLINED: tell(by.declined_for_notice, guests_notices.declined),
        NoticeKind.GUEST_DETAILED: tell(by.detailed_for_notice, guests_notices.detailed),
        NoticeKind.GUEST_CONFIRMED: tell(by.confirmed_for_notice, guests_notices.confirmed),
        NoticeKind.GUEST_READY: tell(by.ready_for_notice, guests_notices.ready),
        NoticeKind.GUEST_GAVE_BACK: tell(by.gave_back_for_notice, guests_notices.gave_back),
        NoticeKind.GUEST_MOVED: tell(by.moved_for_notice, guests_notices.moved),
        NoticeKind.GUEST_WAITS: tell(by.waits_for_notice, guests_notices.waits),
        NoticeKind.GUEST_WAITS_LONG: tell(by.waits_for_notice, guests_notices.waits_long),
        NoticeKind.GUEST_ASKED_AGAIN: tell(by.asked_again_for_notice, guests_notices.asked_again),
        NoticeKind.GUEST_SILENT: tell(by.asked_again_for_notice, guests_notices.silent),
        NoticeKind.GUEST_REMINDER: tell(by.reminder_for_notice, guests_notices.reminder),
        NoticeKind.GUEST_AFTER: tell(by.after_for_notice, guests_notices.after),
        NoticeKind.GUEST_FOLLOW_UP: tell(after.for_notice, guests_follow_ups.reminder),
    }
