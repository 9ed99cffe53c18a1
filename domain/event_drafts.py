"""Events that are kept: drafts, and those that come out at a time; what may be done with them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.events import Event, EventDraft, EventStatus, GroupLabel, Reach, may_start
from domain.ids import EventId
from domain.notices import NoticeDraft, NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Organisation

KEPT = (EventStatus.DRAFT, EventStatus.PLANNED)
"""What its staff may still change before anybody is told of it."""
UNANNOUNCED = (*KEPT, EventStatus.PROPOSED)
"""What nobody has been told of yet; what waits for a methodist is not changed meanwhile."""
WEEKS = range(2, 13)
"""How many meetings a weekly series may have."""


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """A kept event as one line of the list."""

    id: EventId
    title: str
    starts_at: datetime
    publish_at: datetime | None
    """When it comes out; None: when somebody says so."""
    proposed: bool = False
    """Whether it waits for a methodist."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of what is kept."""

    organisation: Organisation
    events: tuple[KeptEvent, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class KeptCard:
    """A kept event, and whom it would reach if it were published now."""

    event: Event
    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    reach: Reach | Refused
    approval: bool = False
    """Whether what this person announces waits for a methodist."""
    decides: bool = False
    """Whether this person may decide about what waits."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What another event begins with: all of an earlier one but its day."""

    event: Event
    """For the groups that this person may announce something to."""
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class NotPublished:
    """A planned event that did not come out, and stands among the drafts again."""

    event: Event
    zone: str
    past: bool
    """Its start had passed; otherwise its author may not announce it to these groups any more."""


def as_draft(event: Event) -> EventDraft:
    """What was typed to make this event."""
    return EventDraft(
        title=event.title,
        starts_at=event.starts_at,
        place=event.place,
        group_ids=event.group_ids,
        note=event.note,
        bring=event.bring,
        form=event.form,
        ends_at=event.ends_at,
        answer_until=event.answer_until,
        seats=event.seats,
        invitees=event.invitees,
        picture=event.picture,
    )


def may_touch(event: Event, *, seen_version: int) -> Refused | None:
    """A kept event may be changed as it was seen; what was announced meanwhile is changed elsewhere."""
    if event.status not in KEPT or event.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    return None


def may_plan(publish_at: datetime, starts_at: datetime, *, now: datetime) -> Refused | None:
    """It comes out later than now and before it starts; None when that is so."""
    if publish_at <= now:
        return Refused(Reason.DATE_PAST)
    if publish_at >= starts_at:
        return Refused(Reason.PUBLISHED_TOO_LATE)
    return None


def weekly(draft: EventDraft, zone: str, weeks: int) -> Iterator[EventDraft]:
    """The draft and its repetitions, a week apart, at the same hour of the clock on the wall."""
    for week in range(weeks):
        yield replace(
            draft,
            starts_at=_later(draft.starts_at, zone, week),
            ends_at=None if draft.ends_at is None else _later(draft.ends_at, zone, week),
            answer_until=None if draft.answer_until is None else _later(draft.answer_until, zone, week),
        )


def may_repeat(draft: EventDraft, zone: str, weeks: int, *, now: datetime) -> Refused | None:
    """The last meeting of a series must not be too far away; None when it is near enough."""
    if weeks not in WEEKS:
        return Refused(Reason.NO_SUCH_DATE)
    return may_start(_later(draft.starts_at, zone, weeks - 1), now=now)


def not_published(event: Event) -> NoticeDraft:
    """Its author is told that a planned event did not come out."""
    return NoticeDraft(
        NoticeKind.EVENT_NOT_PUBLISHED,
        event.author_person_id,
        event.organisation_id,
        f"not-published:{event.id}:{event.version}",
        params={"event": event.id},
    )


def _later(moment: datetime, zone: str, weeks: int) -> datetime:
    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + timedelta(weeks=weeks)
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
