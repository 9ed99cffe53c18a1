"""What befalls the machine of a bot while it runs: its disk is full, its clock is set. Files in a folder say so."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.app import App

_AS_LARGE_AS_IT_LIKES = 0xFFFFFFFE


@dataclass(slots=True)
class Surroundings:
    """Written by the test, looked at by the bot's process."""

    folder: Path

    @property
    def disk_full(self) -> bool:
        """Whether the database may not grow."""
        return self._full.exists()

    @disk_full.setter
    def disk_full(self, full: bool) -> None:
        self._full.touch() if full else self._full.unlink()

    @property
    def clock_is_off(self) -> timedelta:
        """How far the machine's clock is from the true time."""
        try:
            return timedelta(seconds=float(self._skew.read_text()))
        except (FileNotFoundError, ValueError):
            return timedelta()

    @clock_is_off.setter
    def clock_is_off(self, by: timedelta) -> None:
        self._skew.write_text(str(by.total_seconds()))

    @property
    def _full(self) -> Path:
        return self.folder / "disk-is-full"

    @property
    def _skew(self) -> Path:
        return self.folder / "clock-is-off"


def live_in(surroundings: Surroundings, app: App) -> None:
    """Let the surroundings befall this bot."""
    leases: Any = app.delivery.worker._real
    for clock in (app.clock, leases):
        shown = clock.now
        clock.now = lambda shown=shown: shown() + surroundings.clock_is_off  # type: ignore[method-assign]  # of this bot
    if app.database.writer.dialect.name != "sqlite":
        return

    @event.listens_for(app.database.writer.sync_engine, "begin")
    def begins(connection: Any) -> None:
        """Before each transaction: SQLite refuses to grow beyond a count of pages, as if the disk ended there."""
        driver = connection.connection.dbapi_connection._connection._conn
        most = 1 if surroundings.disk_full else _AS_LARGE_AS_IT_LIKES  # less than it has means what it has
        driver.execute(f"PRAGMA max_page_count={most}").close()
