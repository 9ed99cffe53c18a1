"""What notices about questions to guests say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import guests_requests
from services.guest_request_notices import GuestRequestNotices


def of_guest_requests(by: GuestRequestNotices) -> Mapping[NoticeKind, Telling]:
    """Another date, a change, the answers; and guests who do not read."""
    return {
        NoticeKind.GUEST_MOVE_ASKED: tell(by.move_asked_for_notice, guests_requests.move_asked),
        NoticeKind.GUEST_MOVE_DROPPED: tell(by.move_dropped_for_notice, guests_requests.move_dropped),
        NoticeKind.GUEST_MOVE_ANSWERED: tell(by.move_answered_for_notice, guests_requests.move_answered),
        NoticeKind.GUEST_CHANGE_ASKED: tell(by.change_asked_for_notice, guests_requests.change_asked),
        NoticeKind.GUEST_CHANGED: tell(by.changed_for_notice, guests_requests.changed),
        NoticeKind.GUEST_UNREAD: tell(by.unread_for_notice, guests_requests.unread),
    }
