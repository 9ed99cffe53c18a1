"""Others of the sample kindergarten: the owner, methodist, psychologist, specialist, partner; and what time does."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu


async def owner(stage: Recorder) -> None:
    """What the owner of the installation sees of an organisation."""
    person = stage.player("Олег")
    await menu(person, "Организации", "Рябинка")
    await person.send("/help")
    await person.send("/settings")


async def others(stage: Recorder) -> None:
    """The menus, helps and lists of those who have no group."""
    for name in ("Ольга", "Вера", "Игорь"):
        person = stage.player(name)
        await person.send("/help")
        await person.send("/settings")
        await menu(person, "Мероприятия")
    await menu(stage.player("Ольга"), "Новые родители")
    await menu(stage.player("Вера"), "Группы")


async def partner(stage: Recorder) -> None:
    """What a partner can say about themselves."""
    person = stage.player("Максим")
    await person.send("/help")
    await person.send("/settings")
    await person.tap("Что я могу показать")
    await person.send("Покажем пожарную машину и боевую одежду")
    await person.send("/my_data")


async def a_month_later(stage: Recorder) -> None:
    """What the bot does with time alone: summaries, papers that disappear, acts of what was deleted."""
    for days in (1, 5, 10, 20, 60):
        await stage.move_clock(by=timedelta(days=days))
    head = stage.player("Елена")
    await head.send("/settings")
    await menu(head, "Организация", "Акты удаления", "📄")
