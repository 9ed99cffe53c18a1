"""What every form shows: a question with its buttons, a hint after a wrong answer, the offer to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from domain.actions import Action
from domain.actions.forms import (
    FormBack,
    FormCancel,
    FormDone,
    FormPage,
    FormPick,
    FormRestart,
    FormResume,
    FormSkip,
)
from domain.forms import clean, shows_something
from domain.outcomes import Refused
from screens.base import (
    Arg,
    Button,
    Day,
    Joined,
    Moment,
    Phrase,
    Rows,
    Screen,
    Style,
    Toast,
    in_rows,
    say,
    screen,
)
from screens.common import menu_button, refusal
from screens.paging import PAGE, page_of, turning

ROWS_OF_SHORT = 5
"""Whole rows on one page of a step when several options stand in a row."""
ECHO_LIMIT = 300
"""Characters of a refused answer that are shown back; the person's own message keeps all of it."""
NAME_LIMIT = 32
"""Characters of a draft's own name on a button."""
ALL = "*"
"""Value of the button «Все» of a step with several answers."""
READY = "!"
"""Value of the button that ticks a ready set of answers."""


@dataclass(frozen=True, slots=True)
class Question:
    """A step as it is asked."""

    form: str
    draft: str
    """The draft's token."""
    step: str
    title: Phrase
    text: Phrase
    number: int
    total: int
    rows: Rows
    many: bool
    optional: bool
    clears: bool
    """Whether leaving it without an answer takes away what is stored."""
    kept: Arg | None
    """What was answered before, when the person comes back, or what is stored."""
    keep: bool
    way_back: bool
    """Whether there is a question, or a preview, to go back to."""
    hint: Refused | None
    typed: str | None
    example: Phrase | None
    note: Phrase | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of a step."""

    form: str
    step: str
    offered: Sequence[tuple[str, Phrase | str]]
    picked: frozenset[str]
    many: bool
    columns: int
    everything: bool = True
    """Whether «Выбрать все» is offered."""
    ready: Phrase | None = None
    """A button that ticks a set of them."""


def question(asked: Question) -> Screen:
    """The question, above it what was wrong with the answer, below it the ways on and back."""
    body: list[Phrase | Joined] = []
    if asked.hint is not None:
        body.append(_hint(asked.hint, asked.typed, asked.example))
    body.append(say("forms-heading", title=asked.title, number=asked.number, total=asked.total))
    body.append(asked.text)
    if asked.note is not None:
        body.append(asked.note)
    if asked.kept is not None:
        body.append(say("forms-kept", value=asked.kept))
    rows = list(asked.rows)
    if asked.many:
        rows.append((Button(say("button-done"), FormDone(asked.form, asked.step), style=Style.SUCCESS),))
    elif asked.keep:
        rows.append((Button(say("forms-button-keep"), FormDone(asked.form, asked.step)),))
    if asked.optional and not asked.many:
        skip = say("forms-button-clear" if asked.clears else "button-skip")
        rows.append((Button(skip, FormSkip(asked.form, asked.step)),))
    ways = (Button(say("button-cancel"), FormCancel(asked.form, asked.draft)),)
    rows.append((Button(say("button-back"), FormBack(asked.form)), *ways) if asked.way_back else ways)
    return screen(*body, rows=tuple(rows))


def choice_rows(choice: Choice, page: int) -> Rows:
    """A page of options; with several answers picked ones are ticked, and «Все» takes them all."""
    size = PAGE if choice.columns == 1 else ROWS_OF_SHORT * choice.columns
    shown = page_of(choice.offered, page, size)
    buttons = [
        Button(
            say("forms-picked", label=label) if value in choice.picked else label,
            FormPick(choice.form, choice.step, value),
        )
        for value, label in shown
    ]
    rows = [*in_rows(buttons, choice.columns)]
    if choice.ready is not None:
        rows.insert(0, (Button(choice.ready, FormPick(choice.form, choice.step, READY)),))
    if choice.many and choice.everything and len(choice.offered) > 1:
        everything = all(value in choice.picked for value, _ in choice.offered)
        key = "forms-button-none" if everything else "forms-button-all"
        rows.append((Button(say(key), FormPick(choice.form, choice.step, ALL)),))
    rows += turning(len(choice.offered), page, lambda at: FormPage(choice.form, choice.step, at), size)
    return tuple(rows)


def hours_rows(form: str, step: str, hours: Sequence[tuple[str, Phrase | str]], columns: int) -> Rows:
    """The hours of a day that was tapped."""
    return in_rows([Button(label, FormPick(form, step, value)) for value, label in hours], columns)


def picked_moments(form: str, step: str, moments: Sequence[tuple[str, datetime]]) -> Rows:
    """Days with hours that were chosen, ticked, each in a row of its own: a tap takes one out again."""
    return tuple(
        (Button(say("forms-picked", label=_local(moment)), FormPick(form, step, value)),)
        for value, moment in moments
    )


def moments_note(day: date | None, chosen: int, zone: str) -> Phrase | None:
    """Which day's hour is asked; else how many days were chosen."""
    if day is not None:
        return say("forms-moments-hour", day=Day(day, zone=zone))
    return say("forms-moments-chosen", count=chosen) if chosen else None


def resume_offer(form: str, title: Phrase, name: str | None = None) -> Screen:
    """An unfinished draft was found: go on, or begin anew. `name` tells it from others of its kind."""
    return screen(
        say("forms-unfinished", title=title)
        if name is None
        else say("forms-unfinished-named", title=title, name=name),
        rows=(
            (Button(say("forms-button-resume"), FormResume(form), style=Style.PRIMARY),),
            (Button(say("forms-button-restart"), FormRestart(form)),),
            (menu_button(),),
        ),
    )


def resume_button(form: str, title: Phrase, name: str | None = None) -> Button:
    """«✏️ Продолжить: …» for a menu: the draft's own name, or what is being filled in."""
    if name is None:
        return Button(say("forms-button-continue", title=title), FormResume(form))
    short = name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1].rstrip() + "…"
    return Button(say("forms-button-continue-named", name=short), FormResume(form))


def cancelled(title: Phrase, restart: Action | None, place: Action | None) -> Screen:
    """«Отмена»: nothing was kept; the way leads back to where the form was opened."""
    return screen(say("forms-cancelled", title=title), rows=_ways_out(restart, place))


def closed() -> Screen:
    """A button of a form that is no longer being filled in."""
    return screen(say("forms-closed"), rows=_ways_out())


def already_done() -> Screen:
    """The same message came twice: what it asked for has been done."""
    return screen(say("forms-already-done"), rows=_ways_out())


def old_button() -> Toast:
    """A button of an earlier question: the current one is shown."""
    return Toast(say("forms-old-button"))


def nothing_offered() -> Phrase:
    """There is nothing to pick from."""
    return say("forms-nothing-offered")


def _hint(refused: Refused, typed: str | None, example: Phrase | None) -> Joined:
    parts: list[Phrase | Joined | str] = [say("forms-hint", reason=refusal(refused))]
    if typed is not None and shows_something(seen := clean(typed, lines=True)):
        shown = seen if len(seen) <= ECHO_LIMIT else seen[:ECHO_LIMIT] + "…"
        parts.append(say("forms-typed", text=shown))
    if example is not None:
        parts.append(say("forms-example", example=example))
    return Joined(tuple(parts))


def _local(moment: datetime) -> Moment:
    """A local time that is said as it is."""
    return Moment(moment.replace(tzinfo=UTC), "UTC")


def _ways_out(restart: Action | None = None, place: Action | None = None) -> Rows:
    anew: Rows = () if restart is None else ((Button(say("forms-button-restart"), restart),),)
    back = () if place is None else (Button(say("button-back"), place),)
    return (*anew, (*back, menu_button()))
