"""One question of a quiz, read from its place in the file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.faults import FaultKind
from content.nodes import Node
from content.signs import is_sign
from domain.quizzes import Criterion, Item, ItemKind, Option

QUESTION_LIMIT = 160
"""Read aloud in one breath or two."""
OPTION_LIMIT = 18
"""A button of half a row, with its mark."""
_WHY_LIMIT = 300
_NAME_LIMIT = 40
_ID = re.compile(r"[a-z][a-z0-9]{0,7}")
_FIELDS = {
    "id": "id: k1a",
    "criterion": "criterion: k",
    "kind": "kind: pick1",
    "second_try": "second_try: true",
    "cell": "cell: {profession: pekar, element: место работы}",
    "question": "question: Кто печёт хлеб?",
    "hint": "hint: Посмотрим ещё разок?",
    "options": "options: [{id: a, text: пекарь, points: 2, picture: bread-loaf}]",
    "why": "why: Хлеб печёт только пекарь.",
}
_CELL = {"profession": "profession: pekar", "element": "element: место работы"}
_OPTION = {
    "id": "id: a",
    "text": "text: пекарь",
    "points": "points: 2",
    "picture": "picture: bread-loaf",
    "sign": "sign: 🍞",
}
_WHOLE_OPTION = "- {id: a, text: пекарь, points: 2, picture: bread-loaf}"
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


def read_item(node: Node) -> tuple[str | None, Placed | None]:
    """The id of the question at this place, and the question; None, with faults, for what cannot be read."""
    fields = node.fields(_FIELDS, ("id", "kind", "question", "options", "why"))
    item_id = _id(fields["id"], _ID, _FIELDS["id"])
    kind_name = fields["kind"].among([one.value for one in ItemKind], _FIELDS["kind"])
    if kind_name is None or item_id is None:
        return item_id, None
    kind = ItemKind(kind_name)
    criterion = _criterion(fields["criterion"], kind)
    second_try = _second_try(fields, kind, criterion)
    options, pictures = _options(fields["options"], kind, second_try)
    if options:
        _check_weights(fields["options"], options, kind, criterion)
    cell = fields["cell"].fields(_CELL, ("element",))
    item = Item(
        id=item_id,
        number=0,
        kind=kind,
        question=fields["question"].words(QUESTION_LIMIT, _FIELDS["question"]),
        options=options,
        criterion=criterion,
        second_try=second_try,
        hint=fields["hint"].words(QUESTION_LIMIT, _FIELDS["hint"]) or None,
        profession=cell["profession"].words(_NAME_LIMIT, _CELL["profession"]) or None,
        element=cell["element"].words(_NAME_LIMIT, _CELL["element"]) or None,
        why=fields["why"].words(_WHY_LIMIT, _FIELDS["why"]) or None,
    )
    return item_id, Placed(item, fields["id"], pictures)


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
        node.wrong(FaultKind.FIELD_MISSING, _FIELDS["criterion"])
        return None
    said = node.among([one.value for one in Criterion], _FIELDS["criterion"])
    return Criterion(said) if said else None


def _second_try(fields: Mapping[str, Node], kind: ItemKind, criterion: Criterion | None) -> bool:
    """A second tap is for knowledge with four options alone (rule 19); it comes with a hint."""
    second_try = fields["second_try"].switch(_FIELDS["second_try"])
    if second_try and (kind is not ItemKind.PICK1 or criterion is not Criterion.KNOWLEDGE):
        fields["second_try"].wrong(FaultKind.NO_SECOND_TRY)
    if second_try and not fields["hint"]:
        fields["hint"].wrong(FaultKind.FIELD_MISSING, _FIELDS["hint"])
    if fields["hint"] and not second_try:
        fields["hint"].wrong(FaultKind.HINT_UNSAID)
    return second_try


def _options(node: Node, kind: ItemKind, second_try: bool) -> tuple[tuple[Option, ...], tuple[Node, ...]]:
    entries = node.items(_WHOLE_OPTION)
    fewest, most = _COUNTS[kind]
    fewest = most if second_try else fewest
    if node and not fewest <= len(entries) <= most:
        wanted = str(most) if fewest == most else f"{fewest}–{most}"
        node.wrong(FaultKind.OPTIONS, _WHOLE_OPTION, wanted=wanted, found=str(len(entries)))
    known = {name: example for name, example in _OPTION.items() if name != "points" or kind in _WEIGHED}
    required = [name for name in known if name != "sign" and (name != "picture" or kind in _SHOWN)]
    read = [entry.fields(known, required) for entry in entries]
    found: list[Option] = []
    for fields in read:
        option = _option(fields, kind)
        if option is None:
            continue
        if any(one.id == option.id for one in found):
            fields["id"].wrong(FaultKind.TWICE, found=option.id)
        found.append(option)
    if 0 < sum(one.sign is not None for one in found) < len(found):
        node.wrong(FaultKind.SOME_SIGNS)
    return tuple(found), tuple(fields["picture"] for fields in read if fields["picture"])


def _option(fields: Mapping[str, Node], kind: ItemKind) -> Option | None:
    shape = re.compile("[a-z]" if kind is ItemKind.ORDER3 else "[a-z]{1,2}")
    option_id = _id(fields["id"], shape, _OPTION["id"])
    sign = fields["sign"].words(_NAME_LIMIT, _OPTION["sign"]) or None
    if sign is not None and not is_sign(sign):
        fields["sign"].wrong(FaultKind.BAD_SIGN, _OPTION["sign"])
    points = fields["points"].number(_OPTION["points"]) if "points" in fields else 0
    if points > MOST:
        fields["points"].wrong(FaultKind.POINTS, _OPTION["points"])
    text = fields["text"].words(OPTION_LIMIT, _OPTION["text"])
    picture = fields["picture"].words(_NAME_LIMIT, _OPTION["picture"]) or None
    return None if option_id is None else Option(option_id, text, points, picture, sign)


def _check_weights(
    node: Node, options: Sequence[Option], kind: ItemKind, criterion: Criterion | None
) -> None:
    """Every question gives two points at best; knowledge and safe actions have one right answer, which gives both."""
    weights = [one.points for one in options]
    if kind is ItemKind.SMILE3 and weights != [2, 1, 0]:
        node.wrong(FaultKind.POINTS, "points: 2, 1, 0")
    if kind not in _WEIGHED:
        return
    if MOST not in weights:
        node.wrong(FaultKind.NO_KEY, _OPTION["points"])
    elif kind is ItemKind.PICK1 and criterion is not Criterion.MOTIVE and sum(weights) != MOST:
        node.wrong(FaultKind.MANY_KEYS, found=str(sum(one > 0 for one in weights)))
