"""Names and types of parameters, taken from aiogram's method classes and compared strictly.

aiogram's classes are generated from the official documentation. They allow extra
fields and coerce values, so here names are compared with ``model_fields`` and
types without any coercion (a form carries text, so there a number is its digits).
"""

import datetime
import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiogram.types import InlineKeyboardMarkup, InputFile
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sandbox.api import newer
from sandbox.api.errors import bad_request
from sandbox.json_text import read_json

Check = Callable[[Any, str], None]
"""Raises when a value (already parsed) has the wrong type; the text says where it stands."""

METHOD_CLASSES: dict[str, type[BaseModel]] = {
    one.__api_method__.lower(): one
    for one in vars(aiogram.methods).values()
    if isinstance(one, type) and issubclass(one, TelegramMethod) and one is not TelegramMethod
}

INTEGER = re.compile(r"-?\d{1,19}")
SCALARS = {int, bool, float}
TRUE = ("true", "1")
FALSE = ("false", "0")


class WrongType(Exception):
    """A value has another type than the documentation says."""


def read_parameters(method: str, given: Mapping[str, Any], as_text: bool) -> dict[str, Any]:
    """The parameters of a call, with names and types checked.

    :param as_text: the call came as a form: numbers are digits, objects are JSON.
    """
    described = METHOD_CLASSES[method.lower()]
    fields = _fields(described)
    read: dict[str, Any] = {}
    for name, value in given.items():
        field = fields.get(name)
        if field is None:
            raise bad_request(_unknown(described, name))
        if value is None or (value == "" and as_text):
            continue
        read[name] = field.read(value, as_text)
    for name, field in fields.items():
        if field.required and name not in read and name not in OWN_WORDS:
            raise bad_request(f'parameter "{name}" is required')
    return read


OWN_WORDS = frozenset(
    {"chat_id", "text", "photo", "document", "voice", "media", "message_id", "callback_query_id"}
)
"""Required parameters whose absence Telegram words in its own way, in the method itself."""


class _Field:
    """One parameter: how it is read from a form or from JSON."""

    __slots__ = ("_check", "_inline", "_kinds", "name", "required")

    def __init__(self, name: str, info: FieldInfo) -> None:
        self.name = name
        self.required = info.is_required() or _is_literal(info)
        members = [one for one in _members(info.annotation) if one not in (NoneType, Default)]
        self._kinds = {one for one in members if isinstance(one, type)}
        self._inline = members == [InlineKeyboardMarkup]
        self._check = _compile(info.annotation)

    def read(self, value: Any, as_text: bool) -> Any:
        if isinstance(value, str) and (as_text or not (self._takes_text() or self._kinds & SCALARS)):
            value = self._from_text(value)
        try:
            self._check(value, self.name)
        except WrongType as wrong:
            if self._inline:
                raise bad_request("inline keyboard expected") from wrong
            raise bad_request(str(wrong)) from wrong
        return value

    def _takes_text(self) -> bool:
        return str in self._kinds or any(issubclass(kind, InputFile | Enum) for kind in self._kinds)

    def _from_text(self, text: str) -> Any:
        """What a form's text stands for; what cannot be read stays text and fails the check."""
        if int in self._kinds and INTEGER.fullmatch(text):
            return int(text)
        if bool in self._kinds and text.lower() in TRUE + FALSE:
            return text.lower() in TRUE
        if float in self._kinds and re.fullmatch(r"-?\d+(\.\d+)?", text):
            return float(text)
        if self._takes_text() or self._kinds & SCALARS:
            return text
        try:
            return read_json(text)
        except ValueError as wrong:
            kind = "reply keyboard markup " if self.name == "reply_markup" else f"{self.name} "
            raise bad_request(f"can't parse {kind}JSON object") from wrong


@cache
def _declared(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a class; one that nobody has used yet learns now which types it refers to."""
    model.model_rebuild()
    return model.model_fields


@cache
def _fields(model: type[BaseModel]) -> dict[str, _Field]:
    refused = newer.NEWER.get(model.__name__, frozenset()) | newer.GONE.get(model.__name__, frozenset())
    return {
        info.alias or name: _Field(info.alias or name, info)
        for name, info in _declared(model).items()
        if name not in refused
    }


def _unknown(model: type[BaseModel], name: str) -> str:
    if name in newer.NEWER.get(model.__name__, ()):
        return f'parameter "{name}" is newer than Bot API 10.1'
    if name in newer.GONE.get(model.__name__, ()):
        return f'parameter "{name}" is no longer part of the Bot API'
    return f'unknown parameter "{name}"'


def _members(annotation: Any) -> list[Any]:
    """The alternatives of a type, without wrappings."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return [one for part in get_args(annotation) for one in _members(part)]
    return [annotation]


def _compile(annotation: Any) -> Check:
    members = [
        one
        for one in _members(annotation)
        if one not in (NoneType, Default) and getattr(one, "__name__", "") not in newer.TYPES
    ]
    checks = [_single(one) for one in members]
    if len(checks) == 1:
        return checks[0]

    def one_of(value: Any, place: str) -> None:
        wrong = WrongType(f'parameter "{place}" has a wrong type')
        for number, check in enumerate(checks):
            try:
                return check(value, place)
            except WrongType as refused:
                if isinstance(value, dict) and _likely(members[number], value):
                    wrong = refused
        raise wrong

    return one_of


def _likely(member: Any, value: Mapping[str, Any]) -> bool:
    """Whether the value seems to be meant for this alternative, so that its complaint is the helpful one."""
    if not (isinstance(member, type) and issubclass(member, BaseModel)):
        return False
    required = [info.alias or name for name, info in _declared(member).items() if info.is_required()]
    fixed = [
        (name, get_args(info.annotation)) for name, info in _declared(member).items() if _is_literal(info)
    ]
    return all(name in value for name in required) and all(
        value.get(name) in wanted for name, wanted in fixed
    )


def _is_literal(info: FieldInfo) -> bool:
    return get_origin(info.annotation) is Literal


def _single(kind: Any) -> Check:
    origin = get_origin(kind)
    if origin is list:
        return _list_of(_compile(get_args(kind)[0]))
    if origin is Literal:
        return _literal(tuple(one.value if isinstance(one, Enum) else one for one in get_args(kind)))
    if kind is Any or not isinstance(kind, type):
        return lambda value, place: None
    if issubclass(kind, BaseModel):
        return _object(kind)
    if issubclass(kind, InputFile):
        return _plain(str, "String")
    if issubclass(kind, Enum):
        return _literal(tuple(one.value for one in kind))
    if issubclass(kind, datetime.datetime | datetime.timedelta):
        return _plain(int, "Integer")
    return _plain(kind, NAMES.get(kind, kind.__name__))


NAMES = {str: "String", int: "Integer", bool: "Boolean", float: "Float"}


def _plain(kind: type, name: str) -> Check:
    accepted: tuple[type, ...] = (int, float) if kind is float else (kind,)

    def check(value: Any, place: str) -> None:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise WrongType(f'parameter "{place}" must be of type {name}')

    return check


def _literal(values: tuple[Any, ...]) -> Check:
    def check(value: Any, place: str) -> None:
        if value not in values:
            raise WrongType(f'parameter "{place}" must be one of {", ".join(map(str, values))}')

    return check


def _list_of(item: Check) -> Check:
    def check(value: Any, place: str) -> None:
        if not isinstance(value, list):
            raise WrongType(f'parameter "{place}" must be an Array')
        for number, one in enumerate(value):
            item(one, f"{place}[{number}]")

    return check


def _object(model: type[BaseModel]) -> Check:
    def check(value: Any, place: str) -> None:
        if not isinstance(value, dict):
            raise WrongType(f'parameter "{place}" must be an Object')
        fields = _fields(model)
        for name, one in value.items():
            field = fields.get(name)
            if field is None:
                raise WrongType(f"{_unknown(model, name)} in {place}")
            if one is not None:
                field._check(one, f"{place}.{name}")
        for name, field in fields.items():
            if field.required and value.get(name) is None:
                raise WrongType(f'field "{name}" of {place} is required')

    return check
