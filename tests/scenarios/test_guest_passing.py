"""A partner hands an invitation to a colleague in the chat, and the colleague comes."""

import re

import pytest

from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


@ON_SQLITE
async def test_a_colleague_comes_by_the_link_of_a_partner(room: GuestRoom) -> None:
    await room.opens()
    await room.partner.tap("Передать коллеге")
    await room.partner.sees("станет партнёром детского сада", "для одного человека")
    await room.partner.tap("Назад")
    assert "В этом месяце не смогу" in str((await room.partner.newest()).labels)
    await room.partner.tap("Передать коллеге")
    await room.partner.tap("Сделать ссылку")
    shown = await room.partner.sees("Ссылка для коллеги готова", "Солнышко")
    [start] = re.findall(r"start=(i_[A-Za-z0-9_-]{22})", shown.text)
    await room.partner.start(start)
    await room.partner.sees("Это ссылка для вашего коллеги")
    await room.partner.send("/menu")
    await room.partner.tap("Приглашения")
    invited = await room.partner.newest()
    assert "15 сентября" in str(invited.labels), "the partner stays invited"
    await room.partner.tap("Передать коллеге")
    await room.partner.sees("по ссылке никто не вошёл")
    await room.partner.tap("Сделать ссылку")
    again = await room.partner.sees("Ссылка для коллеги готова", "Солнышко")
    [newer] = re.findall(r"start=(i_[A-Za-z0-9_-]{22})", again.text)
    assert newer != start
    start = newer

    ivan, pavel = await room.house.stage.person("Иван"), await room.house.stage.person("Павел")
    await ivan.start(start)
    greeting = [seen.text for seen in await ivan.messages()]
    assert any("Коллега передал вам приглашение" in text for text in greeting)
    await pavel.start(start)
    await ivan.tap("Согласен")
    await ivan.sees("Готово", "31 августа 2027")
    await pavel.tap("Согласен")
    await pavel.sees("По этой ссылке уже пришли", "О вас ничего не сохранено")
    assert "Приглашения" in str((await ivan.newest()).labels), "the next step stands under the welcome"
    await ivan.tap("Приглашения")
    await room.applies(ivan, "15 сентября", "пекарь")
    await ivan.sees("заявка отправлена", "Пекарь")
    await room.teacher.sees("Пекарь")
    await room.teacher.send("/menu")
    await room.teacher.tap("Гость группы")
    await room.teacher.tap("16 сентября")
    seen = await room.teacher.sees("передано коллеге")
    assert "Иван" not in seen.text
