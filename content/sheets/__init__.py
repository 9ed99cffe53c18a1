"""Sheets on which staff look at a lesson, read and checked once; Russian, as the lessons are."""

from functools import cache
from pathlib import Path

from content.faults import Fault, FaultKind, UnusableContent
from content.nodes import compose
from domain.lesson_sheets import INDICATORS, Indicator, SheetForm

_FILE = Path(__file__).parent / "open_lesson.yaml"
_TITLE_LIMIT = 80
_LEAD_LIMIT = 160
_SLUG_LIMIT = 16
_NAME_LIMIT = 32
_QUESTION_LIMIT = 160
_FIELDS = {
    "title": "title: Лист анализа открытого занятия",
    "lead": "lead: Смотрим на занятие, а не на ребёнка.",
    "indicators": "indicators: [{slug: goal, name: Цель, question: Дети поняли цель?}]",
}
_OF_ONE = {
    "slug": "slug: goal",
    "name": "name: Цель понятна детям",
    "question": "question: Дети поняли, что они сегодня узнают?",
}


@cache
def open_lesson() -> SheetForm:
    """The sheet of an open lesson that ships with the product."""
    return read(_FILE)


def read(file: Path) -> SheetForm:
    """The sheet of a file; raises `UnusableContent` with every line that is wrong."""
    faults: list[Fault] = []
    root = compose(file.read_text(encoding="utf-8"), faults)
    if root is None:
        raise UnusableContent(file, tuple(faults))
    top = root.fields(_FIELDS, _FIELDS)
    indicators: list[Indicator] = []
    for one in top["indicators"].items(_FIELDS["indicators"]):
        fields = one.fields(_OF_ONE, _OF_ONE)
        slug = fields["slug"].words(_SLUG_LIMIT, _OF_ONE["slug"])
        if slug in {known.slug for known in indicators}:
            fields["slug"].wrong(FaultKind.FIELD_TWICE)
        name = fields["name"].words(_NAME_LIMIT, _OF_ONE["name"])
        question = fields["question"].words(_QUESTION_LIMIT, _OF_ONE["question"])
        indicators.append(Indicator(slug, name, question))
    if len(indicators) != INDICATORS:
        top["indicators"].wrong(FaultKind.TOO_FEW, _FIELDS["indicators"])
    title = top["title"].words(_TITLE_LIMIT, _FIELDS["title"])
    lead = top["lead"].words(_LEAD_LIMIT, _FIELDS["lead"])
    if faults:
        raise UnusableContent(file, tuple(sorted(faults, key=lambda one: one.line)))
    return SheetForm(title, lead, tuple(indicators))
