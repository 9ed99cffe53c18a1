"""Buttons of announcements: of those who write them, and of those who read them."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import AnnouncementId, OrganisationId


@dataclass(frozen=True, slots=True)
class OpenAnnouncements(Action):
    """«📣 Объявления» of staff."""

    code: ClassVar[str] = "nl"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class NewAnnouncement(Action):
    """«➕ Новое объявление»."""

    code: ClassVar[str] = "nn"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class PublishAnnouncement(Action):
    """«✅ Отправить» under the preview of what is typed."""

    code: ClassVar[str] = "np"
    token: str


@dataclass(frozen=True, slots=True)
class KeepAnnouncement(Action):
    """«💾 Отложить» under the same preview."""

    code: ClassVar[str] = "nk"
    token: str


@dataclass(frozen=True, slots=True)
class OpenAnnouncement(Action):
    """The card of an announcement, for staff."""

    code: ClassVar[str] = "no"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class PublishKeptAnnouncement(Action):
    """«✅ Отправить сейчас»."""

    code: ClassVar[str] = "ns"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class EditAnnouncement(Action):
    """«✏️ Изменить»: all of a kept one, the words of one that is out."""

    code: ClassVar[str] = "ne"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class SaveAnnouncement(Action):
    """«✅ Сохранить» of changed words."""

    code: ClassVar[str] = "nv"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class PlanAnnouncement(Action):
    """«🕘 Отправить позже»."""

    code: ClassVar[str] = "na"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class UnplanAnnouncement(Action):
    """«✖️ Не по времени»."""

    code: ClassVar[str] = "nu"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class DropAnnouncement(Action):
    """«🗑 Удалить» of a kept one; `sure`: «Да, удалить»."""

    code: ClassVar[str] = "nd"
    announcement_id: AnnouncementId
    version: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class CopyAnnouncement(Action):
    """«📋 Скопировать»."""

    code: ClassVar[str] = "nc"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class OpenAnnouncementReport(Action):
    """«📬 Кому дошло»."""

    code: ClassVar[str] = "nr"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class StopAnnouncement(Action):
    """«⏸ Остановить рассылку»."""

    code: ClassVar[str] = "nt"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class GoOnAnnouncement(Action):
    """«▶️ Продолжить рассылку»."""

    code: ClassVar[str] = "ng"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class AskRecallAnnouncement(Action):
    """«↩️ Отозвать»: asks once."""

    code: ClassVar[str] = "nq"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class RecallAnnouncement(Action):
    """«Да, отозвать»."""

    code: ClassVar[str] = "ny"
    announcement_id: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class MyAnnouncements(Action):
    """«📣 Объявления» of whoever they are for; `fresh` under an announcement, which stays."""

    code: ClassVar[str] = "nm"
    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class ReadAnnouncement(Action):
    """An announcement of that list."""

    code: ClassVar[str] = "nx"
    announcement_id: AnnouncementId
    fresh: bool = False
    """In a new message: the evening summary it was tapped in stays."""
