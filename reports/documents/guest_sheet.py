"""A sheet of A4 that a guest holds in the hand: what to tell, or what to think of."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from reports.documents.typesetting import printable, typeset, typeset_pages

TEMPLATE = "guest_sheet"
_ENDLESS = re.compile(r"\S{28}(?=\S{4})")
_ROOMY, _FULL = 1500, 2100
"""Signs up to which large, and middling, letters fit on the sheet."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A heading, or none, and its lines."""

    title: str
    lines: tuple[str, ...]
    mark: Literal["dot", "number", "box"] = "dot"


@dataclass(frozen=True, slots=True)
class GuestSheet:
    """What stands on the sheet: no names, no numbers (rule 15)."""

    locale: str
    title: str
    lead: str
    parts: tuple[SheetPart, ...]
    made_at: datetime


def guest_sheet(sheet: GuestSheet) -> bytes:
    """The sheet as PDF."""
    return typeset(TEMPLATE, _data(sheet), made_at=sheet.made_at)


def guest_sheet_pages(sheet: GuestSheet, ppi: float) -> tuple[bytes, ...]:
    """The sheet as pictures: one, however much stands on it."""
    return typeset_pages(TEMPLATE, _data(sheet), made_at=sheet.made_at, ppi=ppi)


def _broken(words: str) -> str:
    """Words as they are printed: a link, or a word that is longer than a line, may be broken."""
    return _ENDLESS.sub(lambda found: found.group() + "\N{ZERO WIDTH SPACE}", printable(words))


def _data(sheet: GuestSheet) -> dict[str, Any]:
    signs = sum(len(line) + 30 for part in sheet.parts for line in (part.title, *part.lines))
    return {
        "locale": sheet.locale,
        "title": _broken(sheet.title),
        "lead": printable(sheet.lead),
        "size": 14.5 if signs <= _ROOMY else 13 if signs <= _FULL else 11,
        "parts": [
            {
                "title": _broken(part.title),
                "lines": [_broken(line) for line in part.lines],
                "mark": part.mark,
            }
            for part in sheet.parts
        ],
    }
