"""Whom a group could ask: professional days that come, families and professions that have not been there yet."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.events import GroupLabel
from domain.ids import GroupId
from domain.people import Child, Organisation
from domain.professional_days import Celebrated
from domain.professions import Catalogue, Profession, Sphere

SUGGESTED = 6
"""Professions that are suggested at once."""
OF_DAYS = 4
"""Of them, those whose professional day comes next."""


@dataclass(frozen=True, slots=True)
class DayLine:
    """A professional day, and when somebody of these professions came last."""

    celebrated: Celebrated
    last: date | None


@dataclass(frozen=True, slots=True)
class DaysPage:
    """A page of the professional days of a year ahead."""

    organisation: Organisation
    lines: tuple[DayLine, ...]
    page: int
    more: bool
    may_open: bool


@dataclass(frozen=True, slots=True)
class Wished:
    """What an invitation begins with: whom it waits for, and on which days."""

    organisation: Organisation
    group_id: GroupId | None
    wish: str
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Whom a group could ask."""

    organisation: Organisation
    group: GroupLabel
    families: tuple[Child, ...]
    """Nobody of them has been a guest this school year."""
    spheres: tuple[Sphere, ...]
    """With none of whose professions the group has met."""
    professions: tuple[tuple[Profession, date | None], ...]
    """Not met yet, some with their professional day."""


def unmet_professions(
    catalogue: Catalogue, met: Collection[str], coming: Iterable[Celebrated]
) -> tuple[tuple[Profession, date | None], ...]:
    """Professions that a group has not met: first those whose day comes, then one of each sphere, unmet spheres first."""
    found: dict[str, date | None] = {}
    for one in coming:
        slug = next((slug for slug in one.day.professions if slug not in met), None)
        if slug in catalogue.by_slug and slug is not None and len(found) < OF_DAYS:
            found.setdefault(slug, one.on)
    spheres = unmet_spheres(catalogue, met)
    for sphere in (*spheres, *(one for one in Sphere if one not in spheres)):
        of_sphere = [one for one in catalogue.of(sphere) if one.slug not in met and one.slug not in found]
        of_sphere.sort(key=lambda one: not one.local)
        if of_sphere and len(found) < SUGGESTED:
            found[of_sphere[0].slug] = None
    return tuple((catalogue.by_slug[slug], on) for slug, on in found.items())


def unmet_spheres(catalogue: Catalogue, met: Collection[str]) -> tuple[Sphere, ...]:
    """Spheres none of whose professions a group has met."""
    known = {catalogue.by_slug[slug].sphere for slug in met if slug in catalogue.by_slug}
    return tuple(sphere for sphere in Sphere if sphere not in known)


def latest(slugs: Iterable[str], last: Mapping[str, date]) -> date | None:
    """When somebody of these professions came last."""
    return max((last[slug] for slug in slugs if slug in last), default=None)
