"""A Chromium for the whole suite, a fresh sandbox and a page that remembers nothing for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from tests.browser.chromium import MISSING, find_chromium, required
from tests.browser.stand import Sandbox, Stand, Window

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the tests are skipped, or fail where a browser is required."""
    path = find_chromium()
    if path is not None:
        return path
    if required():
        pytest.fail(MISSING)
    pytest.skip(MISSING)  # not every machine has a browser; CI requires one


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def window(chromium: str) -> AsyncIterator[Window]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        context = await browser.new_context(locale="ru-RU", permissions=["clipboard-read", "clipboard-write"])
        yield Window(await context.new_page())
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stand(window: Window, tmp_path: Path) -> AsyncIterator[Stand]:
    """The stand; afterwards the page must have met no error and asked no other server for anything."""
    sandbox = Sandbox(tmp_path / "world.sqlite3")
    await sandbox.start()
    await window.open()
    try:
        async with aiohttp.ClientSession() as http:
            yield Stand(sandbox, http, window)
        foreign = [one for one in window.requested if not one.startswith((sandbox.url, "blob:"))]
        assert foreign == []
        assert window.problems == []
    finally:
        await window.leave()
        await sandbox.stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it loudly when the page was not tested: a skip is easily overlooked."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.write_sep("!", MISSING, yellow=True, bold=True)
