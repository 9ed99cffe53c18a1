"""The card of a question: its pictures in places marked ● ▲ ■ ★, as on the buttons (rule 27)."""

from collections.abc import Sequence
from datetime import UTC, datetime

from content.pictures import svg
from reports.documents.typesetting import typeset

WIDTH, HEIGHT = 800, 600
"""Dots. Every card has this size, so that the next one takes its place without a jump; on a small phone it leaves
room for the question and four rows of answers."""
_POINTS = 300
"""Width of the card in its template; an inch has 72."""
_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def picture_card(names: Sequence[str]) -> bytes:
    """A PNG of one to four pictures of `content/pictures/`; equal names in equal order give equal bytes.

    Two pictures and more are marked in the order ●, ▲ (above), ■, ★ (below); one alone fills the card.
    Raises `UnknownPicture` for a name that has no file, and `ValueError` for another number of names.
    """
    if not 1 <= len(names) <= 4:
        raise ValueError(f"a card has one to four pictures, not {len(names)}")
    return typeset(
        "picture_card",
        {"pictures": [svg(name) for name in names]},
        made_at=_ANY_TIME,
        form="png",
        ppi=72 * WIDTH / _POINTS,
    )
