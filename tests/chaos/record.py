"""What the sandbox has seen: every update in the order in which it was handed over, every message as it was sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.actions import Action
from sandbox.world import World
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from sandbox.world.updates import Pending
from screens.buttons import parse
from tests.chaos.instruments import Diary


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of the bot with its first words: later edits do not change them."""

    chat_id: int
    message_id: int
    words: str


@dataclass(frozen=True, slots=True)
class TapSeen:
    """A tap on one of the bot's buttons."""

    update_id: int
    person: int
    action: Action


@dataclass(slots=True)
class Record:
    """Kept from the moment `keep_record` was called."""

    sent: list[Sent] = field(default_factory=list)
    updates: dict[int, Pending] = field(default_factory=dict)
    """By number, in the order of the queue. A bot carries out one person's updates in this order."""
    finished: Diary | None = None
    """Where the bot notes each update that it has carried out to its end."""
    confirmed: set[int] = field(default_factory=set)
    """Updates that the bot has confirmed: Telegram forgets them."""
    too_early: list[int] = field(default_factory=list)
    """Of them those that no bot had finished at that moment: a kill would have lost them."""

    @property
    def done(self) -> set[int]:
        """Updates that were carried out to their end, by whichever bot."""
        assert self.finished is not None
        return {int(line) for line in self.finished.lines()}

    def taps(self, *kinds: type[Action]) -> Iterator[TapSeen]:
        """Taps on buttons of these kinds, in the order of the queue, each once."""
        for update_id, pending in self.updates.items():
            if pending.kind == "callback_query":
                action = parse(pending.body["data"])
                if isinstance(action, kinds):
                    yield TapSeen(update_id, pending.body["from"]["id"], action)

    def told(self, chat_id: int, *words: str) -> list[Sent]:
        """Messages that the bot sent into a chat with all these words."""
        return [
            one for one in self.sent if one.chat_id == chat_id and all(word in one.words for word in words)
        ]


def keep_record(world: World, finished: Diary | None = None) -> Record:
    """Listen at the sandbox's own doors, so that nothing the bot does can escape the record."""
    record = Record(finished=finished)
    append, add = world.updates._append, world.messages.add
    forget = world.updates._forget

    def appended(pending: Pending) -> None:
        record.updates.setdefault(pending.update_id, pending)
        append(pending)

    def added(chat: Chat, sender: int, date: float, content: dict[str, Any], **more: Any) -> Message:
        message = add(chat, sender, date, content, **more)
        if sender == world.bot.id:
            record.sent.append(Sent(chat.id, message.id, message.words))
        return message

    def forgotten(gone: Sequence[Pending]) -> None:
        numbers = {pending.update_id for pending in gone}
        record.confirmed |= numbers
        if record.finished is not None:
            record.too_early += sorted(numbers - record.done)
        forget(gone)

    world.updates._forget = forgotten  # type: ignore[method-assign]  # the record of this test run
    world.updates._append = appended  # type: ignore[method-assign]  # the same
    world.messages.add = added  # type: ignore[method-assign]  # the same
    return record
