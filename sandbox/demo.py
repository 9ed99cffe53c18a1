"""The demo: sandbox and bot in one process, a sample kindergarten in them, one address to open."""

import asyncio
import errno
import importlib
import shutil
from typing import Any

from aiohttp import web

from bot.lightly import import_aiogram
from sandbox.app import build_app
from sandbox.telling import Wish, say
from sandbox.world import World


async def demo(wish: Wish) -> int:
    """Serve until Ctrl-C; returns the exit code. The page is there at once, the bot a few seconds later."""
    if wish.folder.exists() and (wish.fresh or (wish.story and not wish.mark.exists())):
        shutil.rmtree(wish.folder)  # an interrupted story is told anew from the beginning
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
    try:
        bot = await asyncio.to_thread(_import_bot)
        await bot.run_bot(wish, f"http://{wish.host}:{runner.addresses[0][1]}")
    finally:
        await runner.cleanup()
    say("Stopped. Everything is kept: `make demo` goes on from here, `make demo FRESH=1` starts over.")
    return 0


def _import_bot() -> Any:
    """The whole bot, beside the loop: importing it takes seconds, and the page need not wait."""
    import_aiogram()
    return importlib.import_module("sandbox.demo_bot")
