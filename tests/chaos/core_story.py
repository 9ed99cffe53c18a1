"""What people do in the second storm: a teacher opens dates, guests want them, a wave is opened, children play."""

import asyncio
import random
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from content.quizzes import instruments
from db.work import Database
from domain.actions import Action
from domain.actions.guests import OpenSlot, TakeDate
from domain.actions.quizzes import AnswerQuiz, OpenQuiz
from domain.actions.waves import CloseWave
from domain.clock import MovableClock
from domain.people import Role
from sandbox.stories.stage import Stage
from sandbox.world import World
from services.waves import Waves
from tests.chaos import wishes
from tests.chaos.bot_process import BotProcess
from tests.chaos.phones import LOOKED_AT, Phone, Write, actions
from tests.chaos.record import Record
from tests.conftest import START
from tests.scenarios.guest_room import invited_partner
from tests.services.sunny import build_sunny

MENU = Write("/menu")
FAMILIES = {1: 2, 2: 1, 3: 2, 4: 2, 5: 1, 6: 1}
"""Grown-ups of each child, by its number."""
STOPPED, RESTS, SLOW = 3, 4, (5, 6)
"""Children: whom a parent stops, who rests often, who are still playing when the wave is closed."""
SLOW_ANSWERS = 5
FINISHED_BEFORE = 2
"""Children who have finished before the wave is closed."""
PLAYED_OUT = (
    "икторина пройдена",
    "уже закрыта",
    "Участие приостановлено",
    "приостановили участие",
    "Сейчас викторины нет",
)
WAITS = 40.0
INVITED_IN = 5.0
VISITS = 20

Doing = Coroutine[Any, Any, None]


@dataclass(slots=True)
class House:
    """«Солнышко» and «Лучики»: everybody with a phone of their own."""

    rng: random.Random
    record: Record
    teacher: Phone
    methodist: Phone
    partner: Phone
    families: dict[int, list[Phone]]
    """By the number of the child."""
    busy: int = 0
    """Guests who have not had enough yet."""
    quick: int = 0
    """Phones of the other children, as far as they are invited."""
    finished: int = 0
    """Phones on which a quiz has come to an end, whichever."""
    waiting: int = 0
    """Slow children who play on once the wave is being closed, or are not invited."""
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def may_close(self) -> bool:
        """Some have finished, or nobody is there who could, and the slow ones are in the middle."""
        return self.waiting == len(SLOW) and self.finished >= min(FINISHED_BEFORE, self.quick)

    @property
    def guests(self) -> list[Phone]:
        """Who is invited: every adult of «Солнышко», and the partner."""
        return [self.partner, *(phone for number in range(1, 5) for phone in self.families[number])]


async def settle(
    stage: Stage, world: World, bot: BotProcess, record: Record, rng: random.Random, url: str
) -> House:
    """In fair weather, the bot not yet awake: everybody is known to it, the pack is approved. Then all say hello."""

    async def phone(name: str) -> Phone:
        return Phone(stage, world, bot, (await stage.person(name)).id)

    database = Database(url, MovableClock(START))
    sunny = await build_sunny(database)
    house = House(
        rng,
        record,
        await phone("Марина"),
        await phone("Ирина"),
        await phone("Завод"),
        {
            number: [await phone(f"Родитель {number}") for _ in range(many)]
            for number, many in FAMILIES.items()
        },
    )
    await sunny.staff(Role.TEACHER, sunny.sun, account=house.teacher.person)
    await sunny.staff(Role.METHODIST, account=house.methodist.person)
    await invited_partner(sunny, house.partner.person)
    for number, adults in house.families.items():
        for adult in adults:
            await sunny.adult(number, account=adult.person)
    psychologist = await sunny.staff(Role.PSYCHOLOGIST)
    await Waves(database, database.clock, instruments()).approve(psychologist, sunny.organisation_id)
    await database.close()
    await bot.start()
    adults = [adult for family in house.families.values() for adult in family]
    everybody = [house.teacher, house.methodist, house.partner, *adults]
    await asyncio.gather(*(stage.call("POST", f"people/{one.person}/start", {}) for one in everybody))
    await stage.idle()
    return house


def visiting(house: House) -> list[Doing]:
    """Dates are opened; everybody wants them, gives them back, takes others; a wave is opened meanwhile."""
    house.busy = len(house.guests)
    return [_teaches(house), _opens_a_wave(house), *(_visits(house, guest) for guest in house.guests)]


async def _teaches(house: House) -> None:
    """Opens dates, then answers until all guests have had enough and nobody waits."""

    def opened() -> bool:
        return sum(
            isinstance(action, OpenSlot) for action in _in_sight(house.teacher)
        ) >= wishes.DATES or bool(house.teacher.find("Даты открыты"))

    teacher = house.teacher
    there = await teacher.wander(wishes.choosing(house.rng, wishes.opening_dates), MENU, ends=opened)
    assert there, teacher.tail()
    answering = wishes.choosing(house.rng, wishes.answering_guests)
    while house.busy:
        await teacher.wander(answering, MENU, steps=4, ends=lambda: not house.busy)


async def _visits(house: House, guest: Phone) -> None:
    """From the invitation on, so many taps."""
    try:
        await guest.until(lambda: _sees(guest, TakeDate), WAITS)
        steps = house.rng.randint(VISITS, VISITS + 8)
        choose = wishes.choosing(house.rng, wishes.being_a_guest)
        await guest.wander(choose, MENU, steps=steps, ends=lambda: False)
    finally:
        house.busy -= 1


async def _opens_a_wave(house: House) -> None:
    """The methodist has opened it when it may be closed."""
    who = house.methodist
    choose = wishes.choosing(house.rng, wishes.opening_a_wave)
    assert await who.wander(choose, MENU, ends=lambda: bool(_sees(who, CloseWave))), who.tail()


def quizzing(house: House) -> list[Doing]:
    """All children play, one is stopped, the wave is closed while others have not finished."""
    stopper = house.families[STOPPED][1]
    return [
        *(
            _plays(house, number, phone)
            for number, adults in house.families.items()
            for phone in adults
            if phone is not stopper
        ),
        _stops(house, stopper),
        _closes(house),
    ]


async def _plays(house: House, number: int, phone: Phone) -> None:
    """To the end, or as far as the child is let."""
    if not await phone.until(lambda: _sees(phone, OpenQuiz), INVITED_IN):
        house.waiting += number in SLOW
        return  # the methodist's tick was taken away by a tap that came late
    house.quick += number not in SLOW
    choose = wishes.choosing(house.rng, wishes.playing(0.6 if number == RESTS else 0.05))
    if number in SLOW:
        await phone.wander(choose, MENU, ends=lambda: _answers(house, phone) >= SLOW_ANSWERS or _over(phone))
        house.waiting += 1
        await _occurs(house.closing)
    await phone.wander(choose, MENU, ends=lambda: _over(phone))
    house.finished += 1


async def _stops(house: House, phone: Phone) -> None:
    """The other parent stops the quiz once it has begun."""
    player = house.families[STOPPED][0]
    await phone.until(lambda: _answers(house, player) >= SLOW_ANSWERS or None, WAITS)
    choose = wishes.choosing(house.rng, wishes.stopping)
    await phone.wander(choose, MENU, steps=20, ends=lambda: _over(phone))


async def _closes(house: House) -> None:
    """Some have finished, some are in the middle."""
    who = house.methodist
    await who.until(lambda: house.may_close or None, 3 * WAITS)
    house.closing.set()

    def closed() -> bool:
        return bool(who.find("Викторина закрыта") or who.find("✔ Закрыта"))

    assert await who.wander(wishes.choosing(house.rng, wishes.closing_a_wave), MENU, ends=closed), who.tail()


async def _occurs(event: asyncio.Event) -> None:
    async with asyncio.timeout(4 * WAITS):
        await event.wait()


def _answers(house: House, phone: Phone) -> int:
    """How many questions somebody has tapped an answer to."""
    taps = (tap for tap in house.record.taps(AnswerQuiz) if tap.person == phone.person)
    return len({(tap.action.item_id, tap.action.try_) for tap in taps if isinstance(tap.action, AnswerQuiz)})


def _over(phone: Phone) -> bool:
    """Whether the newest message says that nothing more is to be played."""
    newest = phone.newest()
    return newest is not None and any(words in newest.words for words in PLAYED_OUT)


def _in_sight(phone: Phone) -> list[Action]:
    """What the buttons of the newest messages mean."""
    return [action for message in phone.messages()[-LOOKED_AT:] for action in actions(message).values()]


def _sees(phone: Phone, kind: type[Action]) -> bool | None:
    return (
        any(isinstance(action, kind) for message in phone.messages() for action in actions(message).values())
        or None
    )
