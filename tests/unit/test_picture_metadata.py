"""What is taken out of a picture before it is kept, and what stays as it was."""

import struct
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.files import Files
from domain.clock import MovableClock
from domain.outcomes import Reason, Refused
from domain.picture_metadata import MOST_PARTS, without_metadata
from domain.picture_sizes import size_of
from sandbox.acts.sharing import sample_picture
from services.pictures import Pictures

WHERE = b"N 53.7557 E 87.1099"
"""What must not be found in anything that is kept."""
PNG = b"\x89PNG\r\n\x1a\n"
START, END = b"\xff\xd8", b"\xff\xd9"
DOTS = b"\x12\xff\x00\x34\xff\xd0\x56"
"""A stuffed byte and a restart: neither ends the dots."""


def segment(marker: int, body: bytes) -> bytes:
    """A part of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


JFIF = segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")
COLOURS = segment(0xE2, b"ICC_PROFILE\0\x01\x01sRGB")
ADOBE = segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")
FRAME = segment(0xC2, struct.pack(">BHH", 8, 480, 640) + b"\x01\x01\x11\0")
SCAN = segment(0xDA, b"\x01\x01\0\0\x3f\0") + DOTS
TABLE = segment(0xC4, b"\0\0")
PLAIN = START + JFIF + COLOURS + ADOBE + TABLE + FRAME + SCAN + TABLE + SCAN + END
"""As Telegram makes them, and a bit more: two scans, colours."""


def notes(orientation: int | None, order: str = "<") -> bytes:
    """Notes of a camera: its name, which way up, and where."""
    entries = [struct.pack(f"{order}HHII", 0x010F, 2, len(WHERE), 200)]
    if orientation is not None:
        entries.append(struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0))
    mark = b"II*\0" if order == "<" else b"MM\0*"
    count = struct.pack(f"{order}H", len(entries))
    return mark + struct.pack(f"{order}I", 8) + count + b"".join(entries) + bytes(4) + WHERE


def way_up(orientation: int) -> bytes:
    """The same, saying nothing else."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


def chunk(kind: bytes, body: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def piece(kind: bytes, body: bytes) -> bytes:
    """A part of a WebP."""
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def webp(*pieces: bytes) -> bytes:
    """A WebP."""
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def head_of_webp(flags: int) -> bytes:
    """The head of one with extras."""
    return piece(b"VP8X", bytes((flags, 0, 0, 0)) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"))


SIMPLE = webp(piece(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480) + b"odd"))
LOSSLESS = webp(piece(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14) + bytes(5)))


@pytest.mark.parametrize("content", [PLAIN, sample_picture(), SIMPLE, LOSSLESS])
def test_what_says_nothing_comes_back_byte_by_byte(content: bytes) -> None:
    assert without_metadata(content) == content


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [None, 1, 9])
def test_a_photograph_upright_says_nothing_any_more(orientation: int | None, order: str) -> None:
    said = [
        *(
            segment(0xE1, b"Exif\0\0" + notes(orientation, order)),
            segment(0xE1, b"http://ns.adobe.com\0" + WHERE),
        ),
        *(
            segment(0xE0, b"JFXX\0" + WHERE),
            segment(0xE2, b"MPF\0" + WHERE),
            segment(0xED, b"Photoshop" + WHERE),
        ),
        *(segment(0xEE, WHERE), segment(0xFE, WHERE), b"\xff\xff" + segment(0xEF, WHERE)),
    ]
    # notes between the scans, and a second picture after the end, are found, too
    scans = TABLE + FRAME + SCAN + segment(0xFE, WHERE) + TABLE + SCAN + END + START + WHERE + END
    assert without_metadata(START + JFIF + said[0] + COLOURS + ADOBE + b"".join(said[1:]) + scans) == PLAIN


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [2, 6, 8])
def test_which_way_up_it_is_stays_and_nothing_besides(orientation: int, order: str) -> None:
    noted = notes(orientation, order)
    jpeg = START + segment(0xE1, b"Exif\0\0" + noted) * 2 + PLAIN[2:]
    turned = START + segment(0xE1, b"Exif\0\0" + way_up(orientation)) + PLAIN[2:]
    assert without_metadata(jpeg) == turned
    assert without_metadata(turned) == turned

    drawn = sample_picture()
    head, rest = drawn[:33], drawn[33:]
    assert without_metadata(head + chunk(b"eXIf", noted) + rest) == (
        head + chunk(b"eXIf", way_up(orientation)) + rest
    )
    dots = piece(b"VP8L", SIMPLE[20:30])
    turned = webp(head_of_webp(0x18), dots, piece(b"EXIF", way_up(orientation)))
    assert (
        without_metadata(webp(head_of_webp(0x1C), dots, piece(b"EXIF", noted), piece(b"XMP ", WHERE)))
        == turned
    )
    assert without_metadata(turned) == turned


def test_a_drawing_says_nothing_of_its_author_and_hour() -> None:
    drawn = sample_picture()
    head, rest = drawn[:33], drawn[33:]
    kinds = (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"caBX", b"prVt")
    said = b"".join(chunk(kind, WHERE) for kind in kinds)
    colours = chunk(b"iCCP", b"sRGB\0\0") + chunk(b"pHYs", bytes(9))
    assert without_metadata(head + said + colours + rest + WHERE) == head + colours + rest


def test_a_webp_has_no_flag_of_what_it_has_not() -> None:
    dots, colours = piece(b"VP8 ", SIMPLE[20:35]), piece(b"ICCP", b"sRGB")
    said = webp(
        *(head_of_webp(0x2C), colours, dots, piece(b"EXIF", b"Exif\0\0" + notes(1))),
        *(piece(b"XMP ", WHERE), piece(b"note", WHERE)),
    )
    bare = without_metadata(said + WHERE)
    assert bare == webp(head_of_webp(0x20), colours, dots)
    assert size_of(bare) == (640, 480)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"GIF89a" + bytes(40), START, PLAIN[:-2], PLAIN[:60], START + JFIF + END, PNG, SIMPLE[:-4]),
        *(START + b"\xff\xe1\0\x01" + PLAIN[2:], START + START + PLAIN[2:], START + WHERE + PLAIN[2:]),
        *(START + b"\xff\x01" * (MOST_PARTS + 1) + PLAIN[2:], sample_picture()[:-12], sample_picture()[:60]),
        *(
            PNG + chunk(b"tEXt", WHERE) + sample_picture()[8:],
            PNG + sample_picture()[8:33] + chunk(b"IEND", b""),
        ),
        *(
            webp(),
            webp(piece(b"XMP ", WHERE)),
            webp(b"VP8X\0\0\0\0", piece(b"VP8L", bytes(10))),
            webp(b"VP8"),
        ),
    ],
)
def test_what_is_broken_is_no_picture(content: bytes) -> None:
    assert without_metadata(content) is None


@given(
    st.sampled_from(
        [PLAIN, START + segment(0xE1, b"Exif\0\0" + notes(6)) + PLAIN[2:], SIMPLE, sample_picture(8, 8)]
    ),
    st.integers(0, 400),
    st.binary(max_size=40),
    st.booleans(),
)
def test_nothing_breaks_it_and_twice_is_once(whole: bytes, at: int, noise: bytes, cut: bool) -> None:
    spoilt = whole[:at] + noise + (b"" if cut else whole[at + len(noise) :])
    bare = without_metadata(spoilt)
    assert bare is None or without_metadata(bare) == bare
    assert without_metadata(noise) is None


@given(st.binary(max_size=60), st.sampled_from([2, 8]))
def test_whatever_a_camera_notes(noted: bytes, start: int) -> None:
    head = (b"II*\0" if start == 2 else b"MM\0*") + struct.pack("<I" if start == 2 else ">I", start)
    for exif in (noted, head + noted):
        bare = without_metadata(START + segment(0xE1, b"Exif\0\0" + exif) + PLAIN[2:])
        assert bare is not None
        assert bare == PLAIN or len(bare) == len(PLAIN) + 36


async def test_whoever_sends_a_picture_keeps_where_it_was_taken_to_themselves(tmp_path: Path) -> None:
    files = Files(tmp_path)
    pictures = Pictures(files, MovableClock(datetime(2026, 9, 7, tzinfo=UTC)))
    told = START + segment(0xE1, b"Exif\0\0" + notes(1)) + PLAIN[2:]
    assert WHERE in told
    names = [await keep(told) for keep in (pictures.keep, pictures.keep_snapshot)]
    assert names == [await pictures.keep(PLAIN)] * 2, "the same picture, whoever took it"
    assert [await pictures.find(str(name)) for name in set(names)] == [PLAIN]
    assert await pictures.keep(PLAIN[:-2]) == Refused(Reason.NOT_A_PICTURE)
    assert await pictures.keep_snapshot(SIMPLE[:-4] + bytes(2)) == Refused(Reason.NOT_A_SNAPSHOT)
    assert list(files.names()) == [str(names[0])]
