"""Numbers for Prometheus: updates and how long they take, calls to Telegram, the outbox. No ids, no names."""

import time
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import TelegramObject, Update
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from handlers.common.edge import Handler

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """Counters of one running bot, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter("gost_updates", "Updates carried out", ["kind"], registry=self.registry)
        self.update_seconds = Histogram(
            "gost_update_seconds",
            "Time from taking up an update to its end",
            registry=self.registry,
            buckets=_SECONDS,
        )
        self.calls = Counter(
            "gost_calls", "Calls to the Bot API", ["method", "outcome"], registry=self.registry
        )
        self.call_seconds = Histogram(
            "gost_call_seconds",
            "Time of a call, waiting for the limiter included",
            registry=self.registry,
            buckets=_SECONDS,
        )
        self.outbox = Gauge("gost_outbox", "Notices by status", ["status"], registry=self.registry)
        self.overdue = Gauge(
            "gost_outbox_overdue_seconds",
            "Age of the oldest notice that should have left",
            registry=self.registry,
        )
        self.in_work = Gauge("gost_updates_in_work", "Updates not finished", registry=self.registry)

    def page(self) -> bytes:
        """Everything in Prometheus's text format."""
        return generate_latest(self.registry)


class UpdateMetrics(BaseMiddleware):
    """Around every update."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Count the update and how long it took."""
        assert isinstance(event, Update)
        began = time.perf_counter()
        try:
            return await handler(event, data)
        finally:
            self._metrics.updates.labels(event.event_type).inc()
            self._metrics.update_seconds.observe(time.perf_counter() - began)


class CallMetrics(BaseRequestMiddleware):
    """Around every call to Telegram but the long poll."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Count the call by method and outcome."""
        name = type(method).__name__
        if name == "GetUpdates":
            return await make_request(bot, method)
        began, outcome = time.perf_counter(), "ok"
        try:
            return await make_request(bot, method)
        except TelegramAPIError as error:
            outcome = type(error).__name__
            raise
        finally:
            self._metrics.calls.labels(name, outcome).inc()
            self._metrics.call_seconds.observe(time.perf_counter() - began)
