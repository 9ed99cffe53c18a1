"""Guests: what people do instead of answering, and dates that go away while somebody is filling in a form."""

from datetime import timedelta

import pytest

from db.models import FormStateRow, GuestOpeningRow, GuestVisitRow
from domain.actions.guests import AcceptVisit, InviteGuests, TakeInstead, WithdrawSlot
from domain.ids import GroupId, SlotId, VisitId
from domain.people import Role
from sandbox.stories.stage import Player
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


async def at_the_formats(guest: Player, day: str = "15 сентября") -> None:
    """A guest one tap before the application is sent."""
    await guest.tap(day)
    await guest.send("пожарный")
    await guest.tap("Мастер-класс")


@ON_SQLITE
async def test_a_date_closed_while_the_form_is_open(room: GuestRoom) -> None:
    await room.opens()
    await at_the_formats(room.mother)
    await room.teacher.send("/menu")
    await room.teacher.tap("Гость группы")
    await room.teacher.tap("15 сентября")
    await room.teacher.tap("Закрыть дату")
    assert "Дата закрыта" in (await room.teacher.newest()).text
    await room.mother.tap("Готово")
    refused = await room.mother.newest()
    assert "Эту дату закрыли" in refused.text
    assert "сохранены" in refused.text
    await room.mother.tap("17 сентября")
    await room.mother.sees("заявка отправлена", "17 сентября", "Пожарный", "мастер-класс")
    assert await room.sunny.count(FormStateRow) == 0


@ON_SQLITE
async def test_a_day_that_has_passed_meanwhile(room: GuestRoom) -> None:
    await room.opens("завтра 9:20", "17 сентября 15:40")
    await at_the_formats(room.mother, "8 сентября")
    await room.house.stage.move_clock(by=timedelta(days=2))
    await room.mother.tap("Готово")
    assert "уже прошёл" in (await room.mother.newest()).text
    await room.mother.tap("17 сентября")
    await room.mother.sees("заявка отправлена", "17 сентября")


async def test_the_last_date_is_gone(room: GuestRoom) -> None:
    await room.opens("15 сентября 9:20")
    await at_the_formats(room.mother)
    invitation = await room.partner.newest()
    await room.applies(room.father, "15 сентября")
    await room.mother.tap("Готово")
    refused = await room.mother.newest()
    assert "Эту дату уже заняли" in refused.text
    assert "других свободных нет" in refused.text
    assert await room.sunny.count(FormStateRow) == 0
    await room.partner.tap("15 сентября", message_id=invitation.id)
    assert "Других свободных дней сейчас нет" in (await room.partner.newest()).text
    assert await room.sunny.count(GuestVisitRow) == 1


@ON_SQLITE
async def test_another_date_of_the_group_keeps_what_was_answered(room: GuestRoom) -> None:
    await room.opens()
    invitation = await room.mother.newest()
    await room.mother.tap("15 сентября")
    await room.mother.send("пожарный")
    await room.mother.send("/menu")
    await room.mother.tap("Стать гостем группы")
    await room.mother.tap("16 сентября")
    assert "Что покажете детям" in (await room.mother.newest()).text
    await room.mother.tap("Игра")
    await room.mother.tap("Готово")
    await room.mother.sees("заявка отправлена", "16 сентября", "Пожарный")
    menu = (await room.mother.send("/menu")).id
    assert menu != invitation.id
    await room.mother.tap("Стать гостем группы")
    await room.mother.tap("Мои визиты")
    assert "⏳ ср, 16 сентября" in (await room.mother.newest()).labels[0]


async def test_a_second_tap_shows_the_visit_of_the_first(room: GuestRoom) -> None:
    await room.opens()
    invitation = next(m for m in await room.mother.messages() if "Приглашаем" in m.text)
    buttons = [button["callback_data"] for row in invitation.raw["inline_keyboard"] for button in row]
    await room.applies(room.mother, "15 сентября")
    await room.mother.tap_data(buttons[0], invitation.id)
    assert "Заявка у воспитателя" in (await room.mother.newest()).text, "it is her own"
    assert await room.sunny.count(GuestVisitRow) == 1


@ON_SQLITE
async def test_a_refused_application_of_last_week_is_asked_anew(room: GuestRoom) -> None:
    await room.opens()
    await at_the_formats(room.mother)
    await room.applies(room.father, "15 сентября")
    await room.mother.tap("Готово")
    refused = await room.mother.newest()
    again = next(
        button["callback_data"]
        for row in refused.raw["inline_keyboard"]
        for button in row
        if "17 сентября" in button["text"]
    )
    await room.house.stage.move_clock(by=timedelta(days=8))
    await room.mother.tap_data(again, refused.id)
    await room.mother.sees("С чем связана ваша работа")  # a reminder of the free dates came meanwhile
    forged = TakeInstead(SlotId(3), GroupId(1), "0123456789abcdef")
    await room.father.tap_data(pack(forged))
    assert "С чем связана ваша работа" in (await room.father.newest()).text


@ON_SQLITE
async def test_a_profession_is_looked_for_or_kept_as_it_is(room: GuestRoom) -> None:
    await room.opens()
    await room.mother.tap("15 сентября")
    for typed, hint in (
        ("я" * 61, "61 знак, а помещается 60"),
        ("паспорт 3204 123456", "номер документа"),
        ("\u200b", "нужно написать хотя бы слово"),
    ):
        assert hint in (await room.mother.send(typed)).text
    assert "нужен ответ словами" in (await room.mother.give("sticker")).text
    asked = await room.mother.send("пек")
    assert "Вы написали: «пек»" in asked.text
    assert any("Пекарь" in label for label in asked.labels)
    asked = await room.mother.send("водитель")
    assert "Вы написали: «водитель»" in asked.text
    await room.mother.tap("Оставить «водитель»")
    assert "Что покажете детям" in (await room.mother.newest()).text
    await room.mother.tap("Назад")
    assert "«водитель»" in (await room.mother.newest()).text
    await room.mother.tap("Назад")
    await room.mother.tap("С природой")
    assert "Кем вы работаете" in (await room.mother.newest()).text, (
        "another sphere asks for the profession anew"
    )
    await room.mother.send("ПОВАР")
    await room.mother.tap("Готово")
    assert "Отметьте хотя бы одно" in (await room.mother.newest()).text
    await room.mother.tap("Игра")
    await room.mother.tap("Готово")
    await room.mother.sees("заявка отправлена", "Повар")


@ON_SQLITE
async def test_dates_are_checked_as_they_are_gathered(room: GuestRoom) -> None:
    await room.teacher.send("/menu")
    await room.teacher.tap("Гость группы")
    await room.teacher.tap("Открыть даты")
    assert "Готово" not in (await room.teacher.newest()).labels
    for typed, hint in (
        ("вчера 9:20", "уже прошёл"),
        ("сегодня в 9:20", "уже прошёл"),
        ("12 марта 2030 10:00", "слишком далеко"),
        ("31 февраля 10:00", "Такого дня в календаре нет"),
        ("как-нибудь", "Не получилось понять"),
        ("15 сентября 25:00", "Такого времени нет"),
    ):
        seen = await room.teacher.send(typed)
        assert hint in seen.text, typed
        assert typed in seen.text
        assert "Готово" not in seen.labels
    await room.teacher.tap("16")
    assert "ср, 16 сентября – во сколько?" in (await room.teacher.newest()).text
    assert "Не получилось понять время" in (await room.teacher.send("утром")).text
    await room.teacher.tap("9:20")
    await room.teacher.send("16 сентября 9:20")
    assert "уже отмечена" in (await room.teacher.newest()).text
    await room.teacher.tap("18")
    await room.teacher.tap("Назад")
    assert "Выбрано: 1 дата" in (await room.teacher.newest()).text, "back to the calendar, nothing is lost"
    await room.teacher.tap("17")
    await room.teacher.send("/menu")
    await room.teacher.tap("Продолжить")
    assert "чт, 17 сентября – во сколько?" in (await room.teacher.newest()).text, "the draft waited"
    await room.teacher.send("11:15")
    await room.teacher.tap("✅ ср, 16 сентября")
    seen = await room.teacher.newest()
    assert "Выбрано: 1 дата" in seen.text
    assert seen.labels[0] == "✅ чт, 17 сентября, 11:15"
    for day in range(1, 12):
        await room.teacher.send(f"{day} октября 10:00")
    assert "не больше 12" in (await room.teacher.send("13 октября 10:00")).text
    await room.teacher.tap("Отмена")
    await room.teacher.tap("Назад")
    assert "Открытых дат пока нет" in (await room.teacher.newest()).text
    assert await room.sunny.count(GuestOpeningRow) == 0


async def test_a_date_that_is_open_already_is_asked_for_anew(room: GuestRoom) -> None:
    await room.opens()
    await room.fill_in("15 сентября 9:20", "18 сентября 9:20")
    await room.teacher.tap("Пропустить")
    await room.teacher.tap("Готово")
    seen = await room.teacher.newest()
    assert "Уже открыто: вт, 15 сентября, 9:20." in seen.text
    await room.teacher.tap("✅ вт, 15 сентября")
    await room.teacher.tap("Готово")
    await room.teacher.tap("Даты", message_id=(await room.teacher.newest()).id)
    await room.teacher.tap("19")
    await room.teacher.tap("Назад")
    await room.teacher.tap("Назад")
    preview = await room.teacher.newest()
    assert "пт, 18 сентября, 9:20" in preview.text
    assert "15 сентября" not in preview.text
    token = preview.raw["inline_keyboard"][0][0]["callback_data"]
    for _ in range(3):
        await room.teacher.tap_data(token, preview.id)
        await room.teacher.sees("Даты открыты", "18 сентября")
    assert await room.sunny.count(GuestOpeningRow) == 2
    await room.mother.tap_data(token)
    assert "Даты открыты" not in (await room.mother.newest()).text
    assert pack(InviteGuests("x")) != token


@ON_SQLITE
async def test_buttons_of_yesterday_meet_the_present(room: GuestRoom) -> None:
    await room.opens()
    await room.applies(room.mother, "15 сентября")
    asked = await room.teacher.sees("К вам просится гость")
    accept = asked.raw["inline_keyboard"][0][0]["callback_data"]
    await room.mother.tap("Вернуть дату")
    await room.mother.tap("Да, вернуть")
    await room.teacher.tap_data(accept, asked.id)
    seen = await room.teacher.newest()
    assert "что-то изменилось" in str([m.text for m in await room.teacher.messages()])
    assert "мероприятие" not in seen.text
    await room.teacher.tap_data(pack(AcceptVisit(VisitId(1), 2)), asked.id)
    assert "уже всё решено" in str([m.text for m in await room.teacher.messages()])
    await room.applies(room.father, "15 сентября")
    await room.teacher.tap_data(pack(WithdrawSlot(SlotId(1))))
    await room.teacher.sees("Эту дату уже заняли", "семья 0002")


@ON_SQLITE
async def test_who_only_sees_guests_is_offered_nothing_to_decide(room: GuestRoom) -> None:
    await room.opens()
    await room.applies(room.mother, "15 сентября")
    psychologist = await room.house.stage.person("Ольга")
    await psychologist.start()
    await room.sunny.staff(Role.PSYCHOLOGIST, account=psychologist.id)
    await psychologist.send("/menu")
    await psychologist.tap("Гость группы")
    assert "➕ Открыть даты" not in (await psychologist.newest()).labels
    await psychologist.tap("16 сентября")
    assert "🗑 Закрыть дату" not in (await psychologist.newest()).labels
    await psychologist.tap("Гость группы")
    await psychologist.tap("15 сентября")
    card = await psychologist.newest()
    assert "семья 0001" in card.text
    assert set(card.labels) == {"🗺 Карта профессий", "🎤 Гость группы", "🏠 Меню"}
    await psychologist.tap("Карта профессий")
    assert "гостей ещё не было" in (await psychologist.newest()).text
