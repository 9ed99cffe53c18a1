"""An event from its first word to its table, as the demo's clock shows it: nobody helps but time.

Publish, answers, a freed seat, an offer, a reminder, a move, attendance, a report: everything over HTTP.
"""

import io
from datetime import timedelta

from openpyxl import load_workbook

from domain.people import Role
from tests.scenarios.theatre import Theatre
from tests.services.sunny import build_sunny

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


async def test_from_the_first_word_to_the_table(house: Theatre) -> None:
    stage = house.stage
    sunny = await build_sunny(house.app.database)
    players = [await stage.person(name) for name in ("Анна", "Мария", "Борис")]
    for player in players:
        await player.start()
    teacher, mother, father = players
    await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    await sunny.adult(1, account=mother.id)
    await sunny.adult(2, account=father.id)

    # published: one line is the whole event, one seat is behind «Ещё»
    await teacher.send("/menu")
    await teacher.tap("➕ Новое")
    await teacher.send("Мастер-класс гончара, через 4 дня в 10:00, мастерская")
    for label in ("Пропустить", "⚙️ Ещё", "Сколько мест"):
        await teacher.tap(label)
    await teacher.send("1")
    await teacher.tap("одна семья")
    await teacher.sees("Проверьте перед публикацией", "2 взрослым", "1 семью")
    await teacher.tap("Опубликовать")
    await stage.move_clock(by=MINUTE)

    # answered: one sits, the next one waits
    for parent, label in ((mother, "Приду с ребёнком"), (father, "Приду один")):
        await parent.sees("Мастер-класс гончара", "Сможете прийти?")
        await parent.tap(label)
    await mother.sees("Место для вас есть.")
    await father.sees("вы в очереди: № 1")

    # a seat is freed and offered; time goes by, and it is taken
    await mother.tap("Не смогу")
    await stage.move_clock(by=MINUTE)
    await father.sees("Для вас освободилось место!")
    await stage.move_clock(by=timedelta(hours=1))
    await father.tap("✅ Беру")
    await father.sees("Место для вас есть.")

    # reminded a day before; who does not come is left alone
    await stage.move_clock(by=3 * DAY)
    await father.sees("Напоминаем о мероприятии", "Мастер-класс гончара")
    assert not any("Напоминаем" in seen.text for seen in await mother.messages())

    # moved: what stands already is put right, who is concerned reads what was and what is, and is reminded anew
    await stage.move_clock(by=timedelta(hours=1))
    await teacher.send("/menu")
    for label in ("📅 Мероприятия", "Мастер-класс", "✏️ Изменить", "День"):
        await teacher.tap(label)
    await teacher.send("в понедельник в 10:00")
    await teacher.tap("Сохранить и сообщить")
    await stage.move_clock(by=MINUTE)
    await father.sees("Изменилось мероприятие", "Было пт, 11 сентября, 10:00", "стало пн, 14 сентября, 10:00")
    await stage.move_clock(by=3 * DAY)
    await father.sees("Напоминаем о мероприятии", "14 сентября")
    told = [seen.text for seen in await father.messages() if "Мастер-класс гончара" in seen.text]
    assert not any("🗓 пт, 11 сентября" in text for text in told)

    # the day has come and gone: who was there, how it was, thanks
    await stage.move_clock(by=DAY + timedelta(hours=2))
    await teacher.send("/menu")
    for label in ("📅 Мероприятия", "Прошедшие", "Мастер-класс", "📝 Итоги", "Кто пришёл"):
        await teacher.tap(label)
    await teacher.tap("Отметить всех, кто обещал: 1 семья")
    await teacher.sees("Пришли: 1 семья")
    for label in ("Назад", "Как прошло"):
        await teacher.tap(label)
    await teacher.send("Слепили восемь чашек.")
    for label in ("Поблагодарить", "Отправить спасибо"):
        await teacher.tap(label)
    await stage.move_clock(by=MINUTE)
    await father.sees("Спасибо, что были с нами!", "Слепили восемь чашек.")
    await father.tap("😀")

    # reported: what arrived, and the table
    await teacher.send("/menu")
    for label in ("📅 Мероприятия", "Прошедшие", "Мастер-класс", "Кому дошло"):
        await teacher.tap(label)
    await teacher.sees("Всё, что пора было отправить, отправлено.", "Доставлено сообщений")
    await teacher.send("/menu")
    for label in ("📅 Мероприятия", "Прошедшие", "История и таблица", "Таблица Excel"):
        await teacher.tap(label)
    table = await teacher.sees("Таблица готова")
    events, families = load_workbook(io.BytesIO(await stage.file(table.raw["document"]["url"]))).worksheets
    [line] = events.iter_rows(min_row=2, values_only=True)
    assert (line[2], line[6:9]) == ("Мастер-класс гончара", (1, 1, 0))
    assert [row[2:] for row in families.iter_rows(min_row=2, values_only=True)] == [
        ("0002", "Солнышко", 1, 0)
    ]
