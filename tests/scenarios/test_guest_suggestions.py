"""A teacher is reminded of whom to ask; a family asks for silence and thinks better of it."""

import pytest

from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


async def _goes(room: GuestRoom, *labels: str) -> None:
    for label in labels:
        await room.teacher.tap(label)


@ON_SQLITE
async def test_from_a_professional_day_to_an_invitation_and_a_pause(room: GuestRoom) -> None:
    await room.teacher.send("/menu")
    await _goes(room, "Гость группы", "Ещё", "Профессиональные дни")
    days = await room.teacher.newest()
    assert "День программиста: такого гостя ещё не было" in days.text
    await _goes(room, "День программиста", "Готово")  # the hour suits; partners are not asked
    preview = await room.teacher.newest()
    assert "Программист" in preview.text
    assert "📅 Рядом" in preview.text
    await _goes(room, "Кого зовём", "Кто ещё не был", "Готово", "Пригласить")
    await room.pass_on()
    await room.mother.sees("хотим пригласить именно вас")
    await room.mother.tap("В этом месяце не смогу")
    await room.mother.sees("Спасибо, что сказали")
    await room.teacher.send("/menu")
    await _goes(room, "Гость группы", "Ещё", "Кого ещё не было")
    suggested = await room.teacher.newest()
    assert "0002" in suggested.text
    assert "0001" not in suggested.text
    await room.mother.tap("Всё-таки смогу")
    await room.mother.sees("Выберите дату")
    await _goes(room, "Позвать эти семьи")
    assert "Даты" in (await room.teacher.newest()).text
    assert "Сразу на месяц" not in str((await room.teacher.newest()).labels), (
        "a month would ask the whole group"
    )
