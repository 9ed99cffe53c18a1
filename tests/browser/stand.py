"""The real sandbox on a free port, a bot that says what the test tells it, and a page in a real Chromium."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from playwright.async_api import ConsoleMessage, Locator, Page, Request

from sandbox.app import build_app
from sandbox.world import World
from sandbox.world.world import DEFAULT_TOKEN

Json = dict[str, Any]


@dataclass(slots=True)
class Sandbox:
    """A sandbox that can be stopped and started again at the same address with the same world."""

    file: Path
    port: int = 0
    runner: web.AppRunner | None = None

    async def start(self) -> None:
        self.runner = web.AppRunner(build_app(World.open(self.file)), shutdown_timeout=0.5)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self.runner.addresses[0][1]

    async def stop(self) -> None:
        if self.runner is not None:
            await self.runner.cleanup()
        self.runner = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class Window:
    """One page of the browser, used by one test after another, and what it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        self.requested: list[str] = []
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.problems.append(str(error)))

    async def open(self) -> None:
        """As new: wide, light, nothing remembered."""
        await self.page.context.set_offline(False)
        await self.page.set_viewport_size({"width": 1700, "height": 950})
        await self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.problems.clear()
        self.requested.clear()

    async def leave(self) -> None:
        for other in self.page.context.pages:
            if other is not self.page:
                await other.close()
        if self.page.url.startswith("http"):
            await self.page.evaluate("localStorage.clear()")
        await self.page.goto("about:blank")

    def _asked(self, request: Request) -> None:
        self.requested.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(message.text)


@dataclass(slots=True)
class Stand:
    """What a test of the page holds in its hands."""

    sandbox: Sandbox
    http: aiohttp.ClientSession
    window: Window
    offset: int = 0

    @property
    def page(self) -> Page:
        return self.window.page

    async def sim(self, path: str, **body: Any) -> Json:
        """One call of the control API."""
        async with self.http.post(f"{self.sandbox.url}/sim/{path}", json=body) as response:
            answer: Json = await response.json()
            assert response.status == 200, answer
            return answer

    async def person(self, first_name: str, *, started: bool = True, **profile: Any) -> int:
        """Somebody with a phone; `started` when the bot may already write to them."""
        made = await self.sim("people", first_name=first_name, **profile)
        if started:
            await self.sim(f"people/{made['id']}/start")
        return int(made["id"])

    async def bot(self, method: str, **parameters: Any) -> Any:
        """The bot calls a method of the Bot API."""
        address = f"{self.sandbox.url}/bot{DEFAULT_TOKEN}/{method}"
        async with self.http.post(address, json=parameters) as response:
            answer = await response.json()
            assert answer["ok"], answer
            return answer["result"]

    async def bot_sends_files(self, method: str, fields: Json, **files: bytes) -> Any:
        """The bot uploads files: `name=bytes`; a name carries its type after two underscores («photo__png»)."""
        form = aiohttp.FormData()
        for name, value in fields.items():
            form.add_field(name, str(value))
        for name, content in files.items():
            stem, _, extension = name.partition("__")
            form.add_field(stem, content, filename=f"{stem}.{extension}")
        async with self.http.post(f"{self.sandbox.url}/bot{DEFAULT_TOKEN}/{method}", data=form) as response:
            answer = await response.json()
            assert answer["ok"], answer
            return answer["result"]

    async def say(self, person: int, text: str, *rows: list[Json], **more: Any) -> Json:
        """The bot writes to somebody, with rows of inline buttons if they are given."""
        if rows:
            more["reply_markup"] = {"inline_keyboard": list(rows)}
        sent: Json = await self.bot("sendMessage", chat_id=person, text=text, **more)
        return sent

    async def heard(self, kind: str, *, having: str = "") -> Json:
        """The next update of a kind (`having` a field) that the bot receives; earlier others are let go."""
        while True:
            updates = await self.bot("getUpdates", offset=self.offset, timeout=10, limit=1)
            assert updates, f"the bot heard no {kind} {having}"
            self.offset = updates[0]["update_id"] + 1
            found: Json = updates[0].get(kind, {})
            if found and (not having or having in found):
                return found

    async def show(self, *people: int) -> None:
        """Open the page with the phones of these people on it."""
        await self.page.goto(self.sandbox.url)
        await self.page.locator(".live[data-state=on]").wait_for(state="attached")
        for person in people:
            await self.page.locator(f".person[data-person='{person}']").click()
            await self.phone(person).locator(".composer").wait_for()

    def phone(self, person: int) -> Locator:
        return self.page.locator(f".phone[data-person='{person}']")
