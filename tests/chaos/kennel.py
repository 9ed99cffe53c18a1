"""A process that has imported everything: `python -m tests.chaos.kennel DOOR`, the number of a socket that listens.

A bot's start is mostly its imports and its texts. Here they are done once for a whole test run. Whoever knocks at
the door gets a mother of their own, a fork that builds the app for their world; each bot is a fork of the mother:
a real process with a database connection and a session of its own, that may be killed at any step. One line of
JSON in asks for a bot, the line out tells its number; a second line out tells how it ended.
"""

import asyncio
import json
import os
import socket
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.lightly import import_aiogram

import_aiogram()

from aiohttp import ClientSession, ClientTimeout  # noqa: E402 – after aiogram

import bot.app  # noqa: E402  # aiogram is imported lightly before
import bot.running  # noqa: E402  # the same
from bot.alerts import Alerts  # noqa: E402 – after aiogram
from bot.app import App, build  # noqa: E402 – after aiogram
from bot.logs import configure_logs  # noqa: E402 – after aiogram
from bot.settings import Settings  # noqa: E402 – after aiogram
from bot.warmup import warm_up  # noqa: E402 – after aiogram
from domain.clock import Clock, MovableClock  # noqa: E402 – after aiogram
from locales import DEFAULT, texts_for  # noqa: E402 – after aiogram
from sandbox.following import WAIT_SECONDS, Follower  # noqa: E402 – after aiogram
from tests.chaos.instruments import (  # noqa: E402 – after aiogram
    Diary,
    Steps,
    count_steps,
    keep_diary,
    switch_the_claim_off,
)
from tests.chaos.surroundings import Surroundings, live_in  # noqa: E402 – after aiogram


def main() -> None:
    """Learn everything once, then give a mother to whoever knocks, until killed."""
    texts_for(DEFAULT).compile_all()
    asyncio.run(_learn())
    warm_up()
    with socket.socket(fileno=int(sys.argv[1])) as door:
        while True:
            visitor, _ = door.accept()
            if os.fork() == 0:
                door.close()
                _bear(visitor)
            visitor.close()
            _bury()


def _bury() -> None:
    """Let go of mothers whose visitors have left."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue


async def _learn() -> None:
    """Build an app that never runs: what is read from files for it is read once for all."""
    settings = Settings(
        _env_file=None, bot_token="1:" + "a" * 35, database_url="sqlite+aiosqlite:///never-opened"
    )
    await build(settings, Clock()).close()


def _bear(visitor: socket.socket) -> None:
    """One bot after another for one world, until the test's side hangs up; it never returns."""
    app: App | None = None
    clock = MovableClock()
    with visitor.makefile("rw") as lines:
        for line in lines:
            wanted = json.loads(line)
            if app is None:
                clock.move_to(datetime.fromisoformat(wanted["now"]))
                app = build(Settings(_env_file=None, **wanted["settings"]), clock)
                warm_up()
            born = os.fork()
            if born == 0:
                os.close(visitor.fileno())
                _live(app, clock, wanted)
            print(born, file=lines, flush=True)
            _, status = os.waitpid(born, 0)
            print(os.waitstatus_to_exitcode(status), file=lines, flush=True)
    os._exit(0)


def _live(app: App, clock: MovableClock, wanted: dict[str, Any]) -> None:
    """The life of one bot, in the forked process; it never returns."""
    code = 70
    try:
        log = os.open(wanted["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(source, target)
        if not wanted["claims"]:
            switch_the_claim_off()
        if wanted["counts"]:
            spare = frozenset(wanted["spare"])
            count_steps(app, Steps(Diary(Path(wanted["diary"])), wanted["kill_at"], wanted["action"], spare))
        if wanted["finished"] is not None:
            keep_diary(app, Diary(Path(wanted["finished"])))
        if not wanted["ticks"]:
            app.delivery.ticks.start = lambda: None  # type: ignore[method-assign]  # of this bot alone
        if wanted["weather"] is not None:
            live_in(Surroundings(Path(wanted["weather"])), app)
        _know_already(app)
        if wanted["alerts"]:
            app.alerts = Alerts()
        configure_logs("json", "info", alerts=app.alerts if wanted["alerts"] else None)
        asyncio.run(_run(app, clock, follows=wanted["follows"]))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


async def _run(app: App, clock: MovableClock, *, follows: bool) -> None:
    """As the sandbox's bot runs; its clock stands still unless it follows the sandbox's."""
    if not follows:
        await bot.running.run(app.settings, clock)
        return
    async with ClientSession(timeout=ClientTimeout(total=WAIT_SECONDS + 15)) as session:
        follower = Follower(session, str(app.settings.bot_api_url))
        follower.clock = clock
        await follower.catch_up()
        await bot.running.run(app.settings, clock, alongside=follower.follow)


def _know_already(app: App) -> None:
    """What every start finds out anew and always finds the same; it has nothing to do with what is in the database.

    Of it: a dozen calls that tell Telegram the commands, a third of a start to see that nothing is to be migrated.
    """

    def built(_settings: Settings, _clock: Clock, **_: Any) -> App:
        return app

    async def nothing_to_introduce(*_: Any) -> None:
        return

    async def migrated(settings: Settings) -> bool:
        return False

    async def compiled(locale: str) -> None:
        return

    bot.running.build = built  # type: ignore[attr-defined,assignment]  # where the running bot gets its app
    bot.app.introduce = nothing_to_introduce  # type: ignore[attr-defined,assignment]  # what the app calls
    bot.running.bring_up_to_date = migrated
    bot.running.compile_texts = compiled  # type: ignore[attr-defined]  # the Russian ones are
    bot.running.warm_up = lambda: None  # type: ignore[attr-defined]  # before the fork


if __name__ == "__main__":
    main()
