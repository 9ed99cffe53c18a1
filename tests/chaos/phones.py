"""People who go on like people: they look at the screen, do the next thing, and try again when nothing happens."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from domain.actions import Action
from sandbox.stories.stage import NotOnStage, Stage
from sandbox.world import World
from sandbox.world.messages import Message
from screens.buttons import parse
from tests.chaos.bot_process import BotProcess

T = TypeVar("T")

PATIENCE = 3.0
"""Seconds in which somebody waits for an answer before doing something again."""
GLANCE = 0.3
"""Seconds in which the screen changes after a tap was answered; if not, there was nothing to change."""
GIVES_UP = 240.0
"""Seconds after which somebody has tried long enough to get somewhere."""
LONGEST = 120.0
STEPS = 40
UNASKED = ("К вам в группу просится", "По вашей ссылке", "Дошло не до всех", "Заявка в группу")
"""Messages that may come in between and are not the answer to what was done."""
LOOKED_AT = 3
"""The newest messages whose buttons somebody still has before their eyes."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Tap the button with this label, maybe several times at once."""

    label: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Write:
    """Write this."""

    text: str


@dataclass(frozen=True, slots=True)
class Start:
    """Press Start by a link with this payload."""

    payload: str


Act = Tap | Write | Start
Choose = Callable[[Mapping[str, Action]], Tap | None]
"""What somebody taps of the buttons of a message, given as labels with what they mean."""


class Phone:
    """One person with a phone, looked at from inside the sandbox."""

    def __init__(self, stage: Stage, world: World, bot: BotProcess, person: int) -> None:
        self._stage = stage
        self._world = world
        self._bot = bot
        self.person = person

    def messages(self) -> list[Message]:
        """What the bot has written, oldest first."""
        shown, _ = self._world.messages.page(self.person, after=None, limit=500)
        return [one for one in shown if one.sender == self._world.bot.id and not one.deleted]

    def newest(self) -> Message | None:
        """The newest message that answers something."""
        answers = [one for one in self.messages() if not any(words in one.words for words in UNASKED)]
        return answers[-1] if answers else None

    def find(self, *words: str) -> Message | None:
        """The newest message with all these words in its text or on its buttons."""
        return next((m for m in reversed(self.messages()) if all(w in seen_on(m) for w in words)), None)

    async def act(self, act: Act, message: Message | None = None) -> list[str]:
        """Do it, and do not wait for the bot; gives the taps that it is to answer."""
        match act:
            case Write(text):
                await self._stage.call("POST", f"people/{self.person}/send", {"text": text})
                return []
            case Start(payload):
                await self._stage.call("POST", f"people/{self.person}/start", {"payload": payload})
                return []
            case Tap(label, times):
                assert message is not None
                body = {"data": buttons(message)[label], "message_id": message.id, "wait": 0}
                taps = [
                    await self._stage.call("POST", f"people/{self.person}/tap", body) for _ in range(times)
                ]
                return [tap["callback_query_id"] for tap in taps]

    async def until(self, look: Callable[[], T | None], seconds: float) -> T | None:
        """Wait for what `look` finds; None when the time is up."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while (found := look()) is None:
            self._bot.check()
            if (left := end - loop.time()) <= 0:
                return None
            await self._world.events.happened.wait(min(left, 1.0))
        return found

    async def go(
        self, goal: tuple[str, ...], opening: Act, ways: Mapping[str, Act], *, steps: int = 40
    ) -> None:
        """Go on by the first of the `ways` whose words are seen, until the goal is («both + of these» or this).

        Words of `ways` are looked for in the newest message and on its buttons; a `Tap` taps the button with
        its label. When nothing fits, or nothing happens, begin with `opening` (again).
        """
        expected = (*goal, *ways)
        await self._do(opening, None, expected)
        for _ in range(STEPS):
            shown = self.newest()
            if shown is not None and any(_reached(words, shown) for words in goal):
                return
            way = None if shown is None else _way(ways, shown)
            await self._do(way or opening, shown, expected)
        raise NotOnStage(f"{self.person} does not reach {goal}; {self.tail()}")

    def tail(self) -> str:
        """The last messages, for who wants to know why it did not go on."""
        return "the last messages are:\n" + "\n---\n".join(seen_on(one) for one in self.messages()[-4:])

    async def wander(
        self, choose: Choose, opening: Act, *, ends: Callable[[], bool], steps: int | None = None
    ) -> bool:
        """Tap what `choose` takes on the newest messages, again and again, until it `ends`; gives whether it has.

        When it takes nothing, begin with `opening` (again). Stop after so many steps that the bot has answered, or
        after a long time.
        """
        loop = asyncio.get_running_loop()
        late, done = loop.time() + GIVES_UP, 0
        while not ends():
            if done == steps or loop.time() > late:
                return False
            for message in reversed(self.messages()[-LOOKED_AT:]):
                if (tap := choose(actions(message))) is not None:
                    done += await self._do(tap, message, None)
                    break
            else:
                done += await self._do(opening, None, None)
        return True

    async def _do(self, act: Act, shown: Message | None, expected: tuple[str, ...] | None) -> bool:
        """Do one thing while the bot is there, and wait until the screen changes to something to go on from.

        `expected` None: any change of the newest messages is something. Nobody waits long for a change after a tap
        that was answered. Gives whether the bot has answered.
        """
        async with asyncio.timeout(LONGEST):
            await self._bot.up.wait()
        faces, face = self._faces(), self._face()

        def changed() -> bool | None:
            if expected is None:
                return self._faces() != faces or None
            return self._changed(face, expected)

        taps = await self.act(act, shown)
        if not await self.until(lambda: changed() or self._answered(taps), PATIENCE):
            return False
        await self.until(changed, GLANCE)
        return True

    def _answered(self, taps: list[str]) -> bool | None:
        """Whether the bot has answered all these taps; None while it has not, or there are none."""
        return (bool(taps) and not any(tap in self._world.callbacks._open for tap in taps)) or None

    def _changed(self, before: tuple[int, str] | None, expected: tuple[str, ...]) -> bool | None:
        shown = self.newest()
        if shown is None or self._face() == before:
            return None
        return any(_reached(words, shown) for words in expected) or None

    def _faces(self) -> list[tuple[int, str]]:
        return [(one.id, one.words + json.dumps(one.markup)) for one in self.messages()[-LOOKED_AT:]]

    def _face(self) -> tuple[int, str] | None:
        shown = self.newest()
        return None if shown is None else (shown.id, shown.words + json.dumps(shown.markup))


def buttons(message: Message) -> dict[str, str]:
    """Labels of a message's buttons with what they say to the bot."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    return {one["text"]: one["callback_data"] for row in rows for one in row if "callback_data" in one}


def actions(message: Message) -> dict[str, Action]:
    """Labels of a message's buttons with what they mean."""
    read = {label: parse(data) for label, data in buttons(message).items()}
    return {label: action for label, action in read.items() if action is not None}


def seen_on(message: Message) -> str:
    """Text and labels of a message."""
    return "\n".join((message.words, *buttons(message)))


def _reached(goal: str, message: Message) -> bool:
    return all(words in seen_on(message) for words in goal.split(" + "))


def _way(ways: Mapping[str, Act], message: Message) -> Act | None:
    """The first way whose words are seen; a tap is one only when its button is there."""
    for words, act in ways.items():
        if words not in seen_on(message):
            continue
        if not isinstance(act, Tap):
            return act
        label = next((one for one in buttons(message) if act.label in one), None)
        if label is not None:
            return Tap(label, act.times)
    return None
