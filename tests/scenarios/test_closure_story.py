"""A group is closed for a week, as its teacher, a mother who is a guest, and a father see it; and opened again."""

from datetime import date

from db.models import GroupClosureRow
from domain.actions.closures import ConfirmClosing, LookAtClosing, ReopenGroup
from domain.ids import ClosureId
from screens.buttons import pack, parse
from tests.query_plans import scans
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre

MONDAY, FRIDAY = date(2026, 9, 14), date(2026, 9, 18)


async def full_week(room: GuestRoom) -> None:
    """A guest on Tuesday, a free date on Wednesday, a party on Thursday to which the mother comes and the father not."""
    await room.opens("15 сентября 9:20", "16 сентября 10:00", partner=False)
    await room.applies(room.mother, "15 сентября")
    await room.agrees()
    await room.teacher.send("/menu")
    await room.teacher.tap("➕ Новое")
    for answer in ("Чаепитие", "17 сентября 16:00", "группа"):
        await room.teacher.send(answer)
    await room.teacher.tap("Пропустить")
    await room.teacher.tap("Опубликовать")
    await room.pass_on()
    await room.mother.tap("Приду с ребёнком")
    await room.father.tap("Не смогу")


async def asked_until(room: GuestRoom) -> None:
    """The teacher has said that the group is closed from Monday on."""
    await room.teacher.send("/menu")
    for label in ("Группы", "Солнышко", "🚪 Группа закрыта", "С другого дня"):
        await room.teacher.tap(label)
    await room.teacher.send("14 сентября")
    await room.teacher.sees("До какого дня")


@ON_SQLITE
async def test_closed_for_a_week_and_opened_again(house: Theatre) -> None:
    room = await open_room(house)
    teacher, mother, father = room.teacher, room.mother, room.father
    await full_week(room)

    await asked_until(room)
    await teacher.send("13 сентября")
    await teacher.sees("Конец раньше начала")
    await teacher.send("14 декабря")
    await teacher.sees("не больше чем на 60 дней")
    await teacher.send("18 сентября")
    shown = await teacher.sees(
        "Закрываем группу",
        "С пн, 14 сентября по пт, 18 сентября: 5 дней",
        "1. 🎤 Гость: Пожарный",
        "перенесём на вт, 22 сентября, 9:20",
        "1 свободный день для гостя",
        "закроем для записи",
        "3. 📅 Чаепитие",
        "перенесём на чт, 24 сентября, 16:00",
        "Напишем 1 человеку",
    )
    assert {"1", "2", "3"} <= set(shown.labels)
    await teacher.tap("3")
    await teacher.sees("чт, 17 сентября, 16:00 – отменим")
    await teacher.tap("3")
    await teacher.sees("чт, 17 сентября, 16:00 – оставим как есть")
    await teacher.tap("3")
    await teacher.sees("перенесём на чт, 24 сентября, 16:00")

    # somebody publishes meanwhile: nothing is done, the preview is shown anew
    rows = (await teacher.newest()).raw["inline_keyboard"]
    [confirm] = [parse(each["callback_data"]) for row in rows for each in row if "сообщить" in each["text"]]
    assert isinstance(confirm, ConfirmClosing)
    stale = ConfirmClosing(confirm.group_id, MONDAY, FRIDAY, 0, confirm.seen + 1)
    await teacher.tap_data(pack(stale))
    await teacher.sees("что-то изменилось", "Чаепитие")
    assert await room.sunny.count(GroupClosureRow, group_id=room.sunny.sun) == 0

    before = len(await mother.messages())
    await teacher.tap("Закрыть и сообщить")
    await teacher.sees(
        "🚪 Группа закрыта",
        "было чт, 17 сентября, 16:00, теперь чт, 24 сентября, 16:00",
        "Написали 1 человеку",
    )
    await teacher.tap_data(pack(confirm))
    await teacher.sees("🚪 Группа закрыта", "Пожарный")
    assert await room.sunny.count(GroupClosureRow, group_id=room.sunny.sun) == 1

    await room.pass_on()
    told = await mother.sees(
        "Солнышко · 🐻",
        "Группа закрыта с пн, 14 сентября по пт, 18 сентября",
        "Что меняется для вас",
        "было вт, 15 сентября, 9:20, теперь вт, 22 сентября, 9:20",
        "было чт, 17 сентября, 16:00, теперь чт, 24 сентября, 16:00",
        "Ваш ответ сохранён",
        "Новый день визита не подходит",
    )
    assert len(await mother.messages()) == before + 1  # one message for all of it
    assert "закрыта" not in (await father.newest()).text
    assert any("Чаепитие" in label for label in told.labels)
    await mother.tap("📅 Чаепитие")
    await mother.sees("чт, 24 сентября, 16:00", "Приду с ребёнком")

    # on a closed day no date is opened for guests, and an event there is warned of
    await room.fill_in("16 сентября 12:00")
    await teacher.tap("Пропустить")
    await teacher.tap("Готово")
    await teacher.sees("С пн, 14 сентября по пт, 18 сентября здесь закрыто")
    await teacher.send("/menu")
    await teacher.tap("➕ Новое")
    for answer in ("Родительское собрание", "16 сентября 18:00", "онлайн"):
        await teacher.send(answer)
    await teacher.tap("Пропустить")
    await teacher.sees("Группа «Солнышко» закрыта", "всё равно можно")
    await asked_until(room)
    await teacher.send("16 сентября")
    await teacher.sees("здесь закрыто")

    # nobody is reminded of what has been moved away
    before = len(await mother.messages())
    await room.house.stage.move_clock(to=room.at("2026-09-14T05:00"))
    assert len(await mother.messages()) == before

    await teacher.send("/menu")
    for label in ("Группы", "Солнышко", "Закрыто: с пн, 14 сентября", "Открыть группу снова"):
        await teacher.tap(label)
    await teacher.sees("Группа снова открыта", "Пожарный", "Чаепитие", "Написали 1 человеку")
    await teacher.tap_data(pack(ReopenGroup(ClosureId(1))))
    await teacher.sees("Здесь уже снова открыто")
    await room.pass_on()
    seen = [message.text for message in await mother.messages()]
    assert sum("Группа снова открыта – раньше" in text for text in seen) == 1
    [news] = [text for text in seen if "Группа снова открыта" in text]
    assert "вт, 15 сентября, 9:20" in news
    assert "чт, 17 сентября, 16:00" in news
    await room.house.stage.move_clock(to=room.at("2026-09-16T10:00"))
    await mother.sees("Напоминаем", "Чаепитие")

    # days that are over are not closed by an old button
    await teacher.tap_data(pack(LookAtClosing(confirm.group_id, MONDAY, FRIDAY)))
    await teacher.sees("уже прошёл")
    await house.stage.idle()
    assert await scans(house.app.database, house.statements) == {}
