"""Typed actions in the 64 bytes of a button: `code:field:field`, numbers in base 36."""

from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import domain.actions.announcement_approvals
import domain.actions.announcements
import domain.actions.campaigns
import domain.actions.closures
import domain.actions.event_approvals
import domain.actions.event_drafts
import domain.actions.event_templates
import domain.actions.events
import domain.actions.forms
import domain.actions.groups
import domain.actions.guest_dates
import domain.actions.guest_follow_ups
import domain.actions.guest_overview
import domain.actions.guest_papers
import domain.actions.guest_preparation
import domain.actions.guest_queue
import domain.actions.guest_requests
import domain.actions.guest_suggestions
import domain.actions.guests
import domain.actions.joining
import domain.actions.menu
import domain.actions.organisation
import domain.actions.posts
import domain.actions.privacy
import domain.actions.quizzes
import domain.actions.recaps
import domain.actions.seats
import domain.actions.staff
import domain.actions.wave_pairs
import domain.actions.waves  # noqa: F401  # importing a module registers its actions
from domain.actions import Action

LIMIT = 64
"""Bytes of callback data in UTF-8."""

REMEMBERED = 4_000
"""Buttons that are packed or parsed once: the same ones are shown and tapped by many."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=REMEMBERED)
def pack(action: Action) -> str:
    """The action as callback data; raises `ValueError` when it does not fit into 64 bytes."""
    data = ":".join([action.code, *(_write(getattr(action, name)) for name, _ in _shape(type(action)))])
    if len(data.encode()) > LIMIT:
        raise ValueError(f"{action!r} packs into more than {LIMIT} bytes: carry less, or keep it in a form.")
    return data


@lru_cache(maxsize=REMEMBERED)
def parse(data: str) -> Action | None:
    """The action of callback data; None for what no button of ours says (forged, or of an unknown version).

    A button from before a field was added has fewer parts: the field's default says what it meant.
    """
    code, *parts = data.split(":")
    kind = registry().get(code)
    if kind is None:
        return None
    shape = _shape(kind)
    if len(parts) > len(shape):
        return None
    try:
        return kind(**{name: _read(part, hint) for part, (name, hint) in zip(parts, shape, strict=False)})
    except (ValueError, OverflowError, TypeError):  # the last: a field without a default is missing
        return None


@cache
def registry() -> dict[str, type[Action]]:
    """Every action by its code; raises `ValueError` when two share one."""
    known: dict[str, type[Action]] = {}
    for kind in Action.__subclasses__():
        if kind.__module__.startswith("domain.actions.") and kind.__dataclass_fields__ is not None:
            twin = known.get(kind.code)
            if twin is not None and twin.__qualname__ != kind.__qualname__:
                raise ValueError(f"{kind.__qualname__} and {twin.__qualname__} share the code {kind.code!r}.")
            known[kind.code] = kind
    return known


_shapes: dict[str, tuple[tuple[str, Any], ...]] = {}


def _shape(kind: type[Action]) -> tuple[tuple[str, Any], ...]:
    known = _shapes.get(kind.code)
    if known is None:
        hints = get_type_hints(kind)
        known = _shapes[kind.code] = tuple((field.name, hints[field.name]) for field in fields(kind))
    return known


def _write(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int):
        return _base36(value)
    if isinstance(value, date):
        return _base36(value.toordinal())
    text = str(value)
    if ":" in text:
        raise ValueError(f"«:» separates the fields of a button and cannot stand in {text!r}.")
    return text


def _read(part: str, hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        if part == "":
            return None
        hint = next(option for option in get_args(hint) if option is not NoneType)
    base = getattr(hint, "__supertype__", hint)
    if base is bool:
        if part not in ("0", "1"):
            raise ValueError(part)
        return part == "1"
    if base is int:
        number = int(part, 36)
        if abs(number) >= 2**63:
            raise OverflowError(part)
        return number
    if base is date:
        return date.fromordinal(int(part, 36))
    return base(part)


def _base36(number: int) -> str:
    if number < 0:
        return "-" + _base36(-number)
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits
