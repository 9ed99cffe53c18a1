"""Which emoji may stand as a sign: one code point that old phones know, and no people (rule 27)."""

_OLD = ((0x203C, 0x3299), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF))
"""Blocks in which emoji of Unicode 11 and older stand."""
_NEW = (
    (0x1F6D5, 0x1F6DF),
    (0x1F6FA, 0x1F6FF),
    (0x1F90C, 0x1F90F),
    (0x1F93F, 0x1F93F),
    (0x1F971, 0x1F972),
    (0x1F977, 0x1F979),
    (0x1F97B, 0x1F97B),
    (0x1F9A3, 0x1F9AF),
    (0x1F9BA, 0x1F9BF),
    (0x1F9C3, 0x1F9CF),
)
"""What Unicode 12 and newer put between the older ones."""
_PEOPLE = (
    (0x26F7, 0x26F9),
    (0x1F385, 0x1F385),
    (0x1F3C2, 0x1F3C4),
    (0x1F3C7, 0x1F3C7),
    (0x1F3CA, 0x1F3CC),
    (0x1F3FB, 0x1F3FF),
    (0x1F464, 0x1F478),
    (0x1F47C, 0x1F47C),
    (0x1F481, 0x1F483),
    (0x1F486, 0x1F487),
    (0x1F48F, 0x1F48F),
    (0x1F491, 0x1F491),
    (0x1F574, 0x1F575),
    (0x1F57A, 0x1F57A),
    (0x1F645, 0x1F647),
    (0x1F64B, 0x1F64F),
    (0x1F6A3, 0x1F6A3),
    (0x1F6B4, 0x1F6B6),
    (0x1F6C0, 0x1F6C0),
    (0x1F6CC, 0x1F6CC),
    (0x1F926, 0x1F926),
    (0x1F930, 0x1F93E),
    (0x1F9B8, 0x1F9B9),
    (0x1F9D1, 0x1F9DF),
)


def is_sign(words: str) -> bool:
    """Whether these words are one emoji that may stand as a sign."""
    if len(words) != 1:
        return False
    point = ord(words)
    return _among(point, _OLD) and not _among(point, _NEW) and not _among(point, _PEOPLE)


def _among(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= point <= last for first, last in ranges)
