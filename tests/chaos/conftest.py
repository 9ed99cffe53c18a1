"""Chaos has a sandbox in this process and the bot in another one, on both engines."""

import os
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from db.work import Database
from domain.clock import Clock
from sandbox.app import build_app
from sandbox.stories.stage import Stage
from sandbox.world import World
from tests.chaos.forked_bot import ForkedBot
from tests.chaos.instruments import Diary
from tests.chaos.puppy import open_kennel
from tests.chaos.record import Record, keep_record
from tests.conftest import START

TOLD = "told"
DOOR = "kennel door"
_shared = pytest.StashKey[Path]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell seeds and numbers when all is over, also when it went well."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, line in report.user_properties:
            if name == TOLD and report.when == "call":
                terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {line}")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """The workers of a run share one kennel; it learns while they prepare."""
    config: pytest.Config = node.config
    if _shared not in config.stash:
        kennel = ExitStack()
        config.stash[_shared] = kennel.enter_context(open_kennel())
        config.add_cleanup(kennel.close)
    node.workerinput[DOOR] = str(config.stash[_shared])


@dataclass(frozen=True, slots=True)
class Battlefield:
    """Everything that a test of chaos needs."""

    stage: Stage
    world: World
    record: Record
    bot: ForkedBot
    database: Database
    """For looking only; the bot has its own."""
    rng: random.Random


@pytest.fixture(scope="session")
def kennel_door(request: pytest.FixtureRequest) -> Iterator[Path]:
    """Where bots come from: one process of this test run has imported all they need."""
    shared = getattr(request.config, "workerinput", {}).get(DOOR)
    if shared is not None:
        yield Path(shared)
        return
    with open_kennel() as door:
        yield door


@pytest.fixture
async def field(
    database_url: str, kennel_door: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Battlefield]:
    """A world whose clock stands at `START`, and a bot that has not been started. `CHAOS_SEED` repeats a story."""
    seed = int(os.environ.get("CHAOS_SEED") or random.SystemRandom().randrange(10**6))
    request.node.user_properties.append((TOLD, f"CHAOS_SEED={seed}"))
    world = World.open()
    world.move_clock(START.timestamp(), frozen=True)
    record = keep_record(world, Diary(tmp_path / "finished.txt"))
    server = TestServer(build_app(world))
    await server.start_server()
    base = str(server.make_url("")).rstrip("/")
    database = Database(database_url, Clock())
    bot = ForkedBot(world, base, database_url, tmp_path, record, kennel_door)
    async with ClientSession() as session:
        try:
            yield Battlefield(Stage(session, base), world, record, bot, database, random.Random(seed))
        finally:
            await bot.close()
            await database.close()
            world.stop_waiting()
            await server.close()
