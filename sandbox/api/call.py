"""One call of the Bot API: its parameters and files, and the table of methods."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from aiohttp import BodyPartReader, MultipartReader, web

from sandbox.api.errors import ApiError, bad_request
from sandbox.json_text import read_json
from sandbox.world import World

MAX_UPLOAD = 50 * 1024 * 1024


@dataclass(slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime_type: str
    content: bytes


@dataclass(slots=True)
class Call:
    """A method with checked parameters, ready to be carried out."""

    world: World
    method: str
    given: dict[str, Any]
    uploads: dict[str, Upload]
    request: web.Request | None = None

    def get(self, name: str, default: Any = None) -> Any:
        value = self.given.get(name)
        return default if value is None else value


Action = Callable[[Call], Any] | Callable[[Call], Awaitable[Any]]
Carried = TypeVar("Carried", bound=Action)

ACTIONS: dict[str, tuple[str, Action]] = {}
"""Every known method by its name in small letters: the name as written, and what it does."""


def method(name: str) -> Callable[[Carried], Carried]:
    """Make a function the answer to a Bot API method."""

    def register(action: Carried) -> Carried:
        ACTIONS[name.lower()] = (name, action)
        return action

    return register


@dataclass(slots=True)
class Body:
    """What a request carries: names and values, and files."""

    values: dict[str, Any]
    uploads: dict[str, Upload]
    as_text: bool


async def read_body(request: web.Request) -> Body:
    """Read JSON, a form or multipart; what stands in the address counts too."""
    values: dict[str, Any] = dict(request.query)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_multipart(request, values)
    raw = await request.read() if request.can_read_body else b""
    if kind == "application/json" and raw:
        try:
            given = read_json(raw)
        except ValueError as wrong:
            raise bad_request("can't parse JSON object") from wrong
        if not isinstance(given, dict):
            raise bad_request("object expected")
        return Body(values | given, {}, as_text=False)
    if raw:
        try:
            values |= read_form(raw)
        except UnicodeDecodeError as wrong:
            raise bad_request("strings must be encoded in UTF-8") from wrong
    return Body(values, {}, as_text=True)


ESCAPED = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")


def read_form(raw: bytes) -> dict[str, str]:
    """Names and values of a form. Runs of escapes are decoded whole: Russian texts are nothing but escapes."""
    values: dict[str, str] = {}
    for pair in raw.split(b"&"):
        name, _, value = pair.replace(b"+", b" ").partition(b"=")
        if name:
            values[_unescape(name)] = _unescape(value)
    return values


def _unescape(part: bytes) -> str:
    if b"%" in part:
        part = ESCAPED.sub(lambda run: bytes.fromhex(run[0].replace(b"%", b"").decode()), part)
    return part.decode()


async def _read_multipart(request: web.Request, values: dict[str, Any]) -> Body:
    uploads: dict[str, Upload] = {}
    reader: MultipartReader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("wrong multipart/form-data body")
        content = bytes(await part.read(decode=False))
        if part.filename is None:
            try:
                values[part.name] = content.decode()
            except UnicodeDecodeError as wrong:
                raise bad_request("strings must be encoded in UTF-8") from wrong
            continue
        if len(content) > MAX_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        mime_type = part.headers.get("Content-Type", "application/octet-stream")
        uploads[part.name] = Upload(part.filename, mime_type, content)
    return Body(values, uploads, as_text=True)
