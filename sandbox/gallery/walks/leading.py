"""The head: the organisation, its people, groups, substitutions, partners, sets, the own settings."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, taps


async def card_of_the_organisation(stage: Recorder) -> None:
    """Every line of the card: typed or picked."""
    head = stage.player("Елена")
    await menu(head, "Организация")
    for button, typed in (
        ("Название", "Детский сад № 7 «Рябинка»"),
        ("Адрес", "г. Новокузнецк, ул. Рябиновая, 7"),
        ("Оператор", "Муниципальное бюджетное дошкольное учреждение «Детский сад № 7»"),
        ("Контакт", "sad7@ryabinka.example"),
        ("Кто содержит сервер", "ООО «Серверная», г. Кемерово"),
    ):
        await head.tap(button)
        await head.send(typed)
    for button, picked in (
        ("Часовой пояс", "Новокузнецк"),
        ("Тихие часы", "22:00 – 7:00"),
        ("Сводка", "18:00"),
    ):
        await taps(head, button, picked)


async def names(stage: Recorder) -> None:
    """Names are on; the question before they are switched off is asked and left."""
    head = stage.player("Елена")
    await menu(head, "Организация", "Имена в боте", "Выключить и стереть", "Назад")


async def people(stage: Recorder) -> None:
    """Staff, somebody's card, groups of a teacher, invitations that wait."""
    head = stage.player("Елена")
    await menu(head, "Сотрудники", "Лебедева", "Группы воспитателя", "Готово")
    await taps(head, "Назначить заведующим", "Назад", "Убрать из сотрудников", "Назад")
    await menu(head, "Сотрудники", "Панов", "Профессия")
    await head.send("музыкальный руководитель")
    await menu(head, "Сотрудники", "Пригласить", "оспитатель", "Капитошка", "Готово")
    await menu(head, "Сотрудники", "Ждут ответа")
    await menu(head, "Сотрудники", "Соколова", "Сложить с себя")


async def groups(stage: Recorder) -> None:
    """A new group with a doubtful name, its card, codes, the archive."""
    head = stage.player("Елена")
    await menu(head, "Группы", "Новая группа")
    await head.send("Звёздочки ТНР")
    await taps(head, "🐰", "4–5", "Придумать другое")
    await head.send("Звёздочки")
    await taps(head, "Добавить детей", "Другое число")
    await head.send("много")
    await head.send("3")
    await head.tap("Список кодов")
    await menu(head, "Группы", "Звёздочки", "Знак", "🚀")
    await taps(head, "Возраст", "5–6", "Название")
    await head.send("Звездочёты")
    await taps(head, "В архив", "Да, в архив")


async def substitutions(stage: Recorder) -> None:
    """Somebody stands in for a week, and stops."""
    head = stage.player("Елена")
    await menu(head, "Группы", "Капитошка", "Замены", "Назначить замену", "Орлова")
    await head.send("завтра")
    await head.send("в пятницу")
    await menu(head, "Группы", "Капитошка", "Замены", "Закончить замену")


async def groups_that_change_hands(stage: Recorder) -> None:
    """A group is given to a second teacher for good, and taken again; the teacher hears of it both times."""
    head = stage.player("Елена")
    for _ in ("given", "taken"):
        await menu(head, "Сотрудники", "Орлова", "Группы воспитателя", "Капитошка", "Готово")
        await stage.move_clock(by=timedelta(minutes=5))


async def partners_and_sets(stage: Recorder) -> None:
    """A partner's card with its contract, and a set of people made by an order."""
    head = stage.player("Елена")
    await menu(head, "Партнёры", "Пожарная часть", "Номер договора")
    await head.send("17/2026")
    await head.tap("Срок")
    await head.send("31.05.2027")
    await taps(head, "Закончить партнёрство", "Назад")
    await menu(head, "Партнёры", "Пригласить партнёра", "библиотека")
    await head.send("Детская библиотека № 4")
    await menu(head, "Рабочие группы", "Создать")
    await head.send("Творческая группа")
    await head.send("12-од")
    await taps(head, "Белова", "Лебедева", "№ приказа")
    await head.send("12/1-од")
    await taps(head, "Удалить", "Назад")


async def own_things(stage: Recorder) -> None:
    """Settings, help, own data, the only head who wants to be deleted."""
    head = stage.player("Елена")
    await head.send("/help")
    await head.send("/settings")
    await head.send("/my_data")
    await head.send("/delete_me")
