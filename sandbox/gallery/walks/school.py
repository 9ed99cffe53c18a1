"""A school with names off: the first days of a principal, a teacher and a family."""

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
