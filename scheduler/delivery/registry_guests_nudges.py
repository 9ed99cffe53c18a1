"""What the one reminder of free dates says."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import guests_nudges
from services.guest_nudges import GuestNudges


def of_guest_nudges(by: GuestNudges) -> Mapping[NoticeKind, Telling]:
    """Once for each invitation that waits for guests."""
    return {NoticeKind.GUESTS_NUDGE: tell(by.nudge_for_notice, guests_nudges.nudged)}
