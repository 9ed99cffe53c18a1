"""Trades that need a thought before they are shown to small children: beginnings of words, read once."""

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("thought.ru.yaml")
_WORD_BEGINS = r"(?<!\w)"


@cache
def _pattern() -> re.Pattern[str]:
    starts: list[str] = yaml.safe_load(FILE.read_text("utf-8"))["starts"]
    return re.compile(_WORD_BEGINS + "(?:" + "|".join(re.escape(start) for start in starts) + ")")


def needs_thought(profession: str) -> bool:
    """Whether a teacher is asked to think before saying yes: «Сомелье», «мастер ритуальных услуг»."""
    return _pattern().search(profession.casefold().replace("ё", "е")) is not None
