"""A child plays a quiz: which question is open, what a tap means, when it is over. Pure; rows are the progress."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from domain.ids import AttemptId, ChildId, GroupId, OrganisationId, PersonId, WaveId
from domain.quizzes import FormLetter, Instrument, Item, ItemKind, Option


class Mode(StrEnum):
    """Where and with whom (rule 23); pairs count only with equal mode."""

    HOME = "home"
    ONE_TO_ONE = "one-to-one"
    PAPER = "paper"


class AttemptStatus(StrEnum):
    """Life of an attempt."""

    OPEN = "open"
    PAUSED = "paused"
    STOPPED = "stopped"
    """A representative stopped it: the other one reads only «участие приостановлено» (rule 3)."""
    FINISHED = "finished"


class Help(StrEnum):
    """How much the adult helped; «much» stays out of the group's means (domain.md § 2.2)."""

    NONE = "none"
    LITTLE = "little"
    MUCH = "much"


class RoleName(StrEnum):
    """What the child chooses to be called after the last star; it has nothing to do with points (rule 16)."""

    EXPLORER = "explorer"
    MASTER = "master"
    EXPERT = "expert"


SHAPES = ("●", "▲", "■", "★")
"""The same marks on the picture and on the buttons (rule 27)."""
FIRST, SECOND = 1, 2
"""Tries."""
_UNTURNED = (ItemKind.SMILE3, ItemKind.WISH, ItemKind.REPORT)
"""Faces from the broad smile to the doubt, long lists, and what an adult reads: always in the written order."""
_PRINTED_FIRST = (2, 0, 3, 1)
"""On paper: the place of the option that is written first, question by question, over and over."""
SITTING_ENDS = timedelta(minutes=10)
"""A silence this long between two answers is a rest: the next answer begins another sitting."""


@dataclass(frozen=True, slots=True)
class Given:
    """A row: one try at one question. `choice` is an option's id, three of them in order, or None: skipped."""

    item_id: str
    try_: int
    choice: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """A child's way through one form in one wave."""

    id: AttemptId
    organisation_id: OrganisationId
    wave_id: WaveId
    child_id: ChildId
    number: int
    """The child's code."""
    group_id: GroupId
    form: FormLetter
    mode: Mode
    seed: int
    """Draws the places of the options, the same on every device."""
    status: AttemptStatus
    pictures: bool
    started_at: datetime
    stopped_by: PersonId | None = None
    role_name: RoleName | None = None
    help: Help | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AttemptInWave:
    """An attempt with what decides, at every tap, whether it goes on and for whom."""

    attempt: Attempt
    slug: str
    version: int
    wave_open: bool
    """The wave takes answers still: it was not closed, and its last day is not over."""
    child_group_id: GroupId
    """Where the child is now; its own `group_id` is where it was at the start."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is open now, with its options in their places."""

    item: Item
    try_: int
    options: tuple[Option, ...]
    """In the order of the places ● ▲ ■ ★."""
    wrong: str | None = None
    """The option of the first try: it stands as an inert «·» in its place (rule 19)."""


@dataclass(frozen=True, slots=True)
class ChooseRole:
    """All stars are there: the child chooses a role name."""


@dataclass(frozen=True, slots=True)
class AskHelp:
    """The adult says how much they helped."""


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing is asked any more."""


Stage: TypeAlias = Question | ChooseRole | AskHelp | Over
"""What is open in an attempt."""


def stage(instrument: Instrument, attempt: Attempt, given: Iterable[Given]) -> Stage:
    """What is open now: the first question without a final answer, then the role name, the adult's questions, the end."""
    tries = by_item(given)
    for item in instrument.of_child(attempt.form):
        question = open_question(attempt, item, tries.get(item.id, ()))
        if question is not None:
            return question
    if attempt.role_name is None and attempt.mode is not Mode.PAPER:
        return ChooseRole()
    if attempt.help is None:
        return AskHelp()
    for item in instrument.of_adult(attempt.form):
        question = open_question(attempt, item, tries.get(item.id, ()))
        if question is not None:
            return question
    return Over()


def left_to_adult(instrument: Instrument, attempt: Attempt, given: Iterable[Given]) -> bool:
    """Whether the child has finished and the adult has said how much they helped: only their own question is open.

    It may stay unanswered, as any question (rules 18, 20): a closing does not throw the child's quiz away for it.
    Without the word about help it does, because nobody could tell whose answers these are.
    """
    asked = stage(instrument, attempt, given)
    return isinstance(asked, Question) and asked.item.kind is ItemKind.REPORT


def by_item(given: Iterable[Given]) -> Mapping[str, Sequence[Given]]:
    """Rows by question, the first try first."""
    found: dict[str, list[Given]] = {}
    for one in sorted(given, key=lambda row: row.try_):
        found.setdefault(one.item_id, []).append(one)
    return found


def open_question(attempt: Attempt, item: Item, tries: Sequence[Given]) -> Question | None:
    """The question as it is open after these tries; None when it is done with."""
    if is_done(item, tries):
        return None
    wrong = tries[0].choice if tries else None
    return Question(item, SECOND if tries else FIRST, placed(attempt, item), wrong)


def is_done(item: Item, tries: Sequence[Given]) -> bool:
    """Whether nothing more is asked here: answered, skipped, or tried twice (rule 19)."""
    if not tries:
        return False
    first = tries[0]
    if len(tries) > 1 or first.choice is None or not item.second_try:
        return True
    chosen = item.option(first.choice)
    return chosen is None or chosen.points == item.most


def placed(attempt: Attempt, item: Item) -> tuple[Option, ...]:
    """The options in the places that the child sees: drawn for the attempt, or those of the printed cards."""
    return printed(item) if attempt.mode is Mode.PAPER else arranged(item, attempt.seed)


def arranged(item: Item, seed: int) -> tuple[Option, ...]:
    """The options in the places that this attempt draws for them.

    Faces, and the long list of wishes, keep their order. Four options take one of the four arrangements in which
    each stands once in every place: a card of pictures is then drawn at most four times. Three steps are never
    shown in the right order.
    """
    if item.kind in _UNTURNED:
        return item.options
    drawn = random.Random(f"{seed}:{item.id}")
    options = item.options
    turn = drawn.randrange(1, len(options)) if item.kind is ItemKind.ORDER3 else drawn.randrange(len(options))
    return options[turn:] + options[:turn]


def printed(item: Item) -> tuple[Option, ...]:
    """The options in their places on paper: one sheet for all children, with the key in every place by turns.

    Three steps are not printed in the right order either.
    """
    if item.kind in _UNTURNED:
        return item.options
    many = len(item.options)
    if item.kind is ItemKind.ORDER3:
        turn = 1 + item.number % (many - 1)
    else:
        turn = -_PRINTED_FIRST[(item.number - 1) % len(_PRINTED_FIRST)] % many
    return item.options[turn:] + item.options[:turn]


def fits(question: Question, try_: int, choice: str | None) -> bool:
    """Whether this tap answers this open question: the same try, an option of it, not the one that was wrong."""
    if question.try_ != try_:
        return False
    if choice is None:
        return True
    if question.item.kind is ItemKind.ORDER3:
        return sorted(choice) == sorted(option.id for option in question.item.options)
    return question.item.option(choice) is not None and choice != question.wrong


def stars(instrument: Instrument, attempt: Attempt, given: Iterable[Given]) -> tuple[int, int]:
    """How many of the child's questions are done with, of how many: a star after each, whatever the answer."""
    tries = by_item(given)
    items = instrument.of_child(attempt.form)
    return sum(is_done(item, tries.get(item.id, ())) for item in items), len(items)


def rest_due(instrument: Instrument, attempt: Attempt, given: Iterable[Given], *, now: datetime) -> bool:
    """Whether to offer a rest (rule 23): the child has sat as long as it can, or half is done one to one.

    Nothing is closed. On paper nobody sits before the screen.
    """
    if attempt.mode is Mode.PAPER:
        return False
    rows = list(given)
    if attempt.mode is Mode.ONE_TO_ONE:
        done, of = stars(instrument, attempt, rows)
        if done == of // 2:
            return True
    return now - _sat_down(attempt, [row.at for row in rows]) >= timedelta(minutes=instrument.minutes)


def _sat_down(attempt: Attempt, moments: Iterable[datetime]) -> datetime:
    """When the sitting that goes on now began: after the last long silence."""
    began = before = attempt.started_at
    for moment in sorted(moments):
        if moment - before >= SITTING_ENDS:
            began = moment
        before = moment
    return began
