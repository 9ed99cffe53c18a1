"""Buttons of «🎒 Подготовка»: the talk and the advice, the checklist, the children's questions, messages, the entrance."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.guest_checklist import CheckItem
from domain.ids import QuestionId, VisitId


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


@dataclass(frozen=True, slots=True)
class LookAhead(Action):
    """«📖 О чём рассказать» while one applies: the draft of that form is named by `token`."""

    code: ClassVar[str] = "gpl"
    form: str
    token: str


@dataclass(frozen=True, slots=True)
class TickItem(Action):
    """A line of the checklist: ready, or not after all."""

    code: ClassVar[str] = "gpt"
    visit_id: VisitId
    item: CheckItem
    on: bool


@dataclass(frozen=True, slots=True)
class OpenQuestions(Action):
    """«❓ Вопросы детей»."""

    code: ClassVar[str] = "gpq"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class WriteQuestion(Action):
    """«➕ Добавить вопрос»; with a number, another wording of one."""

    code: ClassVar[str] = "gpw"
    visit_id: VisitId
    question_id: QuestionId | None = None


@dataclass(frozen=True, slots=True)
class DropQuestion(Action):
    """«🗑»: a question is taken away."""

    code: ClassVar[str] = "gpd"
    visit_id: VisitId
    question_id: QuestionId


@dataclass(frozen=True, slots=True)
class SendQuestions(Action):
    """«📨 Отправить гостю»."""

    code: ClassVar[str] = "gps"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class OpenMessages(Action):
    """«✉️ Переписка» about a visit."""

    code: ClassVar[str] = "gmo"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class WriteMessage(Action):
    """«✉️ Написать», «Ответить»."""

    code: ClassVar[str] = "gmw"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class OpenEntrance(Action):
    """«🚪 Имя для входа»."""

    code: ClassVar[str] = "gfe"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class TellFullName(Action):
    """«Согласен, написать имя»: to the text of this version."""

    code: ClassVar[str] = "gfn"
    visit_id: VisitId
    version: int


@dataclass(frozen=True, slots=True)
class DropFullName(Action):
    """«🗑 Убрать имя»."""

    code: ClassVar[str] = "gfd"
    visit_id: VisitId
