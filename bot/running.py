"""One process from its start to its end: lock, migrations, signals, the application."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from aiohttp import web

from bot.alerts import Alerts
from bot.app import App, build
from bot.settings import Settings
from bot.warmup import compile_texts, warm_up
from bot.web import CannotListen, build_web, serve
from content.quizzes import instruments
from db.engine import make_room, writer_engine
from db.files import require_writable
from db.lock import working_lock
from db.migrate import pending, upgrade
from domain.clock import Clock
from services.instruments import publish

Alongside = Callable[[App], Coroutine[Any, Any, None]]

_log = structlog.get_logger(__name__)


class SchemaTooOld(Exception):
    """The database is older than the code and MIGRATE_ON_START is 0: run `python -m bot migrate` first."""


async def run(
    settings: Settings, clock: Clock, *, alerts: Alerts | None = None, alongside: Alongside | None = None
) -> None:
    """Work until SIGTERM or SIGINT. A second process on PostgreSQL stands by until it may work.

    `alongside` runs beside the application: the sandbox's bot follows a movable clock with it.
    """
    stop = asyncio.Event()
    standby = _Standby(settings)
    require_writable(settings.data_dir)  # without the journal of erasures a restore would bring people back
    with _signals(stop, standby):
        try:
            async with working_lock(settings.database_url, wait=True, when_waiting=standby.begin) as lock:
                await standby.end()
                if await bring_up_to_date(settings):
                    _log.info("database migrated")
                app = build(settings, clock, alerts=alerts)
                warm_up()
                await publish(app.database, instruments())
                await app.services.privacy.write_journal()  # a crash may have come between commit and file
                try:
                    async with asyncio.TaskGroup() as beside:
                        watches = [
                            beside.create_task(lock.watch()),
                            beside.create_task(compile_texts(settings.default_locale)),
                        ]
                        if alongside is not None:
                            watches.append(beside.create_task(alongside(app)))
                        await app.run(stop)
                        for watch in watches:
                            watch.cancel()
                finally:
                    await app.close()
        except asyncio.CancelledError:
            if not stop.is_set():
                raise
            _log.info("standby ended")
        finally:
            await standby.end()


async def bring_up_to_date(settings: Settings) -> bool:
    """Migrate where MIGRATE_ON_START allows it; whether there was anything to do. Raises `SchemaTooOld` otherwise."""
    make_room(settings.database_url)
    engine = writer_engine(settings.database_url)
    try:
        if not await pending(engine):
            return False
        if not settings.migrate_on_start:
            raise SchemaTooOld(SchemaTooOld.__doc__)
        await upgrade(engine)
        return True
    finally:
        await engine.dispose()


class _Standby:
    """The time before this process may work: it only tells that it is there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._runner: web.AppRunner | None = None
        self.waiting: asyncio.Task[Any] | None = None

    async def begin(self) -> None:
        """Another process works; `/health` of this one says so."""
        self.waiting = asyncio.current_task()
        _log.info("standing by: another process works with this database")
        if self._settings.listen_port is not None:
            site = build_web(_standing_by, None)
            try:
                self._runner = await serve(
                    site, self._settings.listen_host, self._settings.listen_port, patience=0
                )
            except CannotListen as refused:  # the working process may have the port, if both share a machine
                _log.warning("no /health while standing by", port=refused.port, why=refused.why)

    async def end(self) -> None:
        """Make room for the working process's own `/health`."""
        if self.waiting is not None:
            _log.info("taking over")
        self.waiting = None
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


async def _standing_by() -> tuple[bool, dict[str, object]]:
    return True, {"role": "standby"}


@contextmanager
def _signals(stop: asyncio.Event, standby: _Standby) -> Iterator[None]:
    """The first signal asks to stop; a second one ends the process as the system does."""
    loop = asyncio.get_running_loop()
    both = (signal.SIGTERM, signal.SIGINT)

    def asked() -> None:
        stop.set()
        for which in both:
            loop.remove_signal_handler(which)
        if standby.waiting is not None:
            standby.waiting.cancel()

    for which in both:
        loop.add_signal_handler(which, asked)
    try:
        yield
    finally:
        for which in both:
            loop.remove_signal_handler(which)
