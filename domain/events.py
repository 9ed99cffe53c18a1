"""Events: what is announced to families, how they answer, and what may still be changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.ids import ChildId, EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused

TITLE_LIMIT = 120
"""UTF-16 units of a title: fits a button, a heading of a card and a line of a list."""
PLACE_LIMIT = 120
NOTE_LIMIT = 600
FURTHEST = timedelta(days=400)
"""A school year and a bit: a date further away is a slip of the finger."""


class EventStatus(StrEnum):
    """Drafts live in the form being typed, so a stored event is published or cancelled."""

    PUBLISHED = "published"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    """The four buttons of an invitation (rule 6)."""

    WITH_CHILD = "with-child"
    ALONE = "alone"
    NO = "no"
    UNSURE = "unsure"

    @property
    def comes(self) -> bool:
        """Whether somebody of the family comes."""
        return self in (Answer.WITH_CHILD, Answer.ALONE)


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


@dataclass(frozen=True, slots=True)
class Event:
    """A published event."""

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


@dataclass(frozen=True, slots=True)
class Rsvp:
    """An answer of an adult, or of a family that staff entered for (`person_id` None)."""

    event_id: EventId
    person_id: PersonId | None
    child_id: ChildId | None
    answer: Answer
    answered_at: datetime


def may_start(starts_at: datetime, *, now: datetime) -> Refused | None:
    """Refuse a start in the past or further away than `FURTHEST`; None when it is fine."""
    if starts_at <= now:
        return Refused(Reason.DATE_PAST)
    if starts_at - now > FURTHEST:
        return Refused(Reason.DATE_TOO_FAR)
    return None


def may_answer(event: Event, *, now: datetime) -> Refused | None:
    """Answers are taken until the event starts; None when it is still possible."""
    if event.status is EventStatus.CANCELLED:
        return Refused(Reason.EVENT_CANCELLED)
    if event.starts_at <= now:
        return Refused(Reason.EVENT_PAST)
    return None


def may_change(event: Event, *, now: datetime, seen_version: int) -> Refused | None:
    """A past or cancelled event is fixed, and a preview of an older version is stale; None when it may change."""
    if refusal := may_answer(event, now=now):
        return refusal
    if event.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    return None
