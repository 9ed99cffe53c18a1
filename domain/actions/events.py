"""Buttons of events: invitations, lists, cards, who comes, editing."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.answers import Answer
from domain.ids import ChildId, EventId, OrganisationId
from domain.seat_views import WhenFull


@dataclass(frozen=True, slots=True)
class AnswerEvent(Action):
    """One of the four answers to an invitation."""

    code: ClassVar[str] = "ea"
    event_id: EventId
    answer: Answer
    listed: bool = False
    """Tapped on a card that was opened from the list, which may turn into the list again."""


@dataclass(frozen=True, slots=True)
class MyEvents(Action):
    """A parent's coming events with the own answers."""

    code: ClassVar[str] = "em"
    page: int = 0
    fresh: bool = False
    """In a new message: an invitation stays what it is, so that a change can update it."""


@dataclass(frozen=True, slots=True)
class OpenInvitation(Action):
    """A parent's card of an event."""

    code: ClassVar[str] = "ei"
    event_id: EventId
    fresh: bool = False
    """In a new message: the evening summary it was tapped in stays."""


@dataclass(frozen=True, slots=True)
class OpenEvents(Action):
    """The staff's list of events."""

    code: ClassVar[str] = "el"
    organisation_id: OrganisationId
    past: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenEvent(Action):
    """The staff's card of an event."""

    code: ClassVar[str] = "eo"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class NewEvent(Action):
    """«Новое мероприятие»."""

    code: ClassVar[str] = "en"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class PublishEvent(Action):
    """«Опубликовать» under the preview of a draft."""

    code: ClassVar[str] = "ep"
    token: str


@dataclass(frozen=True, slots=True)
class EditEvent(Action):
    """«Изменить»: the preview with a button for each field."""

    code: ClassVar[str] = "ee"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class SaveEvent(Action):
    """«Сохранить и сообщить» under the preview of a change."""

    code: ClassVar[str] = "es"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class CancelEvent(Action):
    """«Отменить мероприятие»: asks once."""

    code: ClassVar[str] = "ek"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class ConfirmCancelEvent(Action):
    """«Да, отменить»."""

    code: ClassVar[str] = "eq"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class OpenAttendance(Action):
    """«Кто придёт»: families and their answers."""

    code: ClassVar[str] = "ew"
    event_id: EventId
    page: int = 0


@dataclass(frozen=True, slots=True)
class EnterFamilies(Action):
    """«Внести за семью»: the families, those without a phone first."""

    code: ClassVar[str] = "ef"
    event_id: EventId
    page: int = 0


@dataclass(frozen=True, slots=True)
class EnterFamily(Action):
    """A family to enter an answer for."""

    code: ClassVar[str] = "ec"
    event_id: EventId
    child_id: ChildId
    page: int = 0


@dataclass(frozen=True, slots=True)
class EnterAnswer(Action):
    """The answer of a family, entered by staff."""

    code: ClassVar[str] = "ex"
    event_id: EventId
    child_id: ChildId
    answer: Answer
    page: int = 0
    full: WhenFull = WhenFull.ASK
    """What to do when there are not enough seats."""


@dataclass(frozen=True, slots=True)
class ClearAnswer(Action):
    """The answer that staff entered for a family is taken back."""

    code: ClassVar[str] = "ey"
    event_id: EventId
    child_id: ChildId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenEventReport(Action):
    """«Кому дошло»: the author's delivery report."""

    code: ClassVar[str] = "er"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class MoreFields(Action):
    """«⚙️ Ещё» under a preview: what an event may have besides the usual questions."""

    code: ClassVar[str] = "efm"
    form: str
