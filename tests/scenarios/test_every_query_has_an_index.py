"""No statement of a screen or a tick walks through a table that grows."""

from datetime import timedelta

import pytest

from tests.query_plans import EVERYTHING, scans
from tests.scenarios.everybody import announced, chat_connected
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.test_organisation import menu
from tests.scenarios.theatre import Theatre


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_scanned(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    mother = await joined(stage, "Анна", cards[0])
    await published(teacher)
    await mother.tap("Приду с ребёнком")
    for label in ("Кто придёт", "Назад", "Внести за семью", "Назад", "Кому дошло"):
        await teacher.tap(label)
    await chat_connected(teacher, mother)
    await menu(teacher, "Мероприятия", "Кто печёт хлеб?", "📣 В чаты", "Повесить", "Чаты и каналы")
    await published(teacher, "Кружок", then="Отложить")
    await menu(teacher, "Мероприятия", "Отложенные: 1", "Кружок", "Каждую неделю", "3", "Опубликовать: 3")
    await announced(teacher, "Собираем коробки")
    await menu(teacher, "📣 Объявления", "Собираем коробки", "Изменить")
    await teacher.send("Коробок хватает")
    await teacher.tap("Сохранить")
    await teacher.tap("Кому дошло")
    await menu(teacher, "📣 Объявления", "Что пришло мне")
    await stage.move_clock(by=timedelta(minutes=1))
    await menu(mother, "📣 Объявления", "Коробок хватает")
    await menu(teacher, "📣 Объявления", "Коробок хватает", "Кому дошло", "Отозвать", "Да, отозвать")
    for command in ("/settings", "/my_data", "/privacy", "/help", "/menu"):
        await mother.send(command)
    await stage.move_clock(by=timedelta(days=3, hours=3))
    assert await scans(house.app.database, house.statements) == {}


def test_the_test_would_see_a_scan() -> None:
    assert EVERYTHING.match("SCAN rsvps")
    assert EVERYTHING.match("SCAN rsvps USING COVERING INDEX ix_rsvps_person_id")
    assert not EVERYTHING.match("SCAN outbox USING INDEX ix_outbox_waiting")
    assert not EVERYTHING.match("SEARCH rsvps USING INDEX ix_rsvps_person_id (person_id=?)")
