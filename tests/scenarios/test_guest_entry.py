"""«Внести за семью» on the teacher's phone: a date, a code, the questions; a date that is gone meanwhile; taken back."""

import pytest

from db.models import FormStateRow, GuestVisitRow
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко»: the families 0003 and 0004 have no phone."""
    return await open_room(house)


async def test_a_guest_without_a_phone_from_the_code_to_the_reminder(room: GuestRoom) -> None:
    teacher = room.teacher
    await room.opens()
    await teacher.send("/menu")
    await teacher.tap("Гость группы")
    await teacher.tap("15 сентября")
    await teacher.tap("Внести за семью")
    asked = await teacher.newest()
    assert [label for label in asked.labels if "000" in label] == ["📵 0003", "📵 0004"]
    await teacher.tap("0003")
    assert "С чем связана работа гостя?" in (await teacher.newest()).text
    await teacher.send("пожарный")
    assert "Что гость покажет детям?" in (await teacher.newest()).text
    await teacher.tap("Рассказ")

    await room.applies(room.mother, "15 сентября")
    await teacher.tap("Готово")
    refused = await teacher.sees("Эту дату уже заняли", "сохранено")
    assert "15 сентября" not in str(refused.labels)
    await teacher.tap("16 сентября")
    card = await teacher.sees("Записали", "16 сентября", "Пожарный", "семья 0003", "Договорились")
    assert card.labels[:3] == ("✏️ Записать подробности", "↪️ Перенести", "🗑 Убрать запись")
    assert await room.sunny.count(FormStateRow) == 0
    assert await room.sunny.count(GuestVisitRow) == 2

    await teacher.tap("Записать подробности")
    await teacher.sees("Спросите и отметьте")
    await teacher.tap("Горячее")
    await teacher.tap("Готово")
    await teacher.tap("Отправить")
    told = await teacher.sees("Записали. Всё решено", "Осторожно: горячее")
    assert "Подтвердить" not in str(told.labels)

    await room.house.stage.move_clock(to=room.at("2026-09-15T03:01"))
    await teacher.sees("Напоминаем: скоро придёт гость", "семья 0003")
    assert "скоро вы в гостях" not in str([message.text for message in await room.father.messages()])
    await teacher.tap("Убрать запись")
    await teacher.sees("Убрать эту запись?", "семья 0003")
    await teacher.tap("Да, убрать")
    await teacher.sees("Запись убрали", "дата снова свободна")
    await room.father.send("/menu")
    await room.father.tap("Стать гостем группы")
    assert "🗓 ср, 16 сентября, 10:00" in (await room.father.newest()).labels


@ON_SQLITE
async def test_a_partner_without_a_phone_and_buttons_of_yesterday(room: GuestRoom) -> None:
    teacher = room.teacher
    await room.opens("15 сентября 9:20")
    await teacher.send("/menu")
    await teacher.tap("Гость группы")
    await teacher.tap("15 сентября")
    enter = next(
        button["callback_data"]
        for row in (await teacher.newest()).raw["inline_keyboard"]
        for button in row
        if "Внести" in button["text"]
    )
    await teacher.tap("Внести за семью")
    await teacher.tap("Партнёр не в боте")
    await teacher.tap("С техникой")
    await teacher.tap("Показать ещё")
    await teacher.tap("Металлург")
    await teacher.tap("Видеоэкскурсия")
    await teacher.tap("Готово")
    card = await teacher.sees("Записали", "Металлург", "партнёр")
    await teacher.tap_data(enter, card.id)
    await teacher.sees("Металлург", "Гостя нет в боте")
    await teacher.tap("Перенести")
    await teacher.tap("Другой день")
    await teacher.send("18 сентября")
    await teacher.tap("10:00")
    await teacher.sees("Скажите об этом гостю", "18 сентября")
    await teacher.tap("Перенести")
    await teacher.sees("Перенесли", "18 сентября")
