"""People and chats of the sandbox, and what the bot may do with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.world.store import Json, Store

FIRST_PERSON = 1_000_001
FIRST_GROUP = -4_000_001
FIRST_SUPERGROUP = -1_001_000_000_001

EMOJI = ("🦊", "🐻", "🐰", "🦉", "🐱", "🐧", "🦔", "🐢", "🦁", "🐿", "🐬", "🦋")
COLOURS = ("#c65d3b", "#3b7dc6", "#4b8f4b", "#8a5bb0", "#b58a1e", "#2f8f8f", "#b8487f", "#6b6f3a")

INSIDE = ("creator", "administrator", "member", "restricted")


def _record(thing: Any) -> Json:
    return {name: getattr(thing, name) for name in thing.__slots__}


@dataclass(slots=True)
class Person:
    """Somebody with a phone."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    phone: str | None = None
    language_code: str = "ru"
    emoji: str = "🦊"
    colour: str = "#3b7dc6"
    role: str | None = None
    """A word under the name on the chat page; the bot never sees it."""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    read: dict[str, int] = field(default_factory=dict)
    """Newest message read, by chat id (as text, because it is kept as JSON)."""

    dump = _record

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def user(self) -> Json:
        """The person as the Bot API shows a user."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's), a group, a supergroup or a channel."""

    id: int
    type: str
    title: str
    members: dict[str, str] = field(default_factory=dict)
    """Status in the chat by person id (as text)."""
    bot: str = "none"
    """``member``, ``administrator``, ``left``, ``kicked`` or ``none``: never been there."""
    rights: dict[str, bool] = field(default_factory=dict)
    username: str | None = None
    pinned: list[int] = field(default_factory=list)
    last_message_id: int = 0
    migrated_to: int | None = None
    deleted: bool = False

    dump = _record

    @property
    def private(self) -> bool:
        return self.type == "private"

    @property
    def bot_inside(self) -> bool:
        return self.private or self.bot in INSIDE

    def may(self, right: str) -> bool:
        """Whether the bot as an administrator holds this right; without a list of rights it holds all."""
        return self.bot == "administrator" and self.rights.get(right, True)

    def has(self, person_id: int) -> bool:
        return self.id == person_id or self.members.get(str(person_id)) in INSIDE


class People:
    """Everybody and every chat, by id."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.all: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self._groups: dict[int, Chat] = {}
        """Chats that are nobody's private one: few, while people may be many."""
        self._last_person = FIRST_PERSON - 1
        for _, saved in store.rows("people"):
            person = Person(**saved)
            self._remember(person)
        for _, saved in store.rows("chats"):
            self._remember_chat(Chat(**saved))

    def add(self, first_name: str, *, person_id: int | None = None, **profile: Any) -> Person:
        """A new person with a private chat nobody has opened yet."""
        number = person_id or self._last_person + 1
        looks = {"emoji": EMOJI[number % len(EMOJI)], "colour": COLOURS[number % len(COLOURS)]}
        person = Person(number, first_name, **(looks | profile))
        self._remember(person)
        self._remember_chat(Chat(number, "private", person.name))
        self.keep(person)
        self.keep_chat(self.chats[number])
        return person

    def add_chat(self, kind: str, title: str) -> Chat:
        """A new group, supergroup or channel without anybody."""
        first = FIRST_GROUP if kind == "group" else FIRST_SUPERGROUP
        taken = [one for one in self._groups if (one <= FIRST_SUPERGROUP) == (kind != "group")]
        number = min(taken, default=first + 1) - 1
        self._remember_chat(Chat(number, kind, title))
        self.keep_chat(self.chats[number])
        return self.chats[number]

    def _remember(self, person: Person) -> None:
        self.all[person.id] = person
        self._last_person = max(self._last_person, person.id)

    def _remember_chat(self, chat: Chat) -> None:
        self.chats[chat.id] = chat
        if not chat.private:
            self._groups[chat.id] = chat

    def groups(self) -> Iterator[Chat]:
        return iter(self._groups.values())

    def share_a_chat_with_bot(self, person_id: int) -> bool:
        """Whether the bot has met this person in a group."""
        return any(chat.bot_inside and chat.has(person_id) for chat in self.groups())

    def keep(self, person: Person) -> None:
        self._store.put("people", person.id, person)

    def keep_chat(self, chat: Chat) -> None:
        self._store.put("chats", chat.id, chat)
