"""The sandbox over real HTTP, as the bot and the chat page reach it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox.app import build_app
from sandbox.world import World
from sandbox.world.bell import Bell

Json = dict[str, Any]


class Box:
    """One running sandbox, and short ways to speak with it."""

    def __init__(self, world: World, server: TestServer, session: aiohttp.ClientSession) -> None:
        self.world = world
        self.server = server
        self.session = session

    @property
    def address(self) -> str:
        return str(self.server.make_url("/")).rstrip("/")

    async def raw(self, method: str, **request: Any) -> tuple[int, Json]:
        """A call of the Bot API in whatever form; status and answer."""
        async with self.session.post(f"{self.address}/bot{self.world.token}/{method}", **request) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, /, **parameters: Any) -> Any:
        """The result of a call that must succeed."""
        status, answer = await self.raw(method, json=parameters)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refused(self, method: str, /, **parameters: Any) -> str:
        """Code and description of a call that must be refused."""
        status, answer = await self.raw(method, json=parameters)
        assert answer["ok"] is False, answer
        assert answer["error_code"] == status
        return f"{status} {answer['description']}"

    async def sim(self, path: str, /, verb: str = "POST", expect: int = 200, **fields: Any) -> Any:
        """A request of the control API."""
        async with self.session.request(verb, f"{self.address}/sim{path}", json=fields or None) as answer:
            result = await answer.json()
            assert answer.status == expect, result
            return result

    async def look(self, path: str, expect: int = 200) -> Any:
        return await self.sim(path, verb="GET", expect=expect)

    async def person(self, first_name: str = "Анна", *, started: bool = True, **profile: Any) -> int:
        """Somebody new; unless told otherwise the chat with the bot is open and its updates are confirmed."""
        number: int = (await self.sim("/people", first_name=first_name, **profile))["id"]
        if started:
            await self.sim(f"/people/{number}/start")
            await self.updates(offset=-1)
            await self.updates(offset=2**31)
        return number

    async def group(self, *members: int, kind: str = "group", bot: str = "member", **more: Any) -> int:
        fields = {"type": kind, "title": "Солнышко", "members": list(members), "bot": bot}
        number: int = (await self.sim("/chats", **fields | more))["id"]
        await self.updates(offset=2**31)
        return number

    async def updates(self, **parameters: Any) -> list[Json]:
        found: list[Json] = await self.ok("getUpdates", **parameters)
        return found

    async def poller_waits(self) -> None:
        """Until a getUpdates call hangs beside the webhook poster, which always waits."""
        while self.world.updates.changed.waiting < 2:  # noqa: ASYNC110 – turns of the loop, no time passes
            await asyncio.sleep(0)

    async def messages(self, chat: int, viewer: int | None = None) -> list[Json]:
        found = await self.look(f"/chats/{chat}/messages" + (f"?viewer={viewer}" if viewer else ""))
        messages: list[Json] = found["messages"]
        return messages


class Boxes:
    """Starts sandboxes and stops them; the same file may be opened again."""

    def __init__(self) -> None:
        self._open: list[Box] = []

    async def start(self, path: Path | None = None, **more: Any) -> Box:
        world = World.open(path)
        server = TestServer(build_app(world, **more))
        await server.start_server()
        box = Box(world, server, aiohttp.ClientSession())
        self._open.append(box)
        return box

    async def stop(self, box: Box) -> None:
        self._open.remove(box)
        await box.session.close()
        await box.server.close()

    async def stop_all(self) -> None:
        for box in list(self._open):
            await self.stop(box)


@pytest.fixture
async def boxes() -> AsyncIterator[Boxes]:
    started = Boxes()
    yield started
    await started.stop_all()


@pytest.fixture
async def box(boxes: Boxes) -> Box:
    """A new sandbox that lives in memory."""
    return await boxes.start()


class Hook:
    """A bot's webhook: answers as told and remembers what came."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.answer: Json = {}
        self.got: list[tuple[str | None, Json]] = []
        self.gate: asyncio.Event | None = None
        """While it is not set, no answer is given."""
        self._news = Bell()

    async def came(self, count: int) -> None:
        """Until so many updates have come."""
        while len(self.got) < count:
            assert await self._news.wait(5), f"only {len(self.got)} of {count} came"

    async def serve(self, request: web.Request) -> web.Response:
        self.got.append(
            (request.headers.get("X-Telegram-Bot-Api-Secret-Token"), json.loads(await request.read()))
        )
        self._news.ring()
        if self.gate is not None:
            await self.gate.wait()
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.answer, status=status)


@pytest.fixture
async def hook() -> AsyncIterator[tuple[Hook, str]]:
    """A webhook and its address."""
    listener = Hook()
    app = web.Application()
    app.router.add_post("/hook", listener.serve)
    server = TestServer(app)
    await server.start_server()
    yield listener, str(server.make_url("/hook"))
    if listener.gate is not None:
        listener.gate.set()
    await server.close()
