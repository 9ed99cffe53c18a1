"""What the bot serves over HTTP: `/health`, Telegram's webhook, Prometheus's page."""

import errno
import hmac
import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiohttp import web

from bot.lanes import Lanes
from bot.metrics import Metrics
from messenger.updates import read_update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1024 * 1024
Health = Callable[[], Awaitable[tuple[bool, dict[str, object]]]]

_log = structlog.get_logger(__name__)


class Webhook:
    """Updates that Telegram brings itself: answered with 200 when they are carried out, not before.

    An update whose answer never came (the process was killed) is brought again.
    """

    def __init__(self, bot: Bot, lanes: Lanes, url: str, secret: str) -> None:
        self._bot = bot
        self._lanes = lanes
        self._secret = secret.encode()
        self.url = url
        self.path = urlsplit(url).path or "/"
        self.closed = False
        """Once stopping, new updates are refused with 503: Telegram brings them again after the restart."""

    async def receive(self, request: web.Request) -> web.Response:
        """Carry out one update; who does not know the secret learns nothing."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=401)
        if self.closed:
            return web.Response(status=503)
        try:
            update = read_update(await request.json(), self._bot)
        except (json.JSONDecodeError, UnicodeDecodeError):
            update = None
        if update is None:
            _log.warning("webhook got no update")
            return web.Response(status=400)
        self._lanes.take(update.update_id)
        await self._lanes.carry_out(update)
        return web.Response()


def build_web(health: Health, webhook: Webhook | None) -> web.Application:
    """`/health` for whoever watches over the process, and the webhook if there is one."""
    app = web.Application(client_max_size=LARGEST_UPDATE)

    async def show_health(_request: web.Request) -> web.Response:
        well, details = await health()
        return web.json_response({"ok": well, **details}, status=200 if well else 503)

    app.router.add_get("/health", show_health)
    if webhook is not None:
        app.router.add_post(webhook.path, webhook.receive)
    return app


def build_metrics_page(metrics: Metrics, refresh: Callable[[], Awaitable[None]]) -> web.Application:
    """`/metrics`, with the gauges read at that moment."""
    app = web.Application()

    async def show_metrics(_request: web.Request) -> web.Response:
        await refresh()
        return web.Response(body=metrics.page(), content_type="text/plain", charset="utf-8")

    app.router.add_get("/metrics", show_metrics)
    return app


class CannotListen(Exception):
    """The address is not this machine's, or its port is not free: mend LISTEN_HOST, LISTEN_PORT or METRICS_PORT."""

    def __init__(self, host: str, port: int, error: OSError) -> None:
        super().__init__(self.__doc__)
        self.host = host
        self.port = port
        self.taken = error.errno == errno.EADDRINUSE
        self.why = error.strerror or type(error).__name__


async def serve(app: web.Application, host: str, port: int, *, patience: float) -> web.AppRunner:
    """Listen, or raise `CannotListen`; `patience` seconds are given to requests in work at the cleaning up."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=patience, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        raise CannotListen(host, port, error) from error
    return runner
