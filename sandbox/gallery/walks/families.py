"""Parents and relatives: coming in, answering, their own data, leaving; once in English."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import cards, menu, passer_by, taps


async def coming_in(stage: Recorder) -> None:
    """A card, «не сейчас» and back, a typed name, a name for the child at home."""
    links = await cards(stage.player("Марина"), "Солнышко")
    mother = await passer_by(stage, "Олеся", links[-1], role="мама, «Солнышко»")
    await taps(mother, "Не сейчас", "Назад", "Согласен", "Мама или папа", "Другое имя")
    await mother.send("паспорт 32 04 123456")
    await mother.send("Олеся Игоревна")
    await mother.tap("по-домашнему")
    await mother.send("Зайчик")
    await mother.send("/menu")
    aunt = await passer_by(stage, "Рита", links[-2], role="родственница, «Солнышко»")
    await taps(aunt, "Согласен", "Бабушка", "Не указывать")
    await aunt.open(links[-2])


async def answering(stage: Recorder) -> None:
    """The own events, an answer and a change of mind, a reminder, an event that is over."""
    mother = stage.player("Дарья")
    await menu(mother, "Мои мероприятия", "Мастер-класс", "Пока не знаю")
    await taps(mother, "Приду один", "Мои мероприятия")
    await stage.player("Галина").send("/menu")
    await taps(stage.player("Галина"), "Мои мероприятия")
    await stage.move_clock(by=timedelta(days=1, hours=12))
    await stage.move_clock(by=timedelta(hours=12))
    await menu(stage.player("Марина"), "Мероприятия")


async def own_things(stage: Recorder) -> None:
    """Settings, language, help, what is stored, the consent."""
    mother = stage.player("Ирина")
    await mother.send("/help")
    await mother.send("/settings")
    await mother.tap("Язык")
    await mother.send("/settings")
    await mother.tap("Назвать по-домашнему · 0004")
    await mother.send("Соня")
    await mother.send("/my_data")
    await mother.tap("Получить всё файлом")
    await mother.send("/my_data")
    await taps(mother, "Мои согласия", "Прочитать", "Назад", "Отозвать согласие")
    await mother.send("/privacy")
    await mother.send("здравствуйте")
    await mother.give("photo")


async def in_english(stage: Recorder) -> None:
    """The same for somebody who reads English."""
    [*_, link] = await cards(stage.player("Светлана"), "Ромашка")
    mother = await passer_by(stage, "Emily", link, role="English")
    await taps(mother, "Согласен", "Мама или папа", "верно")
    await mother.send("/settings")
    await taps(mother, "Язык", "English")
    for command in ("/menu", "/help", "/my_data", "/privacy", "/delete_me"):
        await mother.send(command)
    await menu(mother, "My events")
    await mother.send("/my_data")
    await taps(mother, "My consents", "Read")
    await menu(mother, "Be a guest", "🗓")
    await mother.send("violinist in an orchestra")
    await taps(mother, "A talk", "Done", "Give the date back", "Yes")
    await menu(mother, "Quiz", "I consent", "In words")
    await taps(mother, "Skip", "Skip", "rest", "I am the adult")


async def leaving(stage: Recorder) -> None:
    """Out of the organisation, and everything deleted."""
    father = stage.player("Сергей")
    await father.send("/settings")
    await taps(father, "Выйти", "Рябинка", "Да, выйти")
    mother = stage.player("Татьяна")
    await mother.send("/delete_me")
    await mother.tap("Да, удалить всё")
    await mother.send("/my_data")
