"""Buttons of an author over what is sent: stop, go on, take back, ask the silent, bring back; papers of an event."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import EventId


@dataclass(frozen=True, slots=True)
class StopSending(Action):
    """«Остановить рассылку»."""

    code: ClassVar[str] = "ds"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class GoOnSending(Action):
    """«Продолжить рассылку»."""

    code: ClassVar[str] = "dc"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class AskRecall(Action):
    """«Отозвать»: asks once."""

    code: ClassVar[str] = "dr"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Recall(Action):
    """«Да, отозвать»."""

    code: ClassVar[str] = "dq"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class AskNudge(Action):
    """«Напомнить молчащим»: shows how many would be asked."""

    code: ClassVar[str] = "dn"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Nudge(Action):
    """«Да, напомнить»."""

    code: ClassVar[str] = "dy"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class RestoreEvent(Action):
    """«Вернуть мероприятие», on the day it was cancelled."""

    code: ClassVar[str] = "eu"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class GetCalendarFile(Action):
    """«В календарь»: the event as a file for the calendar of a phone."""

    code: ClassVar[str] = "ti"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class PrintNotice(Action):
    """«Объявление А4»: the event for the wall, with a QR that opens it."""

    code: ClassVar[str] = "ta"
    event_id: EventId
