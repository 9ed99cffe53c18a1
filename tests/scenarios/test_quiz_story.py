"""A quiz from the psychologist's approval to the closing, as everybody sees it on their phones."""

from datetime import timedelta

import pytest

from tests.scenarios.playroom import Playroom, open_playroom
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> Playroom:
    """«Солнышко» and everybody around it."""
    return await open_playroom(house)


async def test_the_whole_story(room: Playroom) -> None:
    seen = await room.menu(room.methodist, "⭐ Викторина")
    assert "утверждает педагог-психолог" in seen.text
    assert "Открыть викторину" not in str(seen.labels)
    seen = await room.opened()
    assert "Приглашение получат 2 взрослых" in seen.text
    assert "🐻 Солнышко: 0 из 4" in seen.text

    seen = await room.menu(room.father)
    assert "ждёт викторина «Кто что делает?» – до пт, 25 сентября" in seen.text
    assert "ждёт викторина" not in (await room.menu(room.granny)).text
    invitation = await room.mother.sees("Викторина «Кто что делает?»")
    assert invitation.text.startswith("Солнышко · 🐻")
    assert "до пт, 25 сентября" in invitation.text
    with pytest.raises(Exception, match="does not see"):
        await room.granny.sees("Викторина")
    assert await room.rows("child_consents") == 0
    await room.mother.tap("⭐ Начать")
    consent = await room.mother.newest()
    assert consent.id != invitation.id, "a message of its own (rule 10)"
    assert consent.labels == ("✅ Даю согласие", "Не сейчас")
    await room.mother.tap("Не сейчас")
    assert "Ничего не сохранено" in (await room.mother.newest()).text
    assert await room.rows("child_consents") == await room.rows("attempts") == 0
    await room.mother.tap("‹ Назад")
    await room.mother.tap("Даю согласие")
    assert "Смахните уведомления" in (await room.mother.newest()).text
    assert await room.rows("attempts") == 0
    started = await room.mother.newest()
    await room.mother.tap("Текстом")
    seen = await room.mother.newest()
    assert seen.id > started.id, "one fresh message (rule 15)"
    assert "Меню" not in str(seen.labels)

    seen = await room.played(room.mother, k1a="b", k1b="b", k2a="c", k2b="c", m3=None, d1="cab")
    assert "Все звёзды собраны!" in seen.text
    assert "⭐" * 14 in seen.text
    assert len(seen.labels) == 3
    seen = await room.finished(room.mother, "Мастер")
    assert "0001: викторина пройдена" in seen.text
    assert "Сегодня 0001 – 🛠 Мастер." in seen.text
    assert "Чем заняться дома" in seen.text

    seen = await room.menu(room.mother)
    assert "викторина «Кто что делает?»" not in seen.text, "nothing waits any more"
    await room.menu(room.father, "⭐ Викторина")
    seen = await room.father.newest()
    assert "Викторина пройдена" in seen.text
    await room.father.tap("Что получилось")
    assert "Чем заняться дома" in (await room.father.newest()).text

    seen = await room.menu(room.teacher, "⭐ Викторина", "Стартовая")
    assert "🐻 Солнышко: 1 из 4" in seen.text
    await room.teacher.tap("Результаты")
    seen = await room.teacher.newest()
    assert "Викторину прошли: 1" in seen.text
    assert "К (знает)" not in seen.text

    await room.menu(room.psychologist, "⭐ Викторина", "Стартовая", "Таблица по кодам")
    seen = await room.psychologist.newest()
    assert "0001 · К 10 В · М 8 В · Д 5 С" in seen.text, (
        "two second tries, a question skipped, an order all wrong"
    )
    assert "дома; помощь: немного" in seen.text
    assert "без ответа: 1" in seen.text
    assert "Мария" not in seen.text
    await room.pass_on(timedelta(hours=24, minutes=1))
    assert "Таблица по кодам" not in (await room.psychologist.newest()).text, "it has removed itself"

    await room.menu(room.methodist, "⭐ Викторина", "Стартовая", "Закрыть викторину")
    seen = await room.methodist.newest()
    assert "Не закончили 3 ребёнка" in seen.text
    await room.methodist.tap("Да, закрыть")
    assert "Викторина закрыта" in (await room.methodist.newest()).text
    await room.pass_on()
    seen = await room.teacher.sees("закрыта", "прошли 1 из 4")
    await room.teacher.tap("Посмотреть")
    assert "✔ Закрыта" in (await room.teacher.newest()).text

    seen = await room.menu(room.father, "⭐ Викторина")
    assert "Сейчас викторины нет" in seen.text
    await room.father.tap("🌟 0001 · стартовая 2026/27")
    seen = await room.father.newest()
    assert "Чем заняться дома" in seen.text, "found again after the closing, not only in the chat's history"
    await room.father.tap("⭐ Викторина")
    assert "перечитать" in (await room.father.newest()).text
