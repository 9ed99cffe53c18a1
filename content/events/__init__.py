"""The ready-made templates of events: one YAML file, read and checked once."""

import re
from functools import cache
from pathlib import Path

from content.faults import Fault, FaultKind, UnusableContent
from content.nodes import Node, compose
from domain.event_forms import EventForm, Invitees
from domain.event_templates import NAME_LIMIT, Pattern, ReadyTemplate
from domain.events import NOTE_LIMIT, PLACE_LIMIT, TITLE_LIMIT
from domain.people import OrganisationKind
from domain.seats import MOST_SEATS, Seats, SeatsBy

FILE = Path(__file__).with_name("templates.ru.yaml")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SLUG_LIMIT = 24
"""It travels in a button."""
_EXAMPLE = "quest: {name: Квест профессий, for: both, …}"
_FIELDS = {
    "name": "name: Квест профессий",
    "for": "for: both",
    "form": "form: quest",
    "title": "title: Квест «Сто дорог – одна моя»",
    "place": "place: Спортивный зал",
    "note": "note: На каждой станции ждёт маленькое задание.",
    "bring": "bring: true",
    "seats": "seats: 10",
    "by": "by: family",
    "who": "who: [parents]",
}
_REQUIRED = ("name", "for", "form", "title", "place", "who")
_KINDS = {
    "both": frozenset(OrganisationKind),
    **{kind.value: frozenset({kind}) for kind in OrganisationKind},
}
_ROLES = ("parents", "staff", "partners")


@cache
def ready_templates() -> tuple[ReadyTemplate, ...]:
    """The templates that ship with the product, in the order of the file."""
    return read(FILE)


def read(file: Path) -> tuple[ReadyTemplate, ...]:
    """The templates of a file; raises `UnusableContent` when one cannot be used."""
    found, faults = examine(file)
    if faults:
        raise UnusableContent(file, faults)
    return found


def examine(file: Path) -> tuple[tuple[ReadyTemplate, ...], tuple[Fault, ...]]:
    """The templates of a file, and what is wrong with it. Raises `OSError` for a file that cannot be read."""
    faults: list[Fault] = []
    root = compose(file.read_text(encoding="utf-8"), faults)
    if root is None:
        return (), tuple(faults)
    found = [_template(slug, place) for slug, place in root.entries(_EXAMPLE)]
    names: set[str] = set()
    for one, (_, place) in zip(found, root.entries(_EXAMPLE), strict=True):
        if one.name in names:
            place.wrong(FaultKind.TWICE, found=one.name)
        names.add(one.name)
    return tuple(found), tuple(sorted(faults, key=lambda fault: fault.line))


def _template(slug: str, place: Node) -> ReadyTemplate:
    if not _SLUG.fullmatch(slug) or len(slug) > _SLUG_LIMIT:
        place.wrong(FaultKind.BAD_SLUG, "open-lesson", found=slug, limit=_SLUG_LIMIT)
    said = place.fields(_FIELDS, _REQUIRED)
    kinds = said["for"].among(tuple(_KINDS), _FIELDS["for"])
    form = said["form"].among(tuple(form.value for form in EventForm), _FIELDS["form"])
    pattern = Pattern(
        title=said["title"].words(TITLE_LIMIT, _FIELDS["title"]),
        place=said["place"].words(PLACE_LIMIT, _FIELDS["place"]),
        form=EventForm.OTHER if form is None else EventForm(form),
        note=said["note"].words(NOTE_LIMIT, _FIELDS["note"]) or None,
        bring=said["bring"].switch(_FIELDS["bring"]),
        seats=_seats(said["seats"], said["by"]),
        invitees=_invitees(said["who"]),
    )
    if pattern.bring and pattern.note is None:
        said["bring"].wrong(FaultKind.FIELD_MISSING, _FIELDS["note"])
    name = said["name"].words(NAME_LIMIT, _FIELDS["name"])
    return ReadyTemplate(slug, name, _KINDS.get(kinds or "", frozenset()), pattern)


def _seats(count: Node, by: Node) -> Seats | None:
    """How many may come, and by what they are counted: both or none."""
    if not count and not by:
        return None
    for place, example in ((count, _FIELDS["seats"]), (by, _FIELDS["by"])):
        if not place:
            place.wrong(FaultKind.FIELD_MISSING, example)
            return None
    number = count.number(_FIELDS["seats"])
    if not 1 <= number <= MOST_SEATS:
        count.wrong(FaultKind.NO_NUMBER, _FIELDS["seats"])
    said = by.among(tuple(one.value for one in SeatsBy), _FIELDS["by"])
    return None if said is None else Seats(number, SeatsBy(said))


def _invitees(who: Node) -> Invitees:
    roles = {role for item in who.items(_FIELDS["who"]) if (role := item.among(_ROLES, _FIELDS["who"]))}
    if who and not roles:
        who.wrong(FaultKind.TOO_FEW, _FIELDS["who"], wanted=1, found=0)
    return Invitees("parents" in roles, "staff" in roles, "partners" in roles)
