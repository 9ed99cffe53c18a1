"""A picture of an event: sent in the form, shown with the invitation, answered beneath; and what is no picture."""

import pytest

from db.models import EventRow
from sandbox.acts.sharing import sample_picture
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.office import Office, open_office
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def office(house: Theatre) -> Office:
    """The teacher of «Солнышко», known to the bot."""
    return await open_office(house)


@ON_SQLITE
async def test_a_picture_goes_with_the_invitation(office: Office) -> None:
    teacher = office.teacher
    parent = await office.house.stage.person("Мама")
    await office.sunny.adult(2, account=parent.id)
    await parent.start()
    await office.begin()
    await office.fill("Мастер-класс", "через 5 дней в 10:00", "зал")
    await teacher.tap("Пропустить")
    await teacher.tap("Ещё")
    await teacher.tap("Картинка")
    assert "Людей на ней" in (await teacher.newest()).text
    assert not any("Пропустить" in label for label in (await teacher.newest()).labels)
    assert "Это не картинка" in (await teacher.give("document", b"%PDF-1.7")).text
    assert "Это не картинка" in (await office.fill("вот она")).text
    seen = await teacher.give("photo", sample_picture(40, 30))
    assert "придёт с картинкой" in seen.text
    assert "Мастер-класс" in seen.text, "nothing that was typed is lost"
    await teacher.tap("Ещё")
    await teacher.tap("Картинка")
    await teacher.tap("Стереть")
    assert "с картинкой" not in (await teacher.newest()).text
    await teacher.tap("Ещё")
    await teacher.tap("Картинка")
    await teacher.give("photo", sample_picture(40, 30))
    await teacher.tap("Примечание")
    assert "столько текста не помещается" in (await office.fill("о" * 600)).text
    await office.fill("возьмите фартук")
    await teacher.tap("Опубликовать")
    assert await office.sunny.count(EventRow, status="published", picture=None) == 0
    await office.house.stage.idle()
    [invitation] = [seen for seen in await parent.messages() if "Сможете прийти" in seen.text]
    assert "photo" in invitation.raw
    await parent.tap("Приду с ребёнком")
    seen = await parent.newest()
    assert seen.id == invitation.id, "the answer stands beneath the picture"
    assert "photo" in seen.raw
    assert "Ваш ответ" in seen.text
