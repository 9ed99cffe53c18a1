"""The demo: sandbox and bot in one process, a sample kindergarten in them, one address to open."""

import asyncio
import errno
import importlib
import socket
from typing import Any

from aiohttp import web

from bot.lightly import import_aiogram
from sandbox.app import build_app
from sandbox.folder import FolderTaken, lived_in, prepare
from sandbox.telling import Wish, say, say_address
from sandbox.world import World


async def demo(wish: Wish) -> int:
    """Serve until Ctrl-C; returns the exit code. Nothing is touched before place and folder are found free."""
    try:
        listening = _listen(wish)
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        say(
            f"{REFUSALS[error.errno].format(port=wish.port)}\nChoose another one: make demo PORT={_other(wish.port)}"
        )
        return 1
    try:
        with listening, lived_in(wish):
            prepare(wish)
            await _serve(wish, listening)
    except FolderTaken:
        say(
            f"Another demo runs in {wish.folder}: open its page, or stop it first.\n"
            f"A second one needs a folder of its own: make demo PORT={wish.port} DATA={wish.folder}-2"
        )
        return 1
    say("Stopped. Everything is kept: `make demo` goes on from here, `make demo FRESH=1` starts over.")
    return 0


REFUSALS = {
    errno.EADDRINUSE: "Port {port} is busy: another demo, or another program, uses it.",
    errno.EACCES: "Port {port} may not be used by everybody: those below 1024 belong to the system.",
}


def _other(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8123


def _listen(wish: Wish) -> socket.socket:
    family = socket.AF_INET6 if ":" in wish.host else socket.AF_INET
    return socket.create_server((wish.host, wish.port), family=family)


async def _serve(wish: Wish, listening: socket.socket) -> None:
    """The page is there at once, the bot a few seconds later."""
    world = World.open(
        wish.folder / "telegram.sqlite3", token=wish.token, username=wish.username, name=wish.name
    )
    runner = web.AppRunner(build_app(world), access_log=None, shutdown_timeout=2, handle_signals=False)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        host = f"[{wish.host}]" if ":" in wish.host else wish.host
        base = f"http://{host}:{listening.getsockname()[1]}"
        if not wish.untold:
            say_address(base)
            say("The bot in it wakes up in a few seconds …")
        bot = await asyncio.to_thread(_import_bot)
        await bot.run_bot(wish, base)
    finally:
        await runner.cleanup()


def _import_bot() -> Any:
    """The whole bot, beside the loop: importing it takes seconds, and the page need not wait."""
    import_aiogram()
    return importlib.import_module("sandbox.demo_bot")
