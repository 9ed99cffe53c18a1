"""One message about an event, «Мастер-класс пожарного, 12 марта 10:00, музыкальный зал»: understood or asked, never guessed.

Exactly one day may be named in it. What stands around the day are parts: the first is the title, a single other one the
place. Whatever else there is comes back as `left`, to be shown when the place is asked; a message whose day may be
meant otherwise («с 12 по 14 марта», «к 8 марта») is a title as a whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from domain.event_checks import day_check
from domain.event_forms import EventForm
from domain.event_periods import period_in
from domain.events import PLACE_LIMIT, TITLE_LIMIT
from domain.forms import Circumstances, Filled, Value, accepted, clean
from domain.outcomes import Refused
from domain.terms import Term, Vocabulary, names_day, read_term, read_time

LONGEST_MESSAGE = 500
"""Characters; a longer text is no short message about an event."""
_LONGEST_DAY = 10
"""Words of «в пятницу, 12 марта 2027 года, в 10 часов утра», and one more."""

_TOKENS = re.compile(r"«[^»]*»[^\s,;]*|\"[^\"]*\"[^\s,;]*|[,;\n]|[^\s,;]+")
_DASHES = frozenset({"–", "—", "-"})
_SEPARATORS = _DASHES | {",", ";", "\n"}
_SENTENCE = re.compile(r"[^\W\d_]{3,}\.")
_HOURS = re.compile(r"(?<![\d.:])(\d{1,2}:\d{2})\s*[–—-]\s*(\d{1,2}:\d{2})(?![\d.:])")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a message says about an event; None where it says nothing, or nothing clear."""

    title: str | None
    form: EventForm | None = None
    day: date | None = None
    at: time | None = None
    ends_at: time | None = None
    place: str | None = None
    day_words: str | None = None
    """The words that name the day; one that cannot be, or may be two, has no `day`."""
    left: tuple[str, ...] = ()
    """Parts that may be the place or something else."""
    ends_on: date | None = None
    """The last day of a period; None: the same day."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens from `first` up to `last` that name a day."""

    first: int
    last: int
    meaning: Term | Refused


def read_event(text: str, vocabulary: Vocabulary, *, now: datetime, zone: str) -> Spoken:
    """What `text` says, from the point of view of people in `zone` at `now`."""
    whole = Spoken(text, form_named(text, vocabulary))
    if len(text) > LONGEST_MESSAGE:
        return whole
    if (period := period_in(text, vocabulary, now=now, zone=zone)) is not None:
        begun = read_event(period.begun, vocabulary, now=now, zone=zone)
        if begun.day is None or begun.at is None:
            return whole
        return replace(begun, ends_on=period.day, ends_at=period.at)
    hours = list(_HOURS.finditer(text))
    end: time | None = None
    said = text
    if len(hours) == 1:
        found = read_time(hours[0][2], vocabulary)
        end = found if isinstance(found, time) else None
        said = text[: hours[0].start()] + hours[0][1] + text[hours[0].end() :]
    if len(hours) > 1 or (hours and end is None):
        return whole
    tokens = _tokens(said)
    run = _only_day(tokens, vocabulary, now, zone)
    if run is None:
        return whole
    at, parts = _take_hour(run.meaning, _parts_around(tokens, run), vocabulary)
    if end is not None and (at is None or end <= at):
        return whole
    named = [part for part in parts if not _is_idle(part, vocabulary)]
    title = _as_title(named[0]) if named else None
    place, left = _place_of(named[1:], [part for part in parts if part not in named], vocabulary)
    form = None if title is None else form_named(title, vocabulary)
    day_words = " ".join(token for token in tokens[run.first : run.last] if token not in _SEPARATORS)
    day = None if isinstance(run.meaning, Refused) else run.meaning.day
    return Spoken(title, form, day, at, end if day is not None else None, place, day_words, left)


def message_check(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """The title; or a whole message, as long as no day has been said. What is unclear of it is asked next."""
    title_alone = accepted(clean(text), TITLE_LIMIT)
    if "day" in circumstances.values:
        return title_alone
    whole = accepted(clean(text, lines=True), LONGEST_MESSAGE)
    if isinstance(whole, Refused):
        return title_alone
    spoken = read_event(whole, circumstances.vocabulary, now=circumstances.said_at, zone=circumstances.zone)
    if spoken.day_words is None:
        if isinstance(title_alone, Refused) or spoken.form is None:
            return title_alone
        return Filled({"title": title_alone, "form": spoken.form.value})
    return _filled(spoken, circumstances)


def _filled(spoken: Spoken, circumstances: Circumstances) -> Filled | Refused:
    """The answers that a message gives; a day that is over or too far by now is asked for."""
    values: dict[str, Value] = {}
    if spoken.title is not None:
        title = accepted(spoken.title, TITLE_LIMIT)
        if isinstance(title, Refused):
            return title
        values["title"] = title
    if spoken.form is not None:
        values["form"] = spoken.form.value
    values |= _moments(spoken, circumstances)
    place = None if spoken.place is None else accepted(spoken.place, PLACE_LIMIT)
    if isinstance(place, str):
        values["place"] = place
    left = (*spoken.left, *((spoken.place,) if isinstance(place, Refused) and spoken.place else ()))
    return Filled(values | ({"left": "; ".join(left)} if left else {}))


def _moments(spoken: Spoken, circumstances: Circumstances) -> dict[str, Value]:
    if spoken.day is not None:
        said = [spoken.day.isoformat()]
        if spoken.at is not None:
            said.append(spoken.at.isoformat(timespec="minutes"))
        found = day_check(" ".join(said), circumstances)
        if not isinstance(found, Refused):
            ends: dict[str, Value] = {}
            if spoken.ends_at is not None:
                over = spoken.ends_at.isoformat(timespec="minutes")
                ends = {"ends": over if spoken.ends_on is None else f"{spoken.ends_on.isoformat()}T{over}"}
            return {**(found.values if isinstance(found, Filled) else {"day": found}), **ends}
    return {"unclear": spoken.day_words}


def form_named(title: str, vocabulary: Vocabulary) -> EventForm | None:
    """What the first words of a title say that it is: «Мастер-класс пожарного»."""
    plain = _plain(title).lstrip('«" ')
    named = [
        beginning
        for beginning in vocabulary.forms
        if re.match(rf"{re.escape(beginning)}(?![^\W\d_])", plain) is not None
    ]
    return EventForm(vocabulary.forms[max(named, key=len)]) if named else None


def _tokens(text: str) -> list[str]:
    """Words and separators; what stands in quotes is one word, a full stop after a sentence separates."""
    tokens: list[str] = []
    for token in _TOKENS.findall(text):
        if _SENTENCE.fullmatch(token):
            tokens += [token[:-1], ";"]
        else:
            tokens.append(token)
    return tokens


def _only_day(tokens: Sequence[str], vocabulary: Vocabulary, now: datetime, zone: str) -> _Run | None:
    """The longest words that name a day, if there is one day alone and nothing beside it makes it another."""
    runs = [
        _Run(first, last, meaning)
        for first in range(len(tokens))
        for last in range(first + 1, min(first + _LONGEST_DAY, len(tokens)) + 1)
        if (meaning := _day_of(tokens, first, last, vocabulary, now, zone)) is not None
    ]
    if not runs:
        return None
    best = max(runs, key=lambda run: (run.last - run.first, -run.first))
    if any(run.last <= best.first or run.first >= best.last for run in runs):
        return None
    return None if _is_doubtful(tokens, best, vocabulary) else best


def _is_doubtful(tokens: Sequence[str], run: _Run, vocabulary: Vocabulary) -> bool:
    """Whether what stands beside the day makes it another one, or a part of a name: «Праздник 8 Марта»."""
    around = [",", ",", *(_plain(token) for token in tokens), ","]
    earlier, before, after = around[run.first], around[run.first + 1], around[run.last + 2]
    alone = {before, after} <= _SEPARATORS
    before = earlier if before in _DASHES else before
    dated = any(token[:1].isdigit() for token in tokens[run.first : run.last])
    hour = not isinstance(run.meaning, Term) or run.meaning.at is not None
    return (
        _plain(tokens[run.first]) in vocabulary.not_on
        or before in vocabulary.not_on | vocabulary.between
        or after in vocabulary.between
        or any(sign.isdigit() for sign in before)
        or (dated and not hour and not alone)
    )


def _day_of(
    tokens: Sequence[str], first: int, last: int, vocabulary: Vocabulary, now: datetime, zone: str
) -> Term | Refused | None:
    """What these words mean if they name a day, be it a wrong one, and begin and end with words of it."""
    taken = tokens[first:last]
    if taken[0] in _SEPARATORS or taken[-1] in _SEPARATORS or any(word[0] in '«"' for word in taken):
        return None
    text = " ".join(taken)
    if not names_day(text, vocabulary) or _ends_in_a_number_of_something(tokens, first, last, vocabulary):
        return None
    return read_term(text, vocabulary, now=now, zone=zone)


def _ends_in_a_number_of_something(
    tokens: Sequence[str], first: int, last: int, vocabulary: Vocabulary
) -> bool:
    """«12 марта, 10 кабинет», «12 марта в 10 кабинете»: the number is no hour unless nothing is counted by it."""
    if not tokens[last - 1].isdecimal() or len(tokens[last - 1]) > 2:
        return False
    announced = _plain(tokens[last - 2]) in vocabulary.prepositions
    apart = any(token in _SEPARATORS for token in tokens[first:last])
    if apart and not announced:
        return True
    after = tokens[last] if last < len(tokens) else ","
    return not (after in _SEPARATORS or (announced and _plain(after) in vocabulary.prepositions))


def _parts_around(tokens: Sequence[str], run: _Run) -> list[str]:
    """What is left when the day is taken out: texts between separators; a number belongs to what it follows."""
    parts: list[str] = []
    taken: list[str] = []
    joins = False
    for index, token in enumerate([*tokens, ";"]):
        inside = run.first <= index < run.last
        if not inside and token not in _SEPARATORS:
            taken.append(token)
            continue
        if taken:
            text = " ".join(taken)
            if joins and re.fullmatch(r"\d{1,4}[^\W\d_]?", text):
                parts[-1] += f", {text}"  # «улица Мира, 5»
            else:
                parts.append(text)
        joins = bool(taken) and token == ","
        taken = []
    return parts


def _take_hour(
    meaning: Term | Refused, parts: list[str], vocabulary: Vocabulary
) -> tuple[time | None, list[str]]:
    """The hour, if a part of its own says it: «12 марта, экскурсия, 10:00»."""
    if isinstance(meaning, Refused) or meaning.at is not None:
        return (None if isinstance(meaning, Refused) else meaning.at), parts
    hours = {
        part: at
        for part in parts
        if (":" in part or part.split()[0].casefold() in vocabulary.prepositions)
        and isinstance(at := read_time(part, vocabulary), time)
    }
    if len(hours) != 1:
        return None, parts
    part, at = next(iter(hours.items()))
    return at, [other for other in parts if other != part]


def _place_of(
    named: Sequence[str], idle: Sequence[str], vocabulary: Vocabulary
) -> tuple[str | None, tuple[str, ...]]:
    """The place: the only part besides the title, or the only one that says a place; and what is left."""
    places = [part for part in named if _words(part) & vocabulary.places]
    place = named[0] if len(named) == 1 else places[0] if len(places) == 1 else None
    return place, (*(part for part in named if part != place), *idle)


def _is_idle(part: str, vocabulary: Vocabulary) -> bool:
    """Numbers and the small words around them, «с 10 до 11»: neither a title nor a place."""
    small = vocabulary.not_on | vocabulary.between | vocabulary.prepositions | vocabulary.hours
    return all(word in small or not re.search(r"[^\W\d_]", word) for word in _plain(part).split())


def _as_title(part: str) -> str:
    return part[:1].upper() + part[1:]


def _words(part: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", _plain(part)))


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")
