"""Buttons of the quiz: what a parent taps around it, and what a child taps in it."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.attempts import Help, Mode, RoleName
from domain.ids import AttemptId, ChildId, WaveId


@dataclass(frozen=True, slots=True)
class MyQuizzes(Action):
    """«⭐ Викторина»: the own children and their open quizzes."""

    code: ClassVar[str] = "qm"
    fresh: bool = False
    """In a new message: an invitation stays what it is."""
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenQuiz(Action):
    """A child's quiz: its start, where it was left, or what came of it."""

    code: ClassVar[str] = "qo"
    wave_id: WaveId
    child_id: ChildId
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class GiveChildConsent(Action):
    """«Согласие даю» under the consent for the child."""

    code: ClassVar[str] = "qg"
    wave_id: WaveId
    child_id: ChildId
    version: int


@dataclass(frozen=True, slots=True)
class DeclineQuiz(Action):
    """«Не сейчас» under it: nothing is stored."""

    code: ClassVar[str] = "qn"
    wave_id: WaveId
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class WithdrawChildConsent(Action):
    """«Отозвать согласие»: asks once (`sure`)."""

    code: ClassVar[str] = "qw"
    child_id: ChildId
    sure: bool


@dataclass(frozen=True, slots=True)
class StartQuiz(Action):
    """«Картинками» or «Текстом»: the phone goes to the child; staff play one to one or enter paper results."""

    code: ClassVar[str] = "qs"
    wave_id: WaveId
    child_id: ChildId
    pictures: bool
    mode: Mode = Mode.HOME


@dataclass(frozen=True, slots=True)
class AnswerQuiz(Action):
    """An answer to a question; `choice` is an option's id, three of them in order, or None: «Пропустить»."""

    code: ClassVar[str] = "q"
    attempt_id: AttemptId
    item_id: str
    try_: int
    choice: str | None


@dataclass(frozen=True, slots=True)
class OrderQuiz(Action):
    """A step of an order, tapped as the first or the second; an empty `taken` begins the order anew."""

    code: ClassVar[str] = "q3"
    attempt_id: AttemptId
    item_id: str
    taken: str
    """Ids of the options tapped so far."""


@dataclass(frozen=True, slots=True)
class PauseQuiz(Action):
    """«⏸»: the child rests."""

    code: ClassVar[str] = "qp"
    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class ResumeQuiz(Action):
    """«Продолжить», on any phone."""

    code: ClassVar[str] = "qr"
    attempt_id: AttemptId
    fresh: bool = False
    """In a new message, from an adult's screen; a pause goes on in its place."""
    again: bool = False
    """«Показать ещё раз»: the message with the quiz was not found."""


@dataclass(frozen=True, slots=True)
class TextInstead(Action):
    """«Без картинок»: pictures do not load."""

    code: ClassVar[str] = "qt"
    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class StopQuiz(Action):
    """«Остановить участие»: asks once (`sure`)."""

    code: ClassVar[str] = "qx"
    attempt_id: AttemptId
    wave_id: WaveId
    child_id: ChildId
    sure: bool


@dataclass(frozen=True, slots=True)
class NameRole(Action):
    """The role name that the child chose after the last star."""

    code: ClassVar[str] = "qk"
    attempt_id: AttemptId
    role: RoleName


@dataclass(frozen=True, slots=True)
class GrownUp(Action):
    """«Я взрослый»: the only way out of child mode."""

    code: ClassVar[str] = "qa"
    attempt_id: AttemptId


@dataclass(frozen=True, slots=True)
class TellHelp(Action):
    """How much the adult helped."""

    code: ClassVar[str] = "qh"
    attempt_id: AttemptId
    help: Help


@dataclass(frozen=True, slots=True)
class OpenResult(Action):
    """«Что получилось»: the parent's soft words."""

    code: ClassVar[str] = "qe"
    attempt_id: AttemptId
