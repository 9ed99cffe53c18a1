"""A quiz, read from its file: everything that is wrong is found at once, each with its line."""

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from content.faults import Fault, FaultKind, UnusableContent
from content.nodes import Node, compose
from content.quizzes.items import Placed, read_item
from content.quizzes.soundness import check
from domain.people import AgeBand
from domain.quizzes import Band, Criterion, FormLetter, Instrument, Item, ParentText

_NAME = re.compile(r"(?P<slug>[a-z][a-z0-9-]{1,30})\.v(?P<version>[1-9]\d{0,3})\.yaml")
_REQUIRED = (
    "slug",
    "version",
    "lang",
    "title",
    "ages",
    "minutes",
    "caveat",
    "bands",
    "missing_allowed",
    "knowledge_floor",
    "forms",
    "items",
    "parent_texts",
    "parent_text_unclear",
    "authors",
    "sources",
)
_FIELDS = (*_REQUIRED, "anchors", "notes")
_BAND = "k: {middle: 7, high: 10, most: 12}"
_TEXT_LIMIT = 400
_SIDES = tuple(one.value for one in Criterion)


def read(file: Path) -> Instrument:
    """The quiz of a file; raises `UnusableContent` with all its faults."""
    instrument, faults = examine(file)
    if instrument is None or faults:
        raise UnusableContent(file, faults)
    return instrument


def examine(file: Path, pictures: Path | None = None) -> tuple[Instrument | None, tuple[Fault, ...]]:
    """The quiz of a file, as far as it can be read, and what is wrong, in the order of the lines.

    With `pictures`, the folder of drawings, a picture that is not drawn is a fault too.
    """
    content = file.read_bytes()
    faults: list[Fault] = []
    try:
        root = compose(content.decode(), faults)
    except UnicodeDecodeError:
        return None, (Fault(1, "", FaultKind.NO_YAML),)
    instrument = _instrument(root, file.name, content) if root is not None else None
    if root is not None and pictures is not None and instrument is not None:
        _check_pictures(root, pictures)
    return instrument, tuple(sorted(faults, key=lambda one: one.line))


def _instrument(root: Node, name: str, content: bytes) -> Instrument | None:
    fields = root.fields(_FIELDS, _REQUIRED, "title: Кто что делает?")
    version = fields["version"].number("version: 1")
    slug = fields["slug"].words(31, "slug: kto-chto-delaet")
    named = _NAME.fullmatch(name)
    if named is None or (named["slug"], named["version"]) != (slug, str(version)):
        fields["slug"].wrong(
            FaultKind.FILE_NAME, f"{slug or 'kto-chto-delaet'}.v{version or 1}.yaml", found=name
        )
    fields["lang"].among(("ru",), "lang: ru")
    placed = _items(fields["items"])
    forms = _forms(fields["forms"], placed)
    bands = fields["bands"].fields((*_SIDES, "total"), (*_SIDES, "total"), _BAND)
    instrument = Instrument(
        slug=slug,
        version=version,
        sha256=sha256(content).hexdigest(),
        title=fields["title"].words(60, "title: Кто что делает?"),
        ages=_ages(fields["ages"]),
        minutes=fields["minutes"].number("minutes: 10"),
        criteria={one: _band(bands[one.value]) for one in Criterion},
        total=_band(bands["total"]),
        missing_allowed=fields["missing_allowed"].number("missing_allowed: 1"),
        knowledge_floor=fields["knowledge_floor"].number("knowledge_floor: 7"),
        forms=forms,
        anchors=frozenset(one.words(8, "anchors: [k3]") for one in fields["anchors"].items("anchors: [k3]")),
        parent_texts=_parent_texts(fields["parent_texts"]),
        parent_text_unclear=_parent_text(fields["parent_text_unclear"]),
        notes=_notes(fields["notes"]),
        authors=_lines(fields["authors"], "authors: [Анна Иванова]"),
        sources=_lines(fields["sources"], "sources: [Название книги]"),
        caveat=fields["caveat"].words(_TEXT_LIMIT, "caveat: Авторский пилотный инструмент."),
    )
    if root.faults:
        return None
    check(instrument, fields, bands, placed)
    return instrument


def _items(node: Node) -> Mapping[str, Placed]:
    found: dict[str, Placed] = {}
    for entry in node.items("- id: k1a"):
        placed = read_item(entry)
        if placed is None:
            continue
        if placed.item.id in found:
            placed.place.wrong(FaultKind.TWICE, found=placed.item.id)
        found[placed.item.id] = placed
    return found


def _forms(node: Node, placed: Mapping[str, Placed]) -> Mapping[FormLetter, tuple[Item, ...]]:
    letters = tuple(one.value for one in FormLetter)
    forms = node.fields(letters, letters, "a: [k1a, k2a]")
    return {letter: _form(forms[letter.value], placed) for letter in FormLetter}


def _form(node: Node, placed: Mapping[str, Placed]) -> tuple[Item, ...]:
    form: list[Item] = []
    for entry in node.items("a: [k1a, k2a]"):
        item_id = entry.words(8, "a: [k1a, k2a]")
        if item_id not in placed:
            entry.wrong(FaultKind.NOT_AMONG, "a: [k1a, k2a]", found=item_id, known=", ".join(placed))
        elif any(one.id == item_id for one in form):
            entry.wrong(FaultKind.TWICE, found=item_id)
        else:
            form.append(replace(placed[item_id].item, number=len(form) + 1))
    if node and not form:
        node.wrong(FaultKind.TOO_FEW, "a: [k1a, k2a]")
    return tuple(form)


def _ages(node: Node) -> frozenset[AgeBand]:
    known = [one.value for one in AgeBand]
    said = [entry.among(known, "ages: [5-6, 6-7]") for entry in node.items("ages: [5-6, 6-7]")]
    if node and not said:
        node.wrong(FaultKind.TOO_FEW, "ages: [5-6, 6-7]")
    return frozenset(AgeBand(one) for one in said if one is not None)


def _band(node: Node) -> Band:
    if not node:
        return Band(0, 0, 0)
    edges = ("middle", "high", "most")
    fields = node.fields(edges, edges, _BAND)
    middle, high, most = (fields[one].number(_BAND) for one in edges)
    if not 0 < middle < high <= most:
        node.wrong(FaultKind.EDGES, _BAND)
    return Band(middle, high, most)


def _parent_texts(node: Node) -> Mapping[Criterion, ParentText]:
    sides = node.fields(_SIDES, _SIDES, "k: {text: …, activity: …}")
    return {one: _parent_text(sides[one.value]) for one in Criterion}


def _parent_text(node: Node) -> ParentText:
    if not node:
        return ParentText("", "")
    parts = ("text", "activity")
    fields = node.fields(parts, parts, "activity: Поиграйте вместе в магазин.")
    return ParentText(
        *(fields[one].words(_TEXT_LIMIT, "activity: Поиграйте вместе в магазин.") for one in parts)
    )


def _notes(node: Node) -> Mapping[Criterion, str]:
    if not node:
        return {}
    notes = node.fields(_SIDES, (), "m: Возможен эффект потолка.")
    return {
        one: said
        for one in Criterion
        if (said := notes[one.value].words(_TEXT_LIMIT, "m: Возможен эффект потолка."))
    }


def _lines(node: Node, example: str) -> tuple[str, ...]:
    lines = tuple(one.words(_TEXT_LIMIT, example) for one in node.items(example))
    if node and not lines:
        node.wrong(FaultKind.TOO_FEW, example)
    return lines


def _check_pictures(root: Node, pictures: Path) -> None:
    silent = Node(root.raw, 1, "", [])  # its questions were read before, and are sound
    for entry in silent.fields(_FIELDS, (), "")["items"].items(""):
        placed = read_item(entry)
        for node in placed.pictures if placed is not None else ():
            name = node.words(40, "")
            if not (pictures / f"{name}.svg").is_file():
                root.faults.append(
                    Fault(node.line, node.name, FaultKind.NO_PICTURE, "picture: test-tube", {"found": name})
                )
