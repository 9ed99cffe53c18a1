"""What events begin with: ready-made templates, and those that an organisation has saved of its own events."""

from dataclasses import dataclass, replace

from domain.event_forms import FOR_PARENTS, EventForm, Invitees
from domain.events import Event
from domain.forms import utf16_length
from domain.ids import PersonId, TemplateId
from domain.people import Organisation, OrganisationKind
from domain.seats import Seats

NAME_LIMIT = 60
"""UTF-16 units: it stands on a button."""
MOST_TEMPLATES = 50
"""Of one organisation; more would be a heap and no list."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """All that a template says; never a day, an hour, or a group."""

    title: str
    place: str
    form: EventForm = EventForm.OTHER
    note: str | None = None
    bring: bool = False
    seats: Seats | None = None
    invitees: Invitees = FOR_PARENTS
    """Roles alone: sets of people come and go."""
    picture: str | None = None
    """sha256 of a picture in `db/files`."""


@dataclass(frozen=True, slots=True)
class ReadyTemplate:
    """A template that ships with the product."""

    slug: str
    name: str
    kinds: frozenset[OrganisationKind]
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A saved template as one line of the list."""

    id: TemplateId
    name: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template that somebody of the staff has saved."""

    id: TemplateId
    made_by: PersonId
    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """A page of an organisation's templates, the ready-made ones before its own."""

    organisation: Organisation
    ready: tuple[ReadyTemplate, ...]
    own: tuple[TemplateLine, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class TemplateCard:
    """A saved template, and whether this person may rename or delete it."""

    template: Template
    organisation: Organisation
    may_change: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """What a new event begins with."""

    pattern: Pattern
    organisation: Organisation


def pattern_of(event: Event) -> Pattern:
    """What of an event comes again: all but its day, its groups and its sets of people."""
    return Pattern(
        title=event.title,
        place=event.place,
        form=event.form,
        note=event.note,
        bring=event.bring,
        seats=event.seats,
        invitees=replace(event.invitees, set_ids=frozenset()),
        picture=event.picture,
    )


def called_like(title: str) -> str:
    """The name of a template that nobody has named: the title, as far as it fits."""
    while utf16_length(title) > NAME_LIMIT:
        title = title[:-1].rstrip()
    return title


def is_for(pattern: Pattern, *, everybody: bool) -> bool:
    """Whether somebody may use it who invites everybody, or else parents alone."""
    return everybody or pattern.invitees.parents


def as_far_as(pattern: Pattern, *, everybody: bool) -> Pattern:
    """The same for whom its user may invite: a teacher invites parents."""
    return pattern if everybody else replace(pattern, invitees=FOR_PARENTS)
