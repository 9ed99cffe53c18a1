"""A period in a message, «12 марта 10:00 – 14 марта 12:00» or «12–14 марта, 10:00–12:00»: its beginning and its end.

Both hours are said in it; one without them may be several things, and the message stays a title.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from domain.terms import Term, Vocabulary, read_term

_DAY = r"(\d{1,2}\s+[^\W\d_]{3,}|\d{1,2}\.\d{1,2}(?:\.\d{4})?),?\s+(?:[^\W\d_]\s+)?"
_DASH = r"\s*[–—-]\s*"
_AT = r"(\d{1,2}:\d{2})(?![\d.:])"
_SAID_TWICE = re.compile(rf"(?<![\d.:]){_DAY}{_AT}{_DASH}{_DAY}{_AT}")
_SAID_ONCE = re.compile(rf"(?<![\d.:])(\d{{1,2}}){_DASH}(\d{{1,2}})\s+([^\W\d_]{{3,}}),?\s+{_AT}{_DASH}{_AT}")


@dataclass(frozen=True, slots=True)
class Period:
    """The message with the beginning alone in it, and when the period is over."""

    begun: str
    day: date
    at: time


def period_in(text: str, vocabulary: Vocabulary, *, now: datetime, zone: str) -> Period | None:
    """The only period of the text; None when there is none, or it cannot be."""
    twice, once = list(_SAID_TWICE.finditer(text)), list(_SAID_ONCE.finditer(text))
    if len(twice) + len(once) != 1:
        return None
    found = (twice or once)[0]
    if twice:
        first, opens, last, closes = found.groups()
    else:
        start, end, month, opens, closes = found.groups()
        first, last = f"{start} {month}", f"{end} {month}"
    begins, ends = (
        read_term(f"{day} {hour}", vocabulary, now=now, zone=zone)
        for day, hour in ((first, opens), (last, closes))
    )
    if not (isinstance(begins, Term) and isinstance(ends, Term)) or begins.at is None or ends.at is None:
        return None
    if ends.day <= begins.day:
        return None
    said = f"{begins.day:%d.%m.%Y} {opens}"
    return Period(f"{text[: found.start()]}{said}{text[found.end() :]}", ends.day, ends.at)
