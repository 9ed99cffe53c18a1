"""Both locales say the same things, and no argument of a text ever becomes markup."""

import ast
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from locales import LOCALES, texts_for

ROOT = Path(__file__).parents[2]
HOSTILE = '<b>&"'
TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.selectors: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        if isinstance(node.selector, ftl.VariableReference):
            self.selectors.add(node.selector.id.name)
        self.generic_visit(node)


@cache
def messages(locale: str) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Keys of a locale with their variables, and those of them that choose a variant."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for file in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text()).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{file.name}: {entry.id.name} is defined twice"
                visitor = _Variables()
                visitor.visit(entry)
                found[entry.id.name] = frozenset(visitor.names), frozenset(visitor.selectors)
    return found


def test_both_locales_have_the_same_keys() -> None:
    assert set(messages("ru")) == set(messages("en"))


def test_the_same_key_takes_the_same_arguments() -> None:
    differing = {
        key
        for key in set(messages("ru")) & set(messages("en"))
        if messages("ru")[key][0] != messages("en")[key][0]
    }
    assert differing == set()


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, f"Telegram knows no <{tag}>"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


@pytest.mark.parametrize("locale", LOCALES)
def test_arguments_never_become_markup(locale: str) -> None:
    texts = texts_for(locale)
    for key, (names, selectors) in messages(locale).items():
        args: dict[str, str | int] = {name: (5 if name in selectors else HOSTILE) for name in names}
        text = texts.html(key, args)
        parser = _Balanced()
        parser.feed(text)
        parser.close()
        assert parser.open == [], key
        assert HOSTILE not in text, key


def keys_in_code() -> set[str]:
    """Literal keys given to `say(…)`, `texts.html(…)`, `texts.plain(…)`."""
    keys: set[str] = set()
    for package in ("screens", "handlers", "scheduler", "messenger", "bot", "reports"):
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                name = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                first = node.args[0]
                if (
                    name in ("say", "html", "plain")
                    and isinstance(first, ast.Constant)
                    and isinstance(first.value, str)
                ):
                    keys.add(first.value)
    return keys


def test_every_key_that_the_code_names_has_a_text() -> None:
    assert keys_in_code() - set(messages("ru")) == set()


def test_the_code_gives_every_text_its_arguments() -> None:
    """`say("key", name=…)` with a literal key names exactly the variables of the text."""
    wrong: dict[str, str] = {}
    for package in ("screens", "handlers", "scheduler", "bot"):
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args):
                    continue
                key = node.args[0]
                if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
                    continue
                if any(keyword.arg is None for keyword in node.keywords):
                    continue
                given = {str(keyword.arg) for keyword in node.keywords}
                wanted = messages("ru").get(key.value, (frozenset(given), frozenset()))[0]
                if given != wanted:
                    wrong[f"{file.name}:{node.lineno} {key.value}"] = (
                        f"gives {given}, the text wants {set(wanted)}"
                    )
    assert wrong == {}


def dynamic_prefixes() -> set[str]:
    """Beginnings of keys that are built in code: `say(f"reason-{…}")`."""
    found: set[str] = set()
    for package in ("screens", "handlers", "scheduler", "messenger", "bot", "reports"):
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                    found.add(str(node.values[0].value))
    return found


def test_no_text_is_left_over() -> None:
    literal = {
        match
        for package in ("screens", "handlers", "scheduler", "messenger", "bot", "reports")
        for file in (ROOT / package).rglob("*.py")
        for match in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', file.read_text())
    }
    prefixes = tuple(prefix for prefix in dynamic_prefixes() if re.fullmatch(r"[a-z0-9]+-[a-z0-9-]*", prefix))
    unused = {key for key in messages("ru") if key not in literal and not key.startswith(prefixes)}
    assert unused == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_nobody_is_sent_to_a_command_that_has_a_button(locale: str) -> None:
    """«🏠 Меню» stands under every screen: no text asks people to type it."""
    found = [
        file.name
        for file in (ROOT / "locales" / locale).glob("*.ftl")
        if re.search(r"/menu\b", file.read_text())
    ]
    assert found == []
