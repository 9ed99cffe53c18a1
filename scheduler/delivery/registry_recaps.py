"""What notices after events say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import recaps_notices
from services.recap_thanks import RecapThanks


def of_recaps(by: RecapThanks) -> Mapping[NoticeKind, Telling]:
    """Thanks to those who came."""
    return {NoticeKind.EVENT_THANKS: tell(by.thanks_for_notice, recaps_notices.thanks)}
