"""The map of professions that a group has met, to hang on the wall."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content.pictures import svg
from domain.guest_views import MetProfession
from domain.professions import Catalogue, Profession, Sphere
from reports.documents.typesetting import printable, typeset

WIDTH = 1600
"""Dots across; the picture has the proportions of A4 across, or of A3 upright when the catalogue is large."""
_INCHES = 297 / 25.4
OWN_AT_MOST = 10
"""Professions in own words that stand by name; the last place counts those beyond."""

_LONG_WORD = 17
"""Letters that fit on a line of a card; «кибербезопасности» has as many."""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What is written on the map besides names of professions."""

    title: str
    count: str
    """«Познакомились с 7 из 50»: `catalogue_met` gives the number."""
    own: str
    """The heading of professions that the catalogue does not know."""
    spheres: Mapping[Sphere, str]


def catalogue_met(met: Sequence[MetProfession], catalogue: Catalogue) -> int:
    """How many professions of the catalogue the group has met; own words do not count."""
    return len({one.slug for one in met} & set(catalogue.by_slug))


def profession_map(
    group_name: str,
    met: Sequence[MetProfession],
    catalogue: Catalogue,
    words: MapWords,
    made_at: datetime,
    *,
    width: int = WIDTH,
) -> bytes:
    """A PNG: those met in colour with a tick, the others as pale outlines, own words in a band of their own.

    How often a profession was met stands beside its tick from twice on. Equal inputs give equal bytes.
    """
    visits = {one.slug: one.visits for one in met if one.slug is not None}
    bands: list[dict[str, Any]] = [
        {
            "kind": sphere.value,
            "title": printable(words.spheres[sphere]),
            "cards": [_card(one, visits.get(one.slug, 0)) for one in catalogue.of(sphere)],
        }
        for sphere in Sphere
    ]
    if own := [one for one in met if one.slug not in catalogue.by_slug]:
        bands.append({"kind": "own", "title": printable(words.own), "cards": _own(own)})
    data = {
        "title": printable(words.title),
        "group": printable(group_name),
        "count": printable(words.count),
        "bands": bands,
    }
    return typeset("profession_map", data, made_at=made_at, form="png", ppi=width / _INCHES)


def _card(profession: Profession, visits: int) -> dict[str, Any]:
    drawn = None if profession.picture is None else svg(profession.picture)
    if drawn is not None and not visits:
        drawn = _outline(drawn)
    return {
        "name": profession.name.replace("3D-", "3D\u2011"),
        "picture": drawn,
        "met": visits > 0,
        "visits": visits,
    }


def _own(own: Sequence[MetProfession]) -> list[dict[str, Any]]:
    shown = own if len(own) <= OWN_AT_MOST else own[: OWN_AT_MOST - 1]
    cards: list[dict[str, Any]] = [
        {"name": _breakable(printable(one.name)), "picture": None, "met": True, "visits": one.visits}
        for one in shown
    ]
    if beyond := len(own) - len(shown):
        cards.append({"name": f"+{beyond}", "picture": None, "met": True, "visits": 0})
    return cards


def _breakable(name: str) -> str:
    """A word too long for its card may be broken anywhere."""
    return " ".join("\u200b".join(word) if len(word) > _LONG_WORD else word for word in name.split())


def _outline(drawn: str) -> str:
    """The picture as a pale line: no colour, and what was black is light grey."""
    pale = re.sub(r'fill="(#[0-9a-fA-F]{3,6})"', lambda found: f'fill="{_paled(found[1])}"', drawn)
    pale = re.sub(r'stroke="#[0-9a-fA-F]{3,6}"', 'stroke="#b4b4b4"', pale)
    return pale.replace("<svg ", '<svg fill="#c8c8c8" ', 1)


def _paled(colour: str) -> str:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:4])
    light = sum(int(digits[at : at + 2], 16) for at in (0, 2, 4)) / 3
    return "#c8c8c8" if light < 80 else "#ffffff"
