"""Buttons of «🎒 Подготовка»: the talk and the advice, in the chat and on paper."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import VisitId


@dataclass(frozen=True, slots=True)
class OpenPreparation(Action):
    """«🎒 Подготовка»."""

    code: ClassVar[str] = "gpa"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class OpenTalk(Action):
    """«📖 О чём рассказать»; `paper`: one sheet of A4."""

    code: ClassVar[str] = "gpb"
    visit_id: VisitId
    paper: bool = False


@dataclass(frozen=True, slots=True)
class OpenAdvice(Action):
    """«📌 Памятка гостя»; `paper`: one sheet of A4."""

    code: ClassVar[str] = "gpc"
    visit_id: VisitId
    paper: bool = False
