"""A teacher invites families by name from the preview, and thinks better of it."""

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
async def test_whom_to_invite_is_chosen_in_the_preview(room: GuestRoom) -> None:
    await room.fill_in("15 сентября 9:20")
    await _goes(room, "Пропустить", "Готово")
    everybody = await room.teacher.newest()
    assert "лично" not in everybody.text, "all, unless it is said otherwise"
    assert "2 взрослым" in everybody.text
    await _goes(room, "Кого зовём", "0001", "0004", "Готово")
    named = await room.teacher.newest()
    assert "лично, без рассылки остальным: 2 семьи" in named.text
    assert "1 взрослому из 1 семьи" in named.text
    assert "1 семья ещё не в боте" in named.text
    await _goes(room, "Кого зовём", "0001", "0004", "Готово")
    assert (await room.teacher.newest()).text == everybody.text
    await _goes(room, "Кого зовём", "0001", "Готово", "Пригласить")
    await room.pass_on()
    await room.mother.sees("хотим пригласить именно вас")
    assert any("15 сентября" in label for label in (await room.mother.newest()).labels)
    for other in (room.father, room.partner):
        assert not any("15 сентября" in label for seen in await other.messages() for label in seen.labels)
