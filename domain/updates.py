"""Which update is being carried out: a writing transaction records it, so that it takes effect once."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class CurrentUpdate:
    """The update in work. `recorded` becomes true once a writing transaction has claimed it."""

    bot_id: int
    update_id: int
    recorded: bool = False


current_update: ContextVar[CurrentUpdate | None] = ContextVar("current_update", default=None)
"""Set by the edge around each update; empty for ticks, commands and tests of services."""
