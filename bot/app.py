"""The application: what is built, in which order it starts and stops. The only owner of tasks."""

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from math import nan
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.types import Update
from aiohttp import web

from bot.alerts import Alerts
from bot.delivery import Delivery, build_delivery
from bot.dispatcher import build_dispatcher
from bot.lanes import Lanes
from bot.metrics import CallMetrics, Metrics
from bot.poller import DRAIN_SECONDS, POLL_SECONDS, Poller
from bot.profile import introduce
from bot.services import Services, build_services
from bot.settings import Settings
from bot.web import Webhook, build_metrics_page, build_web, serve
from db.reads.running import OutboxState, outbox_state
from db.work import Database
from domain.clock import Clock
from handlers.common.edge import Buckets
from locales import texts_for
from messenger.limiter import Limiter
from messenger.session import JsonSession
from messenger.uploads import Uploads

SILENCE_SECONDS = POLL_SECONDS + 65
"""A poller without an answer for so long is ill."""
DATABASE_SECONDS = 3.0
DELIVERY_STOP_SECONDS = 3.5
"""With the updates in work before it and the servers after it, a stop ends within ten seconds."""
CLOSE_SECONDS = 1.5
"""A database that hangs says no goodbye; the stop does not wait for it."""
LATEST_SECONDS = 600.0
"""A notice that should have left so long ago means that the delivery is ill."""

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class App:
    """Everything that one running bot consists of."""

    settings: Settings
    clock: Clock
    database: Database
    services: Services
    bot: Bot
    dispatcher: Dispatcher
    metrics: Metrics
    lanes: Lanes
    alerts: Alerts
    poller: Poller
    webhook: Webhook | None
    delivery: Delivery
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _runners: list[web.AppRunner] = field(default_factory=list)
    _began: float = field(default_factory=time.monotonic)

    async def run(self, stop: asyncio.Event) -> None:
        """Start, work until `stop`, then stop in order: intake, updates in work, the rest.

        Raises what made an essential part fail: the process then ends and is started anew from outside.
        """
        await self._listen()
        try:
            alert_chat = self.settings.alert_chat
            if alert_chat is not None:
                texts = texts_for(self.settings.default_locale)
                self._start("alerts", self.alerts.run(self.bot, alert_chat, texts), stop)
            self._start("introduce", introduce(self.bot, self.settings.default_locale), stop)
            self._start("delivery", self.delivery.worker.run(), stop)
            self.delivery.ticks.start()
            await self._take_updates(stop)
        finally:
            await self._stop_delivery()
            await self._end()

    async def tick(self) -> None:
        """Do now whatever is due by the clock: called when a movable clock was moved."""
        await self.delivery.ticks.run_all()

    async def close(self) -> None:
        """Give connections back: first the database, then the session with Telegram."""
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await self.database.close()
        except TimeoutError:
            _log.warning("the database does not let go, its connections are cut")
        await self.bot.session.close()

    async def health(self) -> tuple[bool, dict[str, object]]:
        """Whether the bot is well, and by what one can tell."""
        overdue = await self._overdue()
        silence = self._silence()
        well = overdue is not None and overdue < LATEST_SECONDS and silence < SILENCE_SECONDS
        return well, {
            "role": "working",
            "database": overdue is not None,
            "intake": "webhook" if self.webhook is not None else "polling",
            "seconds_since_poll": None if self.webhook is not None else round(silence, 1),
            "updates_in_work": self.lanes.in_work,
            "outbox_overdue_seconds": None if overdue is None else round(overdue, 1),
        }

    async def refresh_metrics(self) -> None:
        """Read the gauges of the outbox; without a database they tell nothing, and the others are told still."""
        self.metrics.in_work.set(self.lanes.in_work)
        self.metrics.outbox.clear()
        state = await self._outbox()
        if state is not None:
            for status, count in state.waiting.items():
                self.metrics.outbox.labels(status).set(count)
        self.metrics.overdue.set(nan if state is None else state.overdue(self.clock.now()))

    async def _listen(self) -> None:
        settings = self.settings
        if settings.listen_port is not None:
            site = build_web(self.health, self.webhook)
            self._runners.append(await serve(site, settings.listen_host, settings.listen_port, patience=0.5))
        if settings.metrics_port is not None:
            page = build_metrics_page(self.metrics, self.refresh_metrics)
            self._runners.append(await serve(page, settings.listen_host, settings.metrics_port, patience=0.5))

    async def _take_updates(self, stop: asyncio.Event) -> None:
        allowed = self.dispatcher.resolve_used_update_types()
        if self.webhook is None:
            _log.info("polling", updates=allowed)
            await self.poller.run(stop)
            return
        secret = self.settings.webhook_secret
        await self.bot.set_webhook(
            self.webhook.url,
            secret_token=None if secret is None else secret.get_secret_value(),
            allowed_updates=allowed,
            max_connections=min(100, self.settings.poll_concurrency),
        )
        _log.info("webhook", updates=allowed)
        await stop.wait()
        self.webhook.closed = True
        await self.lanes.until_idle(DRAIN_SECONDS)

    def _start(self, name: str, work: Coroutine[Any, Any, None], stop: asyncio.Event) -> None:
        """Start a part of the bot; if it fails, the whole stops."""
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(
            lambda done: None if done.cancelled() or done.exception() is None else stop.set()
        )
        self._tasks.append(task)

    async def _stop_delivery(self) -> None:
        """Ticks, then the outbox; what takes longer is cut, and its leases come back by themselves."""
        try:
            async with asyncio.timeout(DELIVERY_STOP_SECONDS):
                await self.delivery.stop()
        except TimeoutError:
            _log.warning("delivery did not stop in time")

    async def _end(self) -> None:
        for task in self._tasks:
            task.cancel()
        ended = await asyncio.gather(*self._tasks, return_exceptions=True)
        for runner in self._runners:
            await runner.cleanup()
        _log.info("stopped")
        for outcome in ended:
            if isinstance(outcome, Exception):
                raise outcome

    async def _overdue(self) -> float | None:
        """Seconds by which the outbox's head is late; None when the database does not answer."""
        state = await self._outbox()
        return None if state is None else state.overdue(self.clock.now())

    async def _outbox(self) -> OutboxState | None:
        try:
            async with asyncio.timeout(DATABASE_SECONDS), self.database.read() as reading:
                return await outbox_state(reading)
        except Exception as error:
            _log.warning("database does not answer", error=type(error).__name__)
            return None

    def _silence(self) -> float:
        if self.webhook is not None:
            return 0.0
        return time.monotonic() - (self.poller.answered_at or self._began)


def build(
    settings: Settings, clock: Clock, *, alerts: Alerts | None = None, buckets: Buckets | None = None
) -> App:
    """Wire the bot; raises `ValueError` without a token. Nothing is connected and nothing runs yet."""
    bot = build_bot(settings)
    database = Database(settings.database_url, clock)
    services = build_services(database, clock, settings)
    metrics = Metrics()
    limiter = Limiter(settings.send_rate)
    bot.session.middleware(limiter)
    bot.session.middleware(CallMetrics(metrics))
    uploads = Uploads()
    dispatcher = build_dispatcher(
        database, services, settings, metrics, Buckets() if buckets is None else buckets, uploads
    )

    async def feed(update: Update) -> None:
        await dispatcher.feed_update(bot, update)

    lanes = Lanes(feed, at_once=settings.poll_concurrency)
    webhook = None
    if settings.webhook_url is not None and settings.webhook_secret is not None:
        webhook = Webhook(bot, lanes, settings.webhook_url, settings.webhook_secret.get_secret_value())
    return App(
        settings=settings,
        clock=clock,
        database=database,
        services=services,
        bot=bot,
        dispatcher=dispatcher,
        metrics=metrics,
        lanes=lanes,
        alerts=alerts or Alerts(),
        poller=Poller(bot, lanes, dispatcher.resolve_used_update_types()),
        webhook=webhook,
        delivery=build_delivery(database, clock, bot, limiter, services, uploads),
    )


def build_bot(settings: Settings) -> Bot:
    """The client of the Bot API: Telegram's own, or another server's with its files; `ValueError` without a token."""
    if settings.bot_token is None:
        raise ValueError("BOT_TOKEN is not set: ask @BotFather for one, or try the demo with `make demo`.")
    server = PRODUCTION if settings.bot_api_url is None else TelegramAPIServer.from_base(settings.bot_api_url)
    return Bot(settings.bot_token.get_secret_value(), session=JsonSession(api=server))
