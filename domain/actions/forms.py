"""Buttons of the form engine: the form itself stands in the FSM storage of the person."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from domain.actions.base import Action


@dataclass(frozen=True, slots=True)
class FormBack(Action):
    """«Назад»: the previous step, with what was typed."""

    code: ClassVar[str] = "fb"
    form: str


@dataclass(frozen=True, slots=True)
class FormCancel(Action):
    """«Отмена»: leave the form; the draft is dropped, if it is the one that the button was shown with."""

    code: ClassVar[str] = "fc"
    form: str
    draft: str
    """The draft's token: the button of a question of last month drops nothing of today."""


@dataclass(frozen=True, slots=True)
class FormSkip(Action):
    """«Пропустить»: leave an optional step empty."""

    code: ClassVar[str] = "fs"
    form: str
    step: str


@dataclass(frozen=True, slots=True)
class FormPick(Action):
    """One of the offered answers of a step."""

    code: ClassVar[str] = "fp"
    form: str
    step: str
    value: str


@dataclass(frozen=True, slots=True)
class FormDone(Action):
    """«Готово» of a step with several answers, or «Оставить как есть»."""

    code: ClassVar[str] = "fd"
    form: str
    step: str


@dataclass(frozen=True, slots=True)
class FormDay(Action):
    """A day of the calendar keyboard, or one of two that typed words may mean: then with the hour they named."""

    code: ClassVar[str] = "fy"
    form: str
    step: str
    day: date
    at: str | None = None
    """«9-30»."""


@dataclass(frozen=True, slots=True)
class FormMonth(Action):
    """Turn the calendar keyboard to the month of `day`."""

    code: ClassVar[str] = "fm"
    form: str
    step: str
    day: date


@dataclass(frozen=True, slots=True)
class FormPage(Action):
    """Turn the offered answers of a step to another page."""

    code: ClassVar[str] = "fg"
    form: str
    step: str
    page: int


@dataclass(frozen=True, slots=True)
class FormStep(Action):
    """Change one answer from the preview: asks that step and comes back."""

    code: ClassVar[str] = "fj"
    form: str
    step: str


@dataclass(frozen=True, slots=True)
class FormResume(Action):
    """«Продолжить»: the unfinished form, where it was left."""

    code: ClassVar[str] = "fr"
    form: str


@dataclass(frozen=True, slots=True)
class FormRestart(Action):
    """«Начать заново»: drop the draft and begin with the same purpose."""

    code: ClassVar[str] = "fn"
    form: str


FormAction: TypeAlias = (
    FormBack
    | FormCancel
    | FormDay
    | FormDone
    | FormMonth
    | FormPage
    | FormPick
    | FormRestart
    | FormResume
    | FormSkip
    | FormStep
)
"""Every button of the engine."""
