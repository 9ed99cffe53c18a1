"""Buttons of announcements that a methodist looks at first."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import AnnouncementId


@dataclass(frozen=True, slots=True)
class ProposeAnnouncement(Action):
    """«📨 На проверку» under the preview of what is typed."""

    code: ClassVar[str] = "vn"
    token: str


@dataclass(frozen=True, slots=True)
class ProposeKeptAnnouncement(Action):
    """«📨 На проверку» under a kept one."""

    code: ClassVar[str] = "vm"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class TakeBackAnnouncement(Action):
    """«↩️ Забрать»."""

    code: ClassVar[str] = "vb"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class OpenProposedAnnouncement(Action):
    """One that waits, before a methodist."""

    code: ClassVar[str] = "vd"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class ShowAnnouncementPicture(Action):
    """«🖼 Показать картинку» that goes with it."""

    code: ClassVar[str] = "vf"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class ApproveAnnouncement(Action):
    """«✅ Опубликовать» by a methodist."""

    code: ClassVar[str] = "ve"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class ReturnAnnouncement(Action):
    """«✏️ Вернуть с замечанием»: asks what to change."""

    code: ClassVar[str] = "vg"
    announcement_id: AnnouncementId
    version: int
