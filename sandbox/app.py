"""The whole sandbox as one web application."""

import asyncio
import importlib.util
from collections.abc import AsyncIterator

from aiohttp import web

from sandbox.api.call import MAX_UPLOAD
from sandbox.api.server import BotApi
from sandbox.control import routes
from sandbox.control.live import CLOSING
from sandbox.webhook import WebhookPoster
from sandbox.world import World

FLUSH_SECONDS = 0.25
MAX_REQUEST = MAX_UPLOAD + 4 * 1024 * 1024


def build_app(world: World, *, first_pause: float = 1.0) -> web.Application:
    """Bot API, control API and, where it is installed, the chat page, over one world.

    :param first_pause: seconds before a refused webhook update is posted again the first time.
    """
    app = web.Application(client_max_size=MAX_REQUEST)
    api = BotApi(world)
    app[CLOSING] = asyncio.Event()
    app.add_routes(api.routes())
    app.add_routes(routes(world))
    if importlib.util.find_spec("sandbox.chat_page"):
        importlib.import_module("sandbox.chat_page").add_page(app)

    async def background(_: web.Application) -> AsyncIterator[None]:
        poster = WebhookPoster(world, api, first_pause=first_pause)
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(one) for one in (poster.run(), _write_behind(world), api.warm_up())]
            yield
            for task in running:
                task.cancel()
        world.close()

    async def let_go(_: web.Application) -> None:
        """Pages and pollers that wait are let go, so that stopping is quick."""
        app[CLOSING].set()
        world.stop_waiting()

    app.on_shutdown.append(let_go)
    app.cleanup_ctx.append(background)
    return app


async def _write_behind(world: World) -> None:
    while True:
        await asyncio.sleep(FLUSH_SECONDS)
        await world.store.flush()
