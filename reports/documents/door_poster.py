"""«Профессии нашей группы»: A3 for the door, with blanks that invite."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from content.pictures import svg
from domain.guest_views import MetProfession
from domain.professions import Catalogue
from reports.documents.typesetting import printable, qr_svg, typeset

BLANKS = 2
"""Places that always stay empty: there is somebody else to come."""
FEWEST = 6


@dataclass(frozen=True, slots=True)
class DoorPaper:
    """What is written on the poster besides names of professions."""

    title: str
    group: str
    lead: str
    blank: str
    """«Здесь может быть ваша профессия»."""
    invites: str
    how: str
    address: str
    made_at: datetime


def door_poster(
    paper: DoorPaper,
    met: Sequence[MetProfession],
    catalogue: Catalogue,
    *,
    form: Literal["pdf", "png"] = "pdf",
    ppi: float | None = None,
) -> bytes:
    """One page whatever was met: the more there are, the smaller their cards; nothing is told by colour alone."""
    cards: list[dict[str, Any]] = []
    for one in met:
        known = catalogue.by_slug.get(one.slug or "")
        picture = None if known is None or known.picture is None else svg(known.picture)
        cards.append(
            {
                "name": printable(one.name if known is None else known.name),
                "simple": "" if known is None else printable(known.simple),
                "picture": picture,
            }
        )
    columns = _columns(max(FEWEST, len(cards) + BLANKS))
    rows = -(-max(FEWEST, len(cards) + BLANKS) // columns)
    data = {
        "title": printable(paper.title),
        "group": printable(paper.group),
        "lead": printable(paper.lead),
        "blank": printable(paper.blank),
        "invites": printable(paper.invites),
        "how": printable(paper.how),
        "link": paper.address.removeprefix("https://"),
        "qr": qr_svg(paper.address),
        "cards": cards,
        "columns": columns,
        "rows": rows,
    }
    return typeset("door_poster", data, made_at=paper.made_at, form=form, ppi=ppi)


def _columns(cards: int) -> int:
    """Columns that leave cards a little wider than high on what A3 has for them: 273 by 290 mm."""
    return next((number for number in range(3, 12) if (273 / number) * 0.9 * -(-cards // number) <= 290), 12)
