"""The walls of the house: who may import whom, and what may not stand in code."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES: list[str] = PYPROJECT["tool"]["importlinter"]["root_packages"]
NOT_PACKAGES = {"tests", "docs", "build", "data"}


def sources(*packages: str) -> list[Path]:
    """Every Python file of the named packages."""
    return [file for package in packages for file in sorted((ROOT / package).rglob("*.py"))]


def imported_roots(file: Path) -> set[str]:
    """Top-level names that a file imports."""
    roots: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            roots.add(node.module.split(".")[0])
    return roots


def test_every_top_level_folder_is_known_to_the_import_contracts() -> None:
    folders = {
        folder.name
        for folder in ROOT.iterdir()
        if folder.is_dir() and not folder.name.startswith(".") and any(folder.glob("**/*.py"))
    }
    assert folders - NOT_PACKAGES == set(PACKAGES)


@pytest.mark.parametrize("file", sources("domain"), ids=lambda file: str(file.relative_to(ROOT)))
def test_the_domain_knows_only_the_standard_library(file: Path) -> None:
    assert imported_roots(file) <= sys.stdlib_module_names | {"domain"}


def test_imports_follow_the_contracts() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_room_is_past_three_hundred_lines() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in sources(*PACKAGES, "tests")
        if (lines := len(file.read_text().splitlines())) > 300 and "migrations" not in file.parts
    }
    assert long == {}


SHELL = ("bot", "handlers", "services", "screens", "messenger", "scheduler", "domain", "db", "reports")


@pytest.mark.parametrize("file", sources(*SHELL), ids=lambda file: str(file.relative_to(ROOT)))
def test_words_for_people_stand_in_locales(file: Path) -> None:
    """String literals with Russian words belong into `locales/` or `content/`; docstrings may quote screens."""
    tree = ast.parse(file.read_text())
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    attribute_notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings | attribute_notes
        and re.search(r"[А-Яа-яЁё]{3,}", node.value)
    ]
    assert found == []


def test_naked_tasks_and_sleeps_stand_only_where_they_may() -> None:
    sleeping = re.compile(r"\btime\.sleep\(")
    assert [
        str(f) for f in sources(*PACKAGES, "tests") if sleeping.search(f.read_text()) and f != Path(__file__)
    ] == []


def test_every_rule_that_code_names_can_be_read() -> None:
    """«(rule 7)» sends the reader to `docs/rules.md`."""
    named = re.compile(r"\brule (\d+[a-z]?)\b", re.IGNORECASE)
    told = re.findall(r"^\| (\d+[a-z]?) \|", (ROOT / "docs/rules.md").read_text(), re.MULTILINE)
    code = [file for file in sources(*PACKAGES, "tests") if file != Path(__file__)]
    assert {number for file in code for number in named.findall(file.read_text())} == set(told)


SILENCED = re.compile(r"#\s*(?:noqa|type: ignore)\b[^#–]*$")
"""A tool that was told to be silent, and nothing after it that says why."""


def test_nothing_is_silenced_without_a_reason() -> None:
    assert SILENCED.search("spent()  # type: ignore[misc]")
    assert not SILENCED.search("spent()  # type: ignore[misc]  # `spent` is bound here")
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sources(*PACKAGES, "tests")
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if file != Path(__file__) and SILENCED.search(line)
    ]
    assert found == []
