"""The one place where an announcement becomes known: its state and the messages in the same transaction."""

from dataclasses import replace
from datetime import date

from db.work import Work
from domain.announcement_notices import announced, subject_of
from domain.announcements import Announcement, AnnouncementStatus
from domain.ids import PersonId


async def publish_stored_announcement(
    work: Work, kept: Announcement, *, by: PersonId, today: date, approved: bool = False
) -> Announcement | None:
    """Tell everybody a kept announcement is for; None when somebody published or touched it meanwhile.

    `approved`: it waited for whoever publishes it now.

    Of two who publish at once one finds it published, so that nobody is told twice; whoever is cut off between
    the two steps leaves it as it was.
    """
    if not await work.announcements.publish(kept, approved_by=by if approved else None):
        return None
    published = replace(
        kept,
        status=AnnouncementStatus.PUBLISHED,
        version=kept.version + 1,
        published_at=work.clock.now(),
        publish_at=None,
        returned_words=None,
    )
    await work.outbox.fan_out(
        announced(published),
        work.event_audiences.audience_of(
            *(kept.organisation_id, kept.group_ids, kept.invitees),
            today=today,
            author=kept.author_person_id,
        ),
    )
    await note(work, published, "announcement.published", by=by)
    return published


async def note(work: Work, announcement: Announcement, action: str, *, by: PersonId) -> None:
    """The audit log's line about what was done with an announcement."""
    await work.audit.note(
        action,
        organisation_id=announcement.organisation_id,
        by=by,
        subject=subject_of(announcement.id),
    )
