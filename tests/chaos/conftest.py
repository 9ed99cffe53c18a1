"""Chaos has a sandbox in this process and the bot in another one, on both engines."""

import os
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from db.work import Database
from domain.clock import Clock
from sandbox.app import build_app
from sandbox.stories.stage import Stage
from sandbox.world import World
from tests.chaos.bot_process import BotProcess
from tests.chaos.forked_bot import ForkedBot
from tests.chaos.instruments import Diary
from tests.chaos.record import Record, keep_record
from tests.conftest import START

TOLD = "told"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell seeds and numbers when all is over, also when it went well."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, line in report.user_properties:
            if name == TOLD and report.when == "call":
                terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {line}")


@dataclass(frozen=True, slots=True)
class Battlefield:
    """Everything that a test of chaos needs."""

    stage: Stage
    world: World
    record: Record
    bot: BotProcess
    database: Database
    """For looking only; the bot has its own."""
    rng: random.Random


@pytest.fixture
async def field(
    database_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Battlefield]:
    """A world whose clock stands at `START`, and a bot that has not been started. `CHAOS_SEED` repeats a story."""
    async with _battlefield(database_url, tmp_path, request.node, BotProcess) as made:
        yield made


@pytest.fixture
async def quick_field(
    database_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Battlefield]:
    """The same, with a bot that is there again at once after a kill; its clock cannot be moved."""
    async with _battlefield(database_url, tmp_path, request.node, ForkedBot) as made:
        yield made


@asynccontextmanager
async def _battlefield(
    database_url: str, tmp_path: Path, node: pytest.Item, breed: type[BotProcess]
) -> AsyncIterator[Battlefield]:
    seed = int(os.environ.get("CHAOS_SEED") or random.SystemRandom().randrange(10**6))
    node.user_properties.append((TOLD, f"CHAOS_SEED={seed}"))
    world = World.open()
    world.move_clock(START.timestamp(), frozen=True)
    record = keep_record(world, Diary(tmp_path / "finished.txt"))
    server = TestServer(build_app(world))
    await server.start_server()
    base = str(server.make_url("")).rstrip("/")
    database = Database(database_url, Clock())
    bot = breed(world, base, database_url, tmp_path, record)
    async with ClientSession() as session:
        try:
            yield Battlefield(Stage(session, base), world, record, bot, database, random.Random(seed))
        finally:
            await bot.close()
            await database.close()
            world.stop_waiting()
            await server.close()
