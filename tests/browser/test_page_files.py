"""The page's files: small, of this server only, and without a way for text to become markup."""

import re
from pathlib import Path

import pytest

PLACE = Path(__file__).parents[2] / "sandbox" / "chat_page"
FILES = sorted(one for one in PLACE.rglob("*") if one.suffix in (".js", ".css", ".html", ".svg"))
MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|setHTML|srcdoc|\beval\(|new Function"
)
FOREIGN = re.compile(r"""(?:src|href|from|import|url\()\s*=?\s*\(?["']?(?:https?:)?//""")
LONGEST = 300


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_one_room_and_parses_no_text(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert len(text.splitlines()) < LONGEST
    assert not MARKUP.findall(text)
    assert not FOREIGN.findall(text)


def test_every_module_is_fetched_at_once() -> None:
    index = (PLACE / "index.html").read_text(encoding="utf-8")
    listed = set(re.findall(r"/page/(\w+\.js)", index))

    assert listed == {one.name for one in FILES if one.suffix == ".js"}
    assert "<script>" not in index
    assert not re.findall(r"\son\w+=|\sstyle=", index)
