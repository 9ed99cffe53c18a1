"""Pictures of the quizzes and of the professions: one SVG a thing, credited in `CREDITS.md`."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


class UnknownPicture(Exception):
    """No such picture in `content/pictures/`: draw it, or take a name of a file that is there."""


@cache
def pictures() -> Mapping[str, str]:
    """Every picture's SVG by its name; 200 kB, read when the first card is drawn."""
    return {file.stem: file.read_text(encoding="utf-8").strip() for file in sorted(_HERE.glob("*.svg"))}


def nearest(name: str, drawn: Collection[str]) -> str:
    """The drawn picture whose name is most like this one: what was probably meant."""
    return (get_close_matches(name, drawn, n=1, cutoff=0.0) or [""])[0]


def svg(name: str) -> str:
    """The picture of this name; raises `UnknownPicture`."""
    try:
        return pictures()[name]
    except KeyError as unknown:
        raise UnknownPicture(name) from unknown
