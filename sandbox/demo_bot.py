"""The bot of the demo, and the story that fills the sample kindergarten. Imported once the page is served."""

import asyncio
import importlib
import time
import traceback
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout
from pydantic import SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.app import App
from bot.logs import configure_logs
from bot.running import run
from bot.settings import Settings
from sandbox.following import WAIT_SECONDS, Follower
from sandbox.stories.stage import Stage
from sandbox.telling import Wish, say, say_address

STORY = "sandbox.stories.kindergarten"
OWNER = 7_000_001
"""The person of the sandbox who owns the installation."""


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


async def run_bot(wish: Wish, base: str) -> None:
    """The bot until Ctrl-C; on the first start the story is told, then the address."""
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
                if wish.untold:
                    await _tell_story(Stage(session, base, follower.settle), wish.mark)
                    say_address(base)
                say("The bot is awake. Ctrl-C stops.")

        await run(settings, follower.clock, alongside=beside)


async def _tell_story(stage: Stage, mark: Path) -> None:
    """Fill the sample kindergarten by real taps. A story that broke is told anew at the next start."""
    began = time.monotonic()
    say("Filling the sample kindergarten: people come, press Start, publish and answer …")
    try:
        await importlib.import_module(STORY).play(stage)
    except Exception:
        traceback.print_exc()
        say("The sample kindergarten is only half filled; what stands already can be used.")
        return
    await asyncio.to_thread(mark.touch)
    say(f"Filled in {time.monotonic() - began:.0f} s.")
