"""The whole product in one process: the sandbox over HTTP, the unchanged bot in it, and a stage to play on."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.app import App, build
from bot.settings import Settings
from db.work import Database, Work
from domain.clock import MovableClock
from handlers.common.edge import Buckets
from sandbox.app import build_app
from sandbox.stories.stage import Stage
from sandbox.world import World
from tests.query_plans import recorded

OWNER = 7_000_001
_in_work: ContextVar[bool] = ContextVar("in_work", default=False)


@dataclass(slots=True)
class Theatre:
    """A stage with the bot behind it."""

    stage: Stage
    app: App
    world: World
    clock: MovableClock
    address: str
    """Where the sandbox is, and its chat page."""
    statements: dict[str, Any] = field(default_factory=dict)
    """Every distinct statement that the bot ran, with parameters it ran with."""


@asynccontextmanager
async def theatre(
    database_url: str, folder: Path, start: datetime, buckets: Buckets | None = None
) -> AsyncIterator[Theatre]:
    """Sandbox and bot, started and stopped; the clock stands at `start` until the stage moves it."""
    world = World.open()
    world.move_clock(start.timestamp(), frozen=True)
    server = TestServer(build_app(world))
    await server.start_server()
    base = str(server.make_url("")).rstrip("/")
    clock = MovableClock(start)
    settings = Settings(
        _env_file=None,
        bot_token=SecretStr(world.token),
        bot_api_url=base,
        database_url=database_url,
        data_dir=folder / "data",
        owner_ids=frozenset({OWNER}),
        send_rate=0,
        log_level="error",
    )
    app = build(settings, clock, buckets=buckets)
    _guard_works(app.database, app.bot)
    stop = asyncio.Event()
    async with ClientSession() as session, asyncio.TaskGroup() as tasks:
        running = tasks.create_task(app.run(stop))
        stage = Stage(session, base, _follow(app, clock, session, base))
        try:
            with recorded(app.database) as statements:
                yield Theatre(stage, app, world, clock, base, statements)
        finally:
            stop.set()
            world.stop_waiting()
            await running
            await app.close()
            await server.close()


def _follow(
    app: App, clock: MovableClock, session: ClientSession, base: str
) -> Callable[[], Awaitable[None]]:
    """What happens when the stage moved the clock: the bot's clock follows, and what is due by now is done."""

    async def follow() -> None:
        async with session.get(f"{base}/sim/clock") as answer:
            clock.move_to(datetime.fromtimestamp((await answer.json())["now"], clock.now().tzinfo))
        await app.tick()

    return follow


def _guard_works(database: Database, bot: Bot) -> None:
    """Inside `work()` nothing but the database is awaited: a call of the Bot API there fails the test."""
    original = database.work

    @asynccontextmanager
    async def guarded(*, claims: bool = True) -> AsyncIterator[Work]:
        mark = _in_work.set(True)
        try:
            async with original(claims=claims) as work:
                yield work
        finally:
            _in_work.reset(mark)

    database.work = guarded  # type: ignore[method-assign]  # the guard of this test run

    @bot.session.middleware
    async def refuse_in_work(make_request: Any, bot: Bot, method: Any) -> Any:
        assert not _in_work.get(), f"{method!r} inside a transaction"
        return await make_request(bot, method)
