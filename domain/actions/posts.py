"""Buttons of groups and channels, and of what is posted there."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import AnnouncementId, BoundChatId, EventId, GroupId, OrganisationId


@dataclass(frozen=True, slots=True)
class OpenChats(Action):
    """«📣 Чаты и каналы»."""

    code: ClassVar[str] = "hl"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenChat(Action):
    """One of them."""

    code: ClassVar[str] = "hc"
    chat_id: BoundChatId


@dataclass(frozen=True, slots=True)
class BindChat(Action):
    """«➕ Подключить чат»: for whom?"""

    code: ClassVar[str] = "hb"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class ChatForGroup(Action):
    """For this group (None: for the whole organisation): the keyboard to choose a chat is laid out."""

    code: ClassVar[str] = "hg"
    organisation_id: OrganisationId
    group_id: GroupId | None = None


@dataclass(frozen=True, slots=True)
class UnbindChat(Action):
    """«Отключить»: asks once, then does it."""

    code: ClassVar[str] = "hu"
    chat_id: BoundChatId
    sure: bool = False


@dataclass(frozen=True, slots=True)
class OpenPosts(Action):
    """«📣 В чаты»: where the event is announced and where it can be."""

    code: ClassVar[str] = "ho"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class PostEvent(Action):
    """Announce the event in this chat."""

    code: ClassVar[str] = "hp"
    event_id: EventId
    chat_id: BoundChatId


@dataclass(frozen=True, slots=True)
class OpenPostsOfWords(Action):
    """«📣 В чаты» of an announcement without a date."""

    code: ClassVar[str] = "ha"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class PostWords(Action):
    """Put it in this chat."""

    code: ClassVar[str] = "hw"
    announcement_id: AnnouncementId
    chat_id: BoundChatId
