"""Words in a group's name that would tell strangers a diagnosis of its children."""

from functools import cache
from pathlib import Path

from content.nodes import loaded

_FILE = Path(__file__).with_name("group_names.ru.yaml")


@cache
def telling_stems() -> tuple[str, ...]:
    """Beginnings of words, and whole words in capital letters, as `domain.organisation.tells_diagnosis` takes them."""
    return tuple(str(stem) for stem in loaded(_FILE.read_text(encoding="utf-8"))["stems"])
