"""Events: what is announced to families, how they answer, and what may still be changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.ids import ChildId, EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused
from domain.people import ShownAdult

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

    @property
    def may_come(self) -> bool:
        """Whether a reminder is for this adult (rule 7): «приду» and «не знаю»."""
        return self is not Answer.NO


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


@dataclass(frozen=True, slots=True)
class EventBefore:
    """What people were told before an event was changed."""

    title: str
    starts_at: datetime
    place: str
    note: str | None


@dataclass(frozen=True, slots=True)
class ChangedEvent:
    """A change to be told: what it was, what it is, and whether the event still is for this adult."""

    before: EventBefore
    now: Invitation


@dataclass(frozen=True, slots=True)
class FamilyAnswer:
    """A family (a child's number) and what it answered, through any of its adults or through staff."""

    child_id: ChildId
    number: int
    group_id: GroupId
    answer: Answer | None
    entered: Answer | None
    """What staff entered for it."""
    phones: int
    """Adults of the family who use the bot."""
    coming: tuple[ShownAdult, ...] = ()
    """The adults who answered that somebody comes, as staff may see them."""
    coming_ids: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who comes: families counted once, and the adults behind them."""

    families: tuple[FamilyAnswer, ...]
    adults: int
    """Adults who said that they come; a family entered by staff counts as one adult."""

    def count(self, answer: Answer | None) -> int:
        """Families with this answer; None: families that have not answered."""
        return sum(1 for family in self.families if family.answer is answer)


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


_WEIGHT = (Answer.WITH_CHILD, Answer.ALONE, Answer.UNSURE, Answer.NO)


def family_answer(answers: Iterable[Answer]) -> Answer | None:
    """What a family answered, however many of its adults did: whoever comes decides, then whoever may come."""
    said = frozenset(answers)
    return next((answer for answer in _WEIGHT if answer in said), None)


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


def differs(event: Event, draft: EventDraft) -> bool:
    """Whether what people were told would be different."""
    return (event.title, event.starts_at, event.place, event.note) != (
        draft.title,
        draft.starts_at,
        draft.place,
        draft.note,
    )
