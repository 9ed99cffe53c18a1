"""What the sandbox has seen: every update in the order in which it was handed over, every message as it was sent."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from domain.actions import Action
from sandbox.world import World
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from sandbox.world.updates import Pending
from screens.buttons import parse


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


def keep_record(world: World) -> Record:
    """Listen at the sandbox's own doors, so that nothing the bot does can escape the record."""
    record = Record()
    append, add = world.updates._append, world.messages.add

    def appended(pending: Pending) -> None:
        record.updates.setdefault(pending.update_id, pending)
        append(pending)

    def added(chat: Chat, sender: int, date: float, content: dict[str, Any], **more: Any) -> Message:
        message = add(chat, sender, date, content, **more)
        if sender == world.bot.id:
            record.sent.append(Sent(chat.id, message.id, message.words))
        return message

    world.updates._append = appended  # type: ignore[method-assign]  # the record of this test run
    world.messages.add = added  # type: ignore[method-assign]  # the same
    return record
