"""What screens about announcements are made of: answers of services, as data."""

from dataclasses import dataclass

from domain.announcements import Announcement, ListedAnnouncement
from domain.campaigns import CampaignState, Sending
from domain.events import GroupLabel, Reach
from domain.outcomes import Refused
from domain.people import Organisation


@dataclass(frozen=True, slots=True)
class AnnouncementPage:
    """A page of the staff's list, the newest first."""

    organisation: Organisation
    announcements: tuple[ListedAnnouncement, ...]
    page: int
    more: bool
    may_post: bool


@dataclass(frozen=True, slots=True)
class AnnouncementCard:
    """An announcement as its staff see it."""

    announcement: Announcement
    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    sets: tuple[str, ...]
    """Names of the sets of people that it is for."""
    reach: Reach | Refused | None
    """Whom it would reach if it came out now; None once it is out."""
    may_change: bool
    """Whether this person may announce something to all it is for."""
    approval: bool = False
    """Whether what this person announces waits for a methodist."""
    decides: bool = False
    """Whether this person may decide about what waits."""


@dataclass(frozen=True, slots=True)
class ReceivedPage:
    """A page of what was announced to one adult lately, the newest first."""

    announcements: tuple[ListedAnnouncement, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class AnnouncementReport:
    """The author's report, as it is by now."""

    announcement: Announcement
    organisation: Organisation
    state: CampaignState
    sending: Sending
    left: int
    """Messages that are still to be taken back."""
    may_stop: bool
    may_go_on: bool
    may_recall: bool


@dataclass(frozen=True, slots=True)
class AnnouncementRecall:
    """What taking an announcement back would do."""

    announcement: Announcement
    standing: int
    """Messages in chats that would be deleted or changed."""
    unsent: int
