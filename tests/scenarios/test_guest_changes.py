"""«Попросить изменить» on both phones: the request, what the guest makes of it, the teacher's yes."""

import pytest

from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


@ON_SQLITE
async def test_a_guest_changes_what_was_asked_for(room: GuestRoom) -> None:
    """Another format before the first answer, then without danger: nothing else is lost, nobody else may."""
    teacher, mother, father = room.teacher, room.mother, room.father
    await room.opens("15 сентября 9:20")
    await room.applies(mother, "15 сентября")
    await teacher.sees("К вам просится гость")
    await _asks(room, "Другой формат", "выберите, пожалуйста, другой формат")
    button, _ = await _asked(room, "другой формат")
    for stranger in (father, teacher):
        await stranger.tap_data(button, (await stranger.newest()).id)
        assert not any("Готово" in label for label in (await stranger.newest()).labels), "no form"
    await mother.tap("Изменить")
    ticked = [label for label in (await mother.newest()).labels if "✅" in label]
    assert len(ticked) == 2, "what was told stands there"
    await mother.tap("Показ инструментов")
    await mother.tap("Игра")
    await mother.tap("Готово")
    await mother.sees("Изменили", "Пожарный", "рассказ, игра")
    await room.pass_on()
    await teacher.sees("Гость изменил то, о чём вы просили", "рассказ, игра")

    await room.teacher.tap("Попросить изменить")
    await room.teacher.tap("Своими словами")
    await room.teacher.send("Возьмите, пожалуйста, шлем")
    await room.pass_on()
    await _asked(room, "Возьмите, пожалуйста, шлем")
    await mother.tap("Изменить")
    ticked = [label for label in (await mother.newest()).labels if "✅" in label]
    assert len(ticked) == 2, "in own words nothing is lost either"
    await mother.tap("Готово")
    await mother.sees("Изменили", "Пожарный", "рассказ, игра")
    await room.pass_on()

    await room.agrees("Горячее")
    await teacher.sees("Осторожно: горячее")
    await _asks(room, "Без опасных вещей", "давайте обойдёмся без опасных вещей")
    button, message = await _asked(room, "без опасных вещей")
    await mother.tap("Изменить")
    assert "✅ 🔥 Горячее" in (await mother.newest()).labels
    await mother.tap("Ничего такого нет")
    await mother.tap("Готово")
    await mother.tap("Отправить")
    await mother.sees("Спасибо", "Покажу шлем", "Опасного ничего нет")
    await mother.tap_data(button, message)
    await mother.sees("Об этом больше не просят", "Опасного ничего нет")
    await room.pass_on()
    await teacher.sees("Гость изменил то, о чём вы просили", "Покажу шлем", "рассказ, игра")


async def _asks(room: GuestRoom, label: str, wish: str) -> None:
    await room.teacher.tap("Попросить изменить")
    await room.teacher.sees("О чём попросить гостя?")
    await room.teacher.tap(label)
    await room.teacher.sees("Передали просьбу гостю", wish)
    await room.pass_on()


async def _asked(room: GuestRoom, wish: str) -> tuple[str, int]:
    """The request on the mother's phone: what «Изменить» means, and its message."""
    asked = await room.mother.sees("Осталось немного поправить", "Воспитатель просит", wish)
    buttons = [button for row in asked.raw["inline_keyboard"] for button in row]
    [data] = [one["callback_data"] for one in buttons if "Изменить" in one["text"]]
    return data, asked.id
