"""Buttons live for ever: every action fits into its bytes and comes back, and nothing forged or old breaks a tap."""

from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actions import Action
from domain.actions.events import AnswerEvent, MyEvents
from domain.actions.groups import MoveChild, RevokePoster
from domain.answers import Answer
from domain.ids import ChildId, EventId, GroupId
from screens.buttons import LIMIT, pack, parse, registry

LARGEST_ID = 10**9
WORD = "c_" + "x" * 22
"""As long as the payload of a link, the longest word that travels in a button."""
SHORT = {"form": "opterm", "step": "name-sure", "item_id": "k1234567", "choice": "abc", "taken": "ab"}
"""Names of forms and their steps, which stand beside a word; a question of a quiz and what is chosen in it."""


def _sample(hint: Any) -> Any:
    options = [option for option in get_args(hint) or (hint,) if option is not NoneType]
    kind = getattr(options[0], "__supertype__", options[0])
    if issubclass(kind, Enum):
        return max(kind, key=lambda value: len(str(value.value)))
    return {bool: True, int: LARGEST_ID, date: date(2027, 8, 31), str: WORD}[kind]


def _full(kind: type[Action]) -> Action:
    hints = get_type_hints(kind)
    return kind(**{f.name: SHORT.get(f.name) or _sample(hints[f.name]) for f in fields(kind)})


@pytest.mark.parametrize("kind", registry().values(), ids=lambda kind: kind.__name__)
def test_every_action_fits_and_comes_back(kind: type[Action]) -> None:
    action = _full(kind)
    assert len(pack(action).encode()) <= LIMIT
    assert parse(pack(action)) == action


def test_a_button_from_before_a_field_was_added_means_what_it_meant() -> None:
    assert parse("em") == MyEvents(page=0, fresh=False)
    assert parse("ocm:5") == MoveChild(ChildId(5), None, page=0)
    assert parse("ocm:5:7") == MoveChild(ChildId(5), GroupId(7), page=0)
    assert parse("ea:2:no") == AnswerEvent(EventId(2), Answer.NO)


@pytest.mark.parametrize("data", ["", "?", "ocm", "owx:1", "em:0:0:0", "ea:2:maybe", "ea:ё:no", "owx:1:yes"])
def test_what_no_button_says_means_nothing(data: str) -> None:
    assert parse(data) is None


def test_a_question_is_not_answered_by_a_default() -> None:
    assert parse(pack(RevokePoster(GroupId(1), sure=True)).rpartition(":")[0]) is None


@given(st.one_of(st.text(max_size=64), st.lists(st.text(max_size=8), max_size=6).map(":".join)))
def test_nothing_forged_breaks_a_tap(tail: str) -> None:
    for code in registry():
        parse(f"{code}:{tail}")
    assert parse(tail) is None or isinstance(parse(tail), Action)
