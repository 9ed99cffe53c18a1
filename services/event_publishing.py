"""The one place where an event becomes known: its state and the messages about it in the same transaction."""

from dataclasses import replace
from datetime import date

from db.work import Work
from domain.event_drafts import as_draft
from domain.event_notices import announcement, subject_of
from domain.events import Event, EventStatus
from domain.ids import PersonId


async def publish_stored(work: Work, event: Event, *, by: PersonId, today: date) -> Event | None:
    """Announce a kept event to everybody it is for; None when somebody published or touched it meanwhile.

    Of two who publish at once one finds it published, so that nobody is told twice; whoever is cut off between
    the two steps leaves it as it was.
    """
    if not await work.event_drafts.publish(event):
        return None
    await work.outbox.fan_out(
        announcement(event.organisation_id, event.id, as_draft(event)),
        work.event_audiences.audience_of(
            *(event.organisation_id, event.group_ids, event.invitees),
            today=today,
            author=event.author_person_id,
        ),
    )
    await note_published(work, event, by=by)
    return replace(event, status=EventStatus.PUBLISHED, published_at=work.clock.now(), publish_at=None)


async def note_published(work: Work, event: Event, *, by: PersonId) -> None:
    """The audit log's line about an event that came out."""
    await work.audit.note(
        "event.published",
        organisation_id=event.organisation_id,
        by=by,
        subject=subject_of(event.id),
        groups=len(event.group_ids),
    )
