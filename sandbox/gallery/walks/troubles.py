"""What goes wrong between people and with time: two at once, expired links, used-up codes, messages that fail, long queues."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, passer_by, taps
from sandbox.stories.events import NO, UNSURE, WITH_CHILD
from sandbox.stories.stage import Player

CODES_OF_A_SCHOOL = 2000
CODES_AT_ONCE = 40
NAMED = ("Ада", "Боян")


async def two_at_once(stage: Recorder) -> None:
    """Two change one event, and one cancels what the other is changing; two look at one newcomer."""
    methodist, head = stage.player("Ольга"), stage.player("Елена")
    await _announce(methodist, "Город мастеров", "через 20 дней в 10:00")
    await menu(methodist, "Мероприятия", "Город мастеров", "Изменить", "Место")
    await methodist.send("спортивный зал")
    await menu(head, "Мероприятия", "Город мастеров", "Изменить", "Место")
    await head.send("двор")
    await head.tap("Сохранить и сообщить")
    await methodist.tap("Сохранить и сообщить")
    await menu(methodist, "Мероприятия", "Город мастеров", "Изменить", "Название")
    await methodist.send("Город друзей")
    await menu(head, "Мероприятия", "Город мастеров", "Отменить мероприятие", "Да, отменить")
    await methodist.tap("Сохранить и сообщить")


async def long_queue(stage: Recorder) -> None:
    """More newcomers than stand on one page; somebody else was quicker; one deletes everything, and the name goes."""
    teacher, methodist = stage.player("Светлана"), stage.player("Ольга")
    await menu(teacher, "Группы", "Ромашка", "QR на стену", "Напечатать")
    poster = (await teacher.links_in_document())[0]
    for name in NAMED:
        person = await passer_by(stage, name, poster, role="по QR на стене")
        await taps(person, "Согласен", "Мама или папа", "верно")
    for number in range(9):
        person = await passer_by(stage, f"Гость {number + 1}", poster, role="по QR на стене")
        await taps(person, "Согласен", "Мама или папа", "Не указывать")
    await menu(teacher, "Новые родители", "›", "‹", NAMED[0], "Выбрать код")
    await menu(methodist, "Новые родители", NAMED[0], "Выбрать код", "0018")
    await teacher.tap("0019")
    await menu(teacher, "Новые родители", NAMED[1])
    await teacher.send("/menu")
    leaver = stage.player(NAMED[1])
    await leaver.send("/delete_me")
    await leaver.tap("Да, удалить всё")
    await stage.move_clock(by=timedelta(minutes=1))


async def bad_delivery(stage: Recorder) -> None:
    """The messenger refuses to deliver a change to two people: the author hears of it, and sees to how many it came."""
    methodist, family = (
        stage.player("Ольга"),
        [stage.player(name) for name in ("Ксения", "Алексей", "Лариса")],
    )
    await stage.call("POST", f"people/{family[2].id}/unblock")
    await _announce(methodist, "Урок доброты", "через 6 дней в 11:00")
    await stage.move_clock(by=timedelta(hours=30))
    for parent, answer in zip(family, (WITH_CHILD, UNSURE, NO), strict=True):
        await menu(parent, "Мои мероприятия", "Урок доброты", answer)
    for parent in family[:2]:
        fault = {"kind": "forbidden", "description": "user is deactivated", "chat_id": parent.id}
        await stage.call("POST", "faults", fault | {"method": "sendMessage"})
    await menu(methodist, "Мероприятия", "Урок доброты", "Отменить мероприятие", "Да, отменить")
    await stage.move_clock(by=timedelta(minutes=15))
    await methodist.tap("Кому дошло")
    await stage.call("DELETE", "faults")
    for parent in family[:2]:
        await parent.start()


async def busy_evening(stage: Recorder) -> None:
    """Six announcements in one morning: two come at once, the others in the evening, one of them as a reminder."""
    methodist = stage.player("Ольга")
    for number in range(6):
        await _announce(methodist, f"Профессия недели: {number + 1}", f"через {2 + number} дней в 15:00")
    await stage.move_clock(by=timedelta(hours=12))
    await stage.move_clock(by=timedelta(days=1))
    parent = stage.player("Ксения")
    summary = await parent.sees("Вечерняя сводка")
    await parent.tap("Все мероприятия", message_id=summary.id)


async def expired_links(stage: Recorder) -> None:
    """A link of the staff opened after its week, one of a partner after its month."""
    head = stage.player("Елена")
    await menu(head, "Сотрудники", "Пригласить", "психолог")
    for_staff = await head.link()
    await menu(head, "Партнёры", "Пригласить партнёра", "библиотека")
    await head.send("Библиотека на Речной")
    for_partner = await head.link()
    await stage.move_clock(by=timedelta(days=8))
    late = await passer_by(stage, "Фаина", for_staff)
    await menu(head, "Сотрудники")
    await stage.move_clock(by=timedelta(days=23))
    await late.open(for_partner)


async def used_up_codes(stage: Recorder) -> None:
    """A school gives out all the codes that it may have."""
    principal = stage.player("Алла")
    await menu(principal, "Классы", "Новый класс")
    await principal.send("2 «Б»")
    await taps(principal, "🐰", "1–2 классы")
    for _ in range(CODES_OF_A_SCHOOL // CODES_AT_ONCE):
        await menu(principal, "Классы", "2 «Б»", "Добавить детей", "Другое число")
        seen = await principal.send(str(CODES_AT_ONCE))
        if "закончились" in seen.text:
            return


async def _announce(author: Player, title: str, when: str) -> None:
    await menu(author, "Новое мероприятие")
    for typed in (title, when, "музыкальный зал"):
        await author.send(typed)
    await taps(author, "Ромашка", "Готово", "Пропустить", "Опубликовать")
    await author.stage.idle()
