"""Checks of what is typed about guests: the dates that are opened, a profession in own words."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.forms import Circumstances, Filled, Value, accepted, clean
from domain.guests import PROFESSION_LIMIT, may_open
from domain.outcomes import Refused
from domain.people import sort_key
from domain.professions import Catalogue, ChosenProfession, Profession, Sphere

CARD = "="
"""Stands before the slug of a card: typed words have none."""
TYPED = "typed"
"""In place of a sphere: the profession was typed."""
OWN = "own"
"""The typed words stay as they are."""


def starts_of(moments: list[str], zone: str) -> tuple[datetime, ...]:
    """Local «2026-03-12T09:20» of `zone` as moments in UTC."""
    local = [datetime.fromisoformat(moment) for moment in moments]
    return tuple(at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for at in local)


def dates_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """All gathered dates at once: none in the past or too far away, none twice, not too many."""
    moments = text.split()
    return may_open(starts_of(moments, circumstances.zone), now=circumstances.now) or moments


def sphere_check(text: str, _circumstances: Circumstances) -> Value | Filled | Refused:
    """A tapped sphere, or a profession typed at once; the profession that was chosen before is asked anew."""
    if text in frozenset(Sphere):
        return Filled({"sphere": text}, dropped=("profession", "match"))
    return _typed(text, sphere=TYPED)


def profession_check(text: str, _circumstances: Circumstances) -> Value | Filled | Refused:
    """A tapped card, or own words."""
    return Filled({"profession": text}, dropped=("match",)) if text.startswith(CARD) else _typed(text)


def match_check(text: str, _circumstances: Circumstances) -> Value | Filled | Refused:
    """A card that the typed words may have meant; the words as they are; or other words."""
    if text.startswith(CARD):
        return Filled({"profession": text, "match": text})
    return text if text == OWN else _typed(text)


def likely(words: str, catalogue: Catalogue) -> tuple[Profession, ...]:
    """Cards that the typed words may mean; the only one, if they say exactly what it is called."""
    return () if words.startswith(CARD) else catalogue.named(words)


def is_exact(words: str, profession: Profession) -> bool:
    """Whether the words are a name of this profession, so that there is nothing to ask."""
    return sort_key(words) in {sort_key(name) for name in (profession.name, *profession.also)}


def chosen(profession: str, match: Value, catalogue: Catalogue) -> ChosenProfession:
    """What the answers of the application name: a card of the catalogue, or own words."""
    if profession.startswith(CARD):
        card = catalogue.by_slug.get(profession.removeprefix(CARD))
        if card is not None:
            return ChosenProfession(card.name, card.slug)
    words = profession.removeprefix(CARD)
    found = likely(words, catalogue)
    if match != OWN and len(found) == 1 and is_exact(words, found[0]):
        return ChosenProfession(found[0].name, found[0].slug)
    return ChosenProfession(words[:1].upper() + words[1:])


def _typed(text: str, **also: str) -> Value | Filled | Refused:
    """Own words; a sphere that was tapped before stays, so that the questions keep their numbers."""
    words = accepted(clean(text).removeprefix(CARD), PROFESSION_LIMIT)
    if isinstance(words, Refused):
        return words
    return Filled({**also, "profession": words}, dropped=("match",))
