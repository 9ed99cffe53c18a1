"""Whether a quiz can be scored and its two forms compared: what no single question can tell."""

from collections.abc import Mapping, Sequence

from content.faults import FaultKind
from content.nodes import Node
from content.quizzes.items import Placed
from domain.quizzes import Criterion, FormLetter, Instrument, Item, ItemKind

_LAST = frozenset({ItemKind.WISH, ItemKind.REPORT})
_SAME_IN_BOTH = _LAST
"""Besides motives and anchors (rule 22)."""


def check(
    instrument: Instrument,
    fields: Mapping[str, Node],
    bands: Mapping[str, Node],
    placed: Mapping[str, Placed],
) -> None:
    """Note in the nodes what keeps the instrument from being scored."""
    _sums(instrument, bands)
    if instrument.knowledge_floor != instrument.criteria[Criterion.KNOWLEDGE].middle:
        edge = instrument.criteria[Criterion.KNOWLEDGE].middle
        fields["knowledge_floor"].wrong(FaultKind.FLOOR, f"knowledge_floor: {edge}")
    asked = {item.id for form in instrument.forms.values() for item in form}
    for item_id, one in placed.items():
        if item_id not in asked:
            one.place.wrong(FaultKind.UNASKED, found=item_id)
    _forms(instrument, fields["forms"])
    _anchors(instrument, fields["anchors"])


def _sums(instrument: Instrument, bands: Mapping[str, Node]) -> None:
    """Each side's maximum is what its questions give, in both forms; the total's is the sum of the sides'."""
    for criterion, band in instrument.criteria.items():
        for form in instrument.forms.values():
            found = sum(item.most for item in form if item.criterion is criterion)
            if found != band.most:
                bands[criterion.value].wrong(FaultKind.SUM, f"most: {found}", wanted=found, found=band.most)
                break
    whole = sum(band.most for band in instrument.criteria.values())
    if instrument.total.most != whole:
        bands["total"].wrong(FaultKind.SUM, f"most: {whole}", wanted=whole, found=instrument.total.most)


def _forms(instrument: Instrument, node: Node) -> None:
    first, second = (instrument.forms[letter] for letter in FormLetter)
    if [_shape(item) for item in first] != [_shape(item) for item in second]:
        node.wrong(FaultKind.FORMS_DIFFER)
    for form in (first, second):
        kinds = [item.kind in _LAST for item in form]
        if kinds != sorted(kinds):
            node.wrong(FaultKind.LAST)
            break
    if _ids(first, Criterion.MOTIVE) != _ids(second, Criterion.MOTIVE):
        node.wrong(FaultKind.MOTIVES_DIFFER)


def _shape(item: Item) -> tuple[Criterion | None, ItemKind, int]:
    return item.criterion, item.kind, len(item.options)


def _ids(form: Sequence[Item], criterion: Criterion) -> list[str]:
    return [item.id for item in form if item.criterion is criterion]


def _anchors(instrument: Instrument, node: Node) -> None:
    """Anchors are exactly the questions of knowledge and action that both forms ask of the child."""
    first, second = (
        {
            item.id
            for item in instrument.forms[letter]
            if item.criterion is not Criterion.MOTIVE and item.kind not in _SAME_IN_BOTH
        }
        for letter in FormLetter
    )
    both = first & second
    if both != instrument.anchors:
        node.wrong(FaultKind.ANCHOR, f"anchors: [{', '.join(sorted(both))}]")
