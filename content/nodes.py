"""YAML with the numbers of its lines: every value is read through a `Node`, which notes what is wrong and goes on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from content.faults import Fault, FaultKind

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as fast where PyYAML was built with it."""
_TRUE = "tag:yaml.org,2002:bool"
_WHOLE = "tag:yaml.org,2002:int"
_NULL = "tag:yaml.org,2002:null"


class Node:
    """A place in a file: its value, its line, its name for people. What it cannot read, it notes in `faults`."""

    def __init__(self, raw: yaml.Node | None, line: int, name: str, faults: list[Fault]) -> None:
        """Wrap `raw`; None stands for a field that is not there."""
        self.raw = raw
        self.line = raw.start_mark.line + 1 if raw is not None else line
        self.name = name
        self.faults = faults

    def __bool__(self) -> bool:
        """Whether something is written here."""
        return self.raw is not None and self.raw.tag != _NULL

    def wrong(self, kind: FaultKind, example: str = "", **args: str | int) -> None:
        """Note a fault of this place."""
        self.faults.append(Fault(self.line, self.name, kind, example, args))

    def fields(self, examples: Mapping[str, str], required: Iterable[str] = ()) -> Mapping[str, "Node"]:
        """The fields below, which are those of `examples`; unknown, doubled and missing ones are noted.

        A missing field is an empty node: whoever reads it goes on, and notes nothing more about it.
        """
        if not isinstance(self.raw, yaml.MappingNode):
            if self:
                self.wrong(FaultKind.NO_FIELDS, next(iter(examples.values())))
            return {name: self._below(None, name) for name in examples}
        found = dict(self.entries(""))
        for name, place in found.items():
            if name not in examples:
                place.wrong(FaultKind.FIELD_UNKNOWN, known=", ".join(examples))
        for name in required:
            if not found.get(name):
                self._below(None, name).wrong(FaultKind.FIELD_MISSING, examples[name])
        return {name: found.get(name) or self._below(None, name) for name in examples}

    def entries(self, example: str) -> tuple[tuple[str, "Node"], ...]:
        """The fields below, where their names are free; a doubled one is noted."""
        if not isinstance(self.raw, yaml.MappingNode):
            self.wrong(FaultKind.NO_FIELDS, example)
            return ()
        found: dict[str, Node] = {}
        for key, value in self.raw.value:
            place = self._below(value, str(key.value))
            place.line = key.start_mark.line + 1
            if str(key.value) in found:
                place.wrong(FaultKind.FIELD_TWICE)
            found[str(key.value)] = place
        return tuple(found.items())

    def has(self, *names: str) -> bool:
        """Whether one of these fields stands below."""
        return isinstance(self.raw, yaml.MappingNode) and any(key.value in names for key, _ in self.raw.value)

    def items(self, example: str) -> tuple["Node", ...]:
        """The entries of a list."""
        if not self:
            return ()
        if not isinstance(self.raw, yaml.SequenceNode):
            self.wrong(FaultKind.NO_LIST, example)
            return ()
        return tuple(Node(one, self.line, self.name, self.faults) for one in self.raw.value)

    def words(self, limit: int, example: str) -> str:
        """One line of words of at most `limit` characters; «» when there are none."""
        if not self:
            return ""
        if not isinstance(self.raw, yaml.ScalarNode) or not self.raw.value.strip():
            self.wrong(FaultKind.NO_WORDS, example)
            return ""
        said = " ".join(self.raw.value.split())
        if len(said) > limit:
            self.wrong(FaultKind.TOO_LONG, example, limit=limit, found=len(said))
        return said

    def number(self, example: str) -> int:
        """A whole number from 0; 0 when there is none."""
        if not self:
            return 0
        if (
            not isinstance(self.raw, yaml.ScalarNode)
            or self.raw.tag != _WHOLE
            or not self.raw.value.isdigit()
        ):
            self.wrong(FaultKind.NO_NUMBER, example)
            return 0
        return int(self.raw.value)

    def switch(self, example: str) -> bool:
        """`true` or `false`; false when it is not there."""
        if not self:
            return False
        if not isinstance(self.raw, yaml.ScalarNode) or self.raw.tag != _TRUE:
            self.wrong(FaultKind.NO_SWITCH, example)
            return False
        return self.raw.value.lower() in ("true", "yes", "on")

    def among(self, known: Sequence[str], example: str) -> str | None:
        """One of the known words; None when it is another."""
        said = self.words(100, example)
        if said and said not in known:
            self.wrong(FaultKind.NOT_AMONG, example, found=said, known=", ".join(known))
        return said if said in known else None

    def _below(self, raw: yaml.Node | None, name: str) -> "Node":
        return Node(raw, self.line, self._path(name), self.faults)

    def _path(self, name: str) -> str:
        return f"{self.name}.{name}" if self.name else name


def loaded(text: str) -> Any:
    """The values of a YAML text, without their lines."""
    return yaml.load(text, Loader=_LOADER)


def compose(text: str, faults: list[Fault]) -> Node | None:
    """The root of a YAML text; None, with a fault, when it is no YAML."""
    try:
        raw = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as odd:
        mark = odd.problem_mark or odd.context_mark
        faults.append(Fault(mark.line + 1 if mark else 1, "", FaultKind.NO_YAML))
        return None
    except yaml.YAMLError:
        faults.append(Fault(1, "", FaultKind.NO_YAML))
        return None
    return Node(raw, 1, "", faults)
