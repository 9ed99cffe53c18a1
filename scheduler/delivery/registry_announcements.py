"""What notices about announcements say."""

from collections.abc import Mapping
from dataclasses import replace

from domain.notices import Notice, NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import announcements_notices as screens
from screens.base import Picture, Screen
from services.announcement_planning import AnnouncementPlanning
from services.announcement_readers import AnnouncementReaders
from services.pictures import Pictures


def of_announcements(
    by: AnnouncementReaders, planning: AnnouncementPlanning, pictures: Pictures
) -> Mapping[NoticeKind, Telling]:
    """The announcement itself, and a planned one that did not come out."""

    async def announced(notice: Notice) -> Screen | None:
        shown = await by.announced_for_notice(notice)
        if shown is None:
            return None
        made, sha256 = screens.told(shown), shown.announcement.picture
        content = None if sha256 is None else await pictures.find(sha256)
        if sha256 is None or content is None:
            return made
        return replace(made, picture=Picture(content, "picture.jpg", sha256))

    return {
        NoticeKind.ANNOUNCED: announced,
        NoticeKind.NOT_ANNOUNCED: tell(planning.not_announced_for_notice, screens.not_announced),
    }
