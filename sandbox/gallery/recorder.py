"""A stage that remembers every distinct screen that anybody of the bot's people was shown."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession

from sandbox.stories.stage import Player, Stage
from sandbox.world import World

NUMBERS = re.compile(r"\d+")
LINKS = re.compile(r"start=[\w-]+")
SECTIONS = {
    "владелец": "Владелец установки",
    "заведующий": "Заведующий",
    "директор": "Директор школы, имена выключены",
    "старший воспитатель": "Старший воспитатель",
    "педагог-психолог": "Педагог-психолог",
    "воспитатель": "Воспитатель",
    "учитель": "Учитель, имена выключены",
    "музыкальный": "Специалист",
    "партнёр": "Партнёр",
    "English": "Родитель, по-английски",
    "прохожий": "Кто ещё не вошёл, и отказы",
}
FAMILIES = "Родители и близкие"
PICTURED, WORDED = "Викторина картинками, глазами ребёнка", "Викторина текстом, глазами ребёнка"
STARS, REST, PLACES = "⭐☆", "⏸ Отдохнуть", re.compile("^[●▲■★①②③] ")
TOLD = "само"
"""What stands for the reason of a message that nobody asked for."""


def section_of(role: str) -> str:
    """The part of the gallery to which somebody's screens belong, by the word on the chat page."""
    return next((section for word, section in SECTIONS.items() if role.startswith(word)), FAMILIES)


def in_child_mode(message: dict[str, Any]) -> str | None:
    """The part of the gallery for a question of the quiz as a child sees it, on whose phone ever; None: no question."""
    told = message.get("text") or message.get("caption") or ""
    labels = [button["text"] for row in message.get("inline_keyboard") or [] for button in row]
    if told[:1] not in STARS or REST not in labels:
        return None
    return PICTURED if message.get("photo") else WORDED


@dataclass(frozen=True, slots=True)
class Screen:
    """A message of the bot as somebody saw it, and what this person had done just before."""

    section: str
    role: str
    after: str
    message: dict[str, Any]


class Recorder(Stage):
    """Watches all chats while the walks are walked.

    Screens of one section that differ in numbers or links only count once; a question counts once in whatever
    places its answers stand.
    """

    def __init__(
        self, session: ClientSession, base: str, world: World, settle: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(session, base, settle)
        self.screens: list[Screen] = []
        self.answers: dict[str, bool] = {}
        """Words over the screen after a tap, and whether they wait to be closed."""
        self._documents: dict[str, str] = {}
        self._world = world
        self._seen = world.events.last_id
        self._known: set[tuple[str, ...]] = set()
        self._did: dict[int, str] = {}

    async def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """One call of the control API; what people do is noted as the reason of what they see next."""
        match path.split("/"):
            case ["clock"]:
                self._did = {}
            case ["people", number, act] if number.isdigit():
                given = body or {}
                said = {"start": "Старт", "tap": given.get("text", "кнопка")}.get(act, given.get("text", act))
                self._did = {int(number): str(said)}
        return await super().call(method, path, body)

    async def idle(self) -> None:
        """Wait for the bot, then look at what has changed on all the phones."""
        await super().idle()
        events = self._world.events.after(self._seen)
        assert events is not None, "more happened at once than the sandbox keeps"
        for event in events:
            data = event.data()
            if event.name in ("message", "edited"):
                self._note(data["message"])
            elif event.name == "toast" and data.get("text"):
                self.answers[data["text"]] = bool(data.get("show_alert"))
        self._seen = self._world.events.last_id

    async def files(self) -> dict[str, bytes]:
        """The files that people were sent: of each name the first."""
        return {name: await self.file(url) for name, url in self._documents.items()}

    async def pictures(self) -> dict[str, bytes]:
        """The photos that stand on the screens, by their addresses."""
        urls = dict.fromkeys(photo["url"] for one in self.screens if (photo := one.message.get("photo")))
        return {url: await self.file(url) for url in urls}

    def player(self, first_name: str) -> Player:
        """Somebody who is in the sandbox already, by first name."""
        found = next(one for one in self._world.people.all.values() if one.first_name == first_name)
        return Player(self, found.id, first_name)

    def _note(self, message: dict[str, Any]) -> None:
        if message["deleted"] or not message["from"]["is_bot"] or message["chat_id"] < 0:
            return
        role = self._world.people.all[message["chat_id"]].role or ""
        question = in_child_mode(message)
        section = question or section_of(role)
        rows = message.get("inline_keyboard") or []
        if document := message.get("document"):
            self._documents.setdefault(document["file_name"], document["url"])
        told = message.get("text") or message.get("caption") or ""
        labels = [button["text"] for row in rows for button in row]
        if question is not None:
            told = told.lstrip(STARS)
            labels = sorted(PLACES.sub("", label) for label in labels)
        known = (section, *(NUMBERS.sub("0", LINKS.sub("", one)) for one in (told, *labels)))
        if known not in self._known:
            self._known.add(known)
            self.screens.append(Screen(section, role, self._did.get(message["chat_id"], TOLD), message))
