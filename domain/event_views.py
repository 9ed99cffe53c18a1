"""What screens about events are made of: answers of services, as data."""

from dataclasses import dataclass

from domain.answers import Attendance, FamilyAnswer
from domain.closures import ShutGroup
from domain.events import Event, EventDraft, GroupLabel, Invitation, ListedEvent
from domain.ids import PersonSetId
from domain.outcomes import Refused
from domain.people import Organisation


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event as its staff see it."""

    event: Event
    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    attendance: Attendance
    """Of the groups that this person reaches."""
    may_change: bool
    """Whether it is ahead, not cancelled, and all of its groups are this person's."""
    may_report: bool
    may_enter: bool
    """Whether families of at least one of its groups are this person's to enter answers for."""
    may_nudge: bool = False
    """Whether those who are silent may be asked once more."""
    may_recap: bool = False
    """Whether it has begun, and what came of it may be read or written."""
    may_restore: bool = False
    """Whether it was cancelled today and may be brought back."""
    sets: tuple[str, ...] = ()
    """Names of the sets of people that are invited."""


@dataclass(frozen=True, slots=True)
class OthersToInvite:
    """Whom somebody may invite besides the parents of groups."""

    everybody: bool
    """Staff and partners: for who reaches the whole organisation."""
    sets: tuple[tuple[PersonSetId, str], ...]
    """Sets of people with their names."""
    teachers: bool = False
    """Who teaches the same groups: for who reaches these alone."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """A page of the staff's list."""

    organisation: Organisation
    events: tuple[ListedEvent, ...]
    past: bool
    page: int
    more: bool
    may_post: bool
    kept: int = 0
    """How many events of this person's groups nobody has been told of yet."""


@dataclass(frozen=True, slots=True)
class ChangePreview:
    """What a change would make of the event, and how many adults would be told."""

    event: Event
    draft: EventDraft
    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    told: int
    invited: int
    """Adults of groups that were added, who would get the invitation."""
    changed: bool
    shut: tuple[ShutGroup, ...] = ()
    """Groups that are closed on that day."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The event as it is now, and how many adults hear of it."""

    event: Event
    told: int
    invited: int = 0
    news: bool = True
    """Whether there was anything to tell: another wish to be reminded is nobody's news."""


@dataclass(frozen=True, slots=True)
class CancelPreview:
    """The event, and how many adults would be told that it is cancelled."""

    event: Event
    organisation: Organisation
    told: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The invitation as it stands now, and why the answer was not taken, if it was not."""

    invitation: Invitation
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class MyEventsPage:
    """A page of a parent's coming events."""

    events: tuple[ListedEvent, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class AttendancePage:
    """A page of families with their answers."""

    event: Event
    organisation: Organisation
    attendance: Attendance
    shown: tuple[FamilyAnswer, ...]
    page: int
    more: bool
    may_enter: bool
