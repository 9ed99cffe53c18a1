"""What families are told in the evening after a guest came."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import guests_way_home
from services.guest_way_home import GuestWayHome


def of_way_home(by: GuestWayHome) -> Mapping[NoticeKind, Telling]:
    """«🚶 По дороге домой»."""
    return {NoticeKind.GUEST_WAY_HOME: tell(by.way_home_for_notice, guests_way_home.way_home)}
