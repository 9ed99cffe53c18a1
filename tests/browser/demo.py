"""The demo as a process of its own, as a newcomer starts it, and people who use it with their fingers on the page."""

import asyncio
import os
import re
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from playwright.async_api import Locator, Page, expect

from sandbox.stories.stage import PRINTED_LINK

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@dataclass(slots=True)
class Demo:
    """`python -m sandbox` over one folder; stopped by Ctrl-C and started again at the same address."""

    folder: Path
    port: int = 0
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it and wait for the bot; the address was told before."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "sandbox", "--empty", "--port", str(self.port), "--data", str(self.folder),
            cwd=self.folder.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        assert self.process.stdout is not None
        told = ""
        async for line in self.process.stdout:
            told += line.decode()
            if "The bot is awake" in told:
                found = ADDRESS.search(told)
                assert found is not None, told
                self.port = int(found.group(1))
                return
        raise AssertionError(f"the demo ended before its bot was awake:\n{told}")

    async def stop(self) -> str:
        """Press Ctrl-C; returns what it said in the end."""
        if self.process is None:
            return ""
        self.process.send_signal(signal.SIGINT)
        told, _ = await self.process.communicate()
        assert self.process.returncode == 0, told.decode()
        self.process = None
        return told.decode()

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}"


class Fingers:
    """One person who reads their phone on the page, taps the newest message and types."""

    def __init__(self, page: Page, phone: Locator) -> None:
        self.page = page
        self.phone = phone

    @classmethod
    async def of(cls, page: Page, name: str) -> "Fingers":
        """Click somebody on the left, who takes up their phone and sees what there is."""
        await page.locator(".person", has=page.locator(".person-name", has_text=name)).click()
        phone = page.get_by_role("article", name=f"Телефон: {name}")
        await expect(phone.locator(".messages .row, .intro").locator("visible=true").first).to_be_visible()
        return cls(page, phone)

    @property
    def newest(self) -> Locator:
        """The last message of the chat, whoever wrote it."""
        return self.phone.locator(".messages .row").last

    async def sees(self, *words: str) -> None:
        """The newest message says all this, now or in a moment."""
        for word in words:
            await expect(self.newest).to_contain_text(word)

    async def tap(self, label: str) -> None:
        """Tap a button of the newest message."""
        as_written = re.compile(re.escape(label).replace("/", "\\/"))
        await self.newest.get_by_role("button", name=as_written).first.click()

    async def write(self, text: str) -> None:
        """Type and send; from then on the newest message is this one, or the bot's answer to it."""
        mine = self.phone.locator(".messages .row.mine")
        written = await mine.count()
        await self.phone.get_by_role("textbox").fill(text)
        await self.phone.get_by_role("textbox").press("Enter")
        await expect(mine).to_have_count(written + 1)

    async def answer(self, question: str, text: str) -> None:
        """Type an answer once the question stands there."""
        await self.sees(question)
        await self.write(text)

    async def menu(self) -> None:
        """Open the menu."""
        await self.write("/menu")
        await self.sees("🏠")

    async def link(self) -> str:
        """The link that stands in the newest message, to be copied."""
        text = await self.newest.locator("code").text_content()
        assert text
        return text

    async def enter(self, link: str) -> None:
        """«Войти по ссылке», as scanning a card or opening what was sent."""
        await self.phone.get_by_role("button", name="Войти по ссылке").click()
        sheet = self.phone.get_by_role("dialog", name="Войти по ссылке")
        await sheet.get_by_label("Ссылка или код приглашения").fill(link)
        await sheet.get_by_role("button", name="Открыть").click()

    async def printed_links(self) -> list[str]:
        """The links on the paper that the newest message brings, each once."""
        address = await self.newest.locator(".document-open").get_attribute("href")
        assert address
        printed = await self.page.context.request.get(urljoin(self.page.url, address))
        paper = await printed.body()
        assert paper.startswith(b"%PDF")
        return list(dict.fromkeys(one.decode() for one in PRINTED_LINK.findall(paper)))
