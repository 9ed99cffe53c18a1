"""Events: what is announced, to whom, and what may still be changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.answers import Answer
from domain.closures import ShutGroup
from domain.event_forms import FOR_PARENTS, EventForm, Invitees
from domain.ids import EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused
from domain.seats import Seating, Seats

TITLE_LIMIT = 120
"""UTF-16 units of a title: fits a button, a heading of a card and a line of a list."""
PLACE_LIMIT = 120
NOTE_LIMIT = 600
FURTHEST = timedelta(days=400)
"""A school year and a bit: a date further away is a slip of the finger."""
LONGEST = timedelta(days=14)
"""Of one event: what goes on longer is several."""


class EventStatus(StrEnum):
    """Life of a stored event; a form that is still being typed is no event yet."""

    DRAFT = "draft"
    """Kept by its author, unseen by those it is for."""
    PROPOSED = "proposed"
    """Waits until a methodist has looked at it; unseen as well, and nobody changes it meanwhile."""
    PLANNED = "planned"
    """Will be published at a time that its author has named."""
    PUBLISHED = "published"
    CANCELLED = "cancelled"


ANNOUNCED = (EventStatus.PUBLISHED, EventStatus.CANCELLED)
"""What people may know of: only such events are in their lists, invitations and messages."""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What a teacher has typed: everything an event needs before it has an id."""

    title: str
    starts_at: datetime
    place: str
    group_ids: frozenset[GroupId]
    note: str | None = None
    bring: bool = False
    """Something must be brought: adds the reminder five days before (rule 7)."""
    form: EventForm = EventForm.OTHER
    ends_at: datetime | None = None
    """None: not said. A period of several days is one event that ends on a later day."""
    answer_until: datetime | None = None
    """None: answers are taken until the start."""
    seats: Seats | None = None
    """None: whoever wishes may come."""
    invitees: Invitees = FOR_PARENTS
    picture: str | None = None
    """sha256 of the picture that goes with the announcement."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it is stored: kept, proposed, planned, published or cancelled."""

    id: EventId
    organisation_id: OrganisationId
    author_id: MembershipId
    author_person_id: PersonId
    title: str
    starts_at: datetime
    place: str
    note: str | None
    bring: bool
    status: EventStatus
    version: int
    """Grows with every change; a tap made on an older preview is answered with the newer one."""
    group_ids: frozenset[GroupId]
    form: EventForm = EventForm.OTHER
    ends_at: datetime | None = None
    answer_until: datetime | None = None
    seats: Seats | None = None
    seats_taken: int = 0
    """Seats of the parties that sit or have been offered one."""
    waiting: int = 0
    """Parties in the queue; while there are any, nobody takes a seat past them."""
    invitees: Invitees = FOR_PARENTS
    picture: str | None = None
    publish_at: datetime | None = None
    """When a planned event comes out."""
    published_at: datetime | None = None
    cancelled_at: datetime | None = None
    nudged_at: datetime | None = None
    """Since when those who have not answered have had their one nudge."""
    stopped_at: datetime | None = None
    """Since when its announcement is not sent any further."""
    recalled_at: datetime | None = None
    """Since when its messages are being taken back."""
    series_id: EventId | None = None
    """The first event of the weekly series that it belongs to."""
    proposed_weeks: int | None = None
    """While it waits for a methodist: of how many weekly meetings; None: one."""
    returned_words: str | None = None
    """What the methodist said who gave it back."""
    decided_by: PersonId | None = None
    """Who approved it or gave it back last; None when nobody did, or its author took it back."""


@dataclass(frozen=True, slots=True)
class GroupLabel:
    """How a group stands at the head of a message: «Солнышко · 🐻»."""

    id: GroupId
    name: str
    emoji: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """An event as one adult sees it."""

    event: Event
    zone: str
    groups: tuple[GroupLabel, ...]
    """The invited groups of this adult's own children; empty when the event is for others. `event` names these alone."""
    answer: Answer | None
    invited: bool
    """Whether it is for this adult; not any more, when its groups were changed or the child has left them."""
    closed: bool = False
    """Whether the day until which answers are taken is over."""
    seating: Seating | None = None
    """Seats, and where this adult's own party stands; None when whoever wishes may come."""
    series: tuple[datetime, ...] = ()
    """When its further meetings begin, if it opens a weekly series: they have no announcement of their own."""
    more: int = 0
    """Events ahead that this adult was not told of by a message: said in a newcomer's last invitation."""


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """An event as one line of a list."""

    id: EventId
    title: str
    starts_at: datetime
    zone: str
    status: EventStatus
    emojis: tuple[str, ...] = ()
    answer: Answer | None = None
    """The own answer, in a parent's list."""
    waits: bool = False
    """Whether the own family would come and has no seat."""


@dataclass(frozen=True, slots=True)
class EventBefore:
    """What people were told before an event was changed."""

    title: str
    starts_at: datetime
    place: str
    note: str | None
    ends_at: datetime | None = None
    answer_until: datetime | None = None
    form: EventForm | None = None
    """None: told before events had forms."""


@dataclass(frozen=True, slots=True)
class ChangedEvent:
    """A change to be told: what it was, what it is, and whether the event still is for this adult."""

    before: EventBefore
    now: Invitation


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an announcement to some groups reaches: for the preview."""

    adults: int
    families: int
    """Families of those adults."""
    limited_families: int
    """Families whose adults get it in the evening summary (rule 7)."""
    closed: int
    """Adults who have blocked the bot."""
    without_phone: int
    """Families of which nobody has joined."""
    shut: tuple[ShutGroup, ...] = ()
    """Groups that are closed on that day."""


def answers_until(event: Event) -> datetime:
    """Until when answers are taken: the day its author has named, else the start."""
    return event.answer_until or event.starts_at


def over_at(event: Event) -> datetime:
    """When the event is over: its end, or its start when no end was said."""
    return event.ends_at or event.starts_at


def may_start(starts_at: datetime, *, now: datetime) -> Refused | None:
    """Refuse a start in the past or further away than `FURTHEST`; None when it is fine."""
    if starts_at <= now:
        return Refused(Reason.DATE_PAST)
    if starts_at - now > FURTHEST:
        return Refused(Reason.DATE_TOO_FAR)
    return None


def stands(event: Event, *, now: datetime) -> Refused | None:
    """A cancelled event, and one that has begun, stay as they are; None while it is ahead."""
    if event.status is EventStatus.CANCELLED:
        return Refused(Reason.EVENT_CANCELLED)
    if event.starts_at <= now:
        return Refused(Reason.EVENT_PAST)
    return None


def may_answer(event: Event, *, now: datetime) -> Refused | None:
    """People answer until the day that the author has named, else until the start; None while it is possible.

    Staff enter answers for others as long as the event `stands`.
    """
    if refusal := stands(event, now=now):
        return refusal
    return Refused(Reason.ANSWERS_CLOSED) if answers_until(event) <= now else None


def may_change(event: Event, *, now: datetime, seen_version: int) -> Refused | None:
    """A past or cancelled event is fixed, and a preview of an older version is stale; None when it may change."""
    if refusal := stands(event, now=now):
        return refusal
    if event.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    return None


def may_restore(event: Event, *, now: datetime, zone: str) -> Refused | None:
    """A cancellation may be taken back on the local day it was made, before the start; None when it may."""
    if event.status is not EventStatus.CANCELLED or event.cancelled_at is None:
        return Refused(Reason.CHANGED_MEANWHILE)
    if event.starts_at <= now:
        return Refused(Reason.EVENT_PAST)
    here = ZoneInfo(zone)
    same_day = event.cancelled_at.astimezone(here).date() == now.astimezone(here).date()
    if event.recalled_at is not None or not same_day:
        return Refused(Reason.RESTORE_TOO_LATE)
    return None


def is_as_before(event: Event, before: EventBefore) -> bool:
    """Whether people would be told nothing new: what was changed has been changed back."""
    form = None if before.form is None else event.form
    now = EventBefore(
        *(event.title, event.starts_at, event.place, event.note, event.ends_at, event.answer_until), form
    )
    return now == before


def differs(event: Event, draft: EventDraft) -> bool:
    """Whether what people were told would be different. Seats and who else is invited are nobody's news."""
    was, now = (
        (each.title, each.starts_at, each.place, each.note, each.form, each.ends_at, each.answer_until)
        for each in (event, draft)
    )
    return was != now
