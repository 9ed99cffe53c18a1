"""Published quizzes: files that never change once they are listed in `published.sha256`."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from content.quizzes.reading import read
from domain.quizzes import Instrument

WHO_DOES_WHAT = "kto-chto-delaet"
"""The picture quiz of children of five to seven: «Кто что делает?»."""
_HERE = Path(__file__).parent


class QuizChanged(Exception):
    """A published quiz differs from its listed hash: restore the file, and publish a new version instead."""


class Instruments:
    """Every published version of every quiz."""

    def __init__(self, versions: Iterable[Instrument]) -> None:
        """Keep these versions; of each quiz the one with the highest number is the newest."""
        self._by_version = {(one.slug, one.version): one for one in versions}
        self._newest = {slug: self._by_version[slug, version] for slug, version in sorted(self._by_version)}

    def all(self) -> tuple[Instrument, ...]:
        """Every version, the old ones too: attempts refer to them for ever."""
        return tuple(self._by_version.values())

    def newest(self, slug: str) -> Instrument:
        """The version that new waves take; raises `KeyError` for a quiz that was never published."""
        return self._newest[slug]

    def get(self, slug: str, version: int) -> Instrument:
        """A version by its number; raises `KeyError` for one that was never published."""
        return self._by_version[slug, version]


@cache
def instruments() -> Instruments:
    """The quizzes that ship with the product, read once."""
    return published(_HERE)


def published(folder: Path) -> Instruments:
    """The quizzes of a folder.

    Raises `QuizChanged` for a file that is altered, missing or not listed, and `UnusableContent` for one that cannot
    be scored.
    """
    hashes = listed(folder)
    files = sorted(folder.glob("*.yaml"))
    if missing := set(hashes) - {file.name for file in files}:
        raise QuizChanged(", ".join(sorted(missing)))
    versions = []
    for file in files:
        instrument = read(file)
        if hashes.get(file.name) != instrument.sha256:
            raise QuizChanged(file.name)
        versions.append(instrument)
    return Instruments(versions)


def as_json(instrument: Instrument) -> str:
    """All that the instrument says, to be stored with its hash: answers stay readable without the file."""
    return json.dumps(asdict(instrument), ensure_ascii=False, sort_keys=True, default=sorted)


def listed(folder: Path) -> dict[str, str]:
    """The hashes of the published files by name; none where nothing was published."""
    file = folder / "published.sha256"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return {name.strip(): digest for digest, _, name in (line.partition("  ") for line in lines) if digest}
