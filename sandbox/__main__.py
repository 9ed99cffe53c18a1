"""``python -m sandbox``: the local Telegram, the bot in it and a sample kindergarten; ``--bare``: without the bot."""

import argparse
import asyncio
import logging
from pathlib import Path

from aiohttp import web

from sandbox.app import build_app
from sandbox.world import World
from sandbox.world.world import DEFAULT_NAME, DEFAULT_TOKEN, DEFAULT_USERNAME


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=_port, default=8090, help="0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--username", default=DEFAULT_USERNAME)
    parser.add_argument("--name", default=DEFAULT_NAME)
    parser.add_argument("--data", type=Path, default=Path("data/demo"), help="folder in which all is kept")
    parser.add_argument("--fresh", action="store_true", help="forget the last time and start over")
    parser.add_argument("--empty", action="store_true", help="no sample kindergarten")
    parser.add_argument("--bare", action="store_true", help="only the local Telegram, without the bot")
    parser.add_argument(
        "--world", type=Path, help="with --bare: SQLite file of the world; else nothing is kept"
    )
    wish = parser.parse_args()
    if wish.bare or wish.world is not None:
        _serve_bare(wish)
        return
    from sandbox.demo import demo
    from sandbox.telling import Wish, say

    asked = Wish(
        host=wish.host,
        port=wish.port,
        folder=wish.data,
        fresh=wish.fresh,
        story=not wish.empty,
        token=wish.token,
        username=wish.username,
        name=wish.name,
    )
    try:
        raise SystemExit(asyncio.run(demo(asked)))
    except KeyboardInterrupt:  # before the bot was there to be stopped gently
        say("Stopped before the bot was awake.")
        raise SystemExit(130) from None


def _port(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and int(typed) <= 65535):
        raise argparse.ArgumentTypeError(f"«{typed}» is no port: a number up to 65535, or 0 for a free one")
    return int(typed)


def _serve_bare(wish: argparse.Namespace) -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    world = World.open(wish.world, token=wish.token, username=wish.username, name=wish.name)
    logging.getLogger(__name__).info("Sandbox: http://%s:%s/", wish.host, wish.port)
    web.run_app(
        build_app(world), host=wish.host, port=wish.port, print=None, access_log=None, shutdown_timeout=2
    )


if __name__ == "__main__":
    main()
