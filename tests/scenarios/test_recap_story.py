"""After an event, as a teacher and a mother see it on their phones: who came, how it was, thanks, a face, the table."""

import io
from datetime import timedelta

from openpyxl import load_workbook

from db.models import EventFeedbackRow
from domain.actions.events import OpenEvent
from domain.actions.recaps import AskThanks, Feel, HistoryTable, OpenRecap, Thank
from domain.event_forms import EventForm
from domain.people import Role
from domain.recaps import Mood
from screens.buttons import pack
from tests.query_plans import scans
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import Theatre
from tests.services.sunny import build_sunny


@ON_SQLITE
async def test_from_who_came_to_the_table(house: Theatre) -> None:
    stage = house.stage
    sunny = await build_sunny(house.app.database)
    players = [await stage.person(name) for name in ("Анна", "Мария", "Пётр")]
    for player in players:
        await player.start()
    teacher, mother, father = players
    author = await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    await sunny.adult(1, account=mother.id)
    await sunny.adult(1, account=father.id)
    event = await sunny.publish(author, days=1, title="=Праздник урожая", form=EventForm.FESTIVITY)
    await stage.move_clock(by=timedelta(minutes=1))
    await mother.tap("Приду с ребёнком")

    # before the start there is nothing to sum up, whatever button is tapped
    await teacher.send("/menu")
    early = await teacher.tap_data(pack(OpenRecap(event.id)))
    assert "ещё не началось" in (early.text or "")
    await teacher.tap_data(pack(OpenEvent(event.id)))
    assert not any("Итоги" in label for label in (await teacher.newest()).labels)

    await stage.move_clock(by=timedelta(days=1, hours=2))
    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Прошедшие")
    await teacher.tap("Праздник урожая")
    await teacher.tap("📝 Итоги")
    await teacher.sees("Итоги: =Праздник урожая", "пока не отмечено")
    assert not any("Поблагодарить" in label for label in (await teacher.newest()).labels)
    await teacher.tap_data(pack(AskThanks(event.id)))
    await teacher.sees("некого благодарить")

    await teacher.tap("Кто пришёл")
    assert {"☐ 0001", "0002", "0003", "0004"} <= set((await teacher.newest()).labels)
    await teacher.tap("Отметить всех, кто обещал: 1 семья")
    await teacher.sees("Отметили 1 семью", "Пришли: 1 семья")
    await teacher.tap("0003")
    for label in ("✅ 0003 · 👤1 🧒", "✅ 0003 · 👤2 🧒", "✅ 0003 · 👤1"):
        assert label in (await teacher.newest()).labels
        await teacher.tap(label)
    assert "0003" in (await teacher.newest()).labels
    await teacher.tap("0003")
    await teacher.sees("Пришли: 2 семьи. Взрослых – 2, детей – 2.")

    await teacher.tap("Назад")
    await teacher.tap("Как прошло")
    await teacher.send("Испекли <b>пирог</b>")
    await teacher.sees("Как прошло: Испекли <b>пирог</b>")
    await teacher.tap("🔗 Альбом")
    await teacher.send("http://album.ru/1")
    await teacher.sees("не похоже на ссылку")
    await teacher.send("https://disk.yandex.ru/d/1")
    await teacher.sees("Альбом: https://disk.yandex.ru/d/1")

    await teacher.tap("Поблагодарить")
    await teacher.sees("получит 1 взрослый", "один раз")
    await teacher.tap("Отправить спасибо")
    await teacher.sees("Спасибо отправлено: его получит 1 взрослый")
    assert not any("Поблагодарить" in label for label in (await teacher.newest()).labels)
    await teacher.tap_data(pack(Thank(event.id)))
    await teacher.sees("уже отправлено")
    await stage.move_clock(by=timedelta(minutes=1))
    await mother.sees("Спасибо, что были с нами!", "Испекли <b>пирог</b>", "disk.yandex.ru")
    assert (
        "Спасибо" not in (await father.newest()).text
    )  # he has promised nothing, and is told nothing of her
    for face in ("😐", "😀", "😀"):
        tapped = await mother.tap(face)
    assert "Спасибо за отклик" in (tapped.text or "")
    assert "✓ 😀" in (await mother.newest()).labels
    await father.send("/menu")
    await father.tap_data(pack(Feel(event.id, Mood.JOY)))

    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Прошедшие")
    await teacher.tap("История и таблица")
    await teacher.tap("👪 2")
    await teacher.sees("Откликов пока 1", "Спасибо отправлено")
    await teacher.tap_data(pack(HistoryTable(sunny.organisation_id)))
    table = await teacher.sees("Таблица готова", "Имён в ней нет")
    file = await stage.file(table.raw["document"]["url"])
    events, families = load_workbook(io.BytesIO(file)).worksheets
    [line] = events.iter_rows(min_row=2, values_only=True)
    assert (line[2], line[3], line[6:9]) == ("'=Праздник урожая", "Праздник", (2, 2, 2))
    assert [row[2:] for row in families.iter_rows(min_row=2, values_only=True)] == [
        ("0001", "Солнышко", 1, 1),
        ("0003", "Солнышко", 1, 1),
    ]
    await stage.idle()
    assert await scans(house.app.database, house.statements) == {}
    assert await sunny.count(EventFeedbackRow) == 1
