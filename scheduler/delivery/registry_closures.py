"""What notices about closed groups say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import closures_notices
from services.closure_notices import ClosureNotices


def of_closures(by: ClosureNotices) -> Mapping[NoticeKind, Telling]:
    """A group is closed; a group is open again."""
    return {
        NoticeKind.GROUP_CLOSED: tell(by.closing_for_notice, closures_notices.closed),
        NoticeKind.GROUP_REOPENED: tell(by.reopening_for_notice, closures_notices.reopened),
    }
