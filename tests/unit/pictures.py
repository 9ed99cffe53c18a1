"""Pictures of papers as numbers: a PNG read by the standard library, and a QR found in it."""

import struct
import zlib
from collections.abc import Sequence

Picture = list[bytes]
"""Rows of lightness, one byte a dot."""


def read_png(content: bytes) -> Picture:
    """The first channel of an 8-bit PNG without interlacing, as typst writes it."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, packed, width, channels = 8, b"", 0, 0
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, _, depth, colour = struct.unpack(">IIBB", body[:10])
            assert depth == 8
            channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    raw, stride, rows = zlib.decompress(packed), width * channels, []
    above = bytearray(stride)
    for start in range(0, len(raw), stride + 1):
        line = bytearray(raw[start + 1 : start + 1 + stride])
        _undo(raw[start], line, above, channels)
        rows.append(bytes(line[::channels]))
        above = line
    return rows


def find_qr(picture: Picture, modules: Sequence[Sequence[int]], size: float) -> bool:
    """Whether exactly this QR, with modules of `size` dots, stands anywhere in the picture."""
    dark = [[x for x, light in enumerate(row) if light < 128] for row in picture]
    middle = size / 2
    for top, row in enumerate(dark):
        for left in row:
            if all(
                _dark(picture, left + middle + column * size, top + middle + line * size) == bool(module)
                for line, modules_row in enumerate(modules)
                for column, module in enumerate(modules_row)
            ):
                return True
    return False


def _dark(picture: Picture, x: float, y: float) -> bool:
    if y >= len(picture) or x >= len(picture[0]):
        return False
    return picture[int(y)][int(x)] < 128


def _undo(kind: int, line: bytearray, above: bytearray, channels: int) -> None:
    """Turn differences back into dots (PNG's five filters), in place."""
    if kind == 0:
        return
    if kind == 2:
        line[:] = bytes((dot + up) & 0xFF for dot, up in zip(line, above, strict=True))
        return
    for index in range(len(line)):
        left = line[index - channels] if index >= channels else 0
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + above[index]) // 2
        else:
            guess = _paeth(left, above[index], above[index - channels] if index >= channels else 0)
        line[index] = (line[index] + guess) & 0xFF


def _paeth(left: int, up: int, corner: int) -> int:
    if left == up == corner:
        return left
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))
