"""A quiz as data: its questions, its forms, what answers weigh. Content stands in `content/quizzes/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.people import AgeBand


class Criterion(StrEnum):
    """The three sides of readiness: knows, wants, does."""

    KNOWLEDGE = "k"
    MOTIVE = "m"
    ACTION = "d"


class FormLetter(StrEnum):
    """Half of the children take А in the start wave and Б in the final one, half the other way round (rule 22)."""

    A = "a"
    B = "b"

    @property
    def other(self) -> "FormLetter":
        """The form of the other wave."""
        return FormLetter.B if self is FormLetter.A else FormLetter.A


class ItemKind(StrEnum):
    """How a question is answered."""

    PICK1 = "pick1"
    """One of four; with `second_try` a wrong option may be followed by another one (rule 19)."""
    SMILE3 = "smile3"
    """😀 🙂 😕, weighed 2, 1, 0 (rule 18)."""
    ORDER3 = "order3"
    """Three steps in order: all right 2, the first or the last right 1."""
    WISH = "wish"
    """One of many, never weighed: «Кем хочешь быть?»."""
    REPORT = "report"
    """Asked of the adult after the quiz; marked «со слов родителя»."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that may be chosen."""

    id: str
    """One or two Latin letters, unique in its question: stands in buttons and in the database."""
    text: str
    points: int = 0
    picture: str | None = None
    """Name of a file in `content/pictures/` without «.svg»."""
    sign: str | None = None
    """An emoji of one code point, Unicode 11 or older (rule 27)."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question."""

    id: str
    """Unique in the instrument, at most eight Latin letters and digits: stands in buttons and in the database."""
    number: int
    """Its place in the form, from 1."""
    kind: ItemKind
    question: str
    options: tuple[Option, ...]
    """For `ORDER3` in the right order."""
    criterion: Criterion | None = None
    """None: never weighed."""
    second_try: bool = False
    hint: str | None = None
    """Said after a first try that was not right."""
    profession: str | None = None
    element: str | None = None
    """The cell of the blueprint: a profession of the catalogue, and what about it is asked."""
    why: str | None = None
    """Why the key is what it is; for those who review the instrument."""

    def option(self, option_id: str) -> Option | None:
        """The option of this id."""
        return next((one for one in self.options if one.id == option_id), None)

    @property
    def most(self) -> int:
        """The most points that the question gives."""
        if self.criterion is None:
            return 0
        return 2 if self.kind is ItemKind.ORDER3 else max(one.points for one in self.options)


@dataclass(frozen=True, slots=True)
class Band:
    """Lower edges of the middle and the high band, out of `most` points."""

    middle: int
    high: int
    most: int


@dataclass(frozen=True, slots=True)
class ParentText:
    """What a parent reads about the strongest side, and one thing to do at home (rule 16)."""

    text: str
    activity: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A published version of a quiz. It never changes; another wording is another version."""

    slug: str
    version: int
    sha256: str
    title: str
    ages: frozenset[AgeBand]
    minutes: int
    """After so many minutes a pause is offered; nothing is closed (rule 23)."""
    criteria: Mapping[Criterion, Band]
    total: Band
    missing_allowed: int
    """Unanswered questions in all, and at most one of a criterion (rule 20)."""
    knowledge_floor: int
    """The total is above «низкий» only with so many points of knowledge (rule 17)."""
    forms: Mapping[FormLetter, tuple[Item, ...]]
    """Questions of each form in their order; the unweighed wish and the adult's question come last."""
    anchors: frozenset[str]
    """Questions that are the same in both forms, besides those of motives."""
    parent_texts: Mapping[Criterion, ParentText]
    parent_text_unclear: ParentText
    """When too little was answered to name a strongest side."""
    notes: Mapping[Criterion, str]
    """What a reader of the results must know: «возможен эффект потолка» (rule 18)."""
    authors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    caveat: str = ""
    """Stands on each page with results: pilot, not standardised, not for decisions about a child (rule 24)."""

    def item(self, form: FormLetter, item_id: str) -> Item | None:
        """A question of a form."""
        return next((one for one in self.forms[form] if one.id == item_id), None)

    def of_child(self, form: FormLetter) -> tuple[Item, ...]:
        """What the child is asked, in order."""
        return tuple(one for one in self.forms[form] if one.kind is not ItemKind.REPORT)

    def of_adult(self, form: FormLetter) -> tuple[Item, ...]:
        """What the adult is asked afterwards."""
        return tuple(one for one in self.forms[form] if one.kind is ItemKind.REPORT)
