"""A guest of the group from the opened dates to the map and the letter, as everybody sees it on their phones."""

from datetime import timedelta

import pytest

from db.models import GuestVisitRow
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import DATES, GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


async def test_from_opened_dates_to_the_letter(room: GuestRoom) -> None:
    teacher, mother, father = room.teacher, room.mother, room.father
    opened = await room.opens_by_form(*DATES)
    assert "Приглашение получат 3 человека" in opened.text
    for guest in (mother, father, room.partner):
        invitation = await guest.sees("Приглашаем вас в гости")
        assert invitation.text.startswith("Солнышко · 🐻"), "the group first"
        assert "пожарный или врач" in invitation.text
        assert [label for label in invitation.labels if "сентября" in label] == [
            "🗓 вт, 15 сентября, 9:20",
            "🗓 ср, 16 сентября, 10:00",
            "🗓 чт, 17 сентября, 15:40",
        ]

    await mother.tap("15 сентября")
    await mother.tap("С людьми")
    await mother.tap("Показать ещё")
    await mother.tap("Пожарный")
    await mother.tap("Рассказ")
    await room.applies(father, "15 сентября", "пекарь")
    await father.sees("заявка отправлена", "Пекарь", "рассказ, показ инструментов")

    await mother.tap("Готово")
    refused = await mother.newest()
    assert "Эту дату уже заняли" in refused.text
    assert "15 сентября" not in str(refused.labels)
    await mother.tap("16 сентября")
    await mother.sees("заявка отправлена", "16 сентября", "Пожарный")
    assert await room.sunny.count(GuestVisitRow) == 2
    await room.pass_on()

    asked = await teacher.sees("К вам просится гость", "Пожарный")
    assert "семья 0001" in asked.text
    assert "Мария" not in asked.text, "rule 9 is off"
    await room.agrees("Горячее")
    await mother.sees("Воспитатель посмотрит, что нужно подготовить")
    await teacher.sees("Гость рассказал подробности", "Осторожно: горячее", "Покажу шлем")
    await teacher.tap("Подтвердить")
    await room.pass_on()
    await mother.sees("Всё решено, вас ждут")

    for guest_or_teacher in (mother, teacher):
        await guest_or_teacher.send("/menu")
        for label in ("Мои визиты" if guest_or_teacher is mother else "Гость группы", "Пожарный"):
            await guest_or_teacher.tap(label)
        for label in ("Подготовка", "О чём рассказать"):
            await guest_or_teacher.tap(label)
        await guest_or_teacher.sees("Пожарный за", "Спросите детей", "Что можно дать в руки")
        await guest_or_teacher.tap("На лист A4")
        sheet = (await guest_or_teacher.newest()).raw["document"]
        assert (await room.house.stage.file(sheet["url"])).startswith(b"%PDF")
        await guest_or_teacher.tap("Подготовка")
        await guest_or_teacher.tap("Памятка")
        await guest_or_teacher.sees("Памятка гостя группы", "12. Заболели", "Сменная обувь")

    await teacher.send("/menu")
    await teacher.tap("Гость группы")
    assert [label[0] for label in (await teacher.newest()).labels[:3]] == ["⏳", "✅", "🆓"]
    await teacher.tap("Пекарь")
    await teacher.tap("Отказать")
    await teacher.tap("Своими словами")
    await teacher.send("В этот день у нас утренник")
    await teacher.sees("Отказ передали гостю")
    await room.pass_on()
    declined = await father.sees("На этот раз не получилось", "у нас утренник")
    assert declined.labels == ("🗓 чт, 17 сентября, 15:40",), "the day that does not suit is not offered again"

    await room.house.stage.move_clock(to=room.at("2026-09-15T03:01"))
    await mother.sees("Напоминаем: скоро вы в гостях", "за десять")
    await teacher.sees("Напоминаем: скоро придёт гость", "Подготовить в группе")
    await room.house.stage.move_clock(to=room.at("2026-09-16T01:01"))
    await mother.sees("Сегодня в 10:00 вас ждут дети")
    await teacher.sees("Сегодня в 10:00 придёт гость")
    await room.house.stage.move_clock(to=room.at("2026-09-16T05:00"))
    await teacher.sees("Как прошёл визит")
    await teacher.tap("Провели")
    await teacher.send("сто")
    assert "целое число от 1 до 60" in (await teacher.newest()).text
    await teacher.send("17")
    await teacher.sees("Записали", "детей: 17")
    await teacher.tap("Заметка в журнал")
    await teacher.send("паспорт 3204 567890")
    await teacher.send("Надевали шлем")
    await teacher.sees("Заметку сохранили", "Надевали шлем")
    await teacher.tap("После визита")
    await teacher.sees("Что сделали в группе?", "Игра «Пожарная часть»")
    await teacher.tap("Рисунок")
    await teacher.sees("Отмечено", "рисунок, ср, 16 сентября")
    await teacher.tap("К визиту")
    await teacher.sees("Надевали шлем", "После визита: рисунок")

    await teacher.tap("Карта профессий")
    seen = await teacher.newest()
    assert "photo" in seen.raw
    assert "Познакомились с 1 профессией" in seen.text
    await teacher.tap("Гость группы")
    await mother.send("/menu")
    await mother.tap("Стать гостем группы")
    await mother.tap("Карта профессий")
    assert "photo" in (await mother.newest()).raw

    await room.house.stage.move_clock(to=room.at("2026-09-16T12:00"))
    for adult in (mother, father):
        await adult.sees("По дороге домой", "Пожарный", "Спросите ребёнка")
    await father.tap("🤩")
    assert (await father.newest()).labels[0] == "✓ 🤩"
    await father.tap("Поиграть")
    await father.sees("Что нужно для этой работы?", "●", "★")
    for shape in "●▲■★" * 3:
        if shape in (await father.newest()).labels:
            await father.tap(shape)
    await father.sees("Вот и вся игра", "⭐⭐⭐")
    await father.tap("К вопросам")
    await father.sees("По дороге домой")
    await teacher.send("/menu")
    for label in ("Гость группы", "Прошедшие", "Пожарный"):
        await teacher.tap(label)
    await teacher.sees("пока мало ответов")
    await teacher.tap("Поиграть")
    await teacher.tap("К визиту")
    for label in ("Благодарственное письмо", "Оформить письмо", "Отправить гостю"):
        await teacher.tap(label)
    await teacher.sees("Благодарственное письмо № 1", "Письмо отправлено")
    await room.pass_on()
    letter = await mother.sees("Спасибо, что были гостем")
    assert (await room.house.stage.file(letter.raw["document"]["url"])).startswith(b"%PDF")


async def test_moved_before_and_after_the_day(room: GuestRoom) -> None:
    await room.opens()
    await room.applies(room.mother, "15 сентября")
    await room.agrees()
    await room.teacher.sees("Гость всё рассказал, визит решён")
    await room.teacher.tap("Перенести")
    await room.teacher.tap("17 сентября")
    await room.teacher.sees("Было вт, 15 сентября, 9:20 → может быть чт, 17 сентября, 15:40")
    await room.teacher.tap("Спросить гостя")
    await room.teacher.sees("Спросили гостя", "Ждём ответа гостя до")
    await room.pass_on()
    asked = await room.mother.sees("Подойдёт ли вам другой день")
    assert "было вт, 15 сентября, 9:20 → может быть чт, 17 сентября, 15:40" in asked.text
    yes = next(
        button["callback_data"]
        for row in asked.raw["inline_keyboard"]
        for button in row
        if "Да, подходит" in button["text"]
    )
    await room.mother.tap("Да, подходит")
    await room.mother.sees("Спасибо! Перенесли", "17 сентября")
    await room.mother.tap_data(yes, asked.id)
    await room.mother.sees("Вопрос о переносе уже решён", "17 сентября")
    await room.pass_on()
    await room.teacher.sees("Гость согласен на другой день", "17 сентября")
    await room.father.tap("15 сентября")
    assert "С чем связана ваша работа" in (await room.father.newest()).text, "the old day is free again"

    await room.house.stage.move_clock(by=timedelta(days=11))
    await room.teacher.sees("Как прошёл визит")
    await room.teacher.tap("Не состоялось")
    await room.teacher.tap("Гость не смог прийти")
    await room.teacher.sees("Записали: визит не состоялся", "Причина: гость не смог прийти")
    await room.teacher.tap("Причина")
    await room.teacher.tap("Перенесём на другой день")
    await room.teacher.sees("Записали: визит не состоялся", "На какой день переносим?")
    await room.teacher.tap("Другой день")
    await room.teacher.send("вчера")
    assert "уже прошёл" in (await room.teacher.newest()).text
    await room.teacher.send("25 сентября")
    await room.teacher.tap("10:00")
    await room.teacher.sees("перенесём сразу", "25 сентября, 10:00")
    await room.teacher.tap("Перенести")
    await room.teacher.sees("Перенесли", "25 сентября, 10:00")
    await room.pass_on()
    await room.mother.sees("Ваш визит перенесли", "25 сентября, 10:00")


async def test_a_guest_gives_the_date_back_and_another_takes_it(room: GuestRoom) -> None:
    await room.opens("15 сентября 9:20")
    await room.applies(room.mother, "15 сентября")
    await room.agrees()
    await room.mother.send("/menu")
    await room.mother.tap("Стать гостем группы")
    assert "Вы уже записаны" in (await room.mother.newest()).text
    await room.mother.tap("Мои визиты")
    await room.mother.tap("15 сентября")
    await room.mother.tap("Вернуть дату")
    await room.mother.tap("Нет, я приду")
    await room.mother.tap("Вернуть дату")
    await room.mother.tap("Да, вернуть")
    await room.mother.sees("Дату вернули")
    await room.pass_on()
    await room.teacher.sees("Гость не сможет прийти", "снова свободна")
    await room.applies(room.partner, "15 сентября", "сварщик", "Видеоэкскурсия")
    asked = await room.teacher.sees("К вам просится гость", "Сварщик")
    assert "Завод" in asked.text
    await room.teacher.tap("Предварительно да")
    await room.pass_on()
    await room.partner.sees("предварительно да")
    await room.partner.send("/menu")
    await room.partner.tap("Мои визиты")
    assert (await room.partner.newest()).labels[0].startswith("🤝 вт, 15 сентября")


@ON_SQLITE
async def test_a_profession_in_own_words_is_asked_for_its_plan(room: GuestRoom) -> None:
    await room.opens()
    await room.mother.tap("15 сентября")
    await room.mother.send("укротитель тигров")
    await room.mother.tap("Игра")
    await room.mother.tap("Готово")
    await room.mother.sees("заявка отправлена", "Укротитель тигров")
    await room.pass_on()
    await room.teacher.tap("Предварительно да")
    await room.pass_on()
    await room.mother.sees("предварительно да", "несколько коротких вопросов")
    await room.mother.tap("Рассказать подробнее")
    await room.mother.tap("Готово")
    assert "Отметьте хотя бы одно" in (await room.mother.newest()).text, (
        "dangers are answered, not passed over"
    )
    await room.mother.tap("Животные")
    await room.mother.tap("Готово")
    await room.mother.send("Покажу тигра")
    await room.mother.tap("Пропустить")
    await room.mother.tap("Пропустить")
    preview = await room.mother.newest()
    assert "Осторожно: животные" in preview.text
    assert "С собой: ничего" in preview.text
    assert "подсказали" not in preview.text
    await room.mother.tap("Осторожно")
    await room.mother.tap("Ничего такого нет")
    ticked = [label for label in (await room.mother.newest()).labels if label.startswith("✅")]
    assert ticked == ["✅ Ничего такого нет"], "it goes with no danger"
    await room.mother.tap("Готово")
    await room.mother.tap("Отправить")
    await room.mother.sees("Всё записали, вас ждут")
