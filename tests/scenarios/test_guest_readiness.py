"""Before a visit, on both phones: a look at the talk, the checklist, the children's questions, words passed on."""

from datetime import timedelta

import pytest

from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import DATES, GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


@ON_SQLITE
async def test_both_sides_get_ready(room: GuestRoom) -> None:
    teacher, mother = room.teacher, room.mother
    await room.opens(*DATES)
    await mother.tap("16 сентября")
    await mother.send("пожарный")
    await mother.tap("Рассказ")
    await mother.tap("О чём рассказать")
    assert (await mother.newest()).text.startswith("Пожарный за ")
    await mother.tap("Вернуться к заявке")
    assert any("✅" in label and "Рассказ" in label for label in (await mother.newest()).labels), "kept"
    await mother.tap("Готово")
    await mother.sees("заявка отправлена", "Пожарный")
    await room.pass_on()
    await room.agrees()
    await teacher.sees("визит решён")

    await mother.tap("Подготовка")
    await mother.tap("Вещи собраны")
    await mother.sees("У вас готово: 1 из 5", "Группа готовится: 0 из 5")
    await mother.tap("✅ Вещи собраны")
    await mother.sees("У вас готово: 0 из 5")
    await mother.tap("Вещи собраны")

    await teacher.tap("Подготовка")
    await teacher.sees("Гость готов: 1 из 5")
    await teacher.tap("❓ Вопросы детей")
    for question in ("Вам бывает страшно?", "Где живёт насос?"):
        await teacher.tap("Добавить вопрос")
        await teacher.send(question)
        await teacher.sees(question, "гость ещё не видит")
    await teacher.tap("✏️ 2")
    assert "Где живёт насос?" in (await teacher.newest()).text, "what is being changed is shown"
    await teacher.send("Где живёт лестница?")
    await teacher.tap("Отправить гостю")
    assert "Отправить гостю" not in str((await teacher.newest()).labels)
    await room.pass_on()
    await mother.sees("Дети ждут вас", "1. Вам бывает страшно?", "2. Где живёт лестница?")

    await mother.tap("Подготовка")
    await mother.tap("Написать воспитателю")
    await mother.send("Есть ли розетка? " + "щ" * 400)
    await mother.send("Есть ли розетка?")
    await mother.sees("Передали", "Есть ли розетка?")
    await room.pass_on()
    asked = await teacher.sees("Гость пишет", "Есть ли розетка?", "16 сентября")
    assert "0001" not in asked.text
    assert "Мария" not in asked.text
    await teacher.tap("Ответить")
    await teacher.send("Есть, рядом с ковром")
    await teacher.sees("Передали", "рядом с ковром")
    await room.pass_on()
    await mother.sees("Воспитатель пишет", "Есть, рядом с ковром")
    await teacher.tap("Написать гостю")
    await room.closed(mother, closed=True)
    await teacher.send("А удлинитель принесём")
    await teacher.sees("Ваши слова не ушли", "А удлинитель принесём", "не читает сообщений бота")
    await room.closed(mother, closed=False)

    await room.house.stage.move_clock(to=room.at("2026-09-14T04:00"))
    await mother.sees("Вот памятка", "12. Заболели", "Сменная обувь")
    await room.house.stage.move_clock(to=room.at("2026-09-15T03:01"))
    await mother.sees("Напоминаем: скоро вы в гостях", "Ещё не отмечено", "Документ для входа готов")
    left = await teacher.sees("Напоминаем: скоро придёт гость", "Ещё не отмечено", "Место готово")
    assert "Вещи собраны" not in left.text
    await room.house.stage.move_clock(by=timedelta(days=60))
