"""Buttons of what comes after a visit: what the group did, and the teacher's note for the journal."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.guest_outcomes import FollowUp
from domain.ids import VisitId


@dataclass(frozen=True, slots=True)
class OpenFollowUps(Action):
    """«🌟 После визита»."""

    code: ClassVar[str] = "gfa"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class TickFollowUp(Action):
    """The group has done it; or (not `on`) that was a slip of the finger."""

    code: ClassVar[str] = "gfb"
    visit_id: VisitId
    kind: FollowUp
    on: bool


@dataclass(frozen=True, slots=True)
class WriteVisitNote(Action):
    """«✏️ Заметка для журнала»."""

    code: ClassVar[str] = "gfc"
    visit_id: VisitId
