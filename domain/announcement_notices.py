"""What is told of an announcement, as a circular and a notice of the outbox."""

from domain.announcements import Announcement
from domain.ids import AnnouncementId
from domain.notices import Circular, NoticeDraft, NoticeKind


def subject_of(announcement_id: AnnouncementId) -> str:
    """«announcement:3»: what notices and sent messages about it carry."""
    return f"announcement:{announcement_id}"


def announced(announcement: Announcement) -> Circular:
    """Its words, to everybody it is for; a later version reaches those whom the first one was kept from."""
    return Circular(
        NoticeKind.ANNOUNCED,
        announcement.organisation_id,
        f"announced:{announcement.id}:{announcement.version}",
        params={"announcement": announcement.id},
        subject=subject_of(announcement.id),
    )


def not_announced(announcement: Announcement) -> NoticeDraft:
    """Its author is told that a planned announcement did not come out."""
    return NoticeDraft(
        NoticeKind.NOT_ANNOUNCED,
        announcement.author_person_id,
        announcement.organisation_id,
        f"not-announced:{announcement.id}:{announcement.version}",
        params={"announcement": announcement.id},
    )
