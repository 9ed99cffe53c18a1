"""What notices about queues for dates of guests say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import guests_queue_notices
from services.guest_queue_notices import GuestQueueNotices


def of_guest_queues(by: GuestQueueNotices) -> Mapping[NoticeKind, Telling]:
    """Offers of dates, the ends of queues, and visits that guests moved."""
    return {
        NoticeKind.GUEST_OFFERED: tell(by.offered_for_notice, guests_queue_notices.offer),
        NoticeKind.GUEST_OFFER_LAPSED: tell(by.lapsed_for_notice, guests_queue_notices.lapsed),
        NoticeKind.GUEST_QUEUE_ENDED: tell(by.ended_for_notice, guests_queue_notices.ended),
        NoticeKind.GUEST_MOVED_VISIT: tell(by.moved_for_notice, guests_queue_notices.moved),
    }
