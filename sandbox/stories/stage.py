"""A stage: people who write and tap in the sandbox, as stories and scenario tests tell it."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession, FormData

LINK = re.compile(r"https://t\.me/\w+\?start=([\w-]+)")
PRINTED_LINK = re.compile(rb"https://t\.me/\w+\?start=[\w-]+")


class NotOnStage(AssertionError):
    """What the story expects to see is not there; the message says what is."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """How the bot answered a tap: the toast or alert, None when silent."""

    text: str | None
    alert: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it."""

    id: int
    text: str
    labels: tuple[str, ...]
    raw: dict[str, Any]


class Stage:
    """The sandbox, seen by who directs the play. `base` is its address; `settle` is awaited after the clock moved."""

    def __init__(
        self, session: ClientSession, base: str, settle: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        self._session = session
        self._base = base.rstrip("/")
        self._settle = settle

    async def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """One call of the control API; raises `NotOnStage` with its words when it is refused."""
        async with self._session.request(method, f"{self._base}/sim/{path}", json=body) as answer:
            content = await answer.json()
            if answer.status >= 400:
                raise NotOnStage(f"{method} /sim/{path}: {content.get('error', content)}")
            return content

    async def upload(self, path: str, file: bytes, **details: str) -> None:
        """Send a file through the control API, with further fields beside it."""
        form = FormData(details)
        form.add_field("file", file, filename="picture.jpg", content_type="image/jpeg")
        async with self._session.post(f"{self._base}/sim/{path}", data=form) as answer:
            if answer.status >= 400:
                raise NotOnStage(f"POST /sim/{path}: {await answer.text()}")

    async def person(self, first_name: str, last_name: str | None = None, **details: Any) -> "Player":
        """A new person with a phone; details as in `POST /sim/people`."""
        body = {"first_name": first_name, "last_name": last_name, **details}
        made = await self.call("POST", "people", {k: v for k, v in body.items() if v is not None})
        return Player(self, made["id"], first_name)

    async def now(self) -> datetime:
        """The moment that the sandbox's clock shows, aware, UTC."""
        clock = await self.call("GET", "clock")
        return datetime.fromtimestamp(clock["now"], UTC)

    async def move_clock(self, *, to: datetime | None = None, by: timedelta | None = None) -> None:
        """Move the clock to a moment or by a step; the bot does what has become due."""
        if to is not None:
            await self.call("POST", "clock", {"now": to.timestamp()})
        if by is not None:
            await self.call("POST", "clock", {"advance_seconds": by.total_seconds()})
        if self._settle is not None:
            await self._settle()
        await self.idle()

    async def idle(self) -> None:
        """Wait until the bot has answered everything; raises `NotOnStage` when it does not."""
        state = await self.call("POST", "idle", {"timeout": 20})
        if not state["idle"]:
            raise NotOnStage(f"The bot is still busy: {state}")

    async def file(self, url: str) -> bytes:
        """The bytes of a file that was sent."""
        async with self._session.get(f"{self._base}{url}") as answer:
            return await answer.read()


class Player:
    """One person with a phone."""

    def __init__(self, stage: Stage, person_id: int, name: str) -> None:
        self.stage = stage
        self.id = person_id
        self.name = name

    async def start(self, payload: str | None = None) -> Seen:
        """Press Start, maybe by a link; returns the newest message of the bot."""
        await self._act("start", {} if payload is None else {"payload": payload})
        return await self.newest()

    async def open(self, link: str) -> Seen:
        """Open a link `https://t.me/…?start=…`."""
        found = LINK.search(link)
        if found is None:
            raise NotOnStage(f"No link in {link!r}")
        return await self.start(found.group(1))

    async def send(self, text: str) -> Seen:
        """Write to the bot; returns its newest message."""
        await self._act("send", {"text": text})
        return await self.newest()

    async def give(self, kind: str, file: bytes | None = None, **details: Any) -> Seen:
        """Send a photo, voice, document, sticker or contact; returns the bot's newest message."""
        if file is None:
            await self._act(kind, details)
        else:
            await self.stage.upload(f"people/{self.id}/{kind}", file)
            await self.stage.idle()
        return await self.newest()

    async def tap(self, label: str, *, message_id: int | None = None) -> Tapped:
        """Tap the newest button whose label contains `label`."""
        message, exact = await self._button(label, message_id)
        answer = await self.stage.call(
            "POST", f"people/{self.id}/tap", {"message_id": message.id, "text": exact, "wait": 10}
        )
        await self.stage.idle()
        return Tapped(answer.get("text"), bool(answer.get("show_alert")), bool(answer.get("answered")))

    async def tap_data(self, data: str, message_id: int | None = None) -> Tapped:
        """Tap with any callback data, also one that no button of this person carries."""
        body: dict[str, Any] = {"data": data, "wait": 10}
        if message_id is not None:
            body["message_id"] = message_id
        answer = await self.stage.call("POST", f"people/{self.id}/tap", body)
        await self.stage.idle()
        return Tapped(answer.get("text"), bool(answer.get("show_alert")), bool(answer.get("answered")))

    async def press(self, text: str, chosen: int | None = None) -> Seen:
        """Press a key of the keyboard below; `chosen` is the chat picked then. Returns the bot's newest message."""
        await self._act("press", {"text": text} | ({} if chosen is None else {"chosen_chat_id": chosen}))
        return await self.newest()

    async def messages(self) -> list[Seen]:
        """What stands in the private chat, oldest first, deleted messages left out."""
        chat = await self.stage.call("GET", f"chats/{self.id}/messages?viewer={self.id}&limit=100")
        return [_seen(message) for message in chat["messages"] if not message["deleted"]]

    async def newest(self) -> Seen:
        """The newest message of the bot."""
        for message in reversed(await self.messages()):
            if message.raw["from"]["is_bot"]:
                return message
        raise NotOnStage(f"The bot has not written to {self.name}")

    async def sees(self, *words: str) -> Seen:
        """The newest message of the bot in which all the words stand; raises `NotOnStage` when there is none."""
        found = await self.messages()
        for message in reversed(found):
            if message.raw["from"]["is_bot"] and all(word in message.text for word in words):
                return message
        shown = "\n---\n".join(f"{message.text}\n{list(message.labels)}" for message in found[-3:])
        raise NotOnStage(f"{self.name} does not see {words}; the last messages are:\n{shown}")

    async def link(self) -> str:
        """The newest deep link in the chat, in a text or on a button."""
        for message in reversed(await self.messages()):
            if found := LINK.search(str(message.raw)):
                return found.group(0)
        raise NotOnStage(f"{self.name} has no link")

    async def links_in_document(self) -> list[str]:
        """The links that stand in the newest PDF of the chat, in their order, each once."""
        for message in reversed(await self.messages()):
            if document := message.raw.get("document"):
                printed = await self.stage.file(document["url"])
                return list(dict.fromkeys(link.decode() for link in PRINTED_LINK.findall(printed)))
        raise NotOnStage(f"{self.name} has no document")

    async def _act(self, act: str, body: dict[str, Any]) -> None:
        await self.stage.call("POST", f"people/{self.id}/{act}", body)
        await self.stage.idle()

    async def _button(self, label: str, message_id: int | None) -> tuple[Seen, str]:
        found = await self.messages()
        for message in reversed(found):
            if message_id in (None, message.id):
                for exact in message.labels:
                    if label in exact:
                        return message, exact
        shown = "\n---\n".join(f"{message.text}\n{list(message.labels)}" for message in found[-3:])
        raise NotOnStage(f"{self.name} has no button «{label}»; the last messages are:\n{shown}")


def _seen(message: dict[str, Any]) -> Seen:
    labels = tuple(button["text"] for row in message.get("inline_keyboard") or [] for button in row)
    return Seen(message["id"], message.get("text") or message.get("caption") or "", labels, message)
