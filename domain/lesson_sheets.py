"""The analysis sheet of an open lesson: what colleagues have seen, as marks and two lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from domain.event_forms import EventForm
from domain.events import Event, EventStatus, over_at
from domain.ids import EventId, PersonId
from domain.outcomes import Reason, Refused
from domain.people import Organisation, ShownAdult, sort_key

INDICATORS = 8
"""Of a sheet: so many are marked in a minute, standing at the door."""
HIGHEST = 2
"""«Да»; «частично» is 1, «нет» 0, and what was not observed has no mark."""
WORDS_LIMIT = 300
"""UTF-16 units of each of the two lines."""
SHEET_TIME = timedelta(days=7)
"""So long after the lesson a sheet is filled in and changed."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is looked at: a short name, and the question in full."""

    slug: str
    name: str
    question: str


@dataclass(frozen=True, slots=True)
class SheetForm:
    """The sheet as it ships: its title for the paper, a line beneath it, its indicators."""

    title: str
    lead: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one member of staff has seen. Indicators that they did not observe are left out of `marks`."""

    marks: Mapping[str, int]
    takeaway: str | None = None
    """What they take for their own work."""
    advice: str | None = None
    """What they advise whoever held the lesson."""


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet and who filled it in."""

    person_id: PersonId
    who: ShownAdult
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Seen:
    """What all sheets say of one indicator."""

    indicator: Indicator
    mean: Fraction | None
    """From 0 to 2; None when nobody has observed it."""
    count: int
    """How many have."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a sheet, and whose it is; None: whoever reads it is not told."""

    words: str
    who: ShownAdult | None


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """All sheets of a lesson together."""

    sheets: int
    seen: tuple[Seen, ...]
    takeaways: tuple[Said, ...]
    advice: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class LessonView:
    """The sheet of a lesson, as far as it concerns whoever looks."""

    event: Event
    organisation: Organisation
    form: SheetForm
    own: Sheet | None
    fills: bool
    """Whether this person is one of those who fill it in."""
    closed: Refused | None
    """Why it cannot be filled in now; None while it can."""
    summary: SheetSummary | None
    """None: it is for others."""
    manages: bool
    """Whether the event's card is theirs to look at, too."""


@dataclass(frozen=True, slots=True)
class LessonToFill:
    """An open lesson that waits for this person's sheet, as a line of a list."""

    id: EventId
    title: str
    starts_at: datetime
    zone: str


def has_sheet(event: Event) -> bool:
    """Whether colleagues look at it with a sheet: an open lesson to which staff or sets of people are invited."""
    invited = event.invitees.staff or bool(event.invitees.set_ids)
    return event.form is EventForm.OPEN_LESSON and invited


def may_fill(event: Event, *, now: datetime) -> Refused | None:
    """A sheet is filled in from the start of the lesson until a week after its end; None while it may be."""
    if event.status is EventStatus.CANCELLED:
        return Refused(Reason.EVENT_CANCELLED)
    if event.starts_at > now:
        return Refused(Reason.EVENT_AHEAD)
    if over_at(event) + SHEET_TIME <= now:
        return Refused(Reason.SHEET_TOO_LATE)
    return None


def summed(form: SheetForm, sheets: Iterable[FilledSheet], *, named: bool) -> SheetSummary:
    """All sheets together. Unless `named`, the lines stand in the order of the alphabet, which tells nobody's."""
    filled = tuple(sheets)
    seen = []
    for indicator in form.indicators:
        marks = [one.sheet.marks[indicator.slug] for one in filled if indicator.slug in one.sheet.marks]
        seen.append(Seen(indicator, Fraction(sum(marks), len(marks)) if marks else None, len(marks)))
    return SheetSummary(
        len(filled),
        tuple(seen),
        _lines(((one.sheet.takeaway, one.who) for one in filled), named=named),
        _lines(((one.sheet.advice, one.who) for one in filled), named=named),
    )


def _lines(said: Iterable[tuple[str | None, ShownAdult]], *, named: bool) -> tuple[Said, ...]:
    lines = [Said(words, who if named else None) for words, who in said if words is not None]
    return tuple(sorted(lines, key=lambda line: sort_key(line.words)))


def is_possible(form: SheetForm, sheet: Sheet) -> bool:
    """Whether a sheet has marks of this form alone, each between «нет» and «да», and at least one."""
    known = {indicator.slug for indicator in form.indicators}
    return bool(sheet.marks) and all(
        slug in known and 0 <= mark <= HIGHEST for slug, mark in sheet.marks.items()
    )
