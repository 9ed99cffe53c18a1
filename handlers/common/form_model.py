"""How a form is declared, and what the storage keeps of an unfinished one."""

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from domain.actions import Action
from domain.forms import Check, Value
from domain.outcomes import Reason
from screens.base import Arg, Phrase, Rows

if TYPE_CHECKING:
    from handlers.common.form_run import FormRun


@dataclass(frozen=True, slots=True)
class Option:
    """An offered answer: what is stored (no «:», short) and the label of its button."""

    value: str
    label: Phrase | str


@dataclass(frozen=True, slots=True)
class Ready:
    """Several options that one button ticks at once, in place of what was ticked."""

    label: Phrase
    values: tuple[str, ...]


Options: TypeAlias = "Callable[[FormRun], Awaitable[Sequence[Option]]]"
Finish: TypeAlias = "Callable[[FormRun], Awaitable[None]]"


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a form."""

    name: str
    question: str
    """Key of the question's text."""
    check: Check | None = None
    """Check of typed text and of tapped options (`domain/forms.py`); None: only buttons answer this step."""
    example: str | None = None
    """Key of an example shown with the hint after a wrong input."""
    options: "Options | None" = None
    many: bool = False
    """Several options may be picked; «Готово» ends. At least one is needed unless `optional`."""
    alone: str | None = None
    """The one of several options that goes with no other: «Ничего такого нет»."""
    none_picked: Reason = Reason.EMPTY
    columns: int = 1
    everything: bool = True
    """Whether a step with several options offers «Выбрать все»."""
    ready: "Callable[[FormRun], Awaitable[Ready | None]] | None" = None
    """A set of the options that one button ticks; None: there is no such set now."""
    calendar: bool = False
    """Shows a calendar of coming days; a tapped day goes through `check` as «2026-03-12»."""
    calendar_from: str | None = None
    """The step with an earlier day: the calendar opens on its month."""
    moments: bool = False
    """Gathers several days with hours (`form_moments.py`): of the calendar and the hours in `options` («9-20»), or
    typed. `check` gets all of them, local, with spaces between; «Готово» stores what it makes of them, a list."""
    optional: bool = False
    """Offers «Пропустить», which stores None."""
    stored: "Callable[[FormRun], Awaitable[Arg | None]] | None" = None
    """What the product keeps already and this step changes: it is shown, and an optional step offers «Стереть»
    in place of «Пропустить», so that nobody takes away what they meant to leave."""
    picture: bool = False
    """Answered with a picture, of which the sha256 is stored (`form_pictures.py`)."""
    when: "Callable[[FormRun], bool] | None" = None
    """Whether the step is asked at all, given the answers so far, the clock and the organisation."""
    beside: "Callable[[FormRun], Rows] | None" = None
    """Buttons of other ways to begin, as long as nothing of the form has been answered."""
    aside: "Callable[[FormRun], Rows] | None" = None
    """Buttons that lead aside for a look; the way back is `FormResume`."""
    args: "Callable[[FormRun], Mapping[str, Arg]] | None" = None
    """Arguments of the question's text."""
    shown: Callable[[Value], Arg] | None = None
    """How an answer already given is said when the person comes back to it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form as data. `name` is short and lives for ever: it stands in buttons and drafts."""

    name: str
    title: str
    steps: tuple[Step, ...]
    finish: "Finish"
    """Called when everything is answered: shows a preview, or calls the use case and `run.close()`."""
    previewed: bool = False
    """Whether `finish` shows a preview, from which single answers are changed with `FormStep`."""
    named: str | None = None
    """The step whose answer tells this draft from others: «✏️ Продолжить: «Мастер-класс»»."""
    restart: Callable[[Mapping[str, int | str]], Action] | None = None
    """Makes the button that opens this form, out of the context of the draft that was cancelled."""
    place: Callable[[Mapping[str, int | str]], Action] | None = None
    """Makes the button that leads back to where the form was opened, out of the same context."""

    def ways_out(self, left: "Draft | None") -> tuple[Action | None, Action | None]:
        """What a cancelled draft offers: to begin anew, and the place where the form was opened."""
        if left is None:
            return None, None
        return (
            None if self.restart is None else self.restart(left.context),
            None if self.place is None else self.place(left.context),
        )

    def step(self, name: str) -> Step | None:
        """The step of this name; None in a draft of an older version."""
        return next((step for step in self.steps if step.name == name), None)


@dataclass(slots=True)
class Draft:
    """What the storage keeps of an unfinished form."""

    values: dict[str, Value]
    context: dict[str, int | str]
    token: str
    """Random name of this draft: a use case carried out twice with it takes effect once."""
    started: str
    at: str | None
    """The step being asked; None: everything is answered and the preview stands."""
    picking: list[str]
    page: int
    paused: bool
    seen: list[int]
    """The latest updates that changed the draft: a redelivered one is recognised."""
    known: dict[str, Value] = field(default_factory=dict)
    """What was known before the first question: «Начать заново» keeps it."""
    reviewed: bool = False
    """Whether the preview has been shown: from now on single answers are changed."""

    @property
    def begun(self) -> bool:
        """Whether its author has answered anything: nothing else is worth going on with."""
        standing = self.values.get(self.at) if self.at is not None else None
        return self.values != self.known or self.picking != (standing if isinstance(standing, list) else [])

    @property
    def changing(self) -> bool:
        """Whether a single answer is being changed from the preview, with the old one to go back to."""
        return self.reviewed and self.at is not None and self.at in self.values

    @classmethod
    def begin(
        cls, at: str | None, *, now: datetime, context: Mapping[str, int | str], values: Mapping[str, Value]
    ) -> "Draft":
        """A new draft standing at a step."""
        made = now.isoformat()
        return cls(
            dict(values), dict(context), secrets.token_hex(8), made, at, [], 0, False, [], dict(values)
        )


KNOWN: dict[str, Form] = {}
"""Every form that has a router, by name: a menu offers to go on with an unfinished one."""
