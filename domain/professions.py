"""Professions as the catalogue tells them: what a guest shows, in the words of children."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.people import AgeBand, sort_key


class Sphere(StrEnum):
    """What a profession deals with, in the words of children: «с людьми», «с природой», …"""

    PEOPLE = "people"
    NATURE = "nature"
    MACHINES = "machines"
    SIGNS = "signs"
    BEAUTY = "beauty"


class Danger(StrEnum):
    """What a guest may bring that a teacher must think about first."""

    SHARP = "sharp"
    HOT = "hot"
    LIQUID = "liquid"
    FOOD = "food"
    ANIMAL = "animal"
    CHEMICAL = "chemical"


@dataclass(frozen=True, slots=True)
class Talk:
    """«Ваша профессия за 15 минут»: what a guest says and asks, in the words of children."""

    tells: tuple[str, ...]
    """Four to six short sentences in the first person; the greeting and the farewell are said around them."""
    asks: tuple[str, str, str]
    """Questions to the children, easy before hard."""
    safe: tuple[str, str]
    """Two things that every child may hold."""
    home: tuple[str, str, str]
    """«По дороге домой»: questions of a parent to the child in the evening, answered with more than «да»."""


@dataclass(frozen=True, slots=True)
class Profession:
    """A card of the catalogue (`content/professions/`)."""

    slug: str
    """Latin letters and hyphens; stands in buttons and in the database, lives for ever."""
    name: str
    """«Пекарь»: of both genders, with a capital letter."""
    simple: str
    """One sentence for a five-year-old: «Печёт хлеб и булочки»."""
    sphere: Sphere
    sign: str
    """An emoji of one code point, Unicode 11 or older, no people (rule 27)."""
    plan: tuple[str, str, str]
    """Three lines: what is told, what is shown, what the children do."""
    brings: str
    needs: str
    """What the group prepares."""
    place: str
    """Where the work is done, in the nominative: «пекарня»."""
    tools: tuple[str, ...]
    """Three to five things that are worked with, in the nominative: «скалка», «печь»."""
    actions: tuple[str, ...]
    """Three things that are done, said of a third person: «месит тесто»."""
    product: str
    """What comes of it, in the nominative: «тёплый хлеб и булочки»."""
    use: str
    """Whom it helps, one sentence: «Благодаря ему у всех на столе свежий хлеб.»"""
    qualities: tuple[str, ...]
    """Two to four, as nouns of either gender: «терпение», «аккуратность»."""
    talk: Talk
    dangers: frozenset[Danger] = frozenset()
    local: bool = False
    """A trade of Kuzbass."""
    also: tuple[str, ...] = ()
    """Other names of the same profession."""
    new: bool = False
    """A trade of our days."""
    near: tuple[str, ...] = ()
    """Neighbouring professions: whoever types one is offered this card, and may keep the own words."""
    picture: str | None = None
    """Name of a file in `content/pictures/` without «.svg»."""
    from_age: AgeBand = AgeBand.Y5_6
    """The youngest to whom it can be explained; a wish or a suggestion, never a ban."""


@dataclass(frozen=True, slots=True)
class ChosenProfession:
    """What a guest named: a card of the catalogue, or own words."""

    name: str
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All professions, in the order of their names."""

    professions: tuple[Profession, ...]
    by_slug: Mapping[str, Profession]

    def of(self, sphere: Sphere) -> tuple[Profession, ...]:
        """The professions of a sphere."""
        return tuple(one for one in self.professions if one.sphere is sphere)

    def named(self, words: str) -> tuple[Profession, ...]:
        """Professions that may be meant: a name that is typed in full gives its profession alone.

        Else those with a name, or a neighbour, that begins with the words; neighbours typed in full come first.
        """
        key = sort_key(words)
        exact = tuple(one for one in self.professions if key in _keys(one))
        if exact:
            return exact[:1]
        known = {one.slug: (*_keys(one), *map(sort_key, one.near)) for one in self.professions}
        found = [
            one for one in self.professions if key and any(name.startswith(key) for name in known[one.slug])
        ]
        return tuple(sorted(found, key=lambda one: key not in known[one.slug]))


def _keys(profession: Profession) -> tuple[str, ...]:
    return tuple(sort_key(words) for words in (profession.name, *profession.also))
