"""What a picture says besides itself – where and when it was taken, with what, whose it is – is taken out of it.

The dots are not touched: parts of the file are left out, those that stay are as they were. The one thing that a
camera notes and a picture needs is which way up it is; of everything it has noted only that is kept.
"""

import re
from typing import Literal
from zlib import crc32

MOST_PARTS = 20_000
"""A file cut into more pieces than that was not made by a camera or a drawing program."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT".split())
"""Parts of a PNG that may be left out, and without which it would look different."""
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
_NOTED_IN_WEBP, _EXIF_IN_WEBP = 0x0C, 0x08
"""Flags of a WebP: it has notes of any sort, it has those of a camera."""

_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
_AFTER_DOTS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of a JPEG without a length after them."""
_BEGINNING, _END, _DOTS, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_NOTES = range(0xE0, 0xF0)
"""Markers under which programs write what they like."""
_EXIF = b"Exif\0\0"
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Of those the ones that say how its colours are meant."""

_ORIENTATION = 0x0112
_SHORT = 3
_ORDERS: dict[bytes, Literal["little", "big"]] = {b"II*\0": "little", b"MM\0*": "big"}


def without_metadata(content: bytes) -> bytes | None:
    """The same picture, saying nothing else; None for what is none, is cut off, or holds together badly."""
    if content.startswith(_PNG):
        return _bare_png(content)
    if content.startswith(b"\xff\xd8"):
        return _bare_jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _bare_webp(content)
    return None


def _bare_jpeg(content: bytes) -> bytes | None:
    """What follows its end – a film, a second picture with notes of its own – goes, too."""
    kept, at, drawn, turned = [content[:2]], 2, False, False
    for _ in range(MOST_PARTS):
        found = _MARKER.match(content, at)
        if found is None:
            return None
        marker, after = found[1][0], found.end()
        if marker == _END:
            kept.append(content[at:after])
            return b"".join(kept) if drawn else None
        end = after if marker in _STANDALONE else after + int.from_bytes(content[after : after + 2], "big")
        if marker == _BEGINNING or end > len(content) or (marker not in _STANDALONE and end < after + 2):
            return None
        if marker == _DOTS:
            following = _AFTER_DOTS.search(content, end)
            if following is None:
                return None
            drawn, end = True, following.start()
        body = content[after + 2 : end]
        if marker == 0xE1 and body.startswith(_EXIF):
            way_up = b"" if turned else _way_up(body[len(_EXIF) :])
            if way_up:
                turned = True
                noted = _EXIF + way_up
                kept.append(b"\xff\xe1" + (len(noted) + 2).to_bytes(2, "big") + noted)
        elif marker != _COMMENT and (
            marker not in _NOTES or (marker in _JPEG_KEPT and body.startswith(_JPEG_KEPT[marker]))
        ):
            kept.append(content[at:end])
        at = end
    return None


def _bare_png(content: bytes) -> bytes | None:
    """Whatever a PNG calls its own, only what it is drawn of stays; a moving one stands still."""
    kept, at, drawn, turned = [_PNG], len(_PNG), False, False
    for _ in range(MOST_PARTS):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if end > len(content) or (at == len(_PNG) and kind != b"IHDR"):
            return None
        drawn = drawn or kind == b"IDAT"
        if kind == b"eXIf":
            way_up = b"" if turned else _way_up(content[at + 8 : end - 4])
            if way_up:
                turned = True
                noted = kind + way_up
                kept.append(len(way_up).to_bytes(4, "big") + noted + crc32(noted).to_bytes(4, "big"))
        elif kind in _PNG_KEPT or not kind[0] & 0x20:
            kept.append(content[at:end])
        if kind == b"IEND":
            return b"".join(kept) if drawn else None
        at = end
    return None


def _bare_webp(content: bytes) -> bytes | None:
    """Its head says whether it has notes, and how long it is."""
    whole = 8 + int.from_bytes(content[4:8], "little")
    if whole > len(content):
        return None
    kept: list[bytes] = []
    at, drawn, way_up = 12, False, b""
    for _ in range(MOST_PARTS):
        if at >= whole:
            break
        kind, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        end = at + 8 + length
        if at + 8 > whole or end > whole:
            return None
        drawn = drawn or kind in (b"VP8 ", b"VP8L")
        if kind == b"EXIF":
            way_up = way_up or _way_up(content[at + 8 : end].removeprefix(_EXIF))
        elif kind in _WEBP_KEPT:
            kept.append(content[at:end] + bytes(length % 2))
        at = end + length % 2
    if at < whole or not drawn:
        return None
    if kept[0].startswith(b"VP8X"):
        if len(kept[0]) < 9:
            return None
        flags = kept[0][8] & ~_NOTED_IN_WEBP | (_EXIF_IN_WEBP if way_up else 0)
        kept[0] = kept[0][:8] + bytes((flags,)) + kept[0][9:]
        if way_up:
            kept.append(b"EXIF" + len(way_up).to_bytes(4, "little") + way_up)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _way_up(noted: bytes) -> bytes:
    """Of the notes of a camera the one that says which way up the picture is; nothing when it is upright."""
    order = _ORDERS.get(noted[:4])
    if order is None:
        return b""
    first = int.from_bytes(noted[4:8], order)
    count = int.from_bytes(noted[first : first + 2], order)
    for at in range(first + 2, min(first + 2 + 12 * count, len(noted) - 11), 12):
        tag, kind, value = (int.from_bytes(noted[at + n : at + n + 2], order) for n in (0, 2, 8))
        if tag == _ORIENTATION and kind == _SHORT:
            return _only(value) if 2 <= value <= 8 else b""
    return b""


def _only(orientation: int) -> bytes:
    """Notes of a camera in which nothing else stands."""
    entry = b"".join(
        n.to_bytes(s, "big") for n, s in ((_ORIENTATION, 2), (_SHORT, 2), (1, 4), (orientation, 2))
    )
    return b"MM\0*" + (8).to_bytes(4, "big") + b"\x00\x01" + entry + bytes(2) + bytes(4)
