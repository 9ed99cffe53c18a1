"""One question of a quiz, read from its place in the file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.faults import FaultKind
from content.nodes import Node
from content.signs import fault
from domain.quizzes import Criterion, Item, ItemKind, Option

QUESTION_LIMIT = 160
"""Read aloud in one breath or two."""
OPTION_LIMIT = 18
"""A button of half a row, with its mark."""
_ID = re.compile(r"[a-z][a-z0-9]{0,7}")
_FIELDS = ("id", "criterion", "kind", "second_try", "cell", "question", "hint", "options", "why")
_OPTION = "- {id: a, text: пробирка, points: 2, picture: test-tube}"
_WEIGHED_OPTION = ("id", "text", "points", "picture", "sign")
_COUNTS: Mapping[ItemKind, tuple[int, int]] = {
    ItemKind.PICK1: (3, 4),
    ItemKind.SMILE3: (3, 3),
    ItemKind.ORDER3: (3, 3),
    ItemKind.WISH: (2, 20),
    ItemKind.REPORT: (2, 4),
}
_SHOWN = frozenset({ItemKind.PICK1, ItemKind.SMILE3, ItemKind.ORDER3})
"""Kinds that a child sees as a card of pictures."""
_WEIGHED = frozenset({ItemKind.PICK1, ItemKind.SMILE3, ItemKind.REPORT})
"""Kinds whose options have points of their own."""
MOST = 2
"""The points of the best answer to any question."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A question and where it stands; its number is given by the form."""

    item: Item
    place: Node
    pictures: Sequence[Node]
    """Where its pictures are named."""


def read_item(node: Node) -> Placed | None:
    """The question at this place; None, with faults, when its id or kind cannot be read."""
    fields = node.fields(_FIELDS, ("id", "kind", "question", "options", "why"), "question: Кто печёт хлеб?")
    item_id = _id(fields["id"], _ID, "id: k1a")
    kind_name = fields["kind"].among([one.value for one in ItemKind], "kind: pick1")
    if kind_name is None or item_id is None:
        return None
    kind = ItemKind(kind_name)
    criterion = _criterion(fields["criterion"], kind)
    second_try = _second_try(fields, kind, criterion)
    options, pictures = _options(fields["options"], kind, second_try)
    if options:
        _check_weights(fields["options"], options, kind, criterion, second_try)
    cell = (
        fields["cell"].fields(("profession", "element"), ("element",), "cell: {element: место работы}")
        if (fields["cell"])
        else {}
    )
    item = Item(
        id=item_id,
        number=0,
        kind=kind,
        question=fields["question"].words(QUESTION_LIMIT, "question: Кто печёт хлеб?"),
        options=options,
        criterion=criterion,
        second_try=second_try,
        hint=fields["hint"].words(QUESTION_LIMIT, "hint: Посмотрим ещё разок?") or None,
        profession=(cell["profession"].words(40, "profession: pekar") or None) if cell else None,
        element=(cell["element"].words(40, "element: место работы") or None) if cell else None,
        why=fields["why"].words(300, "why: Хлеб печёт только пекарь.") or None,
    )
    return Placed(item, fields["id"], pictures)


def _id(node: Node, shape: re.Pattern[str], example: str) -> str | None:
    said = node.words(100, example)
    if said and not shape.fullmatch(said):
        node.wrong(FaultKind.BAD_ID, example, found=said)
        return None
    return said or None


def _criterion(node: Node, kind: ItemKind) -> Criterion | None:
    if kind is ItemKind.WISH:
        if node:
            node.wrong(FaultKind.NEVER_WEIGHED)
        return None
    if not node:
        node.wrong(FaultKind.FIELD_MISSING, "criterion: k")
        return None
    said = node.among([one.value for one in Criterion], "criterion: k")
    return Criterion(said) if said else None


def _second_try(fields: Mapping[str, Node], kind: ItemKind, criterion: Criterion | None) -> bool:
    """A second tap is for knowledge with four options alone (rule 19); it comes with a hint."""
    second_try = fields["second_try"].switch("second_try: true")
    if second_try and (kind is not ItemKind.PICK1 or criterion is not Criterion.KNOWLEDGE):
        fields["second_try"].wrong(FaultKind.NO_SECOND_TRY)
    if second_try and not fields["hint"]:
        fields["hint"].wrong(FaultKind.FIELD_MISSING, "hint: Посмотрим ещё разок?")
    if fields["hint"] and not second_try:
        fields["hint"].wrong(FaultKind.HINT_UNSAID)
    return second_try


def _options(node: Node, kind: ItemKind, second_try: bool) -> tuple[tuple[Option, ...], tuple[Node, ...]]:
    entries = node.items(_OPTION)
    fewest, most = _COUNTS[kind]
    fewest = most if second_try else fewest
    if node and not fewest <= len(entries) <= most:
        wanted = str(most) if fewest == most else f"{fewest}–{most}"
        node.wrong(FaultKind.OPTIONS, _OPTION, wanted=wanted, found=len(entries))
    found, pictures, seen = [], [], set()
    for entry in entries:
        known = _WEIGHED_OPTION if kind in _WEIGHED else ("id", "text", "picture", "sign")
        required = [
            "id",
            "text",
            *(["points"] if kind in _WEIGHED else []),
            *(["picture"] if kind in _SHOWN else []),
        ]
        fields = entry.fields(known, required, _OPTION)
        shape = re.compile("[a-z]" if kind is ItemKind.ORDER3 else "[a-z]{1,2}")
        option_id = _id(fields["id"], shape, "id: a")
        if option_id in seen:
            fields["id"].wrong(FaultKind.TWICE, found=str(option_id))
        seen.add(option_id)
        sign = fields["sign"].words(10, "sign: 🍞") or None
        if sign is not None and fault(sign) is not None:
            fields["sign"].wrong(FaultKind.BAD_SIGN, "sign: 🍞")
        points = fields["points"].number("points: 2") if "points" in fields else 0
        if points > MOST:
            fields["points"].wrong(FaultKind.POINTS, "points: 2")
        text = fields["text"].words(OPTION_LIMIT, "text: пробирка")
        picture = fields["picture"].words(40, "picture: test-tube") or None
        if picture is not None:
            pictures.append(fields["picture"])
        if option_id is not None:
            found.append(Option(option_id, text, points, picture, sign))
    if 0 < sum(one.sign is not None for one in found) < len(found):
        node.wrong(FaultKind.SOME_SIGNS)
    return tuple(found), tuple(pictures)


def _check_weights(
    node: Node, options: Sequence[Option], kind: ItemKind, criterion: Criterion | None, second_try: bool
) -> None:
    """Every question gives two points at best; knowledge and safe actions have one right answer, which gives both."""
    weights = [one.points for one in options]
    if kind is ItemKind.SMILE3 and weights != [2, 1, 0]:
        node.wrong(FaultKind.POINTS, "points: 2, 1, 0")
    if kind not in _WEIGHED:
        return
    if MOST not in weights:
        node.wrong(FaultKind.NO_KEY, "points: 2")
    elif kind is ItemKind.PICK1 and criterion is not Criterion.MOTIVE and sum(weights) != MOST:
        node.wrong(FaultKind.MANY_KEYS, "points: 0", found=sum(one > 0 for one in weights))
