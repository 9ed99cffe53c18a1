"""Buttons of events that nobody has been told of yet, and of what is made from them: plans, copies, series."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import EventId, OrganisationId


@dataclass(frozen=True, slots=True)
class OpenDrafts(Action):
    """«🗂 Отложенные»."""

    code: ClassVar[str] = "eb"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class KeepDraft(Action):
    """«💾 Отложить» under the preview of a draft."""

    code: ClassVar[str] = "ed"
    token: str


@dataclass(frozen=True, slots=True)
class OpenKept(Action):
    """A kept event of the list."""

    code: ClassVar[str] = "ao"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class EditKept(Action):
    """«Изменить»: the form, filled with what is kept."""

    code: ClassVar[str] = "ae"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class PublishKept(Action):
    """«Опубликовать сейчас» under a kept event."""

    code: ClassVar[str] = "ej"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class PlanEvent(Action):
    """«Опубликовать позже»: asks when."""

    code: ClassVar[str] = "eh"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class AskSeries(Action):
    """«Каждую неделю»: shows the days of so many meetings."""

    code: ClassVar[str] = "aw"
    event_id: EventId
    weeks: int = 4


@dataclass(frozen=True, slots=True)
class PublishSeries(Action):
    """«Опубликовать: 4 встречи»."""

    code: ClassVar[str] = "am"
    event_id: EventId
    version: int
    weeks: int


@dataclass(frozen=True, slots=True)
class UnplanEvent(Action):
    """«Не публиковать по времени»."""

    code: ClassVar[str] = "au"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class DropDraft(Action):
    """«Удалить»: asks once."""

    code: ClassVar[str] = "et"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class ConfirmDropDraft(Action):
    """«Да, удалить»."""

    code: ClassVar[str] = "ad"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class CopyEvent(Action):
    """«Скопировать»: the form, filled with everything but the day."""

    code: ClassVar[str] = "eg"
    event_id: EventId
