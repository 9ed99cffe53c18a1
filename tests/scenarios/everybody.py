"""A kindergarten in which there is one of everything, and people for whom none of it is."""

from sandbox.stories.stage import Player, Stage
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.test_organisation import menu
from tests.scenarios.theatre import Theatre


async def cast(house: Theatre) -> tuple[dict[str, Player], dict[str, Player]]:
    """Whose buttons they are, and who taps them: a kindergarten in which there is one of everything."""
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    mother = await joined(stage, "Анна", cards[0])
    relative = await joined(stage, "Нина", cards[0], "Бабушка")
    blocked = await joined(stage, "Руслан", cards[1])
    await published(teacher, "Тайный праздник", then="Отложить")
    await published(teacher)
    await mother.tap("Приду с ребёнком")
    await chat_connected(teacher, mother)
    await guest_expected(teacher, mother)
    await group_closed(teacher)
    await quiz_begun(head, mother)
    await announced(teacher)
    await menu(teacher, "Группы", "Солнышко", "Семьи", "0002", "✖️ 1.", "Да, отвязать")
    await menu(head, "Партнёры", "Пригласить партнёра", "предприятие")
    await head.send("Пожарная часть № 3")
    partner = await stage.person("Пётр")
    await partner.open(await head.link())
    await partner.tap("Согласен")
    await menu(head, "Рабочие группы", "Создать")
    await head.send("Творческая группа")
    await head.send("Приказ № 12-од")
    await head.tap("▫️ заведующий")
    removed, left = await one_of_two_teachers_removed(stage, head, teacher)
    await menu(left, "Группы", "Солнышко", "QR на стену", "Напечатать лист")
    newcomer = await stage.person("Борис")
    await newcomer.open((await left.links_in_document())[0])
    await newcomer.tap("Согласен")
    await newcomer.tap("Мама или папа")
    await menu(head, "Сотрудники", "Пригласить", "старший воспитатель")
    await approval_asked(head, left)
    other_head, other_parent = await next_door(house)
    stranger = await stage.person("Чужой")
    await stranger.start()
    await stage.idle()
    return (
        {"head": head, "teacher": left, "mother": mother, "partner": partner},
        {
            "stranger": stranger,
            "blocked": blocked,
            "relative": relative,
            "removed": removed,
            "next door's head": other_head,
            "next door's parent": other_parent,
        },
    )


async def announced(teacher: Player, words: str = "Тайные коробки") -> None:
    """The parents of the group are told something without a date."""
    await menu(teacher, "📣 Объявления", "Новое объявление")
    await teacher.send(words)
    await teacher.tap("✅ Отправить")
    await teacher.stage.idle()


async def approval_asked(head: Player, teacher: Player) -> None:
    """The head looks at what the teacher announces: something waits; and the teacher has a template."""
    await menu(head, "Организация", "Проверка публикаций", "Включить проверку")
    await published(teacher, "Тайный поход", then="На проверку")
    await menu(teacher, "Мероприятия", "Отложенные", "Тайный праздник", "Сохранить как образец", "Пропустить")


async def quiz_begun(head: Player, mother: Player) -> None:
    """A psychologist has approved the questions and opened a quiz; the mother's child has answered one of them."""
    await menu(head, "Сотрудники", "Пригласить", "сихолог")
    psychologist = await head.stage.person("Ольга")
    await psychologist.open(await head.link())
    await psychologist.tap("Согласен")
    await menu(psychologist, "⭐ Викторина", "Прочитать и утвердить")
    while "✅ Утвердить" not in (await psychologist.newest()).labels:
        await psychologist.tap("Показать ещё")
    await psychologist.tap("✅ Утвердить")
    await psychologist.tap("Да, утвердить")
    await psychologist.tap("Открыть викторину")
    await psychologist.tap("Стартовая")
    await psychologist.send("25 сентября")
    await psychologist.tap("Открыть и пригласить")
    await menu(mother, "⭐ Викторина", "Даю согласие", "Текстом", "●")


async def chat_connected(teacher: Player, mother: Player) -> None:
    """The parents of the group have a chat in which the bot may announce."""
    made = {
        "type": "group",
        "title": "Родители сказок",
        "creator": mother.id,
        "members": [teacher.id],
        "bot": "member",
    }
    chat = await teacher.stage.call("POST", "chats", made)
    await menu(teacher, "Группы", "Солнышко", "Чаты и каналы", "Подключить чат")
    await teacher.press("💬 Выбрать чат", chat["id"])
    await teacher.sees("Чат Родители сказок подключён")


async def guest_expected(teacher: Player, mother: Player) -> None:
    """Two dates are open for guests of the group; the mother has applied for one of them."""
    await menu(teacher, "Гость группы", "Открыть даты")
    for date in ("15 сентября 9:20", "16 сентября 10:00"):
        await teacher.send(date)
    await teacher.tap("Готово")
    await teacher.tap("Пропустить")
    await teacher.tap("Пригласить")
    await teacher.stage.idle()
    await mother.tap("15 сентября")
    await mother.send("Укротитель тигров")
    await mother.tap("Рассказ")
    await mother.tap("Готово")


async def group_closed(teacher: Player) -> None:
    """The group is closed for a week in which nothing stands."""
    await menu(teacher, "Группы", "Солнышко", "🚪 Группа закрыта", "С другого дня")
    await teacher.send("12 октября")
    await teacher.send("16 октября")
    await teacher.tap("✅ Закрыть")


async def one_of_two_teachers_removed(stage: Stage, head: Player, first: Player) -> tuple[Player, Player]:
    """The group gets a second teacher, and one of the two is removed: without names the head sees no difference."""
    await head.send("/menu")
    await head.tap("Сотрудники")
    await head.tap("Пригласить")
    await head.tap("оспитатель")
    await head.tap("Солнышко")
    await head.tap("Готово")
    second = await stage.person("Юлия")
    await second.open(await head.link())
    await second.tap("Согласен")
    await head.send("/menu")
    await head.tap("Сотрудники")
    labels = [label for label in (await head.newest()).labels if "оспитатель" in label]
    await head.tap(labels[-1])
    await head.tap("Убрать из сотрудников")
    await head.tap("Да, закончить роль")
    await stage.idle()
    removed = [person for person in (first, second) if "закончилась" in (await person.newest()).text]
    assert len(removed) == 1
    return removed[0], second if removed == [first] else first


async def next_door(house: Theatre) -> tuple[Player, Player]:
    """Another kindergarten of the same installation: its head, and a parent of its only group."""
    stage = house.stage
    owner = Player(stage, 7_000_001, "Олег")
    await owner.send("/menu")
    await owner.tap("Организации")
    await owner.tap("Создать")
    await owner.send("Детский сад № 13")
    await owner.tap("Детский сад")
    await owner.tap("Новокузнецк")
    await owner.tap("Ссылка для заведующего")
    head = await stage.person("Жанна")
    await head.open(await owner.link())
    await head.tap("Согласен")
    teacher = await teacher_of_a_new_group(stage, head, "Ромашка")
    cards = await printed_cards(teacher, "Ромашка")
    return head, await joined(stage, "Вадим", cards[0])
