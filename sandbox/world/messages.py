"""Messages of all chats, as everybody in a chat sees them."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from sandbox.world.people import Chat, People
from sandbox.world.store import Json, Store


@dataclass(slots=True)
class Message:
    """One message. ``content`` holds the Bot API fields that depend on its kind."""

    chat_id: int
    id: int
    date: int
    sender: int
    content: Json
    markup: Json | None = None
    reply_to: int | None = None
    edit_date: int | None = None
    media_group_id: str | None = None
    protected: bool = False
    silent: bool = False
    effect_id: str | None = None
    preview: Json | None = None
    bound: bool = False
    """It brought or took away a reply keyboard, or asked for an answer: such a message is never edited."""
    deleted: bool = False

    def dump(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def words(self) -> str:
        """Text or caption."""
        return str(self.content.get("text") or self.content.get("caption") or "")


class Messages:
    """Every chat's messages in order, and the reply keyboards that lie under them."""

    def __init__(self, store: Store, people: People, meta: Json) -> None:
        self._store = store
        self._people = people
        self._meta = meta
        self._by_chat: dict[int, dict[int, Message]] = {}
        self.keyboards: dict[int, Json] = {int(key): value for key, value in store.rows("keyboards")}
        for _, saved in store.rows("messages"):
            message = Message(**saved)
            self._by_chat.setdefault(message.chat_id, {})[message.id] = message

    def add(self, chat: Chat, sender: int, date: float, content: Json, **more: Any) -> Message:
        """Put a message at the end of a chat.

        Private chats and groups count together (the bot's one box of messages),
        supergroups and channels each on their own, as in Telegram.
        """
        if chat.type in ("supergroup", "channel"):
            number = chat.last_message_id + 1
        else:
            number = self._meta["last_message_id"] = self._meta.get("last_message_id", 0) + 1
            self._store.put("meta", "counters", self._meta)
        chat.last_message_id = number
        message = Message(chat.id, number, int(date), sender, content, **more)
        self._by_chat.setdefault(chat.id, {})[number] = message
        self.keep(message)
        self._people.keep_chat(chat)
        return message

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """A message that has not been deleted."""
        message = self._by_chat.get(chat_id, {}).get(message_id)
        return None if message is None or message.deleted else message

    def find_any(self, chat_id: int, message_id: int) -> Message | None:
        return self._by_chat.get(chat_id, {}).get(message_id)

    def page(self, chat_id: int, *, after: int | None, limit: int) -> tuple[list[Message], bool]:
        """The newest messages, or those after an id; and whether there are more beyond."""
        box = self._by_chat.get(chat_id, {})
        ids = list(box)
        chosen = ids[-limit:] if after is None else ids[(start := bisect_right(ids, after)) : start + limit]
        more = len(ids) > limit if after is None else bool(chosen) and chosen[-1] != ids[-1]
        return [box[number] for number in chosen], more

    def screen(self, chat_id: int, bot_id: int) -> Message | None:
        """The newest message of the bot that still has inline buttons."""
        for message in reversed(self._by_chat.get(chat_id, {}).values()):
            if message.markup and not message.deleted and message.sender == bot_id:
                return message
        return None

    def holding(self, kind: str, sender: int) -> list[Message]:
        """Messages of one sender with this kind of content that still stand, newest first."""
        found = [
            message
            for box in self._by_chat.values()
            for message in box.values()
            if message.sender == sender and kind in message.content
        ]
        return sorted(found, key=lambda message: (message.date, message.id), reverse=True)

    def unread(self, chat: Chat, reader: int, read: int) -> int:
        """How many messages of others lie after the one read last."""
        if chat.last_message_id <= read:
            return 0
        count = 0
        for message in reversed(self._by_chat.get(chat.id, {}).values()):
            if message.id <= read:
                break
            count += message.sender != reader and not message.deleted
        return count

    def delete(self, message: Message) -> None:
        """Take the content away; the id stays used."""
        message.deleted = True
        message.content = {}
        message.markup = None
        self.keep(message)

    def keep(self, message: Message) -> None:
        self._store.put("messages", f"{message.chat_id}:{message.id}", message)

    def lay_keyboard(self, chat_id: int, keyboard: Json | None) -> None:
        """Replace the reply keyboard of a chat, or take it away."""
        if keyboard is None:
            if self.keyboards.pop(chat_id, None) is not None:
                self._store.drop("keyboards", chat_id)
        else:
            self.keyboards[chat_id] = keyboard
            self._store.put("keyboards", chat_id, keyboard)
