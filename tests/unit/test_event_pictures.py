"""Pictures of an event that was: what is one, how large it may be, and what an answer to a picture decides."""

import struct
import zlib

import pytest

from db.models import Base
from db.repositories.event_pictures import HOLDERS
from domain.event_pictures import check_snapshot
from domain.outcomes import Reason
from domain.picture_sizes import size_of
from domain.pictures import MOST_BYTES
from handlers.common.snapshots import Adding, Waiting
from sandbox.acts.sharing import sample_picture

OTHERS = {
    "child_consents.person_hash",
    "child_consents.text_hash",
    "consents.person_hash",
    "consents.text_hash",
    "erasures.person_hash",
    "instrument_versions.sha256",
    "links.token_hash",
    "organisations.timezone",
    "sent_messages.rendered_hash",
}
"""Columns as long that name no file: hashes of something else, a zone."""


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def jpeg(width: int, height: int, *, frame: int = 0xC2) -> bytes:
    """A JPEG with a note of a camera before its size, and a table whose marker looks like a frame's."""
    camera = b"\xff\xe1" + struct.pack(">H", 10) + b"Exif\x00\x00\xff\xc0"
    codes = b"\xff\xc4" + struct.pack(">H", 4) + b"\x00\x00"
    return b"\xff\xd8" + camera + codes + bytes((0xFF, frame)) + struct.pack(">HBHH", 11, 8, height, width)


def webp(kind: bytes, part: bytes) -> bytes:
    """A WebP of one of its three kinds."""
    return b"RIFF" + struct.pack("<I", 60) + b"WEBP" + kind + struct.pack("<I", 30) + part + bytes(12)


SIMPLE = webp(b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 640, 480))
LOSSLESS = webp(b"VP8L", b"\x2f" + struct.pack("<I", (640 - 1) | (480 - 1) << 14))
EXTENDED = webp(b"VP8X", b"\x00\x00\x00\x00" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"))
MOVING = webp(b"VP8X", b"\x02\x00\x00\x00" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"))


@pytest.mark.parametrize("content", [png(640, 480), jpeg(640, 480), SIMPLE, LOSSLESS, EXTENDED])
def test_the_size_stands_at_the_beginning(content: bytes) -> None:
    assert size_of(content) == (640, 480)
    assert check_snapshot(content) is None


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"GIF89a" + bytes(40), b"%PDF-1.7", MOVING, png(0, 480), b"\xff\xd8\xff\xd9"),
        *(png(640, 480)[:20], jpeg(640, 480)[:-5], SIMPLE[:20], b"\xff\xd8\xff\xe1\x00\x00\x00"),
        *(jpeg(640, 480, frame=0xC8), webp(b"ALPH", b"\x00" * 12), b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    ],
)
def test_what_is_no_picture(content: bytes) -> None:
    refused = check_snapshot(content)
    assert refused is not None
    assert refused.reason is Reason.NOT_A_SNAPSHOT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (png(5_000, 5_001), Reason.PICTURE_TOO_WIDE),
        (jpeg(2_100, 100), Reason.PICTURE_TOO_WIDE),
        (sample_picture(2, 2) + bytes(MOST_BYTES), Reason.PICTURE_TOO_LARGE),
    ],
)
def test_huge_pictures(content: bytes, reason: Reason) -> None:
    refused = check_snapshot(content)
    assert refused is not None
    assert refused.reason is reason
    assert check_snapshot(png(5_000, 5_000)) is None
    assert check_snapshot(jpeg(2_000, 100)) is None


def test_each_picture_of_an_album_waits_for_a_word_of_its_own() -> None:
    first, second = Waiting(11, "a"), Waiting(12, "b")
    adding = Adding(1, "Праздник").and_also(first).and_also(second)  # type: ignore[arg-type]  # any number
    assert adding.found(11) == first
    assert adding.without(11).waiting == (second,)
    assert adding.without(11).found(11) is None


def test_every_column_that_may_name_a_file_is_asked_before_the_file_goes() -> None:
    """A new column of 64 letters fails here until it is called «picture», or somebody says that it is a hash."""
    long = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.c
        if getattr(column.type, "length", None) == 64
    }
    holders = {f"{column.table.name}.{column.name}" for column in HOLDERS}
    assert {"events.picture", "event_pictures.sha256"} <= holders
    assert long - OTHERS == holders
