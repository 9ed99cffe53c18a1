"""Which pictures go with an announcement, and how many words stand beneath one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.events import EventDraft
from domain.outcomes import Reason, Refused
from domain.pictures import MOST_BYTES, MOST_WORDS, check_picture, may_illustrate
from messenger.captions import CAPTION, fits

JPEG, PNG = b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (JPEG + b"1", None),
        (PNG + b"1", None),
        (PNG + bytes(MOST_BYTES), Reason.PICTURE_TOO_LARGE),
        (b"GIF89a", Reason.NOT_A_PICTURE),
        (b"<svg/>", Reason.NOT_A_PICTURE),
        (b"", Reason.NOT_A_PICTURE),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(content: bytes, reason: Reason | None) -> None:
    assert check_picture(content) == (None if reason is None else Refused(reason))


def test_words_beneath_a_picture_are_counted_as_telegram_does() -> None:
    draft = EventDraft("Т", datetime(2027, 1, 1, tzinfo=UTC), "з", frozenset(), note="н" * (MOST_WORDS - 2))
    pictured = replace(draft, picture="a" * 64)
    assert may_illustrate(pictured) is None
    longer = replace(pictured, note=f"{draft.note}🎈")
    assert may_illustrate(longer) == Refused(Reason.TOO_LONG_FOR_PICTURE, {"by": 2})
    assert may_illustrate(replace(longer, picture=None)) is None
    assert fits(f"<b>{'&amp;' * CAPTION}</b>")
    assert not fits("н" * (CAPTION + 1))
    assert not fits("🎈" * (CAPTION // 2) + "н")
