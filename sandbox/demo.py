"""The demo: sandbox and bot in one process, a sample kindergarten in them, one address to open."""

import asyncio
import errno
import importlib
import importlib.util
import shutil
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout, web
from pydantic import SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.app import App
from bot.logs import configure_logs
from bot.running import run
from bot.settings import Settings
from sandbox.app import build_app
from sandbox.bot import WAIT_SECONDS, Follower
from sandbox.stories.stage import Stage
from sandbox.world import World

MARK = "story-is-told"
STORY = "sandbox.stories.kindergarten"
OWNER = 7_000_001
"""The person of the sandbox who owns the installation."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    host: str
    port: int
    folder: Path
    fresh: bool
    story: bool
    token: str
    username: str
    name: str


class DemoSettings(Settings):
    """The demo's settings: neither the environment nor `.env` of a real installation reaches them."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what the demo itself says."""
        return (init_settings,)


async def demo(wish: Wish) -> int:
    """Serve until Ctrl-C; returns the exit code."""
    began = time.monotonic()
    if wish.fresh or _untold(wish):  # an interrupted story is told anew from the beginning
        shutil.rmtree(wish.folder, ignore_errors=True)
    wish.folder.mkdir(parents=True, exist_ok=True)
    world = World.open(
        wish.folder / "telegram.sqlite3", token=wish.token, username=wish.username, name=wish.name
    )
    runner = web.AppRunner(build_app(world), access_log=None, shutdown_timeout=2, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, wish.host, wish.port).start()
    except OSError as error:
        await runner.cleanup()
        if error.errno != errno.EADDRINUSE:
            raise
        say(
            f"Port {wish.port} is busy: another demo, or another program, uses it.\n"
            f"Choose another one: make demo PORT={wish.port + 1}"
        )
        return 1
    base = f"http://{wish.host}:{runner.addresses[0][1]}"
    try:
        await _run_bot(wish, base, began)
    finally:
        await runner.cleanup()
    say("Stopped. Everything is kept: `make demo` goes on from here, `make demo FRESH=1` starts over.")
    return 0


async def _run_bot(wish: Wish, base: str, began: float) -> None:
    settings = DemoSettings(
        bot_token=SecretStr(wish.token),
        bot_api_url=base,
        database_url=f"sqlite+aiosqlite:///{wish.folder / 'bot.sqlite3'}",
        data_dir=wish.folder / "files",
        owner_ids=frozenset({OWNER}),
        send_rate=0,
        log_level="warning",
    )
    configure_logs(settings.log_format, settings.log_level)
    async with ClientSession(timeout=ClientTimeout(total=WAIT_SECONDS + 15)) as session:
        follower = Follower(session, base)
        await follower.catch_up()

        async def beside(app: App) -> None:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(follower.follow(app))
                await app.poller.connected.wait()
                if _untold(wish):
                    await _tell_story(Stage(session, base, follower.settle), wish)
                say(f"\n    {base}/\n\nOpen this address in a browser. Ctrl-C stops. ({_since(began)})")

        await run(settings, follower.clock, alongside=beside)


async def _tell_story(stage: Stage, wish: Wish) -> None:
    """Fill the sample kindergarten by real taps. A story that broke is told anew at the next start."""
    began = time.monotonic()
    say("Filling the sample kindergarten: people come, press Start, publish and answer …")
    try:
        await importlib.import_module(STORY).play(stage)
    except Exception:
        traceback.print_exc()
        say("The sample kindergarten is only half filled; what stands already can be used.")
        return
    (wish.folder / MARK).touch()
    say(f"Filled in {_since(began)}.")


def _untold(wish: Wish) -> bool:
    """A story is wished and was not told to its end."""
    return wish.story and importlib.util.find_spec(STORY) is not None and not (wish.folder / MARK).exists()


def _since(moment: float) -> str:
    return f"{time.monotonic() - moment:.1f} s"


def say(words: str) -> None:
    """Tell whoever started the demo, at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
