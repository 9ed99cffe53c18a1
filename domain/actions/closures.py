"""Buttons of «Группа закрыта»: its days, what is decided about each thing, the closing, the opening again."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import ClosureId, GroupId


@dataclass(frozen=True, slots=True)
class CloseGroup(Action):
    """«🚪 Группа закрыта»: asks from which day until which; `from_day` is known when a closure goes on."""

    code: ClassVar[str] = "cg"
    group_id: GroupId
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class LookAtClosing(Action):
    """The preview with these decisions, each a digit of base three; `seen` says what the preview before it showed."""

    code: ClassVar[str] = "ct"
    group_id: GroupId
    from_day: date
    until_day: date
    choices: int = 0
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ConfirmClosing(Action):
    """«Закрыть и сообщить»."""

    code: ClassVar[str] = "cy"
    group_id: GroupId
    from_day: date
    until_day: date
    choices: int
    seen: int


@dataclass(frozen=True, slots=True)
class OpenClosure(Action):
    """A closure: its days, what it has changed."""

    code: ClassVar[str] = "co"
    closure_id: ClosureId


@dataclass(frozen=True, slots=True)
class ReopenGroup(Action):
    """«↩️ Открыть группу снова»."""

    code: ClassVar[str] = "cu"
    closure_id: ClosureId
