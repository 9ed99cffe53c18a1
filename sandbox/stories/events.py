"""Events and newcomers of the sample kindergarten: announced, put aside, posted, answered, cancelled, taken in."""

from datetime import datetime, timedelta
from pathlib import Path

from sandbox.stories.cast import NEWCOMERS
from sandbox.stories.stage import Player, Stage

POSTER = Path(__file__).parent / "poster.jpg"
"""Drawn for this story."""
WITH_CHILD, ALONE, NO, UNSURE = "Приду с ребёнком", "Приду один", "Не смогу", "Пока не знаю"


def not_off(moment: datetime) -> datetime:
    """The moment, or the same hour of the next Monday when it falls on a day off."""
    return moment + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[moment.weekday()])


async def fill_in(
    author: Player, title: str, when: datetime, place: str, groups: tuple[str, ...], note: str | None = None
) -> None:
    """Answer the questions up to the preview. Without `groups` the author has only one, and the bot does not ask."""
    await author.send("/menu")
    await author.tap("Новое мероприятие")
    await author.send(title)
    await author.send(f"{when:%d.%m.%Y %H:%M}")
    await author.send(place)
    for group in groups:
        await author.tap(group)
    if groups:
        await author.tap("Готово")
    if note is None:
        await author.tap("Пропустить")
    else:
        asked = await author.send(note)
        if "Напомнить за 5 дней" in asked.text:
            await author.tap("Нет")


async def announce(
    author: Player, title: str, when: datetime, place: str, groups: tuple[str, ...], note: str | None = None
) -> None:
    """Fill in the form and publish."""
    await fill_in(author, title, when, place, groups, note)
    await author.tap("Опубликовать")
    await author.stage.idle()


async def with_seats(author: Player, count: int) -> None:
    """Under the preview: so many families may come."""
    for label in ("Ещё", "Сколько мест"):
        await author.tap(label)
    await author.send(str(count))
    await author.tap("одна семья")


async def with_picture(author: Player) -> None:
    """Under the preview: a poster goes with the invitation."""
    for label in ("Ещё", "Картинка"):
        await author.tap(label)
    await author.give("photo", POSTER.read_bytes())


async def keep(author: Player, said: str | None = None) -> None:
    """Under the preview: put aside; `said`: it comes out by itself at that time."""
    await author.tap("Отложить")
    if said is not None:
        await author.tap("Опубликовать позже")
        await author.send(said)


async def connect_chat(stage: Stage, teacher: Player, title: str, members: tuple[Player, ...]) -> None:
    """The parents of a group have a chat: the teacher connects it."""
    people = [teacher.id, *(member.id for member in members)]
    chat = await stage.call(
        "POST",
        "chats",
        {"type": "group", "title": title, "creator": teacher.id, "members": people, "bot": "member"},
    )
    await teacher.send("/menu")
    for label in ("Группы", "Солнышко", "Чаты и каналы", "Подключить чат"):
        await teacher.tap(label)
    await teacher.press("💬 Выбрать чат", int(chat["id"]))


async def post(teacher: Player, title: str) -> None:
    """The announcement is put into the chat as well."""
    await teacher.send("/menu")
    for label in ("Мероприятия", title[:12], "В чаты", "Повесить"):
        await teacher.tap(label)
    await teacher.stage.move_clock(by=timedelta(minutes=1))


async def answer(families: dict[str, Player], title: str, answers: dict[str, str]) -> None:
    """Each of the named adults answers the invitation that came to them."""
    for name, label in answers.items():
        invitation = await families[name].sees(title)
        await families[name].tap(label, message_id=invitation.id)


async def looked_back(teacher: Player, title: str, result: str) -> None:
    """Who promised has come; a line about how it was, and thanks."""
    await teacher.send("/menu")
    for label in (
        "Мероприятия",
        "Прошедшие",
        title,
        "Итоги",
        "Кто пришёл",
        "Отметить всех, кто обещал",
        "Назад",
    ):
        await teacher.tap(label)
    await teacher.tap("Как прошло")
    await teacher.send(result)
    await teacher.tap("Поблагодарить")
    await teacher.tap("Отправить спасибо")
    await teacher.stage.move_clock(by=timedelta(minutes=1))


async def felt(families: dict[str, Player], faces: dict[str, str]) -> None:
    """Each of the named adults taps a face under the thanks."""
    for name, face in faces.items():
        thanks = await families[name].sees("Спасибо, что были с нами")
        await families[name].tap(face, message_id=thanks.id)


async def enter_for_family(teacher: Player, title: str, code: str, label: str) -> None:
    """A family without a phone has said it at the door."""
    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap(title[:12])
    await teacher.tap("Внести за семью")
    await teacher.tap(code)
    await teacher.tap(label)


async def cancel(author: Player, title: str) -> None:
    """Take an event back; everybody who had the invitation is told."""
    await author.send("/menu")
    await author.tap("Мероприятия")
    await author.tap(title[:12])
    await author.tap("Отменить мероприятие")
    await author.tap("Да, отменить")


async def newcomers(stage: Stage, teacher: Player) -> None:
    """Two parents come by the QR on the wall: one is taken in, one waits."""
    await teacher.send("/menu")
    await teacher.tap("Группы")
    await teacher.tap("Солнышко")
    await teacher.tap("QR на стену")
    await teacher.tap("Напечатать лист")
    poster = (await teacher.links_in_document())[0]
    for first_name, last_name in NEWCOMERS:
        person = await stage.person(first_name, last_name, role="по QR на стене")
        await person.open(poster)
        await person.tap("Согласен")
        await person.tap("Мама или папа")
        await person.tap("верно")
    await teacher.send("/menu")
    await teacher.tap("Новые родители")
    await teacher.tap(NEWCOMERS[0][0])
    await teacher.tap("Выбрать код")
    await teacher.tap("0006")
