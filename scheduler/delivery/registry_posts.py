"""What notices about groups and channels say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import posts
from services.bound_chats import BoundChats


def of_posts(by: BoundChats) -> Mapping[NoticeKind, Telling]:
    """A chat in which nothing can be posted any more."""
    return {NoticeKind.CHAT_LOST: tell(by.lost_for_notice, posts.lost)}
