"""What is wrong with a file of content: where it stands, what is expected, and an example to copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class FaultKind(StrEnum):
    """What can be wrong; each kind has a text `content-fault-<kind>` in every locale."""

    NO_YAML = "no-yaml"
    NO_FIELDS = "no-fields"
    FIELD_MISSING = "field-missing"
    FIELD_UNKNOWN = "field-unknown"
    FIELD_TWICE = "field-twice"
    NO_WORDS = "no-words"
    TOO_LONG = "too-long"
    NO_NUMBER = "no-number"
    NO_SWITCH = "no-switch"
    NO_LIST = "no-list"
    TOO_FEW = "too-few"
    NOT_AMONG = "not-among"
    BAD_ID = "bad-id"
    TWICE = "twice"
    BAD_SIGN = "bad-sign"
    SOME_SIGNS = "some-signs"
    NO_PICTURE = "no-picture"
    OPTIONS = "options"
    POINTS = "points"
    NO_KEY = "no-key"
    MANY_KEYS = "many-keys"
    NEVER_WEIGHED = "never-weighed"
    NO_SECOND_TRY = "no-second-try"
    HINT_UNSAID = "hint-unsaid"
    EDGES = "edges"
    SUM = "sum"
    FLOOR = "floor"
    UNASKED = "unasked"
    ANCHOR = "anchor"
    MOTIVES_DIFFER = "motives-differ"
    LAST = "last"
    FORMS_DIFFER = "forms-differ"
    FILE_NAME = "file-name"
    FILE_MISSING = "file-missing"
    BAD_SLUG = "bad-slug"
    SENTENCE = "sentence"
    QUESTION = "question"
    COUNT = "count"
    PLAN = "plan"
    BOTH = "both"
    TWO_PROFESSIONS = "two-professions"
    NO_PROFESSION = "no-profession"
    DAY_RULE = "day-rule"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend."""

    line: int
    """From 1; the nearest line when a field is missing."""
    where: str
    """The field as it is written in the file: «options», «cell.profession»."""
    kind: FaultKind
    example: str = ""
    """A line that would be right; stands in the file's own language."""
    args: Mapping[str, str | int] = field(default_factory=dict)
    """What the text of the kind needs: `wanted`, `found`, …"""


class UnusableContent(Exception):
    """A file of content cannot be used: `python -m bot content check FILE` says line by line what to mend."""

    def __init__(self, file: Path, faults: tuple[Fault, ...]) -> None:
        """Name the file and its first fault; all of them stay in `faults`."""
        first = faults[0]
        said = f"{file.name}, line {first.line}, {first.where}: {first.kind.value} {dict(first.args)}"
        super().__init__(f"{said}; for example: {first.example}" if first.example else said)
        self.file = file
        self.faults = faults
