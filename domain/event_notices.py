"""What is told about an event to everybody concerned, as circulars of the outbox."""

from datetime import datetime

from domain.events import Event, EventDraft
from domain.ids import EventId, OrganisationId, PersonId
from domain.notice_rules import urgency_of_change
from domain.notices import Circular, NoticeDraft, NoticeKind


def subject_of(event_id: EventId) -> str:
    """«event:12»: what notices and sent messages about the event carry."""
    return f"event:{event_id}"


def announcement(
    organisation_id: OrganisationId, event_id: EventId, draft: EventDraft, version: int = 1
) -> Circular:
    """The invitation. A later version invites groups that were added: their adults may have heard before."""
    return Circular(
        NoticeKind.EVENT_PUBLISHED,
        organisation_id,
        f"published:{event_id}:{version}",
        expires_at=draft.starts_at,
        params={"event": event_id},
        subject=subject_of(event_id),
    )


def late_invitation(
    organisation_id: OrganisationId,
    event_id: EventId,
    person_id: PersonId,
    *,
    due_at: datetime,
    starts_at: datetime,
    more: bool,
) -> NoticeDraft:
    """The invitation of somebody who joined after the announcement; `more`: it tells how many others are ahead."""
    return NoticeDraft(
        NoticeKind.EVENT_PUBLISHED,
        person_id,
        organisation_id,
        f"newcomer:{event_id}:{person_id}",
        due_at=due_at,
        expires_at=starts_at,
        params={"event": event_id, "late": 1, "more": int(more)},
        subject=subject_of(event_id),
    )


def change(event: Event, draft: EventDraft, *, now: datetime) -> Circular:
    """«Было … стало …»; at once if what was, or what is now, starts soon."""
    return Circular(
        NoticeKind.EVENT_CHANGED,
        event.organisation_id,
        f"changed:{event.id}:{event.version + 1}",
        expires_at=max(draft.starts_at, event.starts_at),
        urgency=urgency_of_change(min(draft.starts_at, event.starts_at), now=now),
        params={"event": event.id, "seen": event.version},
        subject=subject_of(event.id),
    )


def cancellation(event: Event, *, now: datetime) -> Circular:
    """«Мероприятие отменено»."""
    return Circular(
        NoticeKind.EVENT_CANCELLED,
        event.organisation_id,
        f"cancelled:{event.id}",
        expires_at=event.starts_at,
        urgency=urgency_of_change(event.starts_at, now=now),
        params={"event": event.id},
        subject=subject_of(event.id),
    )
