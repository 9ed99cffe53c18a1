"""The sandbox's own time: an offset on real time, or a stopped clock."""

import time
from collections.abc import Callable

from sandbox.world.bell import Bell
from sandbox.world.store import Json


class SandboxClock:
    """Moves with real time unless frozen; every move by hand has a new version that the bot follows."""

    def __init__(self, real: Callable[[], float] = time.time) -> None:
        self._real = real
        self._offset = 0.0
        self._frozen_at: float | None = None
        self.version = 1
        self.moved = Bell()

    def now(self) -> float:
        """Unix seconds by this clock."""
        return self._real() + self._offset if self._frozen_at is None else self._frozen_at

    @property
    def frozen(self) -> bool:
        return self._frozen_at is not None

    def set(self, moment: float) -> None:
        """Show this time from now on."""
        if self._frozen_at is None:
            self._offset = moment - self._real()
        else:
            self._frozen_at = moment
        self._changed()

    def freeze(self, frozen: bool) -> None:
        """Stop the clock where it stands, or let it run on from there."""
        if frozen == self.frozen:
            return
        if frozen:
            self._frozen_at = self.now()
        else:
            self._offset = self.now() - self._real()
            self._frozen_at = None
        self._changed()

    def dump(self) -> Json:
        return {"offset": self._offset, "frozen_at": self._frozen_at, "version": self.version}

    def load(self, saved: Json) -> None:
        self._offset = saved["offset"]
        self._frozen_at = saved["frozen_at"]
        self.version = saved["version"]

    def view(self) -> Json:
        """The clock as the control API shows it."""
        return {"now": self.now(), "frozen": self.frozen, "version": self.version}

    def _changed(self) -> None:
        self.version += 1
        self.moved.ring()
