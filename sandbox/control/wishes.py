"""What a control request asks for, read strictly; answers and refusals as JSON."""

import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from urllib.parse import unquote

from aiohttp import BodyPartReader, web

from sandbox.acts.errors import CannotDo
from sandbox.api.call import Upload
from sandbox.faults import WrongFault
from sandbox.json_text import read_json
from sandbox.world import World
from sandbox.world.store import Json

T = TypeVar("T", str, int, float, bool)


class Wish:
    """The fields of a control request, wherever they stood: path, query, JSON or form."""

    def __init__(self, request: web.Request, fields: Json, upload: Upload | None) -> None:
        self.request = request
        self.fields = fields
        self.upload = upload
        self.as_text = (
            upload is not None or request.method == "GET" or not request.content_type.endswith("json")
        )

    def path(self, name: str) -> int:
        return int(self.request.match_info[name])

    def text(self, name: str) -> str:
        value = self.text_or_none(name)
        if value is None:
            raise CannotDo(f"{name} is missing")
        return value

    def text_or_none(self, name: str) -> str | None:
        return self._read(name, str, "a text")

    def number(self, name: str) -> int:
        value = self.number_or_none(name)
        if value is None:
            raise CannotDo(f"{name} is missing")
        return value

    def number_or_none(self, name: str) -> int | None:
        return self._read(name, int, "a whole number")

    def seconds(self, name: str, default: float) -> float:
        value = self._read(name, float, "a number")
        return default if value is None else value

    def flag(self, name: str) -> bool:
        return bool(self._read(name, bool, "true or false"))

    def numbers(self, name: str) -> list[int]:
        value = self.fields.get(name) or []
        if not isinstance(value, list) or not all(isinstance(one, int) for one in value):
            raise CannotDo(f"{name} must be a list of numbers")
        return value

    def _read(self, name: str, kind: type[T], words: str) -> T | None:
        value = self.fields.get(name)
        if value is None or value == "":
            return None
        if kind is not str and isinstance(value, str) and self.as_text:
            value = _from_text(value, kind)
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise CannotDo(f"{name} must be {words}")
        return value


def _from_text(value: str, kind: type) -> Any:
    if kind is bool:
        return {"1": True, "true": True, "0": False, "false": False}.get(value.lower(), value)
    try:
        return kind(value)
    except ValueError:
        return value


Act = Callable[[World, Wish], Any] | Callable[[World, Wish], Awaitable[Any]]
Route = tuple[str, str, Act]


def serve(world: World, act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Read the request, do the act, answer in JSON; what cannot be done says why."""

    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            result = act(world, await _read(request))
            if inspect.isawaitable(result):
                result = await result
        except (CannotDo, WrongFault) as refused:
            status = refused.status if isinstance(refused, CannotDo) else 400
            return answer({"error": str(refused)}, status)
        return result if isinstance(result, web.StreamResponse) else answer(result)

    return handler


def answer(result: Any, status: int = 200) -> web.Response:
    body = json.dumps(result, ensure_ascii=False).encode("utf-8", "replace")
    return web.Response(body=body, status=status, content_type="application/json")


async def _read(request: web.Request) -> Wish:
    fields: Json = dict(request.query)
    upload: Upload | None = None
    if request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or part.name is None:
                raise CannotDo("wrong multipart body")
            content = bytes(await part.read())
            if part.filename is None:
                fields[part.name] = content.decode("utf-8", "replace")
            else:
                kind = part.headers.get("Content-Type", "application/octet-stream")
                upload = Upload(unquote(part.filename), kind, content)
    elif raw := await request.read():
        try:
            given = read_json(raw)
        except ValueError as wrong:
            raise CannotDo("the body must be JSON") from wrong
        if not isinstance(given, dict):
            raise CannotDo("the body must be a JSON object")
        fields |= given
    return Wish(request, fields, upload)
