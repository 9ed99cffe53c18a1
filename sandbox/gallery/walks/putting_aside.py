"""Events that come out later: drafts, a time, every week, a copy; and the chats in which they are announced."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, taps
from sandbox.stories.stage import Player

TITLE = "Клуб маленьких мастеров"


async def drafts(stage: Recorder) -> None:
    """Kept, planned for a wrong time and a right one, back among the drafts; one is deleted, one is copied."""
    teacher = stage.player("Марина")
    await menu(teacher, "Новое мероприятие")
    for typed in (TITLE, "через 120 дней в 16:00", "мастерская"):
        await teacher.send(typed)
    await taps(teacher, "Пропустить", "Отложить", "Опубликовать позже")
    for typed in ("вчера", "завтра", "9:00"):
        await teacher.send(typed)
    await teacher.tap("Пока не публиковать")
    await menu(teacher, "Мероприятия", "Отложенные")
    await menu(teacher, "Мероприятия", "Отложенные", "День бабушек", "Удалить", "Да, удалить")
    await menu(teacher, "Мероприятия", "Отложенные", "Читаем вместе", "Другое время", "Отмена")
    await menu(teacher, "Мероприятия", "Мастерим", "Скопировать")
    await teacher.send("через 20 дней")
    await taps(teacher, "Ещё", "Отмена")


async def every_week(stage: Recorder) -> None:
    """Two meetings, announced at once."""
    teacher = stage.player("Марина")
    await menu(teacher, "Мероприятия", "Отложенные", TITLE, "Каждую неделю", "2", "Опубликовать: 2")
    await stage.move_clock(by=timedelta(minutes=1))
    await menu(stage.player("Денис"), "Мои мероприятия", TITLE)


async def chats(stage: Recorder) -> None:
    """The parents' chat: connected, announced in, not chosen, and closed to the bot one day."""
    teacher = stage.player("Марина")
    await menu(teacher, "Группы", "Солнышко", "Чаты и каналы", "Солнышко, родители", "Отключить", "Назад")
    await menu(teacher, "Группы", "Солнышко", "Чаты и каналы", "Подключить чат")
    await teacher.press("✖️ Не подключать")
    await menu(teacher, "Мероприятия", "Мастерим", "В чаты", "Повесить")
    await stage.move_clock(by=timedelta(minutes=1))
    await teacher.tap("Обновить")
    [chat] = (await stage.call("GET", "state"))["chats"]
    await stage.call("POST", f"chats/{chat['id']}/bot", {"status": "kicked", "by": teacher.id})
    await stage.move_clock(by=timedelta(minutes=1))
    await menu(teacher, "Группы", "Солнышко", "Чаты и каналы", "Солнышко, родители")


async def sent_and_taken_back(stage: Recorder) -> None:
    """What is sent at night waits: it is stopped and goes on; who is silent is asked once; all of it is taken back."""
    methodist: Player = stage.player("Ольга")
    await menu(methodist, "Мероприятия", "Ночное", "Кому дошло")
    await menu(methodist, "Мероприятия", "Ночное", "Напомнить молчащим", "Да, напомнить")
    await menu(methodist, "Мероприятия", "Ночное", "Отменить мероприятие", "Да, отменить")
    await taps(methodist, "Вернуть мероприятие", "Кому дошло", "Отозвать всё", "Да, отозвать")
    await stage.move_clock(by=timedelta(minutes=1))
