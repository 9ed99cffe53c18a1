"""Publications that a methodist looks at first: whose, what waits, what became of it, and who is told."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.access import Permission, grant
from domain.announcements import ListedAnnouncement
from domain.event_notices import subject_of
from domain.events import ANNOUNCED, Event, EventStatus, GroupLabel, Reach
from domain.ids import EventId, PersonId
from domain.notices import NoticeDraft, NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Actor, Membership, Organisation

REMARK_LIMIT = 300
"""UTF-16 units of what a methodist says who gives a publication back."""


class Settlement(StrEnum):
    """What has become of a publication that does not wait any more."""

    PUBLISHED = "published"
    PLANNED = "planned"
    RETURNED = "returned"
    TAKEN_BACK = "taken-back"
    LATE = "late"
    """It began while it waited."""


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """A publication that waits, as one line of the list."""

    id: EventId
    title: str
    starts_at: datetime
    emojis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedPage:
    """A page of what waits, and whether teachers send their publications here at all."""

    organisation: Organisation
    events: tuple[ProposedEvent, ...]
    page: int
    more: bool
    announcements: tuple[ListedAnnouncement, ...] = ()
    """They come first: nothing but the methodist holds them back."""


@dataclass(frozen=True, slots=True)
class ProposedCard:
    """A publication that waits: all that people will read, and exactly whom it reaches."""

    event: Event
    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    sets: tuple[str, ...]
    reach: Reach | Refused
    author: Membership | None
    """None: whoever wrote it has no role here any more."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A publication that does not wait (any more): for who opens it, or decides, too late."""

    event: Event
    organisation: Organisation
    what: Settlement
    by: Membership | None
    """Who decided; None: nobody did, or they have no role here any more."""


@dataclass(frozen=True, slots=True)
class Approved:
    """A publication that was approved a moment ago."""

    event: Event
    organisation: Organisation
    meetings: int = 1
    """Of a weekly series: how many."""


@dataclass(frozen=True, slots=True)
class DecisionNews:
    """What the author is told of the methodist's decision."""

    event: Event
    organisation: Organisation
    what: Settlement
    by: Membership | None


def needs_approval(actor: Actor, organisation: Organisation, *, today: date) -> bool:
    """Whether what this person announces waits for a methodist: all staff but methodists and heads, if it is switched on."""
    if not organisation.approve_events:
        return False
    return grant(actor, Permission.APPROVE_EVENTS, organisation.id, today=today) is None


def must_be_approved(organisation: Organisation) -> Refused:
    """It does not come out without a methodist."""
    return Refused(Reason.NEEDS_APPROVAL, {"kind": organisation.kind.value})


def settlement(event: Event, *, now: datetime) -> Settlement | None:
    """What has become of it; None while it waits."""
    if event.status is EventStatus.PROPOSED:
        return None
    if event.status in ANNOUNCED:
        return Settlement.PUBLISHED
    if event.status is EventStatus.PLANNED:
        return Settlement.PLANNED
    if event.decided_by is not None:
        return Settlement.RETURNED
    return Settlement.LATE if event.starts_at <= now else Settlement.TAKEN_BACK


def may_decide(event: Event, *, seen_version: int) -> Refused | None:
    """Whoever decides has seen what waits now; None when that is so."""
    return None if event.version == seen_version else Refused(Reason.CHANGED_MEANWHILE)


def proposed(event: Event, person_id: PersonId) -> NoticeDraft:
    """A methodist reads what waits for them."""
    return NoticeDraft(
        NoticeKind.EVENT_PROPOSED,
        person_id,
        event.organisation_id,
        f"proposed:{event.id}:{event.version}:{person_id}",
        expires_at=event.starts_at,
        params={"event": event.id, "version": event.version},
        subject=subject_of(event.id),
    )


def approved(event: Event) -> NoticeDraft:
    """Its author reads that it is out, or will be."""
    return NoticeDraft(
        NoticeKind.EVENT_APPROVED,
        event.author_person_id,
        event.organisation_id,
        f"approved:{event.id}:{event.version}",
        params={"event": event.id},
        subject=subject_of(event.id),
    )


def returned(event: Event) -> NoticeDraft:
    """Its author reads that it is a draft again, and why; `event` as it waited."""
    return NoticeDraft(
        NoticeKind.EVENT_RETURNED,
        event.author_person_id,
        event.organisation_id,
        f"returned:{event.id}:{event.version}",
        params={"event": event.id, "version": event.version + 1},
        subject=subject_of(event.id),
    )
