"""`python -m bot content show`: an instrument with its keys on paper, for the psychologist who answers for it."""

from collections.abc import Iterator, Sequence

from domain.professions import Catalogue
from domain.quizzes import Band, Criterion, FormLetter, Instrument, Item, ItemKind, ParentText
from locales import Texts


def statement(instrument: Instrument, catalogue: Catalogue, texts: Texts) -> str:
    """The whole instrument as Markdown: what it is, how it is scored, each question of each form with its key."""
    file = f"content/quizzes/{instrument.slug}.v{instrument.version}.yaml"
    made = texts.plain("content-show-made", {"file": file})
    lines = (
        *_head(instrument, texts),
        *_forms(instrument, catalogue, texts),
        *_said(instrument, texts),
        made,
    )
    return "\n".join((*lines, ""))


def _head(instrument: Instrument, texts: Texts) -> Iterator[str]:
    yield f"# {instrument.title}"
    yield ""
    yield f"**{instrument.caveat}**"
    yield ""
    ages = ", ".join(sorted(one.value.replace("-", "–") for one in instrument.ages))
    yield texts.plain(
        "content-show-what",
        {"version": str(instrument.version), "ages": ages, "minutes": str(instrument.minutes)},
    )
    yield ""
    yield f"## {texts.plain('content-show-bands', {})}"
    yield ""
    side, low, middle, high = (
        texts.plain(f"content-show-{one}", {}) for one in ("side", "low", "middle", "high")
    )
    yield from _table(
        (side, low, middle, high),
        [
            *((_side(one, texts), *_edges(band)) for one, band in instrument.criteria.items()),
            (texts.plain("content-show-total", {}), *_edges(instrument.total)),
        ],
    )
    yield ""
    yield texts.plain("content-show-rules", {})
    yield ""
    yield f"* {texts.plain('content-show-rule-taps', {})}"
    yield f"* {texts.plain('content-show-rule-order', {})}"
    yield f"* {texts.plain('content-show-rule-total', {'floor': str(instrument.knowledge_floor)})}"
    yield f"* {texts.plain('content-show-rule-missing', {'missing': str(instrument.missing_allowed)})}"
    for criterion, note in instrument.notes.items():
        yield f"* {_side(criterion, texts)}: {note[0].lower()}{note[1:]}"
    yield ""


def _edges(band: Band) -> tuple[str, str, str]:
    return f"0–{band.middle - 1}", f"{band.middle}–{band.high - 1}", f"{band.high}–{band.most}"


def _side(criterion: Criterion, texts: Texts) -> str:
    return texts.plain(f"content-show-{criterion.value}", {})


def _forms(instrument: Instrument, catalogue: Catalogue, texts: Texts) -> Iterator[str]:
    head = tuple(
        texts.plain(f"content-show-{one}", {}) for one in ("number", "side", "cell", "question", "key", "why")
    )
    for letter in FormLetter:
        yield f"## {texts.plain('content-show-form', {'letter': letter.value})}"
        yield ""
        yield from _table(
            head, [_row(item, instrument, catalogue, texts) for item in instrument.forms[letter]]
        )
        yield ""


def _row(item: Item, instrument: Instrument, catalogue: Catalogue, texts: Texts) -> tuple[str, ...]:
    card = catalogue.by_slug.get(item.profession) if item.profession is not None else None
    cell = " · ".join(
        one for one in (card.name if card is not None else None, item.element) if one is not None
    )
    if item.id in instrument.anchors:
        cell = f"{cell} {texts.plain('content-show-anchor', {})}"
    side = (
        _side(item.criterion, texts)
        if item.criterion is not None
        else texts.plain("content-show-unweighed", {})
    )
    return str(item.number), side, cell, item.question, _key(item), item.why or ""


def _key(item: Item) -> str:
    """The options with their points; steps in their right order; wishes have no points."""
    match item.kind:
        case ItemKind.ORDER3:
            return " → ".join(option.text for option in item.options)
        case ItemKind.WISH:
            return ", ".join(option.text for option in item.options)
        case _:
            return ", ".join(f"{option.text} – {option.points}" for option in item.options)


def _said(instrument: Instrument, texts: Texts) -> Iterator[str]:
    yield f"## {texts.plain('content-show-parent', {})}"
    yield ""
    for criterion, said in instrument.parent_texts.items():
        yield _parent_text(_side(criterion, texts), said)
    yield _parent_text(texts.plain("content-show-unclear", {}), instrument.parent_text_unclear)
    yield ""
    for key, lines in (
        ("content-show-authors", instrument.authors),
        ("content-show-sources", instrument.sources),
    ):
        yield f"## {texts.plain(key, {})}"
        yield ""
        yield from (f"* {line}" for line in lines)
        yield ""


def _parent_text(name: str, said: ParentText) -> str:
    return f"* **{name}.** {said.text} *{said.activity}*"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    yield from (f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)
