"""Words without a day, what a methodist looks at first, ready-made events, and a group that is closed for a few days."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, taps

SOON = timedelta(minutes=5)
BOXES = "Собираем картонные коробки для мастерской: несите чистые, складываем у входа."


async def words(stage: Recorder) -> None:
    """Typed, looked at, kept, sent, reworded, followed; read by a parent."""
    teacher = stage.player("Марина")
    await menu(teacher, "Объявления", "Новое объявление")
    for typed in ("паспорт 32 04 123456", BOXES):
        await teacher.send(typed)
    await taps(teacher, "Отложить", "Отправить позже")
    for typed in ("вчера", "завтра"):
        await teacher.send(typed)
    await teacher.tap("Отмена")
    await menu(teacher, "Объявления", "Собираем", "Отправить сейчас")
    await stage.move_clock(by=SOON)
    await menu(teacher, "Объявления", "Собираем", "Кому дошло")
    await menu(teacher, "Объявления", "Собираем", "Изменить")
    await teacher.send(BOXES + " Ещё нужен скотч.")
    await teacher.tap("Сохранить")
    await menu(stage.player("Анна"), "Объявления", "Собираем")


async def looked_at_first(stage: Recorder) -> None:
    """The check is switched on; an announcement comes out, an event is returned, and the check is switched off."""
    methodist, teacher = stage.player("Ольга"), stage.player("Марина")
    await menu(methodist, "Проверка публикаций", "Включить")
    await menu(teacher, "Объявления", "Новое объявление")
    await teacher.send("Завтра несём природный материал: шишки, жёлуди, листья.")
    await teacher.tap("На проверку")
    await menu(teacher, "Новое мероприятие")
    for typed in ("Игра «Собери портфель»", "через 9 дней в 16:00", "мастерская"):
        await teacher.send(typed)
    await taps(teacher, "Пропустить", "На проверку")
    await stage.move_clock(by=SOON)
    await menu(methodist, "На проверке", "Завтра", "Опубликовать")
    await menu(methodist, "На проверке", "Собери портфель", "Вернуть с замечанием")
    await methodist.send("Напишите, до какого часа")
    await stage.move_clock(by=SOON)
    await menu(teacher, "Мероприятия", "Отложенные", "Собери портфель", "Удалить", "Да, удалить")
    await menu(methodist, "Проверка публикаций", "Публиковать без проверки")


async def by_template(stage: Recorder) -> None:
    """What is ready, and an event made of it."""
    teacher = stage.player("Марина")
    await menu(teacher, "Новое мероприятие", "По образцу", "Квест")
    await teacher.send("через 11 дней в 10:00")
    await teacher.tap("Отмена")


async def closed(stage: Recorder) -> None:
    """Three days: what stands in them, other proposals, told, seen, and opened again."""
    teacher = stage.player("Марина")
    await menu(teacher, "Группы", "Солнышко", "Группа закрыта", "С завтрашнего дня")
    await teacher.send("позавчера")
    await teacher.send("через 12 дней")
    await teacher.tap("Закрыть")
    await stage.move_clock(by=SOON)
    await menu(teacher, "Группы", "Солнышко", "Закрыто")
    await menu(stage.player("Анна"), "Мои мероприятия")
    await menu(teacher, "Группы", "Солнышко", "Закрыто", "Открыть группу")
    await stage.move_clock(by=SOON)
