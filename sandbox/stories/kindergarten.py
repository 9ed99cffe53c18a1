"""The sample kindergarten: a story of taps and typed words, told through the control API with the clock moved.

Nothing is written past the bot: every person of the demo has joined, and everything that happened was tapped, as people do it.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sandbox.stories.cast import FAMILIES, GROUPS, HEAD, ORGANISATION, PARTNER, SECOND_CHILD, STAFF
from sandbox.stories.history import tell
from sandbox.stories.stage import Player, Stage

OWNER = 7_000_001
ZONE = ZoneInfo("Asia/Novokuznetsk")
HISTORY = timedelta(days=14)
MORNING = time(10, 0)


async def play(stage: Stage) -> None:
    """Tell the story; it ends on the morning of the present day, or of the next working day."""
    today = _working_morning((await stage.now()).astimezone(ZONE))
    await stage.move_clock(to=today - HISTORY)
    head = await _found(stage)
    staff = await _staff(stage, head)
    cards = {plan.name: await _cards(_teacher(staff, plan.name), plan.name) for plan in GROUPS}
    families = await _families(stage, cards)
    await _partner(stage, head)
    await tell(stage, staff, families, today)


def _working_morning(now: datetime) -> datetime:
    """Ten o'clock of the same day, or of Monday when it is a day off."""
    morning = datetime.combine(now.date(), MORNING, tzinfo=ZONE)
    return morning + timedelta(days=max(0, 7 - morning.weekday())) if morning.weekday() > 4 else morning


async def _found(stage: Stage) -> Player:
    """The owner makes the organisation; its head describes it and makes the groups."""
    owner = await stage.person("Олег", "Дёмин", id=OWNER, role="владелец установки")
    await owner.start()
    await owner.tap("Организации")
    await owner.tap("Создать")
    await owner.send(ORGANISATION)
    await owner.tap("Детский сад")
    await owner.tap("Новокузнецк")
    await owner.tap("Ссылка для заведующего")
    head = await stage.person(*HEAD, role="заведующий")
    await head.open(await owner.link())
    await head.tap("Согласен")
    await head.send("/menu")
    await head.tap("Организация")
    await head.tap("Адрес")
    await head.send("г. Новокузнецк, ул. Рябиновая, 7")
    await head.tap("Контакт")
    await head.send("sad7@ryabinka.example")
    await head.tap("Имена в боте")
    await head.tap("Включить имена")
    await head.send("Приказ № 45-од")
    await head.tap("Да, решение есть")
    await head.send("/settings")
    await head.tap("Моё имя")
    await head.send("Елена Викторовна Соколова")
    for plan in GROUPS:
        await head.send("/menu")
        await head.tap("Группы")
        await head.tap("Новая группа")
        await head.send(plan.name)
        await head.tap(plan.sign)
        await head.tap(plan.age)
        await head.tap("Добавить детей")
        await _pick_number(head, plan.children)
    return head


async def _pick_number(head: Player, number: int) -> None:
    labels = (await head.newest()).labels
    if str(number) in labels:
        await head.tap(str(number))
    else:
        await head.tap("Другое число")
        await head.send(str(number))


async def _staff(stage: Stage, head: Player) -> dict[str, Player]:
    """The head invites everybody; each comes by a link of their own. Gives people by last name."""
    people: dict[str, Player] = {}
    for employee in STAFF:
        await head.send("/menu")
        await head.tap("Сотрудники")
        await head.tap("Пригласить")
        await head.tap(employee.button)
        if employee.title is not None:
            await head.send(employee.title)
        for group in employee.groups:
            await head.tap(group)
        if employee.groups:
            await head.tap("Готово")
        person = await stage.person(employee.first_name, employee.last_name, role=employee.shown)
        await person.open(await head.link())
        await person.tap("Согласен")
        await person.tap("верно")
        people[employee.last_name] = person
    return people


def _teacher(staff: dict[str, Player], group: str) -> Player:
    return next(staff[employee.last_name] for employee in STAFF if group in employee.groups)


async def _cards(teacher: Player, group: str) -> list[str]:
    """The teacher prints the group's cards; gives their links as they stand in the PDF."""
    await teacher.send("/menu")
    await teacher.tap("Группы")
    await teacher.tap(group)
    await teacher.tap("Карточки семей")
    return await teacher.links_in_document()


async def _families(stage: Stage, cards: dict[str, list[str]]) -> dict[str, Player]:
    """Ten families join by their cards; gives adults by first name."""
    people: dict[str, Player] = {}
    for family in FAMILIES:
        for adult in family.adults:
            person = await stage.person(adult.first_name, adult.last_name, role=adult.shown)
            await person.open(cards[family.group][family.card])
            await person.tap("Согласен")
            await person.tap(adult.kinship)
            await person.tap("верно")
            people[adult.first_name] = person
        await stage.move_clock(by=timedelta(minutes=20))
    name, group, card = SECOND_CHILD
    await people[name].open(cards[group][card])
    await people[name].tap("Мама или папа")
    return people


async def _partner(stage: Stage, head: Player) -> None:
    """The fire station accepts an invitation."""
    first_name, last_name, organisation = PARTNER
    await head.send("/menu")
    await head.tap("Партнёры")
    await head.tap("Пригласить партнёра")
    await head.tap("другой партнёр")
    await head.send(organisation)
    partner = await stage.person(first_name, last_name, role="партнёр: пожарная часть")
    await partner.open(await head.link())
    await partner.tap("Согласен")
    await partner.tap("верно")
