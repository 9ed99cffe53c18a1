"""A picture of an event: sent in the form, shown with the invitation, answered beneath; and what is no picture."""

from datetime import timedelta

import pytest

from db.models import EventRow
from sandbox.acts.sharing import sample_picture
from sandbox.stories.stage import Seen
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.office import Office, open_office
from tests.scenarios.theatre import Theatre

MINUTE = timedelta(minutes=1)


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


@ON_SQLITE
async def test_a_picture_changes_after_publishing(office: Office) -> None:
    teacher, stage = office.teacher, office.house.stage
    parent = await stage.person("Мама")
    await office.sunny.adult(2, account=parent.id)
    await parent.start()

    async def illustrate(picture: bytes) -> Seen:
        await teacher.tap("Ещё")
        await teacher.tap("Картинка")
        return await teacher.give("photo", picture)

    for title, picture in (("Мастер-класс", None), ("Экскурсия", sample_picture(40, 30))):
        await office.begin()
        await office.fill(title, "через 5 дней в 10:00", "зал")
        await teacher.tap("Пропустить")
        if picture is not None:
            await illustrate(picture)
        await teacher.tap("Опубликовать")
        await stage.move_clock(by=MINUTE)
    text, pictured = [await parent.sees(title, "Сможете прийти?") for title in ("Мастер-класс", "Экскурсия")]
    assert pictured.raw["photo"]["width"] == 40

    await teacher.tap("Изменить")
    assert "она тоже сменится" in (await illustrate(sample_picture(80, 60))).text
    assert "Отдельно об этом никому не пишем" in (await teacher.newest()).text
    await teacher.tap("Сохранить")
    await teacher.tap("📅 Мероприятия")
    await teacher.tap("Мастер-класс")
    await teacher.tap("Изменить")
    assert "Отправленные останутся без неё" in (await illustrate(sample_picture(80, 60))).text
    await teacher.tap("Сохранить")
    await stage.move_clock(by=MINUTE)
    after = await parent.sees("Экскурсия", "Сможете прийти?")
    assert (after.id, after.raw["photo"]["width"]) == (pictured.id, 80)
    after = await parent.sees("Мастер-класс", "Сможете прийти?")
    assert (after.id, "photo" in after.raw) == (text.id, False), "a text stays a text"

    await teacher.tap("Изменить")
    await teacher.tap("Ещё")
    await teacher.tap("Картинка")
    await teacher.tap("Стереть")
    assert "она не исчезнет" in (await teacher.newest()).text
