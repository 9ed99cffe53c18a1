"""A school with names off: the first days of a principal, a teacher and a family; a guest of the class."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, passer_by, taps
from sandbox.stories.stage import Player


async def first_days(stage: Recorder) -> None:
    """From the owner's link to the answers of a family, names off all the way."""
    owner = stage.player("Олег")
    await menu(owner, "Организации", "Создать")
    await owner.send("Школа № 31")
    await taps(owner, "Школа", "Новокузнецк", "Ссылка для")
    principal = await passer_by(stage, "Алла", await owner.link(), role="директор школы")
    await taps(principal, "Согласен")
    await menu(principal, "Классы", "Новый класс")
    await principal.send("1 «А»")
    await taps(principal, "🐰", "1–2 классы", "Добавить детей", "Другое число")
    await principal.send("4")
    await menu(principal, "Сотрудники", "Пригласить", "читель", "1 «А»", "Готово")
    teacher = await passer_by(stage, "Роман", await principal.link(), role="учитель")
    await taps(teacher, "Согласен")
    await menu(principal, "Организация", "Имена в боте", "Включить имена")
    await principal.send("Приказ № 45-од от 01.09.2026")
    await menu(principal)
    for path in (("Сотрудники",), ("Партнёры",), ("Рабочие группы",), ("Организация",), ("Мероприятия",)):
        await menu(principal, *path)
    await principal.send("/help")
    await _family(stage, teacher)


async def _family(stage: Recorder, teacher: Player) -> None:
    await menu(teacher, "Классы", "1 «А»", "Карточки семей")
    links = await teacher.links_in_document()
    mother = await passer_by(stage, "Лидия", links[0], role="мама, школа")
    await taps(mother, "Согласен", "Мама или папа")
    await menu(teacher, "Новое мероприятие")
    for typed in ("Экскурсия в музей", "завтра в 12:00", "вестибюль"):
        await teacher.send(typed)
    await taps(teacher, "Пропустить", "Опубликовать")
    await stage.idle()
    await mother.tap("Приду с ребёнком")
    await menu(teacher, "Мероприятия", "Экскурсия", "Кто придёт")
    await menu(teacher, "Классы", "1 «А»", "Семьи", "✅")


async def newcomers(stage: Recorder) -> None:
    """A family comes by the QR on the wall: a number is all that the teacher sees."""
    teacher = stage.player("Роман")
    await menu(teacher, "Классы", "1 «А»", "QR на стену", "Напечатать")
    poster = (await teacher.links_in_document())[0]
    father = await passer_by(stage, "Вадим", poster, role="папа, школа")
    await taps(father, "Согласен", "Мама или папа")
    await menu(teacher, "Новые родители", "№", "Выбрать код")
    await teacher.send("/help")
    await menu(teacher, "Классы", "1 «А»", "QR на стену", "Отозвать", "Да, отозвать")
    late = await passer_by(stage, "Егор", poster)
    await late.send("/menu")


async def guests(stage: Recorder) -> None:
    """A guest of a class, names off: a family is its number."""
    teacher, mother = stage.player("Роман"), stage.player("Лидия")
    await menu(teacher, "🎤 Гость", "Открыть даты")
    await teacher.send("через 9 дней в 10:00")
    await taps(teacher, "Готово", "Пропустить", "Пригласить")
    await stage.move_clock(by=timedelta(minutes=5))
    await menu(mother, "Стать гостем", "🗓")
    await mother.send("программист")
    await taps(mother, "Рассказ", "Готово")
    await stage.move_clock(by=timedelta(minutes=5))
    await teacher.tap("Предварительно да")
    await menu(teacher, "🎤 Гость", "Программист")
    await menu(stage.player("Алла"), "🎤 Гость", "Карта профессий")
