"""A screen in the words of one locale: what a messenger's adapter sends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from locales import Texts, dates
from locales.texts import Markup, Value
from screens.base import (
    Arg,
    Button,
    ChatKeyboard,
    Day,
    Document,
    Joined,
    Moment,
    Phrase,
    Picture,
    Screen,
    Unsaid,
)
from screens.buttons import pack


@dataclass(frozen=True, slots=True)
class RenderedButton:
    """A button in words: one of `data`, `url`, `copy` is set."""

    text: str
    style: str = ""
    data: str | None = None
    url: str | None = None
    copy: str | None = None


@dataclass(frozen=True, slots=True)
class RenderedKeyboard:
    """A keyboard below the chat in words: what it asks for (number, label, whether a channel), and «no»."""

    wishes: tuple[tuple[int, str, bool], ...]
    cancel: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in words: HTML text, buttons, picture or document."""

    text: str
    rows: tuple[tuple[RenderedButton, ...], ...]
    picture: Picture | None
    document: Document | None
    below: RenderedKeyboard | None = None
    clears: bool = False
    replies_to: int | None = None


def render(screen: Screen, texts: Texts, now: datetime | None = None) -> Rendered:
    """The screen in the locale of `texts`. Days of another year than that of `now` are said with their year."""
    return Rendered(
        text="\n\n".join(str(_html(part, texts, now)) for part in screen.body),
        rows=tuple(tuple(_button(button, texts, now) for button in row) for row in screen.rows),
        picture=screen.picture,
        document=screen.document,
        below=None if screen.asks is None else _below(screen.asks, texts, now),
        clears=screen.clears,
        replies_to=screen.replies_to,
    )


def _below(asked: ChatKeyboard, texts: Texts, now: datetime | None) -> RenderedKeyboard:
    wishes = tuple((wish.number, plain(wish.label, texts, now), wish.channel) for wish in asked.wishes)
    return RenderedKeyboard(wishes, plain(asked.cancel, texts, now))


def plain(phrase: Phrase | Joined | Unsaid | str, texts: Texts, now: datetime | None = None) -> str:
    """A phrase without markup: for buttons, toasts and names of files."""
    if isinstance(phrase, str):
        return phrase
    if isinstance(phrase, Joined):
        return phrase.by.join(plain(part, texts, now) for part in _to_say(phrase, texts))
    if isinstance(phrase, Unsaid):
        phrase = phrase.line
    return texts.plain(
        phrase.key, {name: _value(arg, texts, now, html=False) for name, arg in phrase.args.items()}
    )


def _to_say(joined: Joined, texts: Texts) -> Iterator[Phrase | Joined | Unsaid | str]:
    """The parts, without those that a title has said."""
    for part in joined.parts:
        if isinstance(part, Unsaid):
            said = plain(part.words, texts).casefold()
            if part.title.casefold().startswith(said):
                continue
        yield part


def _html(phrase: Phrase | Joined | Unsaid | str, texts: Texts, now: datetime | None) -> Markup:
    if isinstance(phrase, str):
        return texts.html("verbatim", {"text": phrase})
    if isinstance(phrase, Joined):
        return Markup(phrase.by.join(_html(part, texts, now) for part in _to_say(phrase, texts)))
    if isinstance(phrase, Unsaid):
        phrase = phrase.line
    return texts.html(
        phrase.key, {name: _value(arg, texts, now, html=True) for name, arg in phrase.args.items()}
    )


def _value(arg: Arg, texts: Texts, now: datetime | None, *, html: bool) -> Value:
    match arg:
        case Phrase() | Joined():
            return _html(arg, texts, now) if html else plain(arg, texts, now)
        case Moment(at, zone, "full"):
            return dates.day_and_time(texts.locale, at, zone, this_year=_year(now, zone))
        case Moment(at, zone, "hour"):
            return dates.clock(at.astimezone(ZoneInfo(zone)).time())
        case Moment(at, zone, _):
            return dates.day(texts.locale, at.astimezone(ZoneInfo(zone)).date(), _year(now, zone))
        case Day(value, "year"):
            return dates.full_day(texts.locale, value)
        case Day(value, "month"):
            return dates.month_title(texts.locale, value.year, value.month)
        case Day(value, _, zone):
            return dates.day(texts.locale, value, _year(now, zone))
        case _:
            return arg


def _year(now: datetime | None, zone: str) -> int | None:
    """The year that goes without saying."""
    return None if now is None else now.astimezone(ZoneInfo(zone)).year


def _button(button: Button, texts: Texts, now: datetime | None) -> RenderedButton:
    return RenderedButton(
        text=plain(button.label, texts, now),
        style=button.style.value,
        data=None if button.action is None else pack(button.action),
        url=button.url,
        copy=button.copy,
    )
