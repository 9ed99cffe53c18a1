"""An event as A4 for the wall, with a QR by which families open it and answer."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from locales import Texts
from reports.documents.typesetting import printable, qr_svg, typeset


@dataclass(frozen=True, slots=True)
class EventPaper:
    """What the notice says, in words."""

    organisation: str
    groups: tuple[str, ...]
    form: str
    """«Мастер-класс»; empty when the title says it all."""
    title: str
    when: str
    place: str
    note: str | None
    until: str
    """Until when answers are waited for; empty: until the start."""
    address: str
    """The link in the QR."""
    made_at: datetime


ROOMY = 320
"""Signs of title, place and note that fit in large letters; more make all of them smaller, so that one sheet holds."""
_LONG = re.compile(r"(\S{24})(?=\S)")
"""A run of signs without a space that would leave the sheet."""


def event_notice(
    paper: EventPaper, texts: Texts, *, form: Literal["pdf", "png"] = "pdf", ppi: float | None = None
) -> bytes:
    """The notice. It names groups and no person, for a wall is read by everybody (rule 15)."""
    parts = ("when", "where", "question", "lead", "fallback")
    data: dict[str, Any] = {
        "locale": texts.locale,
        "organisation": printable(paper.organisation),
        "groups": ", ".join(printable(group) for group in paper.groups),
        "form": printable(paper.form),
        "title": _breakable(paper.title),
        "when": printable(paper.when),
        "place": _breakable(paper.place),
        "note": _breakable(paper.note or ""),
        "until": printable(paper.until),
        "words": {part: texts.plain(f"campaigns-paper-{part}") for part in parts},
        "dense": len(paper.title) + len(paper.place) + len(paper.note or "") > ROOMY,
        "qr": qr_svg(paper.address),
        "link": paper.address.removeprefix("https://"),
    }
    return typeset("event_notice", data, made_at=paper.made_at, form=form, ppi=ppi)


def _breakable(text: str) -> str:
    """What was typed, with places to break in words that no line holds."""
    return _LONG.sub("\\1\u200b", printable(text))
