"""The list of what is newer than Bot API 10.1 stays true to aiogram's classes."""

import aiogram.methods
import aiogram.types
import pytest

from sandbox.api import newer, server
from sandbox.api.call import ACTIONS
from sandbox.api.parameters import METHOD_CLASSES


def test_every_method_of_the_sandbox_is_described_by_aiogram() -> None:
    assert server.ROOMS
    for small, (name, _) in ACTIONS.items():
        assert vars(METHOD_CLASSES[small])["__api_method__"] == name


@pytest.mark.parametrize("names", [newer.NEWER, newer.GONE])
def test_every_refused_name_exists_in_aiogram(names: dict[str, frozenset[str]]) -> None:
    for model, refused in names.items():
        described = getattr(aiogram.methods, model, None) or getattr(aiogram.types, model)
        assert refused <= set(described.model_fields), model


def test_refused_types_and_methods_exist_in_aiogram() -> None:
    assert all(hasattr(aiogram.types, name) for name in newer.TYPES)
    assert {name.lower() for name in newer.METHODS} <= set(METHOD_CLASSES)
