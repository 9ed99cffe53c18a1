"""The one place where an event becomes known: its state and the messages about it in the same transaction."""

from dataclasses import replace
from datetime import date

from db.work import Work
from domain.event_drafts import as_draft, weekly
from domain.event_notices import announcement, subject_of
from domain.events import Event, EventStatus
from domain.ids import PersonId
from domain.outcomes import Missing
from domain.people import Membership


async def publish_stored(work: Work, event: Event, *, by: PersonId, today: date) -> Event | None:
    """Announce a kept event to everybody it is for; None when somebody published or touched it meanwhile.

    Of two who publish at once one finds it published, so that nobody is told twice; whoever is cut off between
    the two steps leaves it as it was.
    """
    if not await work.event_drafts.publish(event, by=by):
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


async def publish_weekly(
    work: Work, event: Event, zone: str, weeks: int, *, author: Membership, by: PersonId, today: date
) -> tuple[Event, ...] | None:
    """Announce a kept event and its repetitions: one message names all days, else families had a dozen (rule 7).

    `author` is that of the further meetings. None when somebody published or touched the first one meanwhile.
    """
    draft = as_draft(event)
    first = await publish_stored(work, event, by=by, today=today)
    if first is None:
        return None
    await work.event_drafts.begin_series(event)
    meetings = [first]
    for number, later in enumerate(weekly(draft, zone, weeks)):
        if number == 0:
            continue
        made = await work.events.write(
            *(author, later, f"{event.id}:{number}"), status=EventStatus.PUBLISHED, series_id=event.id
        )
        meeting = None if made is None else await work.events.find(event.organisation_id, made)
        if meeting is None:
            raise Missing
        await note_published(work, meeting, by=by)
        meetings.append(meeting)
    return tuple(meetings)


async def as_is(work: Work, event: Event) -> Event:
    """The event as it stands after what was done with it."""
    found = await work.events.find(event.organisation_id, event.id)
    if found is None:
        raise Missing
    return found


async def note_published(work: Work, event: Event, *, by: PersonId) -> None:
    """The audit log's line about an event that came out."""
    await work.audit.note(
        "event.published",
        organisation_id=event.organisation_id,
        by=by,
        subject=subject_of(event.id),
        groups=len(event.group_ids),
    )
