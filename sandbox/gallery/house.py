"""Sandbox and bot in one process with a clock that stands still, so that the same pictures come out every time."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientSession, web
from pydantic import SecretStr

from bot.app import App, build
from bot.logs import configure_logs
from bot.running import bring_up_to_date
from domain.clock import MovableClock
from handlers.common.edge import Buckets
from locales import texts_for
from reports.documents.lists import organisation_workbook
from sandbox.app import build_app
from sandbox.demo_bot import OWNER, DemoSettings
from sandbox.gallery.recorder import Recorder
from sandbox.world import World
from services.exports import Exports
from services.installation import Installation

BEGIN = datetime(2026, 9, 16, 3, 0, tzinfo=UTC)
"""A Wednesday, ten in the morning in Novokuznetsk: the day on which the pictures are taken."""


@dataclass(frozen=True, slots=True)
class House:
    """Where the walks are walked."""

    stage: Recorder
    base: str
    app: App

    async def lists(self) -> bytes:
        """The XLSX of `python -m bot export` for the first organisation."""
        database, clock = self.app.database, self.app.clock
        organisation = (await Installation(database, clock).organisations())[0]
        lists = await Exports(database).lists(organisation.id)
        made_at = self.app.clock.now().astimezone(lists.zone)
        return await asyncio.to_thread(organisation_workbook, lists, texts_for("ru"), made_at=made_at)


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    """Started and stopped; `folder` takes the bot's database and files."""
    world = World.open()
    world.move_clock(BEGIN.timestamp(), frozen=True)
    runner = web.AppRunner(build_app(world), access_log=None, shutdown_timeout=2, handle_signals=False)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    settings = DemoSettings(
        bot_token=SecretStr(world.token),
        bot_api_url=base,
        database_url=f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}",
        data_dir=folder / "files",
        owner_ids=frozenset({OWNER}),
        send_rate=0,
        log_level="error",
    )
    configure_logs(settings.log_format, settings.log_level)
    await bring_up_to_date(settings)
    clock = MovableClock(BEGIN)
    in_haste = Buckets(rate=1_000.0, burst=100_000)  # here one person taps for a whole year
    app = build(settings, clock, buckets=in_haste)
    stop = asyncio.Event()
    async with ClientSession() as session, asyncio.TaskGroup() as tasks:
        running = tasks.create_task(app.run(stop))
        await app.poller.connected.wait()
        try:
            yield House(Recorder(session, base, world, _follow(app, clock, world)), base, app)
        finally:
            stop.set()
            world.stop_waiting()
            await running
            await app.close()
            await runner.cleanup()


def _follow(app: App, clock: MovableClock, world: World) -> Callable[[], Awaitable[None]]:
    """When the sandbox's clock was moved, the bot's follows, and what is due by now is done."""

    async def follow() -> None:
        clock.move_to(datetime.fromtimestamp(world.clock.now(), UTC))
        await app.tick()

    return follow
