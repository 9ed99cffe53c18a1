"""Importing aiogram lightly changes when its types are built, and nothing else."""

import importlib.metadata
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.lightly import TRIED

ROOT = Path(__file__).parents[2]
DESCRIBE = """
import json, re, sys
from pydantic import BaseModel
from bot.lightly import TRIED, import_aiogram
if sys.argv[1] == "another version":
    TRIED["pydantic"] = "1."  # so what is imported below is aiogram as it is, unless something was touched
as_it_is = BaseModel.__dict__["model_rebuild"]
light = import_aiogram()
touched = "aiogram" in sys.modules or BaseModel.__dict__["model_rebuild"] is not as_it_is
from aiogram import methods, types
built = sum(getattr(types, name).__pydantic_complete__ for name in types.__all__ if hasattr(getattr(types, name), "model_fields"))
described = {}
for home in (types, methods):
    for name in home.__all__:
        kind = getattr(home, name)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            kind.model_rebuild()
            described[name] = [
                re.sub(r" at 0x[0-9a-f]+", "", f"{field} {info.annotation!r} {info.alias} {info.is_required()}")
                for field, info in kind.model_fields.items()
            ] + [str(kind.__pydantic_complete__)]
update = types.Update.model_validate(json.loads(sys.argv[2]))
sys.stdout.write(json.dumps([light, touched, built, described, update.model_dump_json(exclude_unset=True)]))
"""
PERSON = {"id": 1, "is_bot": False, "first_name": "Анна"}
MESSAGE = {
    "message_id": 1,
    "date": 1,
    "chat": {"id": 1, "type": "private"},
    "from": PERSON,
    "text": "/start c_x",
    "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    "reply_markup": {"inline_keyboard": [[{"text": "Меню", "callback_data": "m"}]]},
}
UPDATE = {
    "update_id": 5,
    "callback_query": {"id": "1", "from": PERSON, "message": MESSAGE, "chat_instance": "1", "data": "m"},
}


@dataclass(frozen=True, slots=True)
class Aiogram:
    """How it was imported, and what it is like then."""

    light: bool
    touched: bool
    built: int
    described: dict[str, list[str]]
    update: str


@cache
def _describe(how: str) -> Aiogram:
    done = subprocess.run(
        [sys.executable, "-c", DESCRIBE, how, json.dumps(UPDATE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Aiogram(*json.loads(done.stdout))


def test_every_type_is_the_same_and_few_are_built_before_they_are_used() -> None:
    light, plain = _describe("lightly"), _describe("another version")
    assert light.light
    assert light.touched
    assert not plain.touched, "nothing to compare with"
    assert light.built < plain.built / 3
    assert light.described == plain.described
    assert light.update == plain.update


def test_with_versions_that_were_not_tried_aiogram_is_imported_as_it_is() -> None:
    plain = _describe("another version")
    assert not plain.light
    assert not plain.touched
    assert plain.built > 200
    assert "callback_query" in plain.update


def test_the_locked_versions_are_those_that_were_tried() -> None:
    assert all(importlib.metadata.version(name).startswith(tried) for name, tried in TRIED.items())
