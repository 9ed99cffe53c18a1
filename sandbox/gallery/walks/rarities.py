"""What is seen seldom: full days, blocked bots, changed minds, children who move, two roles, taken names."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import cards, menu, taps
from sandbox.stories.events import WITH_CHILD
from sandbox.stories.stage import Player


async def full_days(stage: Recorder) -> None:
    """Three events in a day fill the budget of attention; what is sent at night can be stopped; the evening sums up."""
    methodist = stage.player("Ольга")
    for number, title in enumerate(("Сказка о профессиях", "Прогулка в пекарню", "Играем в почту")):
        await _announce(methodist, title, f"через {9 + number} дней в 10:00", "Ромашка")
    await menu(methodist, "Мероприятия", "Играем в почту", "Кому дошло")
    await stage.move_clock(by=timedelta(hours=9))
    await methodist.send("/menu")
    await menu(methodist, "Мероприятия", "Сказка", "Кому дошло")
    await stage.move_clock(by=timedelta(hours=5))
    await _announce(methodist, "Ночное объявление", "через 12 дней в 10:00", "Капитошка")
    await menu(methodist, "Мероприятия", "Ночное", "Кому дошло")
    await taps(methodist, "Остановить рассылку", "Продолжить рассылку")
    await stage.move_clock(by=timedelta(hours=11))


async def changed_plans(stage: Recorder) -> None:
    """A title, a note and a group are changed; what must be brought is reminded of; what is over is over."""
    methodist, mother = stage.player("Ольга"), stage.player("Ксения")
    await menu(methodist, "Мероприятия", "Сказка", "Изменить", "Название")
    await methodist.send("Сказка о пекаре")
    await taps(methodist, "Примечание")
    await methodist.send("приготовьте фартук")
    await taps(methodist, "Да", "Сохранить и сообщить")
    await menu(methodist, "Мероприятия", "Сказка", "Изменить", "Примечание", "Пропустить")
    await methodist.tap("Отмена")
    await menu(
        methodist, "Мероприятия", "Прогулка", "Изменить", "Кого зовём", "Солнышко", "Ромашка", "Готово"
    )
    await taps(methodist, "Сохранить и сообщить")
    await menu(methodist, "Новое мероприятие")
    for typed in ("Печём вместе", "через 8 дней в 12:00", "кухня"):
        await methodist.send(typed)
    await taps(methodist, "Ромашка", "Готово")
    await methodist.send("возьмите с собой фартук")
    await taps(methodist, "Да", "Опубликовать")
    await stage.idle()
    invitation = await mother.sees("Печём вместе")
    await mother.tap(WITH_CHILD, message_id=invitation.id)
    await stage.move_clock(by=timedelta(days=4))
    await stage.move_clock(by=timedelta(days=8))
    await mother.tap(WITH_CHILD, message_id=invitation.id)
    await menu(mother, "Мои мероприятия")


async def children(stage: Recorder) -> None:
    """A child moves, another leaves and comes back, an adult is untied, all cards of a group are revoked."""
    head = stage.player("Елена")
    await menu(head, "Группы", "Ромашка", "Семьи", "Отозвать карточки группы", "Назад")
    await menu(head, "Группы", "Капитошка", "Семьи", "0026", "В другую группу", "Ромашка")
    await menu(head, "Группы", "Капитошка", "Семьи", "0027", "Выбыл", "Да, выбыл", "вернулся")
    await menu(head, "Группы", "Капитошка", "Семьи", "0025", "✖️ 1.", "Да, отвязать")
    teacher = stage.player("Юлия")
    await menu(teacher, "Группы", "Капитошка", "Семьи", "0028", "В другую группу")
    await menu(head, "Группы", "Новая группа")
    await head.send("Солнышко")
    await taps(head, "🐰", "4–5")
    await head.send("Лучики")
    await menu(head, "Сотрудники", "Лебедева", "Группы воспитателя", "Лучики", "Ромашка")
    await menu(head, "Сотрудники", "Зимина", "Группы воспитателя", "Ромашка")
    await menu(head, "Мероприятия", "Новое мероприятие")
    for typed in ("Праздник", "через 400 дней", "завтра в 12:00", "двор"):
        await head.send(typed)
    await taps(head, "Готово", "Лучики", "Готово", "Пропустить")


async def partners_and_sets(stage: Recorder) -> None:
    """A partnership ends, a set of people is listed and deleted, an invitation is revoked."""
    head, partner = stage.player("Елена"), stage.player("Максим")
    await partner.send("/menu")
    await menu(head, "Рабочие группы", "Творческая группа", "Удалить", "Да, удалить")
    await menu(head, "Партнёры", "Пожарная часть", "Закончить партнёрство", "Да, закончить")
    await menu(head, "Сотрудники", "Ждут ответа", "✖️")
    await menu(head, "Организация", "Акты удаления")


async def two_roles(stage: Recorder) -> None:
    """A teacher who is a mother too; the menu changes, the rights stay. Forms left and found again."""
    [*_, link] = await cards(stage.player("Светлана"), "Ромашка")
    teacher = stage.player("Марина")
    await teacher.open(link)
    await taps(teacher, "Согласен", "Мама или папа")
    await menu(teacher, "Сменить роль", "воспитатель")
    await menu(teacher, "Новое мероприятие")

    await teacher.send("День открытых дверей")
    await menu(teacher, "➕ Новое мероприятие")
    await teacher.tap("Продолжить")
    await teacher.tap("Отмена")


async def _announce(author: Player, title: str, when: str, group: str) -> None:
    await menu(author, "Новое мероприятие")
    await author.send(title)
    await author.send(when)
    await author.send("музыкальный зал")
    await taps(author, group, "Готово", "Пропустить", "Опубликовать")
    await author.stage.idle()
