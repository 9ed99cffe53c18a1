"""Cards of four pictures: drawn in a thread, kept a while for the next child."""

import asyncio
from functools import lru_cache
from hashlib import sha256

from domain.attempts import Question
from reports.documents.picture_card import picture_card
from screens.base import Picture

KEPT = 128
"""Cards, about 30 kB each: of both forms of an instrument, as often as its options take other places."""


async def card_of(asked: Question) -> Picture | None:
    """The card of a question's options in their places; None when one of them has no picture."""
    names = tuple(option.picture for option in asked.options if option.picture is not None)
    if len(names) < len(asked.options):
        return None
    return await asyncio.to_thread(_drawn, names)


@lru_cache(maxsize=KEPT)
def _drawn(names: tuple[str, ...]) -> Picture:
    content = picture_card(names)
    return Picture(content, "card.png", sha256(content).hexdigest())
