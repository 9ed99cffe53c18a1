"""What notices about publications that wait for a methodist say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import announcements_approvals, events_approvals
from services.announcement_approvals import AnnouncementApprovals
from services.approval_news import ApprovalNews


def of_approvals(by: ApprovalNews, words: AnnouncementApprovals) -> Mapping[NoticeKind, Telling]:
    """What waits, and what was decided."""
    return {
        NoticeKind.EVENT_PROPOSED: tell(by.proposed_for_notice, events_approvals.card),
        NoticeKind.EVENT_APPROVED: tell(by.approved_for_notice, events_approvals.let_out),
        NoticeKind.EVENT_RETURNED: tell(by.returned_for_notice, events_approvals.returned),
        NoticeKind.ANNOUNCEMENT_PROPOSED: tell(words.proposed_for_notice, announcements_approvals.card),
        NoticeKind.ANNOUNCEMENT_APPROVED: tell(words.approved_for_notice, announcements_approvals.let_out),
        NoticeKind.ANNOUNCEMENT_RETURNED: tell(words.returned_for_notice, announcements_approvals.returned),
    }
