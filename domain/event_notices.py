"""What is told about an event to everybody concerned, as circulars of the outbox."""

from dataclasses import replace
from datetime import datetime

from domain.events import Event, EventDraft, answers_until
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
        f"cancelled:{event.id}:{event.version}",
        expires_at=event.starts_at,
        urgency=urgency_of_change(event.starts_at, now=now),
        params={"event": event.id},
        subject=subject_of(event.id),
    )


def cancellation_of_recalled(event: Event, *, now: datetime) -> Circular:
    """The same to those who know of an announcement that is taken back: it stays when the others go."""
    made = cancellation(event, now=now)
    return replace(made, params={"event": event.id, "recalled": 1}, subject=f"recalled:{event.id}")


def restoration(event: Event, *, now: datetime) -> Circular:
    """«Мероприятие состоится»: the cancellation was taken back."""
    return Circular(
        NoticeKind.EVENT_RESTORED,
        event.organisation_id,
        f"restored:{event.id}:{event.version}",
        expires_at=event.starts_at,
        urgency=urgency_of_change(event.starts_at, now=now),
        params={"event": event.id},
        subject=subject_of(event.id),
    )


def announcement_again(event: Event) -> Circular:
    """The invitation to those who had not got it before the sending was stopped, or the event cancelled."""
    return Circular(
        NoticeKind.EVENT_PUBLISHED,
        event.organisation_id,
        f"published:{event.id}:{event.version}",
        expires_at=event.starts_at,
        params={"event": event.id},
        subject=subject_of(event.id),
    )


def reminder_again(event: Event) -> Circular:
    """The reminder to those whose own was dropped by a cancellation that is taken back."""
    return Circular(
        NoticeKind.EVENT_REMINDER,
        event.organisation_id,
        f"reminder:{event.id}:restored:{event.version}",
        expires_at=event.starts_at,
        params={"event": event.id, "bring": 0},
        subject=subject_of(event.id),
    )


def nudge(event: Event) -> Circular:
    """One more question to those who have not answered."""
    return Circular(
        NoticeKind.EVENT_NUDGE,
        event.organisation_id,
        f"nudge:{event.id}",
        expires_at=answers_until(event),
        params={"event": event.id},
        subject=subject_of(event.id),
    )
