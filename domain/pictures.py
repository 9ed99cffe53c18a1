"""Pictures that go with an announcement: which ones are taken, and how many words stand under one."""

from domain.events import EventDraft
from domain.outcomes import Reason, Refused

MOST_BYTES = 5 * 1024 * 1024
_FIRST_BYTES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How a JPEG and a PNG begin, whatever somebody calls the file."""
MOST_WORDS = 450
"""UTF-16 units of title, place and note: with day, groups, seats and question they stand under a picture."""


def check_picture(content: bytes) -> Refused | None:
    """What is wrong with it; None when it may go with an announcement."""
    if len(content) > MOST_BYTES:
        return Refused(Reason.PICTURE_TOO_LARGE)
    if not content.startswith(_FIRST_BYTES):
        return Refused(Reason.NOT_A_PICTURE)
    return None


def may_illustrate(draft: EventDraft) -> Refused | None:
    """Too many words do not stand under a picture; None when there are few enough, or no picture."""
    if draft.picture is None:
        return None
    words = f"{draft.title}{draft.place}{draft.note or ''}"
    length = len(words.encode("utf-16-le")) // 2
    if length > MOST_WORDS:
        return Refused(Reason.TOO_LONG_FOR_PICTURE, {"by": length - MOST_WORDS})
    return None
