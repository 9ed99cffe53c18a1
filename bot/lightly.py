"""Importing aiogram without building the validators of three hundred types that this bot never meets.

aiogram builds every type when it is imported: seconds of start-up and tens of megabytes. Left alone, pydantic builds
a type when it is used for the first time, and finds the types it refers to in its module. This leans on how both
libraries work inside, so it is done only for the versions with which it was tried; with any others, or when
anything fails, aiogram is imported as it is.
"""

import importlib
import importlib.metadata
import sys
import threading
from typing import Any, Literal, Optional, Union

from pydantic import BaseModel

_one_at_a_time = threading.Lock()

TRIED = {"aiogram": "3.31.", "pydantic": "2.13."}


def import_aiogram() -> bool:
    """Import aiogram lightly; returns whether that was done. Call it before anything else imports aiogram."""
    with _one_at_a_time:
        return "aiogram" not in sys.modules and _tried() and _import()


def _import() -> bool:
    rebuild = BaseModel.__dict__["model_rebuild"]
    try:
        BaseModel.model_rebuild = classmethod(_later)  # type: ignore[assignment, method-assign]  # put back below
        types: Any = importlib.import_module("aiogram.types")
        methods: Any = importlib.import_module("aiogram.methods")
    finally:
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]  # pydantic's own again
    try:
        _introduce_types(types)
        types.Update.model_rebuild()
        types.Message.model_rebuild()
        methods.SendMessage(chat_id=1, text="")
    except Exception:
        for name in [name for name in sys.modules if name.partition(".")[0] == "aiogram"]:
            del sys.modules[name]
        return False
    return True


def _tried() -> bool:
    return all(importlib.metadata.version(name).startswith(known) for name, known in TRIED.items())


def _later(_cls: type[BaseModel], /, **_: Any) -> None:
    """What aiogram asks for at import is done by pydantic when the type is first used."""


def _introduce_types(types: Any) -> None:
    """Put every type's name into the modules of types, where pydantic looks names up; aiogram hands them in itself."""
    from aiogram.client.default import Default

    named = {name: getattr(types, name) for name in types.__all__}
    named |= {"Default": Default, "List": list, "Literal": Literal, "Optional": Optional, "Union": Union}
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith(("aiogram.types.", "aiogram.methods.")):
            for name, value in named.items():
                module.__dict__.setdefault(name, value)
