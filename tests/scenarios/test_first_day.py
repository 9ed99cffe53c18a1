"""The first day, as the issue's reader would live it: a group, its teacher, cards, an event, answers, a cancellation."""

from datetime import timedelta

from sandbox.stories.stage import Player, Stage
from tests.scenarios.theatre import OWNER, Theatre


async def head_of_a_new_kindergarten(stage: Stage) -> Player:
    """The owner makes an organisation and hands its head a link; names stay off, as they are by default."""
    owner = await stage.person("Олег", id=OWNER)
    await owner.start()
    await owner.tap("Организации")
    await owner.tap("Создать")
    await owner.send("Детский сад № 12")
    await owner.tap("Детский сад")
    await owner.tap("Новокузнецк")
    await owner.tap("Ссылка для заведующего")
    head = await stage.person("Елена")
    await head.open(await owner.link())
    await head.tap("Согласен")
    return head


async def teacher_of_a_new_group(
    stage: Stage, head: Player, name: str = "Солнышко", children: int = 5
) -> Player:
    """The head makes a group with children's codes and invites its teacher."""
    await head.send("/menu")
    await head.tap("Группы")
    await head.tap("Новая группа")
    await head.send(name)
    await head.tap("🐻")
    await head.tap("5–6")
    await head.tap("Добавить детей")
    await head.tap("Другое число")
    await head.send(str(children))
    await head.send("/menu")
    await head.tap("Сотрудники")
    await head.tap("Пригласить")
    await head.tap("оспитатель")
    if any(name in label for label in (await head.newest()).labels):
        await head.tap(name)
        await head.tap("Готово")
    teacher = await stage.person("Марина")
    await teacher.open(await head.link())
    await teacher.tap("Согласен")
    return teacher


async def printed_cards(teacher: Player, group: str = "Солнышко") -> list[str]:
    """The links on the family cards of the group."""
    await teacher.send("/menu")
    await teacher.tap("Группы")
    await teacher.tap(group)
    await teacher.tap("Карточки семей")
    return await teacher.links_in_document()


async def joined(stage: Stage, name: str, card: str, kinship: str = "Мама или папа") -> Player:
    """An adult who joins by a card."""
    person = await stage.person(name)
    await person.open(card)
    await person.tap("Согласен")
    await person.tap(kinship)
    return person


async def published(
    teacher: Player,
    title: str = "Кто печёт хлеб?",
    when: str = "в пятницу в 9:30",
    then: str = "Опубликовать",
) -> None:
    """The teacher's only group is invited to an event; or it is put aside."""
    await teacher.send("/menu")
    await teacher.tap("Новое мероприятие")
    await teacher.send(title)
    await teacher.send(when)
    await teacher.send("музыкальный зал")
    await teacher.tap("Пропустить")
    await teacher.tap(then)
    await teacher.stage.idle()


async def test_the_first_day(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    assert len(cards) == 5

    mother = await joined(stage, "Анна", cards[0])
    father = await joined(stage, "Пётр", cards[0])
    grandmother = await joined(stage, "Нина", cards[0], "Бабушка")
    await published(teacher)

    for adult, label in ((mother, "Приду с ребёнком"), (father, "Не смогу"), (grandmother, "Приду один")):
        invitation = await adult.sees("Кто печёт хлеб?", "музыкальный зал")
        assert "пт, 11 сентября, 9:30" in invitation.text
        tapped = await adult.tap(label)
        assert tapped.answered
        await adult.sees("Ваш ответ", label)
    await father.tap("Пока не знаю")
    await father.sees("Ваш ответ: Пока не знаю")

    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Кто печёт")
    card = await teacher.sees("Придут: 1 семья")
    assert "ещё не ответили: 4" in card.text
    await teacher.tap("Кто придёт")
    await teacher.sees("0001 – придут с ребёнком")
    await teacher.tap("Назад")
    await teacher.tap("Кому дошло")
    await teacher.sees("Доставлено сообщений: 3")
    await teacher.tap("Назад")

    await stage.move_clock(by=timedelta(days=3, hours=3))
    reminded = await mother.sees("Напоминаем")
    assert "Кто печёт хлеб?" in reminded.text

    await teacher.tap("Отменить мероприятие")
    await teacher.sees("Сообщение об отмене придёт: 3 взрослым")
    await teacher.tap("Да, отменить")
    await stage.idle()
    for adult in (mother, father, grandmother):
        await adult.sees("Мероприятие отменено", "Кто печёт хлеб?")


async def test_a_family_hears_of_an_event_once_even_with_two_children(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    mother = await joined(stage, "Анна", cards[0])
    await mother.open(cards[1])
    await mother.tap("Мама или папа")
    await published(teacher)
    invitations = [m for m in await mother.messages() if "Кто печёт хлеб?" in m.text]
    assert len(invitations) == 1


async def test_who_joins_later_finds_what_was_announced_before(house: Theatre) -> None:
    stage = house.stage
    teacher = await teacher_of_a_new_group(stage, await head_of_a_new_kindergarten(stage))
    cards = await printed_cards(teacher)
    await published(teacher)
    mother, father = await joined(stage, "Анна", cards[0]), await joined(stage, "Пётр", cards[0])
    await mother.tap("Мои мероприятия")
    await mother.tap("Кто печёт хлеб?")
    await mother.tap("Приду с ребёнком")
    await mother.sees("Ваш ответ: Приду с ребёнком")
    assert "Готово" in (await father.newest()).text, "the welcome is read first"
    await stage.move_clock(by=timedelta(minutes=1))
    await father.sees("Кто печёт хлеб?", "Сможете прийти?")
    assert len([m for m in await mother.messages() if "Кто печёт хлеб?" in m.text]) == 1, "she has answered"
