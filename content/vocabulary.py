"""Loads the words of days and hours; a word with two meanings of the same kind stops the start."""

from functools import cache
from pathlib import Path
from typing import Any

from content.nodes import loaded
from domain.event_forms import EventForm
from domain.terms import Vocabulary

_FILE = Path(__file__).parent / "vocabulary.ru.yaml"


class UnusableVocabulary(Exception):
    """`content/vocabulary.ru.yaml` cannot be used: mend the line that this message names."""


@cache
def vocabulary() -> Vocabulary:
    """The Russian words of `vocabulary.ru.yaml`."""
    return read(loaded(_FILE.read_text(encoding="utf-8")))


def read(raw: Any) -> Vocabulary:
    """The vocabulary from parsed YAML; raises `UnusableVocabulary` when a part is missing or doubled."""
    try:
        known = Vocabulary(
            months=_by_word(raw["months"]),
            weekdays=_by_word(raw["weekdays"]),
            relative=_numbers(raw["relative"]),
            this=_words(raw["this"]),
            next=_words(raw["next"]),
            through=_words(raw["through"]),
            units=_numbers(raw["units"]),
            prepositions=_words(raw["prepositions"]),
            year=_words(raw["year"]),
            hours=_words(raw["hours"]),
            minutes=_words(raw["minutes"]),
            morning=_words(raw["morning"]),
            afternoon=_words(raw["afternoon"]),
            evening=_words(raw["evening"]),
            noon=_words(raw["noon"]),
            numbers=_numbers(raw["numbers"]),
            unnumbered=_words(raw["unnumbered"]),
            forms=_forms(raw["forms"]),
            places=_words(raw["places"]),
            and_=_words(raw["and"]),
            between=_words(raw["between"]),
            not_on=_words(raw["not_on"]),
        )
    except (KeyError, TypeError, AttributeError) as missing:
        raise UnusableVocabulary(f"a part is missing or has another shape: {missing}") from missing
    if set(known.months.values()) != set(range(1, 13)) or set(known.weekdays.values()) != set(range(7)):
        raise UnusableVocabulary("twelve months from 1 and seven weekdays from 0 are needed")
    return known


def _by_word(raw: dict[int, list[str]]) -> dict[str, int]:
    words: dict[str, int] = {}
    for number, forms in raw.items():
        for word in _words(forms):
            if word in words:
                raise UnusableVocabulary(f"«{word}» stands twice")
            words[word] = number
    return words


def _forms(raw: dict[str, list[str]]) -> dict[str, str]:
    """What titles begin with, one or two words, by the form of work they name."""
    forms: dict[str, str] = {}
    for form, beginnings in raw.items():
        if form not in set(EventForm):
            raise UnusableVocabulary(f"«{form}» is no form of work")
        for beginning in beginnings:
            _words(beginning.split())
            if forms.setdefault(beginning, form) != form:
                raise UnusableVocabulary(f"«{beginning}» stands twice")
    return forms


def _words(raw: list[str]) -> frozenset[str]:
    for word in raw:
        if not isinstance(word, str) or word != word.lower().replace("ё", "е") or " " in word:
            raise UnusableVocabulary(f"«{word}» must be one word in small letters, with «е» for «ё»")
    return frozenset(raw)


def _numbers(raw: dict[str, int]) -> dict[str, int]:
    _words(list(raw))
    if not all(isinstance(number, int) for number in raw.values()):
        raise UnusableVocabulary("words of numbers need whole numbers")
    return dict(raw)
