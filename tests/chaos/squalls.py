"""A squall: for a while Telegram refuses three sends in ten, in people's chats and in groups."""

import random
from dataclasses import dataclass

from sandbox.faults import Fault
from sandbox.world import World

SHARE = 0.3
SENDS = ("sendMessage", "editMessageText")


@dataclass(slots=True)
class Squall:
    """Stands at the sandbox's door for calls."""

    world: World
    rng: random.Random
    refused: int = 0
    asked: int = 0
    blows: bool = False

    def begin(self) -> None:
        """From now on."""
        planned = self.world.faults.for_call

        def for_call(method: str, chat_id: object) -> Fault | None:
            if self.blows and method in SENDS:
                self.asked += 1
                if self.rng.random() < SHARE:
                    self.refused += 1
                    return Fault("too_many_requests", retry_after=self.rng.randint(1, 3))
            return planned(method, chat_id)

        self.blows = True
        self.world.faults.for_call = for_call  # type: ignore[method-assign]  # of this test run

    def refuse(self, chat_id: int) -> None:
        """A chat that is refused once more, however the dice fall."""
        self.world.faults.plan({"kind": "too_many_requests", "chat_id": chat_id, "retry_after": 2})
