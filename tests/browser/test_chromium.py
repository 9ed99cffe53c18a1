"""Where the browser is looked for, and what happens when there is none."""

import stat
from pathlib import Path

from tests.browser.chromium import find_chromium, required


def install(folder: Path, name: str) -> str:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


def test_the_environment_names_the_browser(tmp_path: Path) -> None:
    named = install(tmp_path, "my-browser")
    install(tmp_path, "chromium")

    assert find_chromium({"CHROMIUM": named, "PATH": str(tmp_path)}) == named


def test_a_wrong_name_is_not_replaced_by_another_browser(tmp_path: Path) -> None:
    install(tmp_path, "chromium")

    assert find_chromium({"CHROMIUM": str(tmp_path / "absent"), "PATH": str(tmp_path)}) is None


def test_otherwise_it_is_found_on_the_path(tmp_path: Path) -> None:
    found = install(tmp_path, "google-chrome")

    assert find_chromium({"PATH": str(tmp_path)}) == found
    assert find_chromium({"PATH": str(tmp_path / "empty")}) is None


def test_a_browser_may_be_required() -> None:
    assert required({"REQUIRE_BROWSER": "1"})
    assert not required({"REQUIRE_BROWSER": "0"})
    assert not required({})
