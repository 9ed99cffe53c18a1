"""The teacher: families, cards, newcomers, events from the first question to the report."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, passer_by, taps


async def groups_and_children(stage: Recorder) -> None:
    """The group, its list of families, a child's card with everything that can be done to it, papers."""
    teacher = stage.player("Марина")
    await menu(teacher, "Группы", "Солнышко", "Семьи", "✅ 0001", "Новая карточка")
    await menu(teacher, "Группы", "Солнышко", "Семьи", "0009")
    await menu(teacher, "Группы", "Солнышко", "Семьи", "✅ 0001", "Отозвать карточки", "Назад")
    await taps(teacher, "✖️ 3.", "Назад", "Выбыл", "Назад")
    await menu(teacher, "Группы", "Солнышко", "Карточки семей")
    await menu(teacher, "Группы", "Солнышко", "Семьи", "Карточки для всех")
    await menu(teacher, "Группы", "Солнышко", "QR на стену")


async def newcomers(stage: Recorder) -> None:
    """The queue of those who came by the QR on the wall: one refused in own words, others wait."""
    teacher = stage.player("Марина")
    await menu(teacher, "Группы", "Солнышко", "QR на стену", "Напечатать")
    poster = (await teacher.links_in_document())[0]
    for name in ("Полина", "Тимур"):
        person = await passer_by(stage, name, poster, role="по QR на стене")
        await taps(person, "Согласен", "Мама или папа", "верно")
        await person.send("/menu")
    await menu(teacher, "Новые родители", "Полина", "Выбрать код", "Назад")
    await taps(teacher, "Отклонить", "Своими словами")
    await teacher.send("паспорт 32 04 123456")
    await teacher.send("Подойдите, пожалуйста, вечером, познакомимся")
    await menu(teacher, "Новые родители", "Тимур", "Отклонить", "Это другая группа")


async def form(stage: Recorder) -> None:
    """The questions with everything that people answer instead, the preview, changes before publishing."""
    teacher = stage.player("Марина")
    await menu(teacher, "Новое мероприятие")
    await teacher.give("sticker", emoji="🌸")
    await teacher.send("В гостях у пекаря")
    for typed in ("31 февраля", "1 сентября", "когда-нибудь", "в среду"):
        await teacher.send(typed)
    await teacher.send("в пятницу")
    await teacher.tap("Назад")
    await teacher.send("через 8 дней")
    await teacher.send("25:00")
    await teacher.send("16:30")
    await teacher.send("/menu")
    await teacher.tap("Продолжить")
    await teacher.send("группа «Солнышко»")
    await teacher.send("возьмите с собой фартук")
    await teacher.tap("Да")
    await taps(teacher, "Примечание")
    await teacher.send("возьмите с собой фартук и полотенце")
    await taps(teacher, "За 5 дней", "Нет", "Опубликовать")
    await menu(teacher, "Новое мероприятие", "Отмена")


async def events(stage: Recorder) -> None:
    """The list, a card, who comes, an answer for a family, a change, a cancellation, the report."""
    teacher = stage.player("Марина")
    await menu(teacher, "Мероприятия", "Прошедшие")
    await menu(teacher, "Мероприятия", "Мастер-класс", "Кто придёт")
    await menu(
        teacher,
        "Мероприятия",
        "Мастер-класс",
        "Внести за семью",
        "0009",
        "Не смогут",
        "0009",
        "Убрать этот ответ",
    )
    await menu(teacher, "Мероприятия", "Мастер-класс", "Кому дошло")
    await menu(teacher, "Мероприятия", "Мастер-класс", "Изменить", "Место")
    await teacher.send("музыкальный зал")
    await teacher.tap("День")
    await teacher.send("в пятницу в 11:00")
    await teacher.tap("Сохранить и сообщить")
    await stage.move_clock(by=timedelta(minutes=2))
    await menu(teacher, "Мероприятия", "В гостях", "Отменить мероприятие", "Да, отменить")
    await stage.move_clock(by=timedelta(minutes=2))
