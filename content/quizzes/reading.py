"""A quiz, read from its file: everything that is wrong is found at once, each with its line."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from content.faults import Fault, FaultKind, UnusableContent
from content.nodes import Node, compose
from content.pictures import nearest
from content.quizzes.items import Placed, read_item
from content.quizzes.soundness import check
from domain.people import AgeBand
from domain.quizzes import Band, Criterion, FormLetter, Instrument, Item, ParentText

_NAME = re.compile(r"(?P<slug>[a-z][a-z0-9-]{1,30})\.v(?P<version>[1-9]\d{0,3})\.yaml")
_FIELDS = {
    "slug": "slug: kto-chto-delaet",
    "version": "version: 1",
    "lang": "lang: ru",
    "title": "title: Кто что делает?",
    "ages": "ages: [5-6, 6-7]",
    "minutes": "minutes: 10",
    "caveat": "caveat: Авторский пилотный инструмент.",
    "bands": "bands: {k: {middle: 7, high: 10, most: 12}}",
    "missing_allowed": "missing_allowed: 1",
    "knowledge_floor": "knowledge_floor: 7",
    "anchors": "anchors: [k3, d1]",
    "forms": "forms: {a: [k1a, k2a], b: [k1b, k2b]}",
    "items": "items: [{id: k1a}]",
    "parent_texts": "parent_texts: {k: {text: …, activity: …}}",
    "parent_text_unclear": "parent_text_unclear: {text: …, activity: …}",
    "notes": "notes: {m: Возможен эффект потолка.}",
    "authors": "authors: [Анна Иванова]",
    "sources": "sources: [Название книги]",
}
_OPTIONAL = frozenset({"anchors", "notes"})
_BANDS = {
    "k": "k: {middle: 7, high: 10, most: 12}",
    "m": "m: {middle: 4, high: 7, most: 8}",
    "d": "d: {middle: 4, high: 7, most: 8}",
    "total": "total: {middle: 14, high: 23, most: 28}",
}
_EDGES = {"middle": "middle: 7", "high": "high: 10", "most": "most: 12"}
_FORMS = {"a": "a: [k1a, k2a]", "b": "b: [k1b, k2b]"}
_SAID = {"text": "text: Спасибо, что поиграли вместе!", "activity": "activity: Поиграйте вместе в магазин."}
_SIDES = {one.value: f"{one.value}: {{text: …, activity: …}}" for one in Criterion}
_NOTES = {one.value: f"{one.value}: Возможен эффект потолка." for one in Criterion}
_TEXT_LIMIT = 400


def read(file: Path) -> Instrument:
    """The quiz of a file; raises `UnusableContent` with all its faults."""
    instrument, faults = examine(file)
    if instrument is None and not faults:
        faults = (Fault(1, "", FaultKind.NO_FIELDS),)
    if instrument is None or faults:
        raise UnusableContent(file, faults)
    return instrument


def examine(
    file: Path, pictures: Collection[str] | None = None
) -> tuple[Instrument | None, tuple[Fault, ...]]:
    """The quiz of a file, as far as it can be read, and what is wrong, in the order of the lines.

    Neither a quiz nor a fault: the file is something else. With `pictures`, the names of those that are drawn, another
    one is a fault too.
    """
    content = file.read_bytes()
    faults: list[Fault] = []
    try:
        root = compose(content.decode(), faults)
    except UnicodeDecodeError:
        return None, (Fault(1, "", FaultKind.NO_YAML),)
    if root is None or not root.has("slug", "items"):
        return None, tuple(faults)
    instrument = _instrument(root, file.name, content, pictures)
    return instrument, tuple(sorted(faults, key=lambda one: one.line))


def _instrument(root: Node, name: str, content: bytes, pictures: Collection[str] | None) -> Instrument | None:
    fields = root.fields(_FIELDS, [one for one in _FIELDS if one not in _OPTIONAL])
    version = fields["version"].number(_FIELDS["version"])
    slug = fields["slug"].words(31, _FIELDS["slug"])
    named = _NAME.fullmatch(name)
    if slug and version and (named is None or (named["slug"], named["version"]) != (slug, str(version))):
        fields["slug"].wrong(FaultKind.FILE_NAME, f"{slug}.v{version}.yaml", found=name)
    fields["lang"].among(("ru",), _FIELDS["lang"])
    placed = _items(fields["items"])
    if pictures is not None:
        _check_pictures(placed, pictures)
    bands = fields["bands"].fields(_BANDS, _BANDS)
    sides = fields["parent_texts"].fields(_SIDES, _SIDES)
    notes = fields["notes"].fields(_NOTES)
    instrument = Instrument(
        slug=slug,
        version=version,
        sha256=sha256(content).hexdigest(),
        title=fields["title"].words(60, _FIELDS["title"]),
        ages=_ages(fields["ages"]),
        minutes=fields["minutes"].number(_FIELDS["minutes"]),
        criteria={one: _band(bands[one.value]) for one in Criterion},
        total=_band(bands["total"]),
        missing_allowed=fields["missing_allowed"].number(_FIELDS["missing_allowed"]),
        knowledge_floor=fields["knowledge_floor"].number(_FIELDS["knowledge_floor"]),
        forms=_forms(fields["forms"], placed),
        anchors=frozenset(_list(fields["anchors"], _FIELDS["anchors"])),
        parent_texts={one: _parent_text(sides[one.value]) for one in Criterion},
        parent_text_unclear=_parent_text(fields["parent_text_unclear"]),
        notes={one: said for one in Criterion if (said := notes[one.value].words(_TEXT_LIMIT, _NOTES["m"]))},
        authors=_list(fields["authors"], _FIELDS["authors"]),
        sources=_list(fields["sources"], _FIELDS["sources"]),
        caveat=fields["caveat"].words(_TEXT_LIMIT, _FIELDS["caveat"]),
    )
    if root.faults:
        return None
    sound = {item_id: one for item_id, one in placed.items() if one is not None}
    check(instrument, fields, bands, sound)
    return instrument


def _items(node: Node) -> Mapping[str, Placed | None]:
    """Questions by id; None for one that cannot be read, so that forms may name it without a second fault."""
    found: dict[str, Placed | None] = {}
    for entry in node.items("- id: k1a"):
        item_id, placed = read_item(entry)
        if item_id is None:
            continue
        if item_id in found:
            entry.wrong(FaultKind.TWICE, found=item_id)
        found[item_id] = placed
    return found


def _forms(node: Node, placed: Mapping[str, Placed | None]) -> Mapping[FormLetter, tuple[Item, ...]]:
    forms = node.fields(_FORMS, _FORMS)
    return {letter: _form(forms[letter.value], placed) for letter in FormLetter}


def _form(node: Node, placed: Mapping[str, Placed | None]) -> tuple[Item, ...]:
    form: dict[str, Item] = {}
    for entry in node.items(_FORMS["a"]):
        item_id = entry.words(_TEXT_LIMIT, _FORMS["a"])
        if item_id not in placed:
            entry.wrong(FaultKind.NOT_AMONG, found=item_id, known=", ".join(placed))
        elif item_id in form:
            entry.wrong(FaultKind.TWICE, found=item_id)
        elif (known := placed[item_id]) is not None:
            form[item_id] = replace(known.item, number=len(form) + 1)
    return tuple(form.values())


def _ages(node: Node) -> frozenset[AgeBand]:
    known = [one.value for one in AgeBand]
    said = [entry.among(known, _FIELDS["ages"]) for entry in node.items(_FIELDS["ages"])]
    if node and not said:
        node.wrong(FaultKind.TOO_FEW, _FIELDS["ages"])
    return frozenset(AgeBand(one) for one in said if one is not None)


def _band(node: Node) -> Band:
    edges = node.fields(_EDGES, _EDGES)
    middle, high, most = (edges[one].number(_EDGES[one]) for one in _EDGES)
    if all(edges.values()) and not 0 < middle < high <= most:
        node.wrong(FaultKind.EDGES, _BANDS["k"])
    return Band(middle, high, most)


def _parent_text(node: Node) -> ParentText:
    said = node.fields(_SAID, _SAID)
    return ParentText(*(said[one].words(_TEXT_LIMIT, _SAID[one]) for one in _SAID))


def _list(node: Node, example: str) -> tuple[str, ...]:
    lines = tuple(one.words(_TEXT_LIMIT, example) for one in node.items(example))
    if node and not lines:
        node.wrong(FaultKind.TOO_FEW, example)
    return lines


def _check_pictures(placed: Mapping[str, Placed | None], pictures: Collection[str]) -> None:
    for one in placed.values():
        for node in one.pictures if one is not None else ():
            name = node.words(_TEXT_LIMIT, "")
            if name not in pictures:
                node.wrong(FaultKind.NO_PICTURE, f"picture: {nearest(name, pictures)}", found=name)
