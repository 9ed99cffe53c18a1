"""What is done to an event inside somebody's transaction; whoever does it tells whom it concerns."""

from dataclasses import dataclass

from db.work import Work
from domain.event_notices import announcement_again, nudge, reminder_again, subject_of
from domain.events import Event, EventDraft
from domain.ids import PersonId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from services.campaign_sending import put_anew
from services.seat_changes import carry_out_plan, plan_seats, withdraw_offers

UNTRUE_OF_A_CANCELLED = (
    NoticeKind.EVENT_PUBLISHED,
    NoticeKind.EVENT_CHANGED,
    NoticeKind.EVENT_RESTORED,
    NoticeKind.EVENT_NUDGE,
    NoticeKind.EVENT_REMINDER,
)
"""What is not told any more once an event is cancelled."""
_CHANGED = Refused(Reason.CHANGED_MEANWHILE)


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A cancelled event that stands again, and how many get the announcement that the cancellation held back."""

    event: Event
    invited: int


async def change_event(work: Work, event: Event, draft: EventDraft, *, by: PersonId) -> Refused | None:
    """Turn an event into a draft, and let its seats and reminders follow; None when it is done."""
    seats = await plan_seats(work, event, draft)
    if isinstance(seats, Refused):
        return seats
    if not await work.events.change(event, draft, by=by):
        return _CHANGED
    if seats is not None:
        await carry_out_plan(work, event, seats)
    if event.starts_at != draft.starts_at:
        await work.outbox.cancel(subject_of(event.id), [NoticeKind.EVENT_REMINDER])
    await _note(work, event, "event.changed", by, version=event.version + 1)
    return None


async def cancel_event(work: Work, event: Event, *, by: PersonId) -> Refused | None:
    """Cancel an event: what is not sent yet is dropped, seats that were offered wait; None when it is done."""
    if not await work.events.cancel(event):
        return _CHANGED
    await withdraw_offers(work, event)
    await work.outbox.cancel(subject_of(event.id), UNTRUE_OF_A_CANCELLED)
    await _note(work, event, "event.cancelled", by)
    return None


async def bring_back(work: Work, event: Event, *, by: PersonId) -> BroughtBack | Refused:
    """Let a cancelled event stand again: answers are as they were, what had not been sent yet is sent.

    Who has not read of the cancellation does not read of it any more.
    """
    if event.cancelled_at is None or not await work.event_campaigns.restore(event):
        return _CHANGED
    await work.outbox.cancel(subject_of(event.id), [NoticeKind.EVENT_CANCELLED])
    restored = await work.events.find(event.organisation_id, event.id)
    if restored is None:
        raise Missing
    since = event.cancelled_at
    invited = await put_anew(
        work, subject_of(restored.id), NoticeKind.EVENT_PUBLISHED, announcement_again(restored), since
    )
    for kind, again in (
        (NoticeKind.EVENT_NUDGE, nudge(restored)),
        (NoticeKind.EVENT_REMINDER, reminder_again(restored)),
    ):
        await put_anew(work, subject_of(restored.id), kind, again, since)
    await _note(work, event, "event.restored", by)
    return BroughtBack(restored, invited)


async def _note(work: Work, event: Event, action: str, by: PersonId, **details: int) -> None:
    await work.audit.note(
        action, organisation_id=event.organisation_id, by=by, subject=subject_of(event.id), **details
    )
