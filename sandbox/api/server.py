"""The door of the Bot API: token, faults, limits, log, and Telegram's form of answers."""

import asyncio
import gc
import importlib
import inspect
import json
import random
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from bot.lightly import import_aiogram
from sandbox.api import callbacks, chats, downloads, editing, media, newer, polls, profile, sending, updates
from sandbox.api.call import ACTIONS, Action, Body, Call, read_body
from sandbox.api.errors import ApiError, bad_request, forbidden, too_many_requests
from sandbox.faults import Fault
from sandbox.world import World
from sandbox.world.store import Json

ROOMS = (callbacks, chats, downloads, editing, media, polls, profile, sending, updates)
"""Importing these fills the table of methods."""

ReadParameters = Callable[[str, Mapping[str, Any], bool], dict[str, Any]]

PARAMETERS = "sandbox.api.parameters"
LOOK_SECONDS = 0.05
"""How often a held call looks whether the bot still waits."""

LIMITED = ("send", "copy", "edit", "stop")


class CutConnection(Exception):
    """The connection is to be closed without an answer."""


class BotApi:
    """Serves ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._read_parameters: ReadParameters | None = None

    async def warm_up(self) -> ReadParameters:
        """Import what knows the parameters, beside the event loop: aiogram takes seconds, and the page need not wait."""
        if self._read_parameters is None:
            self._read_parameters = await asyncio.to_thread(_import_parameters)
        return self._read_parameters

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.route("*", r"/bot{token:[^/]*}/{method:[^/]*}", self.serve),
            web.get(r"/file/bot{token:[^/]*}/{path:.+}", self.download),
        ]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One call: refuse, fail on purpose, or carry out; always logged."""
        world = self._world
        if request.match_info["token"] != world.token:
            return _answer(ApiError(401, "Unauthorized").answer(), 401)
        name, action = ACTIONS.get(request.match_info["method"].lower(), (request.match_info["method"], None))
        polling = name == "getUpdates"
        world.in_flight += not polling
        try:
            answer = await self._answer(request, name, action)
        except CutConnection:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        finally:
            if not polling:
                world.in_flight -= 1
                world.calm.ring()
        return _answer(answer, 200 if answer["ok"] else answer["error_code"])

    async def _answer(self, request: web.Request, name: str, action: Action | None) -> Json:
        world = self._world
        body: Body | None = None
        fault: Fault | None = None
        try:
            if action is None or name in newer.METHODS:
                raise ApiError(404, "Not Found: method not found")
            body = await read_body(request)
            fault = world.faults.for_call(name, body.values.get("chat_id"))
            answer: Json = await self.carry_out(name, body, fault, request)
        except ApiError as refused:
            answer = refused.answer()
        self._log(name, body, answer)
        if name != "getUpdates" and world.limits.latency_ms[1] > 0:
            await asyncio.sleep(random.uniform(*world.limits.latency_ms) / 1000)
        if fault is not None and fault.kind == "cut_after":
            raise CutConnection
        if fault is not None and fault.kind == "timeout":
            await self._hold(request, fault.seconds)
        return answer

    async def _hold(self, request: web.Request, seconds: float) -> None:
        """Keep the answer back until the time is up, or nobody waits for it any more."""
        until = time.monotonic() + seconds
        while not (self._world.stopping or request.transport is None or request.transport.is_closing()):
            left = until - time.monotonic()
            if left <= 0:
                return
            await asyncio.sleep(min(left, LOOK_SECONDS))

    async def carry_out(
        self, name: str, body: Body, fault: Fault | None = None, request: web.Request | None = None
    ) -> Json:
        """Do what a method does, unless a fault or a limit stands before it."""
        _before(fault)
        call = Call(self._world, name, {}, body.uploads, request)
        if name.lower().startswith(LIMITED) and name != "sendChatAction":
            self._keep_to_limits(body.values.get("chat_id"), name)
        read_parameters = self._read_parameters or await self.warm_up()
        call.given = read_parameters(name, body.values, body.as_text)
        result = ACTIONS[name.lower()][1](call)
        if inspect.isawaitable(result):
            result = await result
        if fault is not None and fault.kind == "server_error":
            raise _server_error(fault)
        return {"ok": True, "result": result}

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file by the path that getFile gave."""
        if request.match_info["token"] != self._world.token:
            return _answer(ApiError(401, "Unauthorized").answer(), 401)
        file = self._world.files.at(request.match_info["path"])
        if file is None:
            return _answer(ApiError(404, "Not Found").answer(), 404)
        return web.Response(body=self._world.files.content(file), content_type="application/octet-stream")

    def _keep_to_limits(self, chat_id: Any, name: str) -> None:
        if not self._world.limits.enforce:
            return
        try:
            number = int(chat_id)
        except (TypeError, ValueError):
            number = 0
        group = number < 0 and not name.startswith("edit")
        if wait := self._world.limits.refuse(number, group=group):
            raise too_many_requests(wait)

    def _log(self, name: str, body: Body | None, answer: Json) -> None:
        world = self._world
        values = body.values if body else {}
        result = answer.get("result")
        message_id = result.get("message_id") if isinstance(result, dict) else None
        content = hash(tuple(str(values.get(part)) for part in ("text", "caption", "reply_markup")))
        code = 200 if answer["ok"] else answer["error_code"]
        number = values.get("chat_id")
        if isinstance(number, str) and number.lstrip("-").isdigit():
            number = int(number)
        world.calls.add(
            name,
            number,
            code,
            answer.get("description", ""),
            world.clock.now(),
            time.time(),
            message_id,
            content,
        )


def _import_parameters() -> ReadParameters:
    """The first time, take what aiogram brought along out of the garbage collector's rounds: each cost 0.3 s."""
    first = PARAMETERS not in sys.modules
    import_aiogram()
    room = importlib.import_module(PARAMETERS)
    if first:
        gc.collect()
        gc.freeze()
    read: ReadParameters = room.read_parameters
    return read


def _before(fault: Fault | None) -> None:
    match fault.kind if fault else None:
        case "cut_before":
            raise CutConnection
        case "too_many_requests" if fault:
            raise too_many_requests(fault.retry_after)
        case "bad_request" if fault:
            raise bad_request(fault.description or "injected")
        case "forbidden" if fault:
            raise forbidden(fault.description or "bot was blocked by the user")
        case "server_error" if fault and not fault.accepted:
            raise _server_error(fault)
        case "timeout" if fault and fault.accepted is False:
            raise ApiError(504, "Gateway Timeout")


def _server_error(fault: Fault) -> ApiError:
    words = {
        500: "Internal Server Error",
        502: "Bad Gateway",
        503: "Service Unavailable",
        504: "Gateway Timeout",
    }
    return ApiError(fault.code, fault.description or words.get(fault.code, "Internal Server Error"))


def _answer(answer: Json, status: int) -> web.Response:
    return web.Response(
        body=json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"),
        status=status,
        content_type="application/json",
        headers={"Retry-After": str(answer["parameters"]["retry_after"])} if status == 429 else None,
    )
