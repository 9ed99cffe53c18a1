"""The calendar of professional days: one YAML file, read and checked once."""

import re
from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path

from content.faults import Fault, FaultKind, UnusableContent
from content.nodes import Node, compose
from content.pictures import nearest
from content.professions import catalogue
from domain.professional_days import LAST, DayOfYear, EveryYear, ProfessionalDay, WeekdayOf

FILE = Path(__file__).with_name("days.ru.yaml")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SLUG_LIMIT = 24
"""It travels in a button."""
_NAME_LIMIT = 90
_EXAMPLE = "shahter: {name: День шахтёра, when: last sunday of august, whose: [shahter]}"
_FIELDS = {
    "name": "name: День шахтёра",
    "when": "when: last sunday of august",
    "whose": "whose: [shahter]",
}
_EVERY_YEAR = re.compile(r"(\d{2})\.(\d{2})")
_WEEKDAY = re.compile(r"(first|second|third|fourth|last) ([a-z]+day) of ([a-z]+)")
_OF_YEAR = re.compile(r"day (\d{1,3})")
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": LAST}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_COMMON_YEAR = 2025
"""29 February is no day of every year."""


@cache
def professional_days() -> tuple[ProfessionalDay, ...]:
    """The days that ship with the product, in the order of the file."""
    return read(FILE)


def read(file: Path) -> tuple[ProfessionalDay, ...]:
    """The days of a file; raises `UnusableContent` when one cannot be used."""
    found, faults = examine(file)
    if faults:
        raise UnusableContent(file, faults)
    return found


def examine(file: Path) -> tuple[tuple[ProfessionalDay, ...], tuple[Fault, ...]]:
    """The days of a file, and what is wrong with it. Raises `OSError` for a file that cannot be read."""
    faults: list[Fault] = []
    try:
        root = compose(file.read_text(encoding="utf-8"), faults)
    except UnicodeDecodeError:
        return (), (Fault(1, "", FaultKind.NO_YAML),)
    if root is None:
        return (), tuple(faults)
    known = catalogue().by_slug
    found: list[ProfessionalDay] = []
    names: set[str] = set()
    for slug, place in root.entries(_EXAMPLE):
        one = _day(slug, place, known)
        if one is None:
            continue
        if one.name in names:
            place.wrong(FaultKind.TWICE, found=one.name)
        names.add(one.name)
        found.append(one)
    return tuple(found), tuple(sorted(faults, key=lambda fault: fault.line))


def _day(slug: str, place: Node, known: Collection[str]) -> ProfessionalDay | None:
    if not _SLUG.fullmatch(slug) or len(slug) > _SLUG_LIMIT:
        place.wrong(FaultKind.BAD_SLUG, "shahter", found=slug, limit=_SLUG_LIMIT)
    said = place.fields(_FIELDS, tuple(_FIELDS))
    name = said["name"].words(_NAME_LIMIT, _FIELDS["name"])
    when = _when(said["when"])
    whose = tuple(dict.fromkeys(_whose(said["whose"], known)))
    return None if when is None else ProfessionalDay(slug, name, when, whose)


def _when(node: Node) -> EveryYear | WeekdayOf | DayOfYear | None:
    said = node.words(60, _FIELDS["when"])
    rule: EveryYear | WeekdayOf | DayOfYear | None = None
    if found := _EVERY_YEAR.fullmatch(said):
        rule = _every_year(int(found[1]), int(found[2]))
    elif (found := _WEEKDAY.fullmatch(said)) and found[2] in _WEEKDAYS and found[3] in _MONTHS:
        weekday, month = _WEEKDAYS.index(found[2]), _MONTHS.index(found[3]) + 1
        rule = WeekdayOf(month, weekday, _NUMBERS[found[1]])
    elif (found := _OF_YEAR.fullmatch(said)) and 1 <= int(found[1]) <= 365:
        rule = DayOfYear(int(found[1]))
    if said and rule is None:
        node.wrong(FaultKind.DAY_RULE, _FIELDS["when"], found=said)
    return rule


def _every_year(day: int, month: int) -> EveryYear | None:
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        return None
    return EveryYear(month, day)


def _whose(node: Node, known: Collection[str]) -> list[str]:
    slugs: list[str] = []
    places = node.items(_FIELDS["whose"])
    if node and not places:
        node.wrong(FaultKind.TOO_FEW, _FIELDS["whose"], wanted=1, found=0)
    for place in places:
        slug = place.words(_SLUG_LIMIT, _FIELDS["whose"])
        if slug and slug not in known:
            place.wrong(FaultKind.NO_PROFESSION, f"whose: [{nearest(slug, known)}]", found=slug)
        elif slug:
            slugs.append(slug)
    return slugs
