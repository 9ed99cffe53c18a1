"""A process that has imported everything and gives birth to bots: `python -m tests.chaos.kennel`.

A bot's start is mostly its imports. Here they are done once, and each bot is a fork: a real process with a database
connection and a session of its own, that may be killed at any step. One line of JSON in asks for a bot, the line
out tells its number; a second line out tells how it ended.
"""

import asyncio
import json
import os
import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.lightly import import_aiogram

import_aiogram()

import bot.app  # noqa: E402  # aiogram is imported lightly before
import bot.running  # noqa: E402  # the same
from bot.app import App, build  # noqa: E402 – after aiogram
from bot.logs import configure_logs  # noqa: E402 – after aiogram
from bot.settings import Settings  # noqa: E402 – after aiogram
from bot.warmup import warm_up  # noqa: E402 – after aiogram
from domain.clock import Clock, MovableClock  # noqa: E402 – after aiogram
from locales import LOCALES, texts_for  # noqa: E402 – after aiogram
from tests.chaos.instruments import (  # noqa: E402 – after aiogram
    Diary,
    Steps,
    count_steps,
    keep_diary,
    switch_the_claim_off,
)


def main() -> None:
    """Give birth to one bot after another until nobody asks any more."""
    for locale in LOCALES:
        texts_for(locale).compile_all()
    asyncio.run(_learn())
    warm_up()
    for line in sys.stdin:
        wanted = json.loads(line)
        born = os.fork()
        if born == 0:
            _live(wanted)
        print(born, flush=True)  # noqa: T201  # the kennel speaks with the test by lines
        _, status = os.waitpid(born, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201  # the same


async def _learn() -> None:
    """Build an app that never runs: what is read from files for it is read once for all."""
    settings = Settings(
        _env_file=None, bot_token="1:" + "a" * 35, database_url="sqlite+aiosqlite:///never-opened"
    )
    app = build(settings, Clock())
    await app.close()


async def _nothing_to_introduce(*_: Any) -> None:
    """Every bot would tell Telegram its commands anew: a dozen calls that have nothing to do with the update."""


async def _migrated_already(settings: Settings) -> bool:
    """To look whether there is something to migrate takes a third of a bot's start."""
    return False


def _live(wanted: dict[str, Any]) -> None:
    """The life of one bot, in the forked process; it never returns."""
    code = 70
    try:
        log = os.open(wanted["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(source, target)
        if not wanted["claims"]:
            switch_the_claim_off()
        steps = Steps(
            Diary(Path(wanted["diary"])), wanted["kill_at"], wanted["action"], frozenset(wanted["spare"])
        )

        def instrumented(settings: Settings, clock: Clock, **more: Any) -> App:
            app = build(settings, clock, **more)
            if wanted["counts"]:
                count_steps(app, steps)
            if wanted["finished"] is not None:
                keep_diary(app, Diary(Path(wanted["finished"])))
            return app

        bot.running.bring_up_to_date = _migrated_already
        bot.app.introduce = _nothing_to_introduce  # type: ignore[attr-defined,assignment]  # what the app calls
        bot.running.build = instrumented  # type: ignore[attr-defined]  # where the running bot gets its app
        settings = Settings(_env_file=None, **wanted["settings"])
        configure_logs("json", "info")
        asyncio.run(bot.running.run(settings, MovableClock(datetime.fromisoformat(wanted["now"]))))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
