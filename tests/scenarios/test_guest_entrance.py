"""«🚪 Имя для входа»: asked after the yes where names are kept; a document at the entrance will do as well."""

import pytest

from tests.scenarios.guest_room import open_room
from tests.scenarios.theatre import Theatre


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_guest_gives_the_full_name_or_shows_a_document(house: Theatre) -> None:
    room = await open_room(house)
    async with house.app.database.work() as work:
        await work.organisations.change(
            room.sunny.organisation_id, personal_data=True, personal_data_decision="№ 7"
        )
    await room.opens()
    await room.applies(room.mother, "15 сентября")
    await room.teacher.tap("Предварительно да")
    await room.pass_on()
    mother = room.mother
    assert "полное имя" in (await mother.newest()).text.lower()

    await mother.tap("Имя для входа")
    assert "3 года после отзыва" in (await mother.newest()).text
    await mother.tap("Покажу документ")
    await mother.tap("Имя для входа")
    await mother.tap("Согласен, написать имя")
    await mother.send("Анна")
    assert "Петрова Анна Сергеевна" in (await mother.newest()).text, "an example"
    await mother.send("Петрова Мария Ивановна")
    assert "Петрова Мария Ивановна" in (await mother.newest()).text
    await mother.tap("Исправить")
    await mother.send("Петрова Марина Ивановна")
    await mother.tap("Убрать имя")
    assert "покажите документ" in (await mother.newest()).text
    await mother.tap("Написать имя")
    await mother.send("Петрова Мария Ивановна")

    await mother.send("/my_data")
    await mother.tap("Мои согласия")
    assert "полное имя для входа" in (await mother.newest()).text
    await mother.tap("Отозвать согласие")
    await mother.tap("Отозвать согласие")
    assert "Визиты остались" in (await mother.newest()).text
