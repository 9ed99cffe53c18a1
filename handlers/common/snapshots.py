"""Pictures that were sent and wait for a word: nothing of them is kept but Telegram's own name of each."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from aiogram.fsm.context import FSMContext

from domain.ids import EventId

STATE = "recaps:pictures"
"""The person's state while what they send is taken for pictures of an event."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A picture that was sent in this message, and waits for «Нет» or «Есть»."""

    message_id: int
    file_id: str


@dataclass(frozen=True, slots=True)
class Adding:
    """Pictures of an event are being sent."""

    event_id: EventId
    title: str
    waiting: tuple[Waiting, ...] = ()

    def found(self, message_id: int) -> Waiting | None:
        """The picture of a message, while it waits."""
        return next((one for one in self.waiting if one.message_id == message_id), None)

    def without(self, message_id: int) -> "Adding":
        """A picture was decided about."""
        return replace(self, waiting=tuple(one for one in self.waiting if one.message_id != message_id))

    def and_also(self, one: Waiting) -> "Adding":
        """One more was sent."""
        return replace(self, waiting=(*self.waiting, one))


class Snapshots:
    """Remembered apart from forms, as long as nothing else is begun."""

    def __init__(self, state: FSMContext) -> None:
        self._main = state
        self._own = FSMContext(state.storage, replace(state.key, destiny="pictures"))

    async def begin(self, event_id: EventId, title: str) -> None:
        """From now on pictures of this event are awaited; those that waited for a word go on waiting."""
        kept = await self.find()
        waiting = kept.waiting if kept is not None and kept.event_id == event_id else ()
        await self.keep(Adding(event_id, title, waiting))
        await self._main.set_state(STATE)

    async def find(self) -> Adding | None:
        """What is awaited, if anything is."""
        kept: dict[str, Any] = await self._own.get_data()
        if not kept:
            return None
        waiting = tuple(Waiting(**one) for one in kept["waiting"])
        return Adding(EventId(kept["event_id"]), kept["title"], waiting)

    async def keep(self, adding: Adding) -> None:
        """As it is now."""
        said = asdict(adding)
        await self._own.set_data({**said, "waiting": list(said["waiting"])})

    async def end(self, raw_state: str | None) -> None:
        """What is sent from now on is no picture of an event; what waited is forgotten."""
        if raw_state == STATE:
            await self._main.set_state(None)
            await self._own.set_data({})
