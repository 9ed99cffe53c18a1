"""A school reads of classes, teachers and a director: no word of a kindergarten reaches it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

LOCALES = Path(__file__).parents[2] / "locales"
CONSENTS = Path(__file__).parents[2] / "content" / "consents"
RUSSIAN = re.compile(r"(?i)(?<!\w)(групп\w*|воспитател\w*|заведующ\w*|(?:дет)?сад(?:а|у|е|ом|ик\w*)?(?!\w))")
ENGLISH = re.compile(r"(?i)(?<!\w)(groups?|kindergartens?)(?!\w)")
RIGHT_EVERYWHERE = re.compile(
    r"«Гость группы»|гост\w+ группы|детск\w+ сад\w+ и школ\w+|детский сад или школа"
    r"|рабоч\w+(?: \w+ творческ\w+)? групп\w*|творческ\w+ групп\w*"
    r"|Guest of the Group|guests of the group|kindergarten or school|kindergartens? and schools?"
    r"|группы или классы|groups or classes|kindergarten or a school|(?:working|creative) groups?",
    re.IGNORECASE,
)
"""The product's name, both kinds side by side, and the groups of staff that an order brings together (rule 4)."""

OF_NO_SCHOOL = {
    "organisation-new-example": "an example, before anybody knows what it will be",
    "organisation-kind-kindergarten": "the very answer «Детский сад»",
    "running-check-privacy-on": "chats of Telegram",
    "running-check-privacy-off": "chats of Telegram",
    "waves-kit-before-protocol": "the quiz of children of five to seven: classes have none",
    "waves-kit-protocol-group-title": "the same quiz on paper",
    "waves-kit-protocol-teacher": "the same quiz on paper",
    "waves-kit-group-group": "the same quiz on paper",
}


def said_to_a_school(pattern: ftl.Pattern) -> Iterator[str]:
    """Whatever a text can say when `$kind` is «school»; of other choices every variant."""
    for element in pattern.elements:
        if isinstance(element, ftl.TextElement):
            yield element.value
        elif isinstance(element, ftl.Placeable) and isinstance(element.expression, ftl.SelectExpression):
            for variant in _chosen(element.expression):
                yield from said_to_a_school(variant.value)


def _chosen(choice: ftl.SelectExpression) -> list[ftl.Variant]:
    by_kind = isinstance(choice.selector, ftl.VariableReference) and choice.selector.id.name == "kind"
    of_school = [v for v in choice.variants if isinstance(v.key, ftl.Identifier) and v.key.name == "school"]
    if by_kind and of_school:
        return of_school
    return choice.variants


def texts(locale: str) -> list[tuple[str, str]]:
    """Key by key what a school may read."""
    return [
        (entry.id.name, said)
        for file in sorted((LOCALES / locale).glob("*.ftl"))
        for entry in FluentParser().parse(file.read_text()).body
        if isinstance(entry, ftl.Message) and entry.value is not None
        for said in said_to_a_school(entry.value)
    ]


@pytest.mark.parametrize(("locale", "words"), [("ru", RUSSIAN), ("en", ENGLISH)], ids=["ru", "en"])
def test_no_text_for_a_school_speaks_of_a_kindergarten(locale: str, words: re.Pattern[str]) -> None:
    wrong = {
        key: found[0]
        for key, said in texts(locale)
        if key not in OF_NO_SCHOOL and (found := words.findall(RIGHT_EVERYWHERE.sub("", said)))
    }
    assert wrong == {}


@pytest.mark.parametrize(("locale", "words"), [("ru", RUSSIAN), ("en", ENGLISH)], ids=["ru", "en"])
def test_consents_are_for_schools_too(locale: str, words: re.Pattern[str]) -> None:
    for file in CONSENTS.glob(f"*.{locale}.md"):
        assert words.findall(RIGHT_EVERYWHERE.sub("", file.read_text())) == [], file.name


def test_every_exception_is_still_one() -> None:
    assert {key for key, said in texts("ru") if RUSSIAN.search(RIGHT_EVERYWHERE.sub("", said))} >= set(
        OF_NO_SCHOOL
    )
