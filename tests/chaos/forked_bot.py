"""The bot as a fork of a process that has imported everything: killed and there again in a moment.

It is killed as truly as any other; only what every start does first is not done anew, unless it is asked for.
"""

import os
from pathlib import Path

from sandbox.world import World
from tests.chaos.bot_process import BotProcess
from tests.chaos.puppy import Kennel
from tests.chaos.record import Record
from tests.chaos.surroundings import Surroundings


class ForkedBot(BotProcess):
    """A bot that lives in a kennel, behind `door`."""

    def __init__(
        self, world: World, base: str, database_url: str, folder: Path, record: Record, door: Path
    ) -> None:
        super().__init__(world, base, database_url, folder, record)
        self.settings: dict[str, object] = {}
        """Other settings than the usual ones, for all its lives."""
        self.surroundings = Surroundings(folder)
        self.alerts = False
        """Whether the owner hears of errors."""
        self._kennel = Kennel(world, base, self._database, folder, door, self.settings)
        self._lives = False
        """Whether one of the kennel's ought to be alive."""
        self.whole = False
        """Whether the next start is the whole program's, with imports, migrations and commands."""

    async def stop(self) -> int:
        """SIGTERM; gives the exit code."""
        if not self._lives:
            return await super().stop()
        self.up.clear()
        self._lives = False
        return await self._kennel.stop()

    async def ended(self) -> int:
        """Wait until it has ended by itself; gives its exit code."""
        self.up.clear()
        self._lives = False
        return await self._kennel.ended()

    async def close(self) -> None:
        """Nothing of the bot is left running."""
        await self._kennel.close()
        await super().close()

    async def _be_born(self) -> None:
        if self.whole:
            await super()._be_born()
            return
        assert self._record.finished is not None
        await self._kennel.open()
        await self._kennel.live(
            counts=False,
            finished=self._record.finished.path,
            ticks=True,
            follows=True,
            weather=self.surroundings.folder,
            alerts=self.alerts,
        )
        self._lives = True

    def _has_ended(self) -> bool:
        if not self._lives or self._kennel.pid is None:
            return super()._has_ended()
        try:
            os.kill(self._kennel.pid, 0)
        except ProcessLookupError:
            return True
        return False

    async def _die(self) -> None:
        if not self._lives:
            await super()._die()
            return
        self._lives = False
        await self._kennel.end()
