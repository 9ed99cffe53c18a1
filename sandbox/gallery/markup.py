"""Texts with entities as HTML: what people wrote stays text, whatever it looks like."""

from html import escape
from itertools import pairwise
from typing import Any

from sandbox.entities import utf16, utf16_slice

TAGS = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
}


def html(text: str, entities: list[dict[str, Any]]) -> str:
    """The text with its bold, italic and code; links and commands only look like links."""
    length = utf16(text)
    cuts = {0, length}
    for entity in entities:
        cuts |= {entity["offset"], min(length, entity["offset"] + entity["length"])}
    places = sorted(cuts)
    return "".join(
        _dressed(
            escape(utf16_slice(text, start, end)),
            [one for one in entities if one["offset"] <= start and end <= one["offset"] + one["length"]],
        )
        for start, end in pairwise(places)
    )


def _dressed(piece: str, entities: list[dict[str, Any]]) -> str:
    for entity in entities:
        tag = TAGS.get(entity["type"])
        piece = f"<{tag}>{piece}</{tag}>" if tag else f'<span class="link">{piece}</span>'
    return piece
