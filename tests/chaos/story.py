"""What people do in the storm: they join, let newcomers in, announce, answer, change, cancel, block, leave."""

import asyncio
import random
from collections.abc import Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sandbox.stories.stage import LINK, Player, Stage
from sandbox.world import World
from sandbox.world.messages import Message
from tests.chaos.bot_process import BotProcess
from tests.chaos.phones import Act, Phone, Start, Tap, Write, buttons
from tests.scenarios.test_first_day import head_of_a_new_kindergarten, printed_cards, teacher_of_a_new_group

ANSWERS = ("Приду с ребёнком", "Приду один", "Не смогу", "Пока не знаю")
BREAD, FIRE, TRAM = "Кто печёт хлеб?", "Мастер-класс <пожарного>", "Экскурсия в депо"
WAITS_FOR_INVITATION = 8.0

Doing = Coroutine[Any, Any, None]


@dataclass(slots=True)
class Kindergarten:
    """Who takes part: everybody with a phone of their own."""

    stage: Stage
    world: World
    bot: BotProcess
    rng: random.Random
    head: Player
    teacher: Phone
    cards: list[str]
    poster: str
    staff_link: str
    second: Phone
    """Whoever of two has got the one staff link: known after `join`."""
    parents: list[Phone] = field(default_factory=list)
    crowd: list[Phone] = field(default_factory=list)
    """Six who try one card at once."""
    newcomers: list[Phone] = field(default_factory=list)
    rivals: list[Phone] = field(default_factory=list)
    blocker: Phone | None = None
    leaver: Phone | None = None

    async def phone(self, name: str) -> Phone:
        """A new person."""
        person = await self.stage.person(name)
        return Phone(self.stage, self.world, self.bot, person.id)


async def found(stage: Stage, world: World, bot: BotProcess, rng: random.Random) -> Kindergarten:
    """In fair weather: an organisation, a group of six children, its teacher, cards, a poster, a staff link."""
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head, children=6)
    cards = await printed_cards(teacher)
    await teacher.send("/menu")
    await teacher.tap("Группы")
    await teacher.tap("Солнышко")
    await teacher.tap("QR на стену")
    await teacher.tap("Напечатать лист")
    poster = (await teacher.links_in_document())[0]
    await head.send("/menu")
    await head.tap("Сотрудники")
    await head.tap("Пригласить")
    await head.tap("оспитатель")
    await head.tap("Солнышко")
    await head.tap("Готово")
    own = Phone(stage, world, bot, teacher.id)
    garden = Kindergarten(stage, world, bot, rng, head, own, cards, poster, await head.link(), own)
    for name in ("Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор"):
        garden.crowd.append(await garden.phone(name))
    for name in ("Жанна", "Захар", "Ирина", "Кирилл"):
        garden.parents.append(await garden.phone(name))
    for name in ("Лев", "Мила"):
        garden.newcomers.append(await garden.phone(name))
    for name in ("Нина", "Ольга"):
        garden.rivals.append(await garden.phone(name))
    return garden


def joining(garden: Kindergarten) -> list[Doing]:
    """Six by one card, two by each of two others, two by the poster, two by one staff link: all at once."""
    by_card = [*((phone, garden.cards[0]) for phone in garden.crowd)]
    by_card += [(phone, garden.cards[1 + number // 2]) for number, phone in enumerate(garden.parents)]
    return [
        *(_by_card(garden, phone, card) for phone, card in by_card),
        *(_by_card(garden, phone, garden.poster) for phone in garden.newcomers),
        *(_by_staff_link(garden, phone) for phone in garden.rivals),
    ]


async def _by_card(garden: Kindergarten, phone: Phone, link: str) -> None:
    await phone.go(
        ("Готово!", "Вы уже здесь", "Заявка отправлена", "уже вошли четверо"),
        _opened(link),
        {"Согласен": Tap("Согласен"), "Мама или папа": Tap("Мама или папа", garden.rng.choice((1, 2, 2)))},
    )


async def _by_staff_link(garden: Kindergarten, phone: Phone) -> None:
    await phone.go(
        ("ждёт вас", "Вы уже здесь", "уже воспользовались"),
        _opened(garden.staff_link),
        {"Согласен": Tap("Согласен", garden.rng.choice((1, 2)))},
    )
    if phone.find("ждёт вас") or phone.find("Вы уже здесь"):
        garden.second = phone


def approving(garden: Kindergarten) -> list[Doing]:
    """Both teachers let the same newcomers in at once, each by another code."""

    async def approve(phone: Phone, code: str) -> None:
        await phone.go(
            ("никто не ждёт",),
            Write("/menu"),
            {
                "Чей это взрослый": Tap(code, garden.rng.choice((1, 2))),
                "Выбрать код": Tap("Выбрать код"),
                "Принято": Tap("Новые родители"),
                "Сверьте число": Tap("· 🐻"),
                "Новые родители": Tap("Новые родители"),
            },
        )

    return [approve(garden.teacher, "0004"), approve(garden.second, "0005")]


def announcing(garden: Kindergarten) -> list[Doing]:
    """Two teachers publish; everybody answers and changes their mind; one is changed, one is cancelled."""
    asked = (*garden.crowd, *garden.parents, *garden.newcomers)
    everybody = [phone for phone in asked if phone.find("Готово!") or phone.find("Вы уже здесь")]
    garden.blocker, garden.leaver = garden.rng.sample(garden.parents, 2)

    announced = {title: asyncio.Event() for title in (BREAD, FIRE)}

    async def first() -> None:
        await publish(garden.teacher, BREAD, garden.rng)
        announced[BREAD].set()
        await garden.teacher.go(
            ("Сохранено", "в саду + Отменить мероприятие"),
            Write("/menu"),
            {
                "✅ Сохранить": Tap("✅ Сохранить", garden.rng.choice((1, 2))),
                "Что изменить": Tap("Место"),
                "Где встречаемся": Write("в саду"),
                "Продолжить": Tap("Продолжить"),
                **_to_card(BREAD, "Изменить"),
            },
        )

    async def second() -> None:
        await publish(garden.second, FIRE, garden.rng)
        announced[FIRE].set()
        await garden.second.go(
            ("Мероприятие отменено", "Отменено"),
            Write("/menu"),
            {"Да, отменить": Tap("Да, отменить", 2), **_to_card(FIRE, "Отменить мероприятие")},
        )

    return [
        first(),
        second(),
        *(_answers(garden, phone, title, announced[title]) for phone in everybody for title in announced),
        _blocks(garden.blocker, garden, announced[BREAD]),
        _leaves(garden.leaver, announced[FIRE]),
    ]


async def publish(phone: Phone, title: str, rng: random.Random) -> None:
    """A teacher types an event and publishes it, perhaps with a nervous finger."""
    await phone.go(
        (f"Опубликовано + {title}",),
        Write("/menu"),
        typing(title, Tap("Опубликовать", rng.choice((1, 2, 3)))),
    )


def typing(title: str, last: Tap) -> dict[str, Act]:
    """How the form of an event is filled in, whatever question is open."""
    return {
        "Опубликовать": last,
        "Как называется": Write(title),
        "Какого числа": Write("в пятницу в 9:30"),
        "Где встречаемся": Write("музыкальный зал"),
        "Что ещё важно": Tap("Пропустить"),
        "Напомнить за 5 дней": Tap("Нет"),
        "Продолжить": Tap("Продолжить"),
        "Новое мероприятие": Tap("Новое мероприятие"),
    }


def _to_card(title: str, button: str) -> dict[str, Act]:
    return {button: Tap(button), title: Tap(title[:12]), "Мероприятия": Tap("Мероприятия")}


async def _answers(garden: Kindergarten, phone: Phone, title: str, announced: asyncio.Event) -> None:
    """Two to five answers, some of them by a double tap, some before the bot has answered the last one."""
    rng = garden.rng
    await announced.wait()
    invitation = await phone.until(lambda: _invitation(phone, title), WAITS_FOR_INVITATION)
    for _ in range(rng.randint(2, 5)):
        if invitation is None or phone in (garden.blocker, garden.leaver):
            return
        wanted = rng.choice(ANSWERS)
        label = next((one for one in buttons(invitation) if wanted in one), None)
        if label is None:
            return  # cancelled meanwhile
        before = invitation.words
        await phone.act(Tap(label, rng.choice((1, 1, 2))), invitation)
        if rng.random() < 0.4:
            await phone.until(partial(_other_words, invitation, before), 2.0)


def _other_words(message: Message, before: str) -> bool | None:
    return message.words != before or None


def _invitation(phone: Phone, title: str) -> Message | None:
    for message in reversed(phone.messages()):
        if title in message.words and any(ANSWERS[0] in label for label in buttons(message)):
            return message
    return None


async def _blocks(phone: Phone, garden: Kindergarten, announced: asyncio.Event) -> None:
    await announced.wait()
    await phone.until(lambda: _invitation(phone, BREAD), WAITS_FOR_INVITATION)
    await garden.stage.call("POST", f"people/{phone.person}/block", {})


async def _leaves(phone: Phone, announced: asyncio.Event) -> None:
    await announced.wait()
    await phone.until(lambda: _invitation(phone, FIRE), WAITS_FOR_INVITATION)
    await phone.go(
        ("Всё удалено", "О вас ничего не сохранено"),
        Write("/delete_me"),
        {"Да, удалить всё": Tap("Да, удалить всё", 2)},
    )


def _opened(link: str) -> Start:
    payload = LINK.search(link)
    assert payload is not None
    return Start(payload.group(1))
