"""Width and height of a JPEG, a PNG or a WebP, read from its first bytes; nothing of the picture is drawn."""

_PNG = b"\x89PNG\r\n\x1a\n"
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of a JPEG without a length after them."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG after which its size stands."""


def size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height in dots; None for what is none of the three, is cut off, moves, or has no dot at all."""
    if content.startswith(_PNG):
        size = _of_png(content)
    elif content.startswith(b"\xff\xd8\xff"):
        size = _of_jpeg(content)
    elif content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        size = _of_webp(content)
    else:
        size = None
    return size if size is not None and min(size) > 0 else None


def _of_png(content: bytes) -> tuple[int, int] | None:
    if len(content) < 24 or content[12:16] != b"IHDR":
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF or marker in _STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if length < 2:
            return None
        if marker in _FRAMES:
            sides = content[at + 5 : at + 9]
            if len(sides) < 4:
                return None
            return int.from_bytes(sides[2:], "big"), int.from_bytes(sides[:2], "big")
        at += 2 + length
    return None


def _of_webp(content: bytes) -> tuple[int, int] | None:
    """Of the three ways in which a WebP begins: simple, lossless, extended; a moving one is no picture."""
    if len(content) < 30:
        return None
    kind = content[12:16]
    if kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        return _little(content[26:28]) & 0x3FFF, _little(content[28:30]) & 0x3FFF
    if kind == b"VP8L" and content[20] == 0x2F:
        bits = _little(content[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X" and not content[20] & 0x02:
        return _little(content[24:27]) + 1, _little(content[27:30]) + 1
    return None


def _little(part: bytes) -> int:
    return int.from_bytes(part, "little")
