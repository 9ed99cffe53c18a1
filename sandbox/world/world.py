"""The whole world: opened from its file, kept in memory, written behind."""

import re
from pathlib import Path

from sandbox.faults import Faults
from sandbox.limits import Limits
from sandbox.world.bell import Bell
from sandbox.world.callbacks import Callbacks
from sandbox.world.calls import Calls
from sandbox.world.clock import SandboxClock
from sandbox.world.events import Events
from sandbox.world.files import Files
from sandbox.world.messages import Messages
from sandbox.world.people import People
from sandbox.world.profile import BotProfile
from sandbox.world.store import Json, Store
from sandbox.world.updates import Updates

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
DEFAULT_TOKEN = "4242:sandbox-token-of-at-least-30-characters"
DEFAULT_USERNAME = "gost_gruppy_bot"
DEFAULT_NAME = "Гость группы"


class WrongToken(ValueError):
    """A bot's token is digits, a colon and at least 30 letters, digits, _ or -."""


class World:
    """Everything the sandbox knows. One process, one bot."""

    def __init__(self, store: Store, token: str, username: str, name: str) -> None:
        if not TOKEN.fullmatch(token):
            raise WrongToken(WrongToken.__doc__)
        self.token = token
        self.store = store
        self.bot = BotProfile(int(token.split(":")[0]), username, name)
        self.clock = SandboxClock()
        self.faults = Faults(self._keep_faults)
        self.limits = Limits()
        self.events = Events()
        self.calls = Calls()
        self.in_flight = 0
        """Bot API calls being served, without getUpdates."""
        self.calm = Bell()
        self.stopping = False
        self._load()

    @classmethod
    def open(
        cls,
        path: Path | str | None = None,
        *,
        token: str = DEFAULT_TOKEN,
        username: str = DEFAULT_USERNAME,
        name: str = DEFAULT_NAME,
    ) -> "World":
        """The world kept in this file, or a new one; without a path it lives in memory only."""
        return cls(Store(Path(path) if path else None), token, username, name)

    def keep_bot(self) -> None:
        """Write the bot's profile down and show it to the pages."""
        self.store.put("meta", "bot", self.bot)
        self.events.tell("bot", self.bot.view)

    def change_limits(self, wish: Json) -> None:
        """Set limits on sending, and keep them."""
        self.limits.change(wish)
        self.store.put("meta", "limits", self.limits)

    def _keep_faults(self) -> None:
        self.store.put("meta", "faults", self.faults)

    def close(self) -> None:
        """Write the rest down; updates that a fault still holds back are not lost."""
        self.updates.release()
        self.store.close()

    def move_clock(self, moment: float | None = None, *, frozen: bool | None = None) -> None:
        """Set or stop the clock, and tell everybody."""
        if frozen is not None:
            self.clock.freeze(frozen)
        if moment is not None:
            self.clock.set(moment)
        self.store.put("meta", "clock", self.clock.dump())
        self.events.tell("clock", self.clock.view)

    def stop_waiting(self) -> None:
        """Everybody who waits for something looks once more, because the sandbox stops."""
        self.stopping = True
        for bell in (
            self.updates.changed,
            self.callbacks.answered,
            self.clock.moved,
            self.events.happened,
            self.calm,
        ):
            bell.ring()

    async def reset(self) -> None:
        """Begin an empty world; numbers of updates, messages and taps go on growing."""
        await self.store.erase()
        self.events.forget()
        counters = {name: value for name, value in self._counters.items() if name.startswith("last_")}
        version, moved = self.clock.version, self.clock.moved
        waiting = (self.updates.changed, self.callbacks.answered, moved)
        self.bot = BotProfile(self.bot.id, self.bot.username, self.bot.name)
        self.clock = SandboxClock()
        self.clock.version, self.clock.moved = version + 1, moved
        self.faults.clear()
        self.limits = Limits()
        self._load()
        self.calls.clear()
        self._counters.update(counters)
        self.store.put("meta", "counters", self._counters)
        self.move_clock()
        for bell in waiting:
            bell.ring()
        self.events.tell("reset", dict)

    def _load(self) -> None:
        meta: dict[str, Json] = dict(self.store.rows("meta"))
        self._counters: Json = meta.get("counters", {})
        if "clock" in meta:
            self.clock.load(meta["clock"])
        if "bot" in meta:
            self.bot.load(meta["bot"])
        if "faults" in meta:
            self.faults.load(meta["faults"])
        if "limits" in meta:
            self.limits.change(meta["limits"])
        self.people = People(self.store)
        self.messages = Messages(self.store, self.people, self._counters)
        self.updates = Updates(self.store, self.faults, self._counters, self.clock.now)
        self.files = Files(self.store)
        self.callbacks = Callbacks(self.store, self._counters)
