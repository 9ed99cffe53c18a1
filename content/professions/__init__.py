"""The catalogue of professions: one YAML file a sphere, read and checked once."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content.signs import fault
from domain.guests import PROFESSION_LIMIT, THINGS_LIMIT
from domain.people import sort_key
from domain.professions import Catalogue, Danger, Profession, Sphere

_HERE = Path(__file__).parent
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SLUG_LIMIT = 24
_SIMPLE_LIMIT = 90
_LINE_LIMIT = 120
"""A line of the plan; three of them fit into a guest's form."""
_FIELDS = frozenset(
    {"name", "simple", "sign", "picture", "plan", "brings", "needs", "dangers", "local", "new", "also"}
)


class UnusableProfession(Exception):
    """The catalogue of professions cannot be used: mend the file, profession and field that this message names."""


@cache
def catalogue() -> Catalogue:
    """The professions that ship with the product."""
    return read(_HERE)


def read(folder: Path) -> Catalogue:
    """The catalogue of a folder with one `<sphere>.yaml` for each sphere; raises `UnusableProfession`."""
    professions: list[Profession] = []
    seen: dict[str, str] = {}
    for sphere in Sphere:
        file = folder / f"{sphere.value}.yaml"
        for slug, raw in _mapping(file).items():
            place = f"{file.name}: {slug}"
            found = _profession(place, str(slug), raw, sphere)
            _once(place, "slug", found.slug, seen)
            for words in (found.name, *found.also):
                _once(place, "name, also", sort_key(words), seen)
            professions.append(found)
    professions.sort(key=lambda one: sort_key(one.name))
    return Catalogue(tuple(professions), {one.slug: one for one in professions})


def _mapping(file: Path) -> Mapping[str, Any]:
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise UnusableProfession(f"{file.name}: the file is missing; each sphere has its own") from missing
    except yaml.YAMLError as odd:
        raise UnusableProfession(f"{file.name}: this is no YAML: {odd}") from odd
    if not isinstance(raw, dict) or not raw:
        raise UnusableProfession(
            f"{file.name}: professions are expected, for example «pekar:» with its fields below"
        )
    return raw


def _profession(place: str, slug: str, raw: Any, sphere: Sphere) -> Profession:
    if not _SLUG.fullmatch(slug) or len(slug) > _SLUG_LIMIT:
        raise _odd(place, "slug", f"at most {_SLUG_LIMIT} Latin letters, digits and hyphens", "pekar")
    if not isinstance(raw, dict):
        raise _odd(place, "name", "fields are expected below the slug", "name: Пекарь")
    if unknown := sorted(set(raw) - _FIELDS):
        raise _odd(place, str(unknown[0]), "there is no such field", ", ".join(sorted(_FIELDS)))
    card = _Card(place, raw)
    return Profession(
        slug=slug,
        name=card.words("name", PROFESSION_LIMIT, "Пекарь"),
        simple=card.sentence("simple", _SIMPLE_LIMIT, "Печёт хлеб и булочки."),
        sphere=sphere,
        sign=card.sign(),
        plan=card.plan(),
        brings=card.words("brings", THINGS_LIMIT, "мука, зерно, скалка"),
        needs=card.words("needs", THINGS_LIMIT, "дощечки, фартуки"),
        dangers=card.dangers(),
        local=card.yes("local"),
        also=card.also(),
        new=card.yes("new"),
        picture=card.words("picture", _SLUG_LIMIT, "bread"),
    )


class _Card:
    """The fields of one profession; each is read once and refused with its name and an example."""

    def __init__(self, place: str, raw: Mapping[str, Any]) -> None:
        self._place = place
        self._raw = raw
        if self.yes("local") and self.yes("new"):
            raise _odd(place, "new", "a profession is local or new, not both", "local: true")

    def words(self, field: str, limit: int, example: str) -> str:
        said = self._raw.get(field)
        if not isinstance(said, str) or not said.strip():
            raise _odd(self._place, field, "words are expected", f"{field}: {example}")
        if said != " ".join(said.split()) or len(said) > limit:
            raise _odd(self._place, field, f"one line of at most {limit} characters", f"{field}: {example}")
        return said

    def sentence(self, field: str, limit: int, example: str) -> str:
        said = self.words(field, limit, example)
        if not said.endswith(".") or not said[0].isupper():
            raise _odd(
                self._place, field, "a sentence with a capital letter and a full stop", f"{field}: {example}"
            )
        return said

    def sign(self) -> str:
        said = self._raw.get("sign")
        if odd := fault(said if isinstance(said, str) else ""):
            raise _odd(self._place, "sign", odd, "sign: 🍞")
        return str(said)

    def plan(self) -> tuple[str, str, str]:
        lines = self._list("plan")
        wanted = "three sentences: what is told, what is shown, what the children do"
        if len(lines) != 3 or not all(line.endswith(".") and len(line) <= _LINE_LIMIT for line in lines):
            raise _odd(
                self._place,
                "plan",
                f"{wanted}, at most {_LINE_LIMIT} characters each",
                "- Расскажу, как тесто становится пышным.",
            )
        return lines[0], lines[1], lines[2]

    def dangers(self) -> frozenset[Danger]:
        known = ", ".join(danger.value for danger in Danger)
        try:
            return frozenset(Danger(word) for word in self._list("dangers"))
        except ValueError as unknown:
            raise _odd(self._place, "dangers", f"known are {known}", "dangers: [liquid]") from unknown

    def also(self) -> tuple[str, ...]:
        words = self._list("also")
        if not all(0 < len(word) <= PROFESSION_LIMIT for word in words):
            raise _odd(
                self._place,
                "also",
                f"at most {PROFESSION_LIMIT} characters a name",
                "also: [хлебопёк, кондитер]",
            )
        return words

    def yes(self, field: str) -> bool:
        said = self._raw.get(field, False)
        if not isinstance(said, bool):
            raise _odd(self._place, field, "true, or leave the field out", f"{field}: true")
        return said

    def _list(self, field: str) -> tuple[str, ...]:
        said = self._raw.get(field, [])
        if (
            not isinstance(said, Sequence)
            or isinstance(said, str)
            or not all(isinstance(one, str) for one in said)
        ):
            raise _odd(self._place, field, "a list of words is expected", f"{field}: [...]")
        return tuple(" ".join(one.split()) for one in said)


def _once(place: str, field: str, words: str, seen: dict[str, str]) -> None:
    if words in seen:
        raise _odd(
            place,
            field,
            f"«{words}» stands at {seen[words]} too; it must lead to one profession",
            "also: [хлебопёк]",
        )
    seen[words] = place


def _odd(place: str, field: str, wanted: str, example: str) -> UnusableProfession:
    return UnusableProfession(f"{place}: {field}: {wanted}; for example: {example}")
