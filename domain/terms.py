"""Typed dates: «12 марта 10:00», «12.03 в 10», «в следующую среду», «завтра в 9». Understood or asked, never guessed.

The words are an argument (`content/vocabulary.ru.yaml`). A text is split into numbers and words; every piece must
belong to a day or to a time, or the whole is not understood.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from domain.outcomes import Reason, Refused
from domain.term_days import Said, Term, resolve

__all__ = ["Term", "Vocabulary", "names_day", "read_term", "read_time"]

SURE_HOUR = 7
"""A bare hour before this one may as well be one of the afternoon."""

_PIECES = re.compile(r"\d+(?:[.:/\-]\d+)*|[^\W\d_]+|\S")
_IGNORED = frozenset(",.;")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of days and hours, in small letters, with «е» for «ё»."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday is 0."""
    relative: Mapping[str, int]
    """«завтра»: days from today."""
    this: frozenset[str]
    next: frozenset[str]
    through: frozenset[str]
    units: Mapping[str, int]
    """«неделю»: days in one."""
    prepositions: frozenset[str]
    year: frozenset[str]
    hours: frozenset[str]
    minutes: frozenset[str]
    morning: frozenset[str]
    afternoon: frozenset[str]
    evening: frozenset[str]
    noon: frozenset[str]
    numbers: Mapping[str, int]
    unnumbered: frozenset[str]
    """«без номера», letters alone: what is written where a paper has none."""
    forms: Mapping[str, str]
    """«мастер-класс»: what the title of an event begins with, and which form of work it is."""
    places: frozenset[str]
    """«зале»: words that tell a place from everything else."""
    and_: frozenset[str]
    """«9:20 и 15:40»: what joins two of a kind."""
    between: frozenset[str]
    """«12 или 14 марта», «до 14 марта»: a word beside a day that makes it more, or less, than one day."""
    not_on: frozenset[str]
    """«к 8 марта», «после 8 марта»: a word before a day on which the event is not."""


def read_term(text: str, vocabulary: Vocabulary, *, now: datetime, zone: str) -> Term | Refused:
    """The day (and time) that `text` names, from the point of view of people in `zone` at `now`.

    Refuses with NO_SUCH_DATE, NO_SUCH_TIME, WEEKDAY_WRONG, DATE_AMBIGUOUS (two days as `first` and `second`,
    the hour, if one was said, as `at`), DATE_PAST, or DATE_UNCLEAR when it is not understood or names no day.
    """
    said = _said(text, vocabulary)
    if said is None:
        return Refused(Reason.DATE_UNCLEAR)
    if said.at is not None and not _is_time(said.at):
        return Refused(Reason.NO_SUCH_TIME)
    if said.doubtful:
        return Refused(Reason.TIME_MISSING)
    at = None if said.at is None else time(*said.at)
    return resolve(said, at, now.astimezone(ZoneInfo(zone)).replace(tzinfo=None))


def names_day(text: str, vocabulary: Vocabulary) -> bool:
    """Whether every word of `text` belongs to a day or an hour, and a day is among them, be it a wrong one."""
    said = _said(text, vocabulary)
    return said is not None and not (said.day is None and said.offset is None and said.weekday is None)


def read_time(text: str, vocabulary: Vocabulary) -> time | Refused:
    """The time of day that `text` names: «9:30», «9.30», «9-30», «в 9», «9 30», «5 вечера», «в полдень»."""
    said = Said(pieces=_pieces(text))
    while said.pieces:
        if not (_take_time(said, vocabulary, bare=True) or _skip(said, vocabulary)):
            return Refused(Reason.TIME_MISSING)
    if said.at is None or said.doubtful:
        return Refused(Reason.TIME_MISSING)
    return time(*said.at) if _is_time(said.at) else Refused(Reason.NO_SUCH_TIME)


def _said(text: str, vocabulary: Vocabulary) -> Said | None:
    """What the words say; None when one of them belongs to no day and no hour."""
    said = Said(pieces=_pieces(text))
    while said.pieces:
        if not (_take_day(said, vocabulary) or _take_time(said, vocabulary) or _skip(said, vocabulary)):
            return None
    return said


def _pieces(text: str) -> list[str]:
    words = _PIECES.findall(text.casefold().replace("ё", "е"))
    return [word for word in words if word not in _IGNORED]


def _skip(said: Said, vocabulary: Vocabulary) -> bool:
    """A preposition before something that follows."""
    if len(said.pieces) > 1 and said.pieces[0] in vocabulary.prepositions:
        said.pieces.pop(0)
        return True
    return False


def _take_day(said: Said, vocabulary: Vocabulary) -> bool:
    return (
        _take_relative(said, vocabulary)
        or _take_weekday(said, vocabulary)
        or _take_written(said, vocabulary)
        or _take_numeric(said, vocabulary)
    )


def _take_relative(said: Said, vocabulary: Vocabulary) -> bool:
    """«завтра», «через неделю», «через 3 дня»."""
    pieces = said.pieces
    if said.offset is not None or said.day is not None:
        return False
    if pieces[0] in vocabulary.relative:
        said.offset, said.by_word = vocabulary.relative[pieces.pop(0)], True
        return True
    if pieces[0] not in vocabulary.through or len(pieces) < 2:
        return False
    count = _number(pieces[1], vocabulary)
    unit = pieces[1] if count is None else pieces[2] if len(pieces) > 2 else ""
    if unit not in vocabulary.units or (count or 1) > 366:
        return False
    said.offset = (1 if count is None else count) * vocabulary.units[unit]
    del pieces[: 2 if count is None else 3]
    return True


def _take_weekday(said: Said, vocabulary: Vocabulary) -> bool:
    """«среду», «эту среду», «следующую среду»."""
    pieces = said.pieces
    if said.weekday is not None:
        return False
    qualified = pieces[0] in vocabulary.this | vocabulary.next
    index = 1 if qualified and len(pieces) > 1 else 0
    if pieces[index] not in vocabulary.weekdays:
        return False
    said.weekday = vocabulary.weekdays[pieces[index]]
    said.next_week = pieces[0] in vocabulary.next
    del pieces[: index + 1]
    return True


def _take_written(said: Said, vocabulary: Vocabulary) -> bool:
    """«12 марта», «12 марта 2027 года»."""
    pieces = said.pieces
    if said.day is not None or said.offset is not None or len(pieces) < 2:
        return False
    if not pieces[0].isdecimal() or pieces[1] not in vocabulary.months or len(pieces[0]) > 2:
        return False
    day, month = int(pieces[0]), vocabulary.months[pieces[1]]
    del pieces[:2]
    year = None
    if pieces and re.fullmatch(r"\d{4}", pieces[0]):
        year = int(pieces.pop(0))
        if pieces and pieces[0] in vocabulary.year:
            pieces.pop(0)
    said.day = (day, month, year)
    return True


def _take_numeric(said: Said, vocabulary: Vocabulary) -> bool:
    """«12.03», «12/03/2027», «12.03.27», «2027-03-12»."""
    if said.day is not None or said.offset is not None:
        return False
    piece = said.pieces[0]
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", piece):
        year, month, day = (int(part) for part in found.groups())
        said.day = (day, month, year)
    elif found := re.fullmatch(r"(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2}))?", piece):
        day, month = int(found[1]), int(found[3])
        year_said = None if found[4] is None else int(found[4])
        said.day = (day, month, 2000 + year_said if year_said is not None and year_said < 100 else year_said)
    else:
        return False
    said.pieces.pop(0)
    if said.pieces and said.day[2] is not None and said.pieces[0] in vocabulary.year:
        said.pieces.pop(0)
    return True


def _take_time(said: Said, vocabulary: Vocabulary, *, bare: bool = False) -> bool:
    """«в 9», «9:30», «9.30», «9-30», «9 часов 30 минут», «5 вечера», «полдень»; `bare`: a number alone will do."""
    if said.at is not None:
        return False
    rest = list(said.pieces)
    announced = bare
    if rest[0] in vocabulary.prepositions and len(rest) > 1:
        announced = True
        rest.pop(0)
    if rest[0] in vocabulary.noon:
        said.at, said.pieces = (12, 0), rest[1:]
        return True
    if found := re.fullmatch(r"(\d{1,2})[.:\-](\d{2})", rest[0]):
        hour, minute, announced = int(found[1]), int(found[2]), True
        rest.pop(0)
    else:
        number = _number(rest[0], vocabulary)
        if number is None and rest[0] in vocabulary.hours and len(rest) > 1:  # «в час дня»
            number = 1
        if number is None or number > 99:
            return False
        rest.pop(0)
        hour, minute = number, 0
        announced = announced or not rest  # «завтра 9»: the last number of a date is an hour
        if rest and rest[0] in vocabulary.hours:
            announced = True
            rest.pop(0)
        if rest and re.fullmatch(r"\d{2}", rest[0]) and announced:
            minute = int(rest.pop(0))
            if rest and rest[0] in vocabulary.minutes:
                rest.pop(0)
    whole = minute == 0 and not found
    doubtful = whole and 1 <= hour < SURE_HOUR
    hour, part = _of_day_part(hour, rest, vocabulary)
    if not (announced or part):
        return False
    said.doubtful = doubtful and not part
    said.at, said.pieces = (hour, minute), rest[1:] if part else rest
    return True


def _of_day_part(hour: int, rest: list[str], vocabulary: Vocabulary) -> tuple[int, bool]:
    """The hour of 24, and whether the next piece is «утра», «дня», «вечера»."""
    if not rest:
        return hour, False
    if rest[0] in vocabulary.morning and hour <= 12:
        return hour, True
    if rest[0] in vocabulary.afternoon | vocabulary.evening and 1 <= hour <= 12:
        return (hour + 12 if hour < 12 else hour), True
    return hour, False


def _number(piece: str, vocabulary: Vocabulary) -> int | None:
    if re.fullmatch(r"\d{1,3}", piece):
        return int(piece)
    return vocabulary.numbers.get(piece)


def _is_time(at: tuple[int, int]) -> bool:
    return at[0] < 24 and at[1] < 60
