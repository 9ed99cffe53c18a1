"""Buttons of what a guest is asked: another date, a change."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.guest_requests import MoveAnswer, Wish
from domain.ids import SlotId, VisitId


@dataclass(frozen=True, slots=True)
class MoveVisitOn(Action):
    """«Да» under another hour, which is told in minutes since 1970: the guest is asked, or the visit moves."""

    code: ClassVar[str] = "gna"
    visit_id: VisitId
    version: int
    minute: int


@dataclass(frozen=True, slots=True)
class TakeBackMove(Action):
    """«Не спрашивать гостя»."""

    code: ClassVar[str] = "gnb"
    visit_id: VisitId
    version: int


@dataclass(frozen=True, slots=True)
class AnswerMove(Action):
    """«Да, подходит», «Нет, оставить как было»."""

    code: ClassVar[str] = "gnc"
    visit_id: VisitId
    slot_id: SlotId
    answer: MoveAnswer


@dataclass(frozen=True, slots=True)
class AskChange(Action):
    """«Попросить изменить»: what?"""

    code: ClassVar[str] = "gnd"
    visit_id: VisitId
    version: int


@dataclass(frozen=True, slots=True)
class AskChangeOf(Action):
    """Ready words were tapped; «своими словами» asks for them."""

    code: ClassVar[str] = "gne"
    visit_id: VisitId
    version: int
    wish: Wish


@dataclass(frozen=True, slots=True)
class ChangeTold(Action):
    """«Изменить» of a guest who was asked to: the screen of what is to be changed."""

    code: ClassVar[str] = "gnf"
    visit_id: VisitId
