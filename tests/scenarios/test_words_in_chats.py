"""An announcement without a date in a chat of parents: posted, opened, changed, taken back, as people see it."""

import pytest

from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import Theatre
from tests.scenarios.yard import Yard, open_yard


@pytest.fixture
async def yard(house: Theatre) -> Yard:
    """«Солнышко» with its teacher and a mother; the kindergarten's head."""
    return await open_yard(house)


async def _say(yard: Yard) -> None:
    """The teacher sends an announcement; its card stands below."""
    await yard.teacher.send("/menu")
    await yard.teacher.tap("📣 Объявления")
    await yard.teacher.tap("Новое объявление")
    await yard.teacher.send("Собираем коробки")
    await yard.teacher.tap("✅ Отправить")
    await yard.pass_on()


async def _open_words(yard: Yard) -> None:
    """The teacher opens it in the list."""
    await yard.teacher.send("/menu")
    await yard.teacher.tap("📣 Объявления")
    await yard.teacher.tap("Собираем коробки")


@ON_SQLITE
async def test_posted_opened_reworded_and_taken_back(yard: Yard) -> None:
    teacher, mother = yard.teacher, yard.mother
    parents = await yard.chat("group", "Родители Солнышка", mother)
    await _say(yard)
    await _open_words(yard)
    await teacher.tap("📣 В чаты")
    assert "Для этого объявления нет подключённых чатов" in (await teacher.newest()).text
    await yard.bind(parents)
    await _open_words(yard)
    await teacher.tap("📣 В чаты")
    assert "▫️ Родители Солнышка: пока не висит" in (await teacher.newest()).text
    tapped = await teacher.tap("Повесить: Родители Солнышка")
    assert tapped.text is not None
    assert "Вешаем" in tapped.text
    await teacher.tap_data("hw:1:1")
    await yard.pass_on()
    [post] = await yard.said(parents)
    assert post["text"] == "Солнышко · 🐻\n\nСобираем коробки"
    [[button]] = post["inline_keyboard"]
    assert (button["text"], button["url"].partition("=")[2]) == ("💬 Открыть в боте", "a_1")
    await teacher.tap("Обновить")
    assert "✅ Родители Солнышка: висит" in (await teacher.newest()).text
    await teacher.tap("Назад")
    assert "📬 Кому дошло" in (await teacher.newest()).labels

    # whom it is for reads it, staff get the card, others are told kindly that it is not theirs
    assert "Собираем коробки" in (await mother.open(button["url"])).text
    assert "✏️ Изменить" in (await teacher.open(button["url"])).labels
    stranger, other = [await yard.house.stage.person(name) for name in ("Чужой", "Ирина")]
    await yard.sunny.adult(5, account=other.id)
    assert "Это объявление для других" in (await other.open(button["url"])).text
    assert "Это объявление для других" in (await mother.open(button["url"].replace("a_1", "a_zz"))).text
    await stranger.open(button["url"])
    assert "коробки" not in (await stranger.newest()).text

    # reworded, it says so there, too
    await _open_words(yard)
    await teacher.tap("✏️ Изменить")
    await teacher.send("Коробок хватает")
    await teacher.tap("✅ Сохранить")
    await yard.pass_on()
    [post] = await yard.said(parents)
    assert post["text"] == "Солнышко · 🐻\n\nКоробок хватает"

    # taken back, it goes, and does not come again
    await teacher.open(button["url"])
    await teacher.tap("Кому дошло")
    await teacher.tap("Отозвать всё")
    await teacher.tap("Да, отозвать")
    await yard.pass_on()
    assert await yard.said(parents) == []
    assert "отозвано" in (await mother.open(button["url"])).text
    assert "📣 В чаты" not in (await teacher.open(button["url"])).labels
    await teacher.tap_data("hw:1:1")
    await yard.pass_on()
    assert await yard.said(parents) == []
