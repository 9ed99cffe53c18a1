"""Announcements as rows: the columns that make one."""

from collections.abc import Iterable
from typing import Any

from db.models import AnnouncementRow
from db.models.base import table
from domain.announcements import Announcement, AnnouncementDraft, AnnouncementStatus
from domain.event_forms import Invitees
from domain.ids import AnnouncementId, GroupId, MembershipId, OrganisationId, PersonId, PersonSetId

_A = table(AnnouncementRow).c
COLUMNS = (
    *(_A.id, _A.organisation_id, _A.author_id, _A.author_person_id, _A.text, _A.picture, _A.status),
    *(_A.version, _A.for_parents, _A.for_staff, _A.for_partners),
    *(_A.publish_at, _A.published_at, _A.stopped_at, _A.returned_words, _A.decided_by),
)
"""What `announcement_of` reads."""


def announcement_of(
    row: Any, group_ids: Iterable[GroupId], set_ids: Iterable[PersonSetId] = ()
) -> Announcement:
    """A row of `announcements` as the domain knows it."""
    return Announcement(
        id=AnnouncementId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        author_id=MembershipId(row["author_id"]),
        author_person_id=PersonId(row["author_person_id"]),
        text=row["text"],
        picture=row["picture"],
        status=AnnouncementStatus(row["status"]),
        version=row["version"],
        group_ids=frozenset(group_ids),
        invitees=Invitees(row["for_parents"], row["for_staff"], row["for_partners"], frozenset(set_ids)),
        publish_at=row["publish_at"],
        published_at=row["published_at"],
        stopped_at=row["stopped_at"],
        returned_words=row["returned_words"],
        decided_by=None if row["decided_by"] is None else PersonId(row["decided_by"]),
    )


def values_of(draft: AnnouncementDraft) -> dict[str, Any]:
    """What of a draft stands in the announcement's own row; groups and sets stand in tables of theirs."""
    return {
        "text": draft.text,
        "picture": draft.picture,
        "for_parents": draft.invitees.parents,
        "for_staff": draft.invitees.staff,
        "for_partners": draft.invitees.partners,
    }
