"""Past events, looked through by form, group and month."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.event_forms import EventForm
from domain.events import GroupLabel
from domain.ids import EventId, GroupId
from domain.people import Organisation
from domain.recaps import Came, Counted, Mood

MOST_EVENTS = 300
"""Of one table: more than a school year brings; a month or a group brings fewer."""


class Pick(StrEnum):
    """By what past events are chosen."""

    FORM = "form"
    GROUP = "group"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Sought:
    """Which past events; None: whichever."""

    form: EventForm | None = None
    group_id: GroupId | None = None
    month: date | None = None
    """Its first day."""


def span_of(month: date, zone: str) -> tuple[datetime, datetime]:
    """When a month begins and ends where people live."""
    here = ZoneInfo(zone)
    first = month.replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return (
        datetime(first.year, first.month, 1, tzinfo=here),
        datetime(following.year, following.month, 1, tzinfo=here),
    )


@dataclass(frozen=True, slots=True)
class PastEvent:
    """An event that took place, and what became of it."""

    id: EventId
    title: str
    form: EventForm
    starts_at: datetime
    place: str
    groups: tuple[GroupLabel, ...]
    counted: Counted
    """Of the groups that this person reaches."""
    result: str | None
    album_url: str | None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A page of past events, and by what they may be chosen."""

    organisation: Organisation
    sought: Sought
    events: tuple[PastEvent, ...]
    page: int
    more: bool
    forms: tuple[EventForm, ...]
    """What there has been."""
    groups: tuple[GroupLabel, ...]
    months: tuple[date, ...]
    """The latest first."""


@dataclass(frozen=True, slots=True)
class FamilyThere:
    """Who of a family was at an event."""

    number: int
    group: str
    came: Came


@dataclass(frozen=True, slots=True)
class PastTable:
    """What goes into the table: events, and families by code."""

    organisation: Organisation
    events: tuple[PastEvent, ...]
    families: Mapping[EventId, tuple[FamilyThere, ...]]
    moods: Mapping[EventId, Mapping[Mood, int]]
    more: bool
    """Whether there were more than a table takes."""
