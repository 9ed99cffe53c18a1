"""Put aside, gone on with, published later or by itself, copied: with the buttons that a teacher sees."""

from datetime import timedelta

import pytest

from db.models import EventRow, NoticeRow
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.office import Office, open_office
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def office(house: Theatre) -> Office:
    """The teacher of «Солнышко», known to the bot."""
    return await open_office(house)


async def typed(office: Office, day: str = "через 5 дней в 10:00") -> None:
    """A whole event before the eyes of its author."""
    await office.begin()
    await office.fill("Мастер-класс", day, "зал")
    await office.teacher.tap("Пропустить")


@ON_SQLITE
async def test_put_aside_changed_planned_published_and_copied(office: Office) -> None:
    teacher, count = office.teacher, office.sunny.count
    await typed(office)
    await teacher.tap("Отложить")
    seen = await teacher.newest()
    assert "Черновик" in seen.text
    assert "1 взрослому" in seen.text, "the exact number before it is sent"
    assert await count(EventRow, status="draft") == 1
    assert await count(NoticeRow) == 0
    await teacher.tap("Изменить")
    await teacher.tap("Место")
    await office.fill("двор")
    await teacher.tap("Отложить")
    assert "двор" in (await teacher.newest()).text
    assert await count(EventRow) == 1
    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Отложенные: 1")
    assert any("💾" in label for label in (await teacher.newest()).labels)
    await teacher.tap("Мастер-класс")
    await teacher.tap("Опубликовать позже")
    assert "уже начнётся" in (await office.fill("через 6 дней в 10:00")).text
    assert "прошёл" in (await office.fill("сегодня в 9:00")).text
    seen = await office.fill("завтра в 9:00")
    assert "бот опубликует сам: вт, 8 сентября, 9:00" in seen.text
    assert "Выйдет само: вт, 8 сентября, 9:00" in seen.text
    await teacher.tap("Пока не публиковать")
    assert "ждёт вас среди черновиков" in (await teacher.newest()).text
    await teacher.tap("Опубликовать позже")
    await office.fill("завтра в 9:00")
    await office.house.stage.move_clock(by=timedelta(days=1))
    await office.house.stage.idle()
    assert await count(NoticeRow, kind="event-published") == 1
    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    assert not any("Отложенные" in label for label in (await teacher.newest()).labels)
    await teacher.tap("Мастер-класс")
    await teacher.tap("Скопировать")
    assert "Какого числа" in (await teacher.newest()).text
    seen = await office.fill("через 12 дней")
    assert "двор" in seen.text
    assert "10:00" in seen.text
    await teacher.tap("Опубликовать")
    assert "Опубликовано" in (await teacher.newest()).text
    assert await count(EventRow, status="published") == 2


@ON_SQLITE
async def test_a_draft_is_published_by_hand_or_dropped_and_its_form_says_who_was_quicker(
    office: Office,
) -> None:
    teacher, count = office.teacher, office.sunny.count
    await typed(office)
    await teacher.tap("Отложить")
    await teacher.tap("Изменить")
    async with office.house.app.database.work() as work:
        [line] = await work.event_drafts.page(office.sunny.organisation_id, None, limit=2, offset=0)
        event = await work.events.find(office.sunny.organisation_id, line.id)
        assert event is not None
        assert await work.event_drafts.plan(event, None), "a colleague has touched it"
    await teacher.tap("Опубликовать")
    seen = await teacher.newest()
    assert "изменил кто-то ещё" in seen.text
    await teacher.tap("Опубликовать сейчас")
    assert "Опубликовано" in (await teacher.newest()).text
    assert await count(NoticeRow, kind="event-published") == 1
    await typed(office)
    await teacher.tap("Отложить")
    await teacher.tap("Удалить")
    await teacher.tap("Нет, оставить")
    await teacher.tap("Удалить")
    await teacher.tap("Да, удалить")
    assert "Удалено" in (await teacher.newest()).text
    assert await count(EventRow) == 1


@ON_SQLITE
async def test_every_week_with_one_invitation(office: Office) -> None:
    teacher, count = office.teacher, office.sunny.count
    await typed(office)
    await teacher.tap("Отложить")
    await teacher.tap("Каждую неделю")
    await teacher.tap("3")
    seen = await teacher.newest()
    assert "сб, 12 сентября, 10:00\nсб, 19 сентября, 10:00\nсб, 26 сентября, 10:00" in seen.text
    assert "1 взрослому" in seen.text
    await teacher.tap("Опубликовать: 3 встречи")
    assert "остальные – в списке" in (await teacher.newest()).text
    assert await count(EventRow, status="published") == 3
    assert await count(NoticeRow, kind="event-published") == 1
    parent = await office.house.stage.person("Мама")
    await office.sunny.adult(2, account=parent.id)
    await parent.start()
    await parent.tap("Мои мероприятия")
    await parent.tap("12 сентября")
    assert "И ещё: сб, 19 сентября, 10:00; сб, 26 сентября, 10:00" in (await parent.newest()).text
