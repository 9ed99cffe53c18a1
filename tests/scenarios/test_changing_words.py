"""Words that are kept already: what is shown, what «Отмена» leaves, what «Стереть» takes away."""

import pytest

from domain.links import LinkKind
from domain.people import Role
from sandbox.stories.stage import Player
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.garden import Garden
from tests.scenarios.theatre import Theatre


async def _mother(house: Theatre, garden: Garden) -> Player:
    anna = await house.stage.person("Анна")
    await anna.start(await garden.card(2))
    await anna.tap("Согласен")
    await anna.tap("Мама или папа")
    return anna


@ON_SQLITE
async def test_a_pet_name_is_left_or_taken_away_but_never_by_mistake(house: Theatre, garden: Garden) -> None:
    anna = await _mother(house, garden)
    await anna.tap("Назвать ребёнка по-домашнему")
    asked = await anna.sees("Как вы зовёте дома ребёнка 0002?")
    assert asked.labels == ("Отмена",)  # there is nothing to take away yet
    await anna.send("Зайчик")
    await anna.tap("Зайчик")
    asked = await anna.sees("Сейчас: Зайчик")
    assert asked.labels == ("✖️ Стереть", "Отмена")
    await anna.tap("Отмена")
    await anna.sees("Ничего не изменилось")
    await anna.tap("Назад")  # to where the form was opened
    await anna.tap("Зайчик")
    await anna.tap("Стереть")
    assert any("Назвать по-домашнему · 0002" in label for label in (await anna.sees("Настройки")).labels)


@pytest.mark.parametrize(
    ("part", "kept", "typed"), [("Адрес", "улица Мира, 1", "улица Мира, 2"), ("Контакт", "a@b.ru", "c@d.ru")]
)
@ON_SQLITE
async def test_the_head_sees_what_is_being_changed(
    house: Theatre, garden: Garden, part: str, kept: str, typed: str
) -> None:
    head = await house.stage.person("Алла")
    await head.start(await garden.link(LinkKind.STAFF, role=Role.HEAD))
    await head.tap("Согласен")
    await head.tap("Меню")
    await head.tap("Организация")
    await head.tap(part)
    assert "Отмена" in (await head.newest()).labels
    assert not any("Стереть" in label or "Пропустить" in label for label in (await head.newest()).labels)
    await head.send(kept)
    await head.tap(part)
    await head.sees(f"Сейчас: {kept}")
    await head.send(typed)
    await head.sees(typed)
    await head.tap(part)
    await head.tap("Стереть")
    card = await head.newest()
    assert typed not in card.text
    await head.tap(part)
    await head.tap("Отмена")
    await head.tap("Назад")
    assert (await head.newest()).text == card.text


@ON_SQLITE
async def test_a_refused_day_is_not_shown_as_the_storage_keeps_it(house: Theatre, garden: Garden) -> None:
    head, teacher = await house.stage.person("Алла"), await house.stage.person("Вера")
    for player, role in ((head, Role.HEAD), (teacher, Role.TEACHER)):
        await player.start(await garden.link(LinkKind.STAFF, role=role))
        await player.tap("Согласен")
    await head.send("/menu")
    for label in ("Группы", "Солнышко", "Замены", "Назначить замену", "воспитатель"):
        await head.tap(label)
    await head.send("послезавтра")
    await head.send("завтра")
    asked = await head.sees("Конец раньше начала", "По какой день")
    assert "2026-" not in asked.text
    await head.send("через неделю")
    await head.sees("Замены")
    await house.app.tick()
    await teacher.sees("Вы замещаете воспитателя группы", "Солнышко")
