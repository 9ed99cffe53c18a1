"""Papers by which families join: cards of a group, and its QR for the wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from domain.people import OrganisationKind, child_code
from locales import Texts
from reports.documents.typesetting import printable, qr_svg, typeset


@dataclass(frozen=True, slots=True)
class CardToPrint:
    """What stands on one family card."""

    number: int
    address: str
    """The deep link in the QR."""


@dataclass(frozen=True, slots=True)
class CardSheet:
    """What the cards of a group say."""

    organisation: str
    group: str
    cards: Sequence[CardToPrint]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Poster:
    """What the group's QR for the wall says."""

    organisation: str
    kind: OrganisationKind
    group: str
    address: str
    made_at: datetime


def family_cards(
    sheet: CardSheet, texts: Texts, *, form: Literal["pdf", "png"] = "pdf", ppi: float | None = None
) -> bytes:
    """Family cards as A4, twelve a page with cut lines (rule 1)."""
    parts = ("title", "heading", "code", "step1", "step2", "step3", "fallback")
    data: dict[str, Any] = {
        "locale": texts.locale,
        "organisation": printable(sheet.organisation),
        "group": printable(sheet.group),
        "words": {part: texts.plain(f"organisation-paper-card-{part}") for part in parts},
        "cards": [
            {"code": child_code(card.number), "qr": qr_svg(card.address), "link": _typed(card.address)}
            for card in sheet.cards
        ],
    }
    return typeset("family_cards", data, made_at=sheet.made_at, form=form, ppi=ppi)


def group_poster(
    poster: Poster, texts: Texts, *, form: Literal["pdf", "png"] = "pdf", ppi: float | None = None
) -> bytes:
    """The group's QR as A4 for the wall; the teacher approves whoever comes by it."""
    parts = ("title", "lead", "step1", "step2", "step3", "fallback")
    data: dict[str, Any] = {
        "locale": texts.locale,
        "organisation": printable(poster.organisation),
        "group": printable(poster.group),
        "words": {
            part: texts.plain(f"organisation-paper-poster-{part}", {"kind": poster.kind.value})
            for part in parts
        },
        "qr": qr_svg(poster.address),
        "link": _typed(poster.address),
    }
    return typeset("group_poster", data, made_at=poster.made_at, form=form, ppi=ppi)


def _typed(address: str) -> str:
    """The address as people type it: without «https://»."""
    return address.removeprefix("https://")
