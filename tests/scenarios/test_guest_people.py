"""Who may be a guest, and how an invitation finds them: relatives, partners, the evening summary, an unfinished form."""

from datetime import UTC, datetime, timedelta

import pytest

from db.models import FormStateRow, GuestVisitRow
from domain.actions.guests import OpenGroupDates, OpenOpening, OpenVisit, TakeDate
from domain.ids import GroupId, OpeningId, SlotId, VisitId
from domain.people import Kinship
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


@ON_SQLITE
async def test_a_grandmother_is_a_guest_and_the_mother_reads_nothing_of_it(room: GuestRoom) -> None:
    grandmother = await room.house.stage.person("Нина")
    await grandmother.start()
    await room.sunny.adult(1, kinship=Kinship.RELATIVE, account=grandmother.id)
    await room.opens()
    await room.applies(grandmother, "15 сентября", "портной")
    await grandmother.sees("заявка отправлена", "Портной")
    await room.mother.send("/menu")
    await room.mother.tap("Стать гостем группы")
    seen = await room.mother.newest()
    assert "Портной" not in seen.text
    assert "15 сентября" not in str(seen.labels)
    await room.mother.tap_data(pack(OpenVisit(VisitId(1))))
    assert "Портной" not in str([message.text for message in await room.mother.messages()])


@ON_SQLITE
async def test_a_partner_who_was_not_invited_is_offered_nothing(room: GuestRoom) -> None:
    await room.opens(partner=False)
    assert "Приглашаем" not in str([message.text for message in await room.partner.messages()])
    await room.partner.send("/menu")
    await room.partner.tap("Приглашения")
    assert "Свободных дней сейчас нет" in (await room.partner.newest()).text
    await room.partner.tap("Мои визиты")
    assert "Визитов пока нет" in (await room.partner.newest()).text
    for forged in (TakeDate(SlotId(1), GroupId(1)), OpenGroupDates(GroupId(1)), OpenOpening(OpeningId(1))):
        await room.partner.tap_data(pack(forged))
        assert "сентября" not in str((await room.partner.newest()).labels)
    assert await room.sunny.count(FormStateRow) == 0
    await room.opens("18 сентября 9:20")
    await room.partner.send("/menu")
    await room.partner.tap("Приглашения")
    assert [label for label in (await room.partner.newest()).labels if "сентября" in label] == [
        "🗓 пт, 18 сентября, 9:20"
    ], "only the dates that they were invited to"
    await room.applies(room.partner, "18 сентября", "сварщик")
    assert await room.sunny.count(GuestVisitRow) == 1


async def test_an_invitation_beyond_the_budget_comes_in_the_evening(room: GuestRoom) -> None:
    for title in ("Мастер-класс", "Экскурсия"):
        await room.teacher.send("/menu")
        await room.teacher.tap("Новое мероприятие")
        for answer in (title, "в пятницу в 9:30", "музыкальный зал"):
            await room.teacher.send(answer)
        await room.teacher.tap("Пропустить")
        await room.teacher.tap("Опубликовать")
        await room.pass_on()
    await room.fill_in("15 сентября 9:20", "16 сентября 10:00")
    await room.teacher.tap("Пропустить")
    await room.teacher.tap("Готово")
    assert "У 2 семей лимит сообщений" in (await room.teacher.newest()).text
    await room.teacher.tap("Пригласить")
    await room.pass_on()
    assert "Приглашаем" not in (await room.mother.newest()).text
    await room.house.stage.move_clock(to=datetime(2026, 9, 7, 12, 1, tzinfo=UTC))
    summary = await room.mother.sees("Вечерняя сводка", "ждём вас в гости")
    assert "свободны 2 даты" in summary.text
    await room.mother.tap("🎤 🐻 Солнышко")
    await room.applies(room.mother, "15 сентября")
    await room.mother.sees("заявка отправлена")


@ON_SQLITE
async def test_an_unfinished_application_waits_and_may_be_left(room: GuestRoom) -> None:
    await room.opens()
    await room.mother.tap("15 сентября")
    await room.mother.tap("С людьми")
    await room.mother.send("/menu")
    await room.mother.tap("Продолжить")
    assert "Кем вы работаете" in (await room.mother.newest()).text
    await room.mother.tap("Врач")
    await room.mother.send("/menu")
    await room.mother.tap("Стать гостем группы")
    await room.mother.tap("15 сентября")
    assert "Вы начали заполнять: Заявка гостя" in (await room.mother.newest()).text
    await room.mother.tap("Начать заново")
    assert "С чем связана ваша работа" in (await room.mother.newest()).text
    await room.mother.tap("Отмена")
    await room.mother.tap("Назад")
    assert "Выберите день" in (await room.mother.newest()).text
    assert await room.sunny.count(FormStateRow) == 0

    await room.applies(room.mother, "15 сентября")
    await room.teacher.tap("Предварительно да")
    await room.pass_on()
    await room.mother.tap("Рассказать подробнее")
    await room.mother.tap("Еда")
    await room.mother.tap("Готово")
    await room.mother.tap("План")
    await room.mother.send("/menu")
    await room.house.stage.move_clock(by=timedelta(days=1))
    await room.mother.tap("Продолжить")
    await room.mother.send("Покажу шлем")
    preview = await room.mother.newest()
    assert "Покажу шлем" in preview.text
    assert "Осторожно: еда" in preview.text
    await room.mother.tap("Отмена")
    await room.mother.tap("Назад")
    assert "Осталось рассказать подробнее" in (await room.mother.newest()).text, "nothing was sent"


@ON_SQLITE
async def test_a_visit_told_of_in_time_is_told_of_no_more(room: GuestRoom) -> None:
    await room.opens()
    await room.applies(room.mother, "15 сентября")
    await room.agrees()
    await room.mother.send("/menu")
    await room.mother.tap("Стать гостем группы")
    await room.mother.tap("Мои визиты")
    await room.mother.tap("15 сентября")
    details = (await room.mother.newest()).raw["inline_keyboard"][0][0]["callback_data"]
    await room.house.stage.move_clock(by=timedelta(days=9))
    card = await room.mother.newest()
    await room.mother.tap_data(details, card.id)
    await room.mother.tap("Отправить")
    assert "уже прошёл" in str([message.text for message in await room.mother.messages()])
