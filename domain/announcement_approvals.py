"""Announcements that a methodist looks at first: what waits, what became of it, and who is told."""

from dataclasses import dataclass

from domain.announcements import Announcement, AnnouncementStatus
from domain.approvals import Settlement
from domain.events import GroupLabel, Reach
from domain.ids import PersonId
from domain.notices import NoticeDraft, NoticeKind
from domain.outcomes import Refused
from domain.people import Membership, Organisation


@dataclass(frozen=True, slots=True)
class ProposedWords:
    """An announcement that waits: all that people will read, and exactly whom it reaches."""

    announcement: Announcement
    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    sets: tuple[str, ...]
    reach: Reach | Refused
    author: Membership | None
    """None: whoever wrote it has no role here any more."""


@dataclass(frozen=True, slots=True)
class SettledWords:
    """An announcement that does not wait (any more): for who decides too late, and for its author."""

    announcement: Announcement
    organisation: Organisation
    what: Settlement
    by: Membership | None
    """Who decided; None: nobody did, or they have no role here any more."""


def settlement_of(announcement: Announcement) -> Settlement | None:
    """What has become of it; None while it waits."""
    match announcement.status:
        case AnnouncementStatus.PROPOSED:
            return None
        case AnnouncementStatus.PUBLISHED | AnnouncementStatus.RECALLED:
            return Settlement.PUBLISHED
        case AnnouncementStatus.PLANNED:
            return Settlement.PLANNED
        case AnnouncementStatus.DRAFT:
            decided = announcement.decided_by is not None
            return Settlement.RETURNED if decided else Settlement.TAKEN_BACK


def proposed(announcement: Announcement, person_id: PersonId) -> NoticeDraft:
    """A methodist reads what waits for them."""
    return NoticeDraft(
        NoticeKind.ANNOUNCEMENT_PROPOSED,
        person_id,
        announcement.organisation_id,
        f"announcement-proposed:{announcement.id}:{announcement.version}:{person_id}",
        params={"announcement": announcement.id, "version": announcement.version},
    )


def approved(announcement: Announcement) -> NoticeDraft:
    """Its author reads that it is out, or will be."""
    return NoticeDraft(
        NoticeKind.ANNOUNCEMENT_APPROVED,
        announcement.author_person_id,
        announcement.organisation_id,
        f"announcement-approved:{announcement.id}:{announcement.version}",
        params={"announcement": announcement.id},
    )


def returned(announcement: Announcement) -> NoticeDraft:
    """Its author reads that it is a draft again, and why."""
    return NoticeDraft(
        NoticeKind.ANNOUNCEMENT_RETURNED,
        announcement.author_person_id,
        announcement.organisation_id,
        f"announcement-returned:{announcement.id}:{announcement.version}",
        params={"announcement": announcement.id, "version": announcement.version},
    )
