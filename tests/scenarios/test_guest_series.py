"""A month of dates in a few taps: weekdays, an hour, a month; what is left out is said, single dates are taken out."""

import pytest

from db.models import GuestSlotRow
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» in September."""
    return await open_room(house)


@ON_SQLITE
async def test_a_month_is_opened_by_nine_taps(room: GuestRoom) -> None:
    teacher = room.teacher
    await teacher.send("/menu")
    await teacher.tap("Гость группы")
    await teacher.tap("Ещё")
    await teacher.tap("Не зовём гостей")
    await teacher.sees("Таких дней пока нет", "Тихие месяцы: май, декабрь")
    await teacher.tap("Добавить дни")
    await teacher.send("10 ноября")
    await teacher.send("9 ноября")
    assert "Конец раньше начала" in (await teacher.newest()).text
    await teacher.send("10 ноября")
    await teacher.send("утренник")
    await teacher.sees("в эти дни гостей не зовём", "вт, 10 ноября", "утренник")

    await teacher.tap("Гость группы")
    taps = ("Открыть даты", "Сразу на месяц", "Вт", "Ср", "Готово")
    for tap in taps:
        await teacher.tap(tap)
    await teacher.send("9:20; 25 часов")
    assert "Такого времени нет" in (await teacher.newest()).text
    await teacher.tap("10:00")
    await teacher.tap("Готово")
    await teacher.tap("Ноябрь 2026")
    await teacher.tap("Пропустить")
    await teacher.tap("Готово")  # partners
    seen = await teacher.sees("Проверьте перед отправкой", "6 дат", "вт, 3 ноября, 10:00", "15 минут")
    assert "День народного единства: ср, 4 ноября" in seen.text
    assert "утренник: вт, 10 ноября" in seen.text
    assert "• вт, 10 ноября, 10:00" not in seen.text
    await teacher.tap("Убрать даты")
    await teacher.tap("3 ноября")
    await teacher.tap("Готово")
    await teacher.sees("5 дат", "Убрали вы: вт, 3 ноября, 10:00")
    await teacher.tap("Пригласить")
    await teacher.sees("Даты открыты", "5 дат")
    assert await room.sunny.count(GuestSlotRow) == 5


@ON_SQLITE
async def test_a_quiet_month_is_opened_when_asked_for(room: GuestRoom) -> None:
    teacher = room.teacher
    await teacher.send("/menu")
    for tap in ("Гость группы", "Открыть даты", "Сразу на месяц", "Чт", "Готово", "9:20", "Готово"):
        await teacher.tap(tap)
    await teacher.tap("Свои дни")
    await teacher.send("24 ноября")
    assert "Ноябрь 2026" in (await teacher.newest()).labels, "the calendar goes on where the first day is"
    await teacher.send("11 декабря")
    await teacher.tap("Пропустить")
    await teacher.tap("Готово")
    await teacher.sees("Тихий месяц: чт, 3 декабря", "1 дата")
    await teacher.tap("Открыть и в тихие месяцы")
    seen = await teacher.sees("3 даты", "чт, 10 декабря, 9:20")
    assert "Пропускаем" not in seen.text
    await teacher.tap("Тихие месяцы не трогать")
    await teacher.sees("1 дата")
    await teacher.tap("Месяц")
    await teacher.tap("Декабрь 2026")
    await teacher.sees("Свободных дней здесь не нашлось", "«🎄 Открыть и в тихие месяцы»")
