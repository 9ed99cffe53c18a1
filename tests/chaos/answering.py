"""People who answer an invitation while something is wrong: each tap is answered, by its effect or by a kind word."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from db.models import RsvpRow
from domain.actions.events import AnswerEvent
from sandbox.world.callbacks import Tap as OpenTap
from screens.buttons import parse
from tests.chaos.invariants import Rows
from tests.chaos.phones import Phone, Tap, buttons
from tests.chaos.story import ANSWERS
from tests.chaos.village import Village

KIND_WORD = "Что-то пошло не так"
BETWEEN_TAPS = 0.6


@dataclass(slots=True)
class Answering:
    """Some adults and what they have tapped, in their order."""

    village: Village
    title: str
    chats: Sequence[int]
    tapped: dict[int, list[tuple[OpenTap, str]]] = field(default_factory=dict)

    async def until(self, ends: Callable[[], bool]) -> None:
        """Everybody answers what has come and changes their mind, till it ends."""
        async with asyncio.TaskGroup() as people:
            for chat in self.chats:
                people.create_task(self._answers(self.village.phone(chat), ends))

    async def _answers(self, phone: Phone, ends: Callable[[], bool]) -> None:
        world, turn = self.village.battle.world, 0
        while not ends():
            label = ANSWERS[turn % 3]
            invitation = phone.find(self.title, label)
            if invitation is not None:
                turn += 1
                button = next(one for one in buttons(invitation) if label in one)
                action = parse(buttons(invitation)[button])
                assert isinstance(action, AnswerEvent)
                [number] = await phone.act(Tap(button), invitation)
                tap = world.callbacks._open[number]
                self.tapped.setdefault(phone.person, []).append((tap, action.answer.value))
                await phone.until(lambda tap=tap: tap.answer is not None or None, 20.0)  # type: ignore[misc]  # the tap of this round
            await phone.until(lambda: ends() or None, BETWEEN_TAPS)

    @property
    def comforted(self) -> int:
        """How many taps were answered by a kind word."""
        return sum(_kindly(tap) for taps in self.tapped.values() for tap, _ in taps)

    def check(self, rows: Rows) -> int:
        """Each tap was answered; the last one that had no kind word for an answer stands. Gives how many there were."""
        stored = {row["person_id"]: row["answer"] for row in rows.of(RsvpRow)}
        for chat, taps in self.tapped.items():
            assert all(tap.answer is not None for tap, _ in taps), "a tap without any answer"
            took = [answer for tap, answer in taps if not _kindly(tap)]
            assert stored.get(self.village.person[chat]) == (took[-1] if took else None), (chat, taps)
        return sum(map(len, self.tapped.values()))


def _kindly(tap: OpenTap) -> bool:
    return KIND_WORD in str((tap.answer or {}).get("text", ""))
