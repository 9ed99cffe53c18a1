"""Changing single answers from the preview, before publishing and after; which reminders are promised there."""

from datetime import timedelta

import pytest

from db.models import EventRow
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.office import Office, open_office
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def office(house: Theatre) -> Office:
    """The teacher of «Солнышко», known to the bot."""
    return await open_office(house)


@ON_SQLITE
async def test_only_reminders_that_can_come_are_offered_and_promised(office: Office) -> None:
    await office.begin()
    seen = await office.fill("Мастер-класс", "через 4 дня в 10:00", "зал", "возьмите фартук")
    assert "Проверьте перед публикацией" in seen.text, "five days before are over"
    assert "напомним за день" in seen.text
    assert "5 дней" not in seen.text + str(seen.labels)
    await office.teacher.tap("День")
    seen = await office.fill("завтра в 9:00")
    assert "Отдельного напоминания не будет" in seen.text, "a day before is over, too"
    await office.teacher.tap("День")
    assert "Напомнить за 5 дней" in (await office.fill("через неделю")).text, "now there is time"
    await office.teacher.tap("Да")
    seen = await office.teacher.newest()
    assert "напомним за 5 дней и за день" in seen.text
    assert "🔔 За 5 дней: да" in seen.labels
    await office.teacher.tap("День")
    seen = await office.fill("через 3 дня")
    assert "5 дней" not in seen.text + str(seen.labels)
    await office.teacher.tap("День")
    assert "напомним за 5 дней и за день" in (await office.fill("через 9 дней")).text, "the wish is kept"


@ON_SQLITE
async def test_the_reminder_is_switched_while_editing(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "через 9 дней в 10:00", "зал", "возьмите фартук")
    await office.teacher.tap("Нет")
    await office.teacher.tap("Опубликовать")
    await office.teacher.tap("Изменить")
    await office.teacher.tap("За 5 дней: нет")
    await office.teacher.tap("Да")
    seen = await office.teacher.newest()
    assert "Напомним ещё и за 5 дней" in seen.text
    await office.teacher.tap("Сохранить")
    assert await office.sunny.count(EventRow, bring=True) == 1
    await office.teacher.tap("Изменить")
    await office.teacher.tap("За 5 дней: да")
    await office.teacher.tap("Нет")
    assert "Напоминания за 5 дней не будет" in (await office.teacher.newest()).text
    await office.teacher.tap("День")
    seen = await office.fill("через 2 дня")
    assert "5 дней" not in seen.text + str(seen.labels)


@ON_SQLITE
async def test_one_field_is_changed_without_counting_questions(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "завтра в 10:00", "зал")
    await office.teacher.tap("Пропустить")
    assert "Кого зовём" not in (await office.teacher.newest()).labels, "there is one group"
    for label, asked, back in (
        ("Название", "Как называется", "Назад"),
        ("Время", "Во сколько", "Назад"),
        ("Место", "Где встречаемся", "Отмена"),
    ):
        await office.teacher.tap(label)
        seen = await office.teacher.newest()
        assert asked in seen.text
        assert "вопрос" not in seen.text
        await office.teacher.tap(back)
        assert "Проверьте перед публикацией" in (await office.teacher.newest()).text, "nothing is lost"
    await office.teacher.tap("Время")
    seen = await office.fill("5:61")
    assert "Такого времени нет" in seen.text
    assert "вопрос" not in seen.text


@ON_SQLITE
async def test_a_day_that_the_hour_does_not_fit_leaves_a_way_back_and_out(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "завтра в 9:00", "зал")
    await office.teacher.tap("Пропустить")
    await office.teacher.tap("День")
    seen = await office.fill("сегодня")
    assert "уже прошёл" in seen.text, "it is ten o’clock"
    assert "Во сколько" in seen.text
    await office.teacher.tap("Назад")
    assert "Какого числа" in (await office.teacher.newest()).text
    assert "Во сколько" in (await office.fill("послезавтра")).text
    assert "ср, 9 сентября, 9:30" in (await office.fill("9:30")).text
    await office.teacher.tap("День")
    await office.fill("сегодня")
    assert "уже прошёл" in (await office.teacher.newest()).text
    await office.teacher.tap("Отмена")
    assert "Отменили" in (await office.teacher.newest()).text


@ON_SQLITE
async def test_the_same_while_editing(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "завтра в 9:00", "зал")
    await office.teacher.tap("Пропустить")
    await office.teacher.tap("Опубликовать")
    await office.teacher.tap("Изменить")
    await office.teacher.tap("День")
    assert "уже прошёл" in (await office.fill("сегодня")).text
    await office.teacher.tap("Назад")
    assert "Какого числа" in (await office.teacher.newest()).text


@ON_SQLITE
async def test_looking_at_an_event_to_change_leaves_nothing_to_go_on_with(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "завтра в 10:00", "зал")
    await office.teacher.tap("Пропустить")
    await office.teacher.tap("Опубликовать")
    for label in (None, "Время", "Место"):
        await office.teacher.send("/menu")
        assert not any("Продолжить" in label for label in (await office.teacher.newest()).labels)
        for step in ("Мероприятия", "Мастер-класс", "Изменить", *([label] if label else [])):
            await office.teacher.tap(step)
    await office.fill("двор")
    await office.teacher.send("/menu")
    assert "✏️ Продолжить: Мастер-класс" in (await office.teacher.newest()).labels


@ON_SQLITE
async def test_what_is_announced_in_quiet_hours_says_when_it_arrives(office: Office) -> None:
    await office.house.stage.move_clock(by=timedelta(hours=12))  # 22:00
    await office.begin()
    await office.fill("Мастер-класс", "послезавтра в 10:00", "зал")
    await office.teacher.tap("Пропустить")
    seen = await office.teacher.newest()
    assert "Приглашение придёт позже: вт, 8 сентября, 8:00" in seen.text
