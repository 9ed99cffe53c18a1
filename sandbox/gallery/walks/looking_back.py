"""After an event: who came, how it was, an album, thanks, faces; and all that has been, as a list and a table."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, taps

TITLE = "Мастер-класс"


async def recap(stage: Recorder) -> None:
    """Everybody who promised is marked, one family more, one line too personal; then thanks, and a face."""
    teacher = stage.player("Марина")
    await menu(teacher, "Мероприятия", "Прошедшие", TITLE, "Итоги", "Кто пришёл")
    await taps(teacher, "Отметить всех, кто обещал", "0009", "✅ 0009", "Назад", "Как прошло")
    await teacher.send("Надевали каски и тушили костёр из бумаги.")
    await teacher.tap("Альбом")
    for typed in ("наш альбом", "https://disk.yandex.ru/d/pozharny"):
        await teacher.send(typed)
    await taps(teacher, "Поблагодарить", "Отправить спасибо")
    await stage.move_clock(by=timedelta(minutes=1))
    mother = stage.player("Анна")
    await mother.tap("😀", message_id=(await mother.sees("Спасибо, что были с нами", TITLE)).id)


async def history(stage: Recorder) -> None:
    """What has been, narrowed by its form, and the table."""
    teacher = stage.player("Марина")
    await menu(
        teacher, "Мероприятия", "Прошедшие", "История и таблица", "Вид", "Любого вида", "Таблица Excel"
    )
