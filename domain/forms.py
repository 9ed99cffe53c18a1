"""What people type, checked: pure functions that give a value or say what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from domain.outcomes import Reason, Refused
from domain.terms import Vocabulary

DRAFT_LIFE = timedelta(days=7)
"""How long an unfinished form waits for its author (rule 12)."""

Value: TypeAlias = str | int | bool | list[str] | None
"""What a draft keeps of one step; days and times as ISO strings, several picks as a list."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a check may need to know besides the text."""

    now: datetime
    said_at: datetime
    """When it was written: «завтра» is counted from then, also when it arrives a day late."""
    zone: str
    """IANA name of the organisation's zone."""
    vocabulary: Vocabulary
    values: Mapping[str, Value]
    """What has been answered so far."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One text that answers several steps: «12 марта 10:00» is a day and a time."""

    values: Mapping[str, Value]
    dropped: tuple[str, ...] = ()
    """Steps whose answers no longer hold: another sphere, and the profession is asked anew."""


Check: TypeAlias = Callable[[str, Circumstances], "Value | Filled | Refused"]

_LINE_ENDS = str.maketrans(
    {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
)
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of everything after them; right-to-left letters need none of them."""
_DOCUMENT = re.compile(
    r"(?<!\d)(?:\d{2}[ ]?\d{2}[ №N]{1,3}\d{6}|\d{4}[ -]\d{6}|\d{3}-\d{3}-\d{3}[ -]\d{2}|\d{10,11})(?!\d)"
)


def utf16_length(text: str) -> int:
    """Length as messengers and limits count it: UTF-16 units, so an emoji counts as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str, *, lines: bool = False) -> str:
    """Typed text without what nobody sees: control characters, marks that turn the line, stray spaces.

    With `lines` line breaks stay (at most one empty line in a row), otherwise they become spaces.
    """
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_LINE_ENDS))
    kept = "".join(
        " " if char == "\t" else char
        for char in unified
        if char in "\n\t" or (unicodedata.category(char) not in ("Cc", "Cs", "Cn") and char not in _OVERRIDES)
    )
    rows = [" ".join(row.split()) for row in kept.split("\n")]
    if not lines:
        return " ".join(row for row in rows if row)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()


def shows_something(text: str) -> bool:
    """Whether anything of the text is seen: letters, digits, signs; blanks without width are not."""
    return any(unicodedata.category(char)[0] in "LNSP" for char in text)


def looks_like_document(text: str) -> bool:
    """Whether a passport or SNILS number may stand in the text (rule 15c)."""
    return _DOCUMENT.search(text) is not None


def accepted(cleaned: str, limit: int, *, numbers: bool = False) -> str | Refused:
    """A cleaned text if something of it is seen, in at most `limit` UTF-16 units.

    What looks like a passport or SNILS number is refused (rule 15c), except with `numbers`.
    """
    if not shows_something(cleaned):
        return Refused(Reason.EMPTY)
    if (length := utf16_length(cleaned)) > limit:
        return Refused(Reason.TOO_LONG, {"limit": limit, "length": length})
    if not numbers and looks_like_document(cleaned):
        return Refused(Reason.LOOKS_LIKE_DOCUMENT)
    return cleaned


def words(limit: int, *, lines: bool = False) -> Check:
    """A text of 1 to `limit` UTF-16 units without numbers of documents."""

    def check(text: str, _circumstances: Circumstances) -> Value | Filled | Refused:
        return accepted(clean(text, lines=lines), limit)

    return check


def whole_number(low: int, high: int) -> Check:
    """A whole number from `low` to `high`, both included."""

    def check(text: str, _circumstances: Circumstances) -> Value | Filled | Refused:
        typed = clean(text)
        if not re.fullmatch(r"[0-9]{1,9}", typed) or not low <= int(typed) <= high:
            return Refused(Reason.NOT_A_NUMBER, {"low": low, "high": high})
        return int(typed)

    return check
