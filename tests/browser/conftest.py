"""A Chromium for the whole suite, a fresh sandbox and a fresh page for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.chromium import MISSING, find_chromium, required
from tests.browser.stand import Sandbox, Stand

expect.set_options(timeout=8000)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the tests are skipped, or fail where a browser is required."""
    path = find_chromium()
    if path is not None:
        return path
    if required():
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield launched
        await launched.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stand(browser: Browser, tmp_path: Path) -> AsyncIterator[Stand]:
    """The stand; afterwards the page must have met no error and asked no other server for anything."""
    sandbox = Sandbox(tmp_path / "world.sqlite3")
    await sandbox.start()
    context = await browser.new_context(
        viewport={"width": 1700, "height": 950},
        locale="ru-RU",
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    try:
        async with aiohttp.ClientSession() as http:
            made = Stand(sandbox, http, await context.new_page())
            made.watch(made.page)
            yield made
    finally:
        await context.close()
        await sandbox.stop()
    foreign = [one for one in made.requested if not one.startswith((sandbox.url, "blob:"))]
    assert foreign == []
    assert made.problems == []
