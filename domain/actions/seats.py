"""Buttons of seats: a seat that is offered, the queue, and the rule by which seats are given."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import EventId


@dataclass(frozen=True, slots=True)
class TakeSeat(Action):
    """«Беру»: the seats that are offered."""

    code: ClassVar[str] = "st"
    event_id: EventId
    listed: bool = False
    """Tapped on a card that was opened from the list, which may turn into the list again."""


@dataclass(frozen=True, slots=True)
class DeclineSeat(Action):
    """«Уже не нужно»: the offer goes to the next."""

    code: ClassVar[str] = "sd"
    event_id: EventId
    listed: bool = False


@dataclass(frozen=True, slots=True)
class LeaveQueue(Action):
    """«Выйти из очереди»."""

    code: ClassVar[str] = "sl"
    event_id: EventId
    listed: bool = False


@dataclass(frozen=True, slots=True)
class OpenSeatRule(Action):
    """«Как дают места»: in a message of its own, for the invitation stays what it is."""

    code: ClassVar[str] = "si"


@dataclass(frozen=True, slots=True)
class OpenQueue(Action):
    """«Очередь», as staff see it: who waits, in which order."""

    code: ClassVar[str] = "sq"
    event_id: EventId
    page: int = 0
