"""What people type, made fit to be stored: one line, visible signs only, short enough, no number of a document."""

import re
import unicodedata

from domain.outcomes import Reason, Refused

_DOCUMENTS = (
    re.compile(r"(?<!\d)\d{3}[- ]\d{3}[- ]\d{3}[- ]\d{2}(?!\d)"),
    re.compile(r"(?<!\d)\d{2} ?\d{2}[ №#N]{0,3}\d{6}(?!\d)"),
)
"""СНИЛС «112-233-445 95»; passport «32 15 123456», «3215 № 123456»."""


def utf16_length(text: str) -> int:
    """Length as messengers count it: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def one_line(text: str, limit: int, *, documents: bool = False) -> str | Refused:
    """The typed text as one clean line of at most `limit` UTF-16 units.

    NUL, control and direction signs vanish, runs of spaces become one. A number that looks like a passport or
    СНИЛС is refused (rule 15c), unless `documents`, for fields where a company's own numbers may stand.
    """
    visible = "".join(" " if ch.isspace() else ch for ch in text if ch.isspace() or _visible(ch))
    line = " ".join(visible.split())
    if not line:
        return Refused(Reason.EMPTY)
    if utf16_length(line) > limit:
        return Refused(Reason.TOO_LONG, {"limit": limit, "length": utf16_length(line)})
    if not documents and any(pattern.search(line) for pattern in _DOCUMENTS):
        return Refused(Reason.LOOKS_LIKE_DOCUMENT)
    return line


def _visible(sign: str) -> bool:
    """Whether a sign may be stored: joiners inside emoji may, what hides or turns text around may not."""
    if sign in "\u200c\u200d":
        return True
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
