"""Pictures of the chat page and of the gallery, where a Chromium is found."""

import json
import os
import shutil
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "No Chromium was found, so there are no pictures: install one, or name it in CHROMIUM."
PLAIN = (
    ".log-frame { background-image: none } .stage { background: var(--canvas) } .device { box-shadow: none }"
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars")


def find_chromium(environment: Mapping[str, str] = os.environ) -> str | None:
    """The Chromium that the environment names, else the first on the path."""
    wanted = [environment["CHROMIUM"]] if environment.get("CHROMIUM") else NAMES
    return next((path for name in wanted if (path := shutil.which(name))), None)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a picture is taken: size of the window, dots for each point, dark or light."""

    width: int
    height: int
    scale: float = 1.0
    dark: bool = False


class Camera:
    """Takes pictures; each in a window of its own that remembers nothing."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._browser = browser
        self._base = base

    async def phones(self, people: Sequence[int], frame: Frame) -> bytes:
        """The chat page with these phones open, the newest messages in sight."""
        async with self._window(frame) as page:
            await self._open(page, people)
            return await page.screenshot()

    async def phone(self, person: int, frame: Frame) -> bytes:
        """One phone, cropped to its device, on plain paper: the pattern behind the bubbles would make a large file."""
        async with self._window(frame) as page:
            await self._open(page, [person])
            await page.add_style_tag(content=PLAIN)
            return await page.locator(".phone .device").screenshot()

    async def parts(self, file: Path, names: Sequence[str], folder: Path, frame: Frame) -> None:
        """Each named part of a page in a file as `<name>.png`."""
        async with self._window(frame) as page:
            await page.goto(file.as_uri())
            for name in names:
                await page.locator(f"#{name}").screenshot(path=folder / f"{name}.png")

    async def _open(self, page: Page, people: Sequence[int]) -> None:
        await page.goto(self._base)
        phones = [{"person": person, "chat": person} for person in people]
        layout = json.dumps({"phones": phones, "view": "phones", "active": people[-1]})
        await page.evaluate("layout => localStorage.setItem('sandbox.layout', layout)", layout)
        await page.reload()
        await page.locator(".live[data-state=on]").wait_for(state="attached")
        for person in people:
            phone = page.locator(f".phone[data-person='{person}']")
            await phone.locator(".composer").wait_for(state="attached")
        await page.evaluate("() => document.fonts.ready")

    @asynccontextmanager
    async def _window(self, frame: Frame) -> AsyncIterator[Page]:
        context = await self._browser.new_context(
            viewport={"width": frame.width, "height": frame.height},
            device_scale_factor=frame.scale,
            color_scheme="dark" if frame.dark else "light",
            reduced_motion="reduce",
            locale="ru-RU",
            bypass_csp=True,
        )
        try:
            yield await context.new_page()
        finally:
            await context.close()


@asynccontextmanager
async def camera(chromium: str, base: str) -> AsyncIterator[Camera]:
    """A browser for as long as pictures are taken."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        try:
            yield Camera(browser, base)
        finally:
            await browser.close()
