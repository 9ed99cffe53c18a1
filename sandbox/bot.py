"""``python -m sandbox.bot``: the unchanged bot, whose clock follows the sandbox's."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.alerts import Alerts
from bot.app import App
from bot.cli import finish, load_settings
from bot.logs import configure_logs
from bot.running import run
from bot.settings import Settings
from domain.clock import MovableClock

WAIT_SECONDS = 50
RETRY_SECONDS = 0.2


class Follower:
    """Keeps a clock where the sandbox's stands; when that was moved, the bot does at once what is due by then."""

    def __init__(self, session: ClientSession, base: str) -> None:
        self._session = session
        self._address = f"{base.rstrip('/')}/sim/clock"
        self._version = 0
        self._moved = asyncio.Condition()
        self.clock = MovableClock(running=True)

    async def catch_up(self) -> None:
        """Take over the time as it is now; waits until the sandbox is there."""
        await self._take_over(await self._ask({}))

    async def follow(self, app: App) -> None:
        """Move with the sandbox's clock for as long as the bot runs."""
        await app.tick()
        while True:
            shown = await self._ask({"since": self._version, "wait": WAIT_SECONDS})
            if shown["version"] != self._version:
                await self._take_over(shown, app)

    async def settle(self) -> None:
        """Wait until the bot's clock shows what the sandbox's shows now, and what is due by then is done."""
        wanted = (await self._ask({}))["version"]
        async with self._moved:
            await self._moved.wait_for(lambda: self._version >= wanted)

    async def _take_over(self, shown: dict[str, Any], app: App | None = None) -> None:
        self.clock.freeze(shown["frozen"])
        self.clock.move_to(datetime.fromtimestamp(shown["now"], UTC))
        if app is not None:
            await app.tick()
        async with self._moved:
            self._version = shown["version"]
            self._moved.notify_all()

    async def _ask(self, query: dict[str, int]) -> dict[str, Any]:
        while True:
            try:
                async with self._session.get(self._address, params=query) as answer:
                    answer.raise_for_status()
                    shown: dict[str, Any] = await answer.json()
                    return shown
            except (ClientError, TimeoutError, OSError):
                await asyncio.sleep(RETRY_SECONDS)


async def run_following(settings: Settings, base: str, alerts: Alerts) -> None:
    """The bot until SIGTERM, on the sandbox's time."""
    async with ClientSession(timeout=ClientTimeout(total=WAIT_SECONDS + 15)) as session:
        follower = Follower(session, base)
        await follower.catch_up()
        await run(settings, follower.clock, alerts=alerts, alongside=follower.follow)


def main() -> None:
    """Settings come from the environment, as for `python -m bot run`; BOT_API_URL is the sandbox's address."""
    settings = load_settings()
    if settings.bot_api_url is None:
        raise SystemExit("BOT_API_URL must be the address of a sandbox.")
    alerts = Alerts()
    configure_logs(settings.log_format, settings.log_level, alerts=alerts)
    finish(settings, run_following(settings, settings.bot_api_url, alerts))


if __name__ == "__main__":
    main()
