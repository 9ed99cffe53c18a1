"""Groups and channels that an organisation has bound, and what is posted about events and announcements there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.announcements import Announcement, AnnouncementStatus
from domain.events import Event, EventStatus, GroupLabel
from domain.ids import BoundChatId, EventPostId, GroupId, OrganisationId, PersonId
from domain.people import Organisation

TITLE_LIMIT = 128
"""Characters of a chat's title, as the messenger has them."""
SENDING = timedelta(seconds=40)
"""So long (real time) a post is in its sender's hands; after that nobody knows whether it stands."""


class ChatKind(StrEnum):
    """What sort of chat it is."""

    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Lost(StrEnum):
    """Why nothing can be posted in a chat any more."""

    REMOVED = "removed"
    """The bot is not in it, or it is not there any more."""
    NO_RIGHTS = "no-rights"
    """The bot is in it and may not write."""


class PostStatus(StrEnum):
    """Life of a post: wanted → sending → posted, or one of the other ends."""

    WANTED = "wanted"
    SENDING = "sending"
    """In its sender's hands: it may stand in the chat already."""
    POSTED = "posted"
    GONE = "gone"
    """It was taken away, or there was nothing to post any more."""
    FAILED = "failed"
    """The messenger did not take it."""
    UNKNOWN = "unknown"
    """It may stand there and may not: never sent again unasked."""


AGAIN = frozenset({PostStatus.GONE, PostStatus.FAILED, PostStatus.UNKNOWN})
"""Ends after which somebody may ask for the post once more."""


@dataclass(frozen=True, slots=True)
class SharedChat:
    """A chat that a person has chosen, as the messenger shows it to the bot."""

    chat_id: int
    kind: ChatKind
    title: str
    may_post: bool


@dataclass(frozen=True, slots=True)
class BoundChat:
    """A chat in which an organisation announces."""

    id: BoundChatId
    organisation_id: OrganisationId
    group_id: GroupId | None
    """Whose chat it is; None: of the whole organisation."""
    chat_id: int
    kind: ChatKind
    title: str
    bound_by: PersonId
    lost_at: datetime | None = None
    lost_why: Lost | None = None


@dataclass(frozen=True, slots=True)
class ChatLine:
    """A bound chat with the group whose chat it is."""

    chat: BoundChat
    group: GroupLabel | None


@dataclass(frozen=True, slots=True)
class ChatsPage:
    """A page of the chats that a person reaches."""

    organisation: Organisation
    lines: tuple[ChatLine, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class ChatCard:
    """One bound chat."""

    organisation: Organisation
    line: ChatLine


@dataclass(frozen=True, slots=True)
class ChatPlaces:
    """For whom a person may bind a chat: groups, and the organisation as a whole."""

    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A chat was bound; `warns`: its title may tell a diagnosis (rule 11)."""

    card: ChatCard
    warns: bool


@dataclass(frozen=True, slots=True)
class PostLine:
    """A bound chat and what became of a post there; None: nobody has asked for one."""

    chat: ChatLine
    status: PostStatus | None
    error: str | None = None

    @property
    def may_ask(self) -> bool:
        """Whether the post can be asked for, or once more."""
        return self.chat.chat.lost_at is None and (self.status is None or self.status in AGAIN)


@dataclass(frozen=True, slots=True)
class PostsOfEvent:
    """An event and its posts, for its staff."""

    event: Event
    organisation: Organisation
    lines: tuple[PostLine, ...]
    may_bind: bool


@dataclass(frozen=True, slots=True)
class PostsOfWords:
    """An announcement without a date and its posts, for its staff."""

    words: Announcement
    organisation: Organisation
    lines: tuple[PostLine, ...]
    may_bind: bool


@dataclass(frozen=True, slots=True)
class EventPost:
    """A post as the tick takes it in hand, with the chat as it is by now."""

    id: EventPostId
    organisation_id: OrganisationId
    bound_chat_id: BoundChatId
    chat_id: int
    subject: str
    status: PostStatus
    message_id: int | None
    version: int
    attempts: int


@dataclass(frozen=True, slots=True)
class PostedEvent:
    """What a post says: the event as everybody may know it."""

    event: Event
    zone: str
    groups: tuple[GroupLabel, ...]

    @property
    def version(self) -> int:
        """What changes with every change of it."""
        return self.event.version

    @property
    def author(self) -> PersonId:
        """Who hears that it could not be posted."""
        return self.event.author_person_id

    @property
    def taken_back(self) -> bool:
        """Whether it goes out of chats."""
        return self.event.recalled_at is not None

    def is_true(self, now: datetime) -> bool:
        """Whether there still is something to post."""
        return is_announced_ahead(self.event, now)


@dataclass(frozen=True, slots=True)
class PostedWords:
    """What a post says: an announcement without a date, as it was written."""

    words: Announcement
    groups: tuple[GroupLabel, ...]

    @property
    def version(self) -> int:
        """What changes with every change of it."""
        return self.words.version

    @property
    def author(self) -> PersonId:
        """Who hears that it could not be posted."""
        return self.words.author_person_id

    @property
    def taken_back(self) -> bool:
        """Whether it goes out of chats."""
        return self.words.status is AnnouncementStatus.RECALLED

    def is_true(self, now: datetime) -> bool:
        """Whether there still is something to post, whatever the hour."""
        return is_out(self.words)


Posted = PostedEvent | PostedWords
"""Whatever is posted in chats."""


@dataclass(frozen=True, slots=True)
class LostChat:
    """A chat that the bot can post in no longer, and why: for whoever relies on it."""

    organisation: Organisation
    line: ChatLine


def is_announced_ahead(event: Event, now: datetime) -> bool:
    """Whether there still is something to post."""
    return event.status is EventStatus.PUBLISHED and event.starts_at > now


def is_out(words: Announcement) -> bool:
    """Whether an announcement without a date is still told to anybody."""
    return words.status is AnnouncementStatus.PUBLISHED and words.stopped_at is None


def is_for_chats(words: Announcement) -> bool:
    """Chats are of parents: what is for staff or partners alone is not posted there."""
    return words.invitees.parents


def may_post_in(chat: BoundChat, group_ids: frozenset[GroupId], reached: frozenset[GroupId] | None) -> bool:
    """Whether who reaches these groups (None: all) may post in the chat what is for `group_ids`.

    A group's chat hears of what is for the group; the organisation's chat hears whoever answers for all of it.
    """
    if chat.group_id is None:
        return reached is None
    return chat.group_id in group_ids and (reached is None or chat.group_id in reached)
