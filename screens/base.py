"""Screens as data: phrases with arguments, buttons with actions, a picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, TypeAlias

from domain.actions import Action


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to be said in the organisation's zone: «вт, 12 марта, 9:20»."""

    at: datetime
    zone: str
    style: Literal["full", "day", "hour"] = "full"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day to be said: «вт, 12 марта», or with the year; or its month, «Март 2026»."""

    value: date
    style: Literal["weekday", "year", "month"] = "weekday"
    zone: str = "UTC"
    """Where it is said: there «this year» goes without saying."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of `locales/` with its arguments. Build with `say(key, name=…)`."""

    key: str
    args: Mapping[str, "Arg"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """Several phrases as one argument or body, each on a line of its own (or another separator)."""

    parts: tuple["Phrase | Joined | Unsaid | str", ...]
    by: str = "\n"


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A line of several that is left out where a title already begins with its words: «Мастер-класс»."""

    line: Phrase
    words: Phrase
    title: str


Arg: TypeAlias = str | int | Phrase | Joined | Moment | Day


def say(key: str, /, **args: Arg) -> Phrase:
    """A phrase: the key of a text, and its arguments by name."""
    return Phrase(key, args)


class Style(StrEnum):
    """Colours of buttons as the messenger offers them."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label (a phrase, or words that need no translation) and what it does.

    Exactly one of `action`, `url`, `copy` is given.
    """

    label: Phrase | str
    action: Action | None = None
    url: str | None = None
    copy: str | None = None
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture above the text. `key` is the sha256 under which the messenger may know the uploaded file."""

    content: bytes
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand over."""

    content: bytes
    name: str


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class ChatWish:
    """A button of the keyboard below the chat by which a person picks one of their groups, or of their channels."""

    number: int
    """Says which button it was when the answer comes."""
    label: Phrase
    channel: bool


@dataclass(frozen=True, slots=True)
class ChatKeyboard:
    """The keyboard below the chat that asks for a group or channel; `cancel` says «no» in words."""

    wishes: tuple[ChatWish, ...]
    cancel: Phrase


def in_rows(buttons: Sequence[Button], columns: int) -> Rows:
    """So many buttons in a row; the last row may have fewer."""
    return tuple(tuple(buttons[start : start + columns]) for start in range(0, len(buttons), columns))


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: paragraphs of text, rows of buttons."""

    body: tuple[Phrase | Joined, ...]
    rows: Rows = ()
    picture: Picture | None = None
    document: Document | None = None
    subject: str | None = None
    """What it shows, «event:12»: remembered, so that a change can update the sent message."""
    fleeting: bool = False
    """A staff screen with codes or names: removes itself after 24 hours (rule 15)."""
    mentions: frozenset[int] = frozenset()
    """Persons whose names stand in it: edited out when they are erased."""
    fresh: bool = False
    """Always a new message: the person must notice it."""
    live: str | None = None
    """A report on what is sent about this subject, «event:12», that renews itself while it stands open."""
    beneath: bool = False
    """Said beneath the picture that stands in the message, if one does: a picture cannot become text."""
    asks: ChatKeyboard | None = None
    """Lays out a keyboard below the chat; such a screen, and the one that clears it, has no rows and is fresh."""
    clears: bool = False
    """Puts that keyboard away."""
    replies_to: int | None = None
    """The message of the same chat that it is about: a new message says so."""


@dataclass(frozen=True, slots=True)
class Toast:
    """The small answer to a tap; `alert` waits for «OK»."""

    text: Phrase
    alert: bool = False


def screen(*body: Phrase | Joined, rows: Rows = ()) -> Screen:
    """A plain screen of paragraphs and rows of buttons."""
    return Screen(body=body, rows=rows)
