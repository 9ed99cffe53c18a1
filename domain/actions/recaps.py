"""Buttons of what comes after an event: who came, a line, pictures, thanks, faces, a sheet, the history."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.actions.base import Action
from domain.event_forms import EventForm
from domain.history import Pick
from domain.ids import ChildId, EventId, EventPictureId, GroupId, OrganisationId
from domain.recaps import Mood


@dataclass(frozen=True, slots=True)
class OpenRecap(Action):
    """«📝 Итоги»: what has been written of an event."""

    code: ClassVar[str] = "to"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class OpenMarks(Action):
    """«Кто пришёл»: families, each a button."""

    code: ClassVar[str] = "tm"
    event_id: EventId
    page: int = 0


@dataclass(frozen=True, slots=True)
class MarkFamily(Action):
    """So many of a family came: what the next tap means stands in the button, so that a second one changes nothing."""

    code: ClassVar[str] = "tc"
    event_id: EventId
    child_id: ChildId
    adults: int
    child: bool
    page: int = 0


@dataclass(frozen=True, slots=True)
class MarkAllWhoSaid(Action):
    """«Отметить всех, кто обещал»."""

    code: ClassVar[str] = "tw"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class WriteResult(Action):
    """The line of result is typed."""

    code: ClassVar[str] = "tr"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class AddAlbum(Action):
    """The link to an album is typed."""

    code: ClassVar[str] = "tb"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class AskThanks(Action):
    """«Поблагодарить»: asks once, with the number of people."""

    code: ClassVar[str] = "tt"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Thank(Action):
    """«Да, отправить»."""

    code: ClassVar[str] = "ty"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Feel(Action):
    """A face under the thanks."""

    code: ClassVar[str] = "tf"
    event_id: EventId
    mood: Mood


@dataclass(frozen=True, slots=True)
class OpenThanks(Action):
    """The thanks for an event, out of an evening summary."""

    code: ClassVar[str] = "tk"
    event_id: EventId
    fresh: bool = False
    """In a new message: the evening summary it was tapped in stays."""


@dataclass(frozen=True, slots=True)
class OpenHistory(Action):
    """Past events, of one form, group or month if any is named; `pick`: what is being chosen."""

    code: ClassVar[str] = "th"
    organisation_id: OrganisationId
    event_form: EventForm | None = None
    group_id: GroupId | None = None
    month: date | None = None
    page: int = 0
    pick: Pick | None = None


@dataclass(frozen=True, slots=True)
class HistoryTable(Action):
    """The same as a table for Excel."""

    code: ClassVar[str] = "tx"
    organisation_id: OrganisationId
    event_form: EventForm | None = None
    group_id: GroupId | None = None
    month: date | None = None


@dataclass(frozen=True, slots=True)
class OpenPictures(Action):
    """«🖼 Снимки», turned to one of them."""

    code: ClassVar[str] = "tp"
    event_id: EventId
    number: int = 1


@dataclass(frozen=True, slots=True)
class AddPictures(Action):
    """«➕ Добавить снимок»: what is sent from now on is a picture of this event."""

    code: ClassVar[str] = "tz"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class KeepPicture(Action):
    """«Нет, можно сохранить», of the message with this number: a second tap keeps no other picture."""

    code: ClassVar[str] = "tq"
    event_id: EventId
    message_id: int


@dataclass(frozen=True, slots=True)
class ForgetPicture(Action):
    """«Есть – не сохранять»."""

    code: ClassVar[str] = "tn"
    event_id: EventId
    message_id: int


@dataclass(frozen=True, slots=True)
class RemovePicture(Action):
    """«🗑 Убрать»: asks once, then takes a kept picture away."""

    code: ClassVar[str] = "td"
    event_id: EventId
    picture_id: EventPictureId
    number: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class ShowPictures(Action):
    """«🖼 Показать снимки» under the thanks, turned to one of them; `fresh`: the thanks stay where they are."""

    code: ClassVar[str] = "ts"
    event_id: EventId
    number: int = 1
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class OpenSheet(Action):
    """«📋 Лист анализа» of an open lesson."""

    code: ClassVar[str] = "tl"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class FillSheet(Action):
    """«✍️ Заполнить», or change what was filled in."""

    code: ClassVar[str] = "tg"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class SendSheet(Action):
    """«✅ Отправить» of the draft with this token."""

    code: ClassVar[str] = "tj"
    event_id: EventId
    token: str


@dataclass(frozen=True, slots=True)
class PrintSheet(Action):
    """The sheet as A4: all of them together, or a blank one."""

    code: ClassVar[str] = "tv"
    event_id: EventId
    blank: bool
