"""``python -m sandbox``: the local Telegram on its own."""

import argparse
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
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--world", type=Path, help="SQLite file of the world; without it nothing is kept")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--username", default=DEFAULT_USERNAME)
    parser.add_argument("--name", default=DEFAULT_NAME)
    wish = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    world = World.open(wish.world, token=wish.token, username=wish.username, name=wish.name)
    logging.getLogger(__name__).info("Sandbox: http://%s:%s/", wish.host, wish.port)
    web.run_app(
        build_app(world), host=wish.host, port=wish.port, print=None, access_log=None, shutdown_timeout=2
    )


if __name__ == "__main__":
    main()
