"""Announcements: words without a date, for groups, roles and sets of people; what may be said and changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.event_forms import FOR_PARENTS, Invitees
from domain.events import FURTHEST, GroupLabel
from domain.forms import accepted, utf16_length
from domain.ids import AnnouncementId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused

TEXT_LIMIT = 3500
"""UTF-16 units: with the groups above it a message of the messenger holds no more."""
BENEATH_PICTURE = 800
"""The same beneath a picture, where a caption holds 1024."""
LISTED = timedelta(days=30)
"""So long an announcement stands in the lists of those it is for."""
OPENING_LIMIT = 60


class AnnouncementStatus(StrEnum):
    """Life of an announcement; a form that is still being typed is none yet."""

    DRAFT = "draft"
    """Kept, unseen by those it is for."""
    PROPOSED = "proposed"
    """Waits for a methodist, who looks at it first; unseen, and not changed meanwhile."""
    PLANNED = "planned"
    """Comes out at a time that its author has named."""
    PUBLISHED = "published"
    RECALLED = "recalled"
    """Taken back: nobody gets it any more, and it goes out of chats."""


KEPT = (AnnouncementStatus.DRAFT, AnnouncementStatus.PLANNED)
"""What nobody has been told of yet, and its author may go on with."""
UNSAID = (*KEPT, AnnouncementStatus.PROPOSED)
"""What nobody it is for knows of."""


@dataclass(frozen=True, slots=True)
class AnnouncementDraft:
    """What was typed: everything an announcement needs before it has an id."""

    text: str
    group_ids: frozenset[GroupId]
    invitees: Invitees = FOR_PARENTS
    picture: str | None = None
    """sha256 of the picture that goes with it."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcement as it is stored."""

    id: AnnouncementId
    organisation_id: OrganisationId
    author_id: MembershipId
    author_person_id: PersonId
    text: str
    picture: str | None
    status: AnnouncementStatus
    version: int
    """Grows with every change; a tap made on an older preview is answered with the newer one."""
    group_ids: frozenset[GroupId]
    invitees: Invitees
    publish_at: datetime | None = None
    """When a planned one comes out, or one that waits is to."""
    published_at: datetime | None = None
    stopped_at: datetime | None = None
    """Since when it is not sent any further."""
    returned_words: str | None = None
    """What the methodist said who gave it back; until it is sent again."""
    decided_by: PersonId | None = None
    """Who let it through, or gave it back."""


@dataclass(frozen=True, slots=True)
class ShownAnnouncement:
    """An announcement as one adult sees it."""

    announcement: Announcement
    zone: str
    groups: tuple[GroupLabel, ...]
    """Those of this adult's own children; empty when it is for them otherwise."""
    invited: bool
    """Whether it is for this adult; not any more, when the child has left its groups."""


@dataclass(frozen=True, slots=True)
class ListedAnnouncement:
    """An announcement as one line of a list."""

    id: AnnouncementId
    opening: str
    """Its first words."""
    status: AnnouncementStatus
    zone: str
    at: datetime | None
    """When it came out, or is going to."""
    emojis: tuple[str, ...] = ()


def as_draft(announcement: Announcement) -> AnnouncementDraft:
    """What was typed to make this announcement."""
    return AnnouncementDraft(
        announcement.text, announcement.group_ids, announcement.invitees, announcement.picture
    )


def opening_of(text: str) -> str:
    """Its first words, for lists and buttons: the first line, cut between words."""
    line = next(iter(text.split("\n")), "").strip()
    if len(line) <= OPENING_LIMIT:
        return line
    cut = line[: OPENING_LIMIT - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def may_be_said(text: str, picture: str | None) -> Refused | None:
    """Words there are, not too many of them, and no numbers of documents; None when that is so."""
    said = accepted(text, TEXT_LIMIT)
    if isinstance(said, Refused):
        return said
    if picture is not None and (over := utf16_length(text) - BENEATH_PICTURE) > 0:
        return Refused(Reason.TOO_LONG_FOR_PICTURE, {"by": over})
    return None


def may_touch(announcement: Announcement, *, seen_version: int) -> Refused | None:
    """One that is kept may be changed as it was seen; None when it may."""
    if announcement.status not in KEPT or announcement.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    return None


def may_plan(publish_at: datetime, *, now: datetime) -> Refused | None:
    """It comes out later than now, and not in a year; None when that is so."""
    if publish_at <= now:
        return Refused(Reason.DATE_PAST)
    return Refused(Reason.DATE_TOO_FAR) if publish_at - now > FURTHEST else None


def stands(announcement: Announcement) -> Refused | None:
    """Only what is out and not taken back is sent, changed or taken back; None when it is."""
    if announcement.status is AnnouncementStatus.PUBLISHED:
        return None
    return Refused(Reason.NOT_SENDING_ANY_MORE)


def may_reword(announcement: Announcement, *, seen_version: int) -> Refused | None:
    """The words of one that is out may be changed as they were seen; None when they may."""
    if announcement.status is not AnnouncementStatus.PUBLISHED or announcement.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    return None
