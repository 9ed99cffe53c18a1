"""The only source of the present moment."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock:
    """The real clock. Tests and the sandbox use a `MovableClock`."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self, zone: str) -> date:
        """The calendar day that people in `zone` (an IANA name) live in now."""
        return self.now().astimezone(ZoneInfo(zone)).date()


class MovableClock(Clock):
    """A clock that runs with the real one but can be moved, or stopped at a moment.

    Args of the constructor: `start`, an aware moment to stand at, or None for the real present;
    `running`, whether time passes by itself.
    """

    def __init__(self, start: datetime | None = None, *, running: bool = False) -> None:
        self._running = running
        self._anchor = super().now()
        self._shown = start if start is not None else self._anchor

    def now(self) -> datetime:
        """The moment shown: where the clock was put, plus what has passed since if it runs."""
        if not self._running:
            return self._shown
        return self._shown + (super().now() - self._anchor)

    def move_to(self, moment: datetime) -> None:
        """Put the clock at `moment` (aware), forwards or backwards."""
        self._shown = moment.astimezone(UTC)
        self._anchor = super().now()

    def advance(self, step: timedelta) -> None:
        """Move the clock by `step`."""
        self.move_to(self.now() + step)

    def freeze(self, frozen: bool) -> None:
        """Stop the clock where it stands, or let it run on from there."""
        self.move_to(self.now())
        self._running = not frozen
