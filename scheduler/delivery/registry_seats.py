"""What notices about seats say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import seats_notices
from services.seat_notices import SeatNotices


def of_seats(by: SeatNotices) -> Mapping[NoticeKind, Telling]:
    """Offers, offers that have passed, seats for everybody."""
    return {
        NoticeKind.SEAT_OFFERED: tell(by.offer_for_notice, seats_notices.offered),
        NoticeKind.SEAT_LAPSED: tell(by.lapse_for_notice, seats_notices.lapsed),
        NoticeKind.SEAT_GIVEN: tell(by.given_for_notice, seats_notices.given),
    }
