"""What people send that nobody asked for, and what has been lying in a chat for months."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.common.edge import Buckets
from sandbox.stories.stage import Player, Stage
from screens.buttons import registry
from tests.conftest import START
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.test_organisation import menu
from tests.scenarios.theatre import Theatre, theatre

ODD = "\u202eАнна 🌷\u0000 <b>&amp;</b>\u0007 \u0645\u0631\u062d\u0628\u0627"
"""A name that turns the line, ends strings, opens tags, rings the bell and is written from the right."""
PLAIN = "Анна 🌷 <b>&amp;</b> \u0645\u0631\u062d\u0628\u0627"
"""What of it is to be seen: every letter, and nothing that does something."""
MARKUP = "<b>Анна & Co"


async def kindergarten(stage: Stage) -> tuple[Player, Player, list[str]]:
    """Head, teacher, and the links of the family cards."""
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    return head, teacher, await printed_cards(teacher)


async def asked_for_the_day(teacher: Player) -> None:
    """The teacher is in the middle of an event."""
    await menu(teacher, "Новое мероприятие")
    await teacher.send("Мастер-класс")
    await teacher.sees("Какого числа")


@ON_SQLITE
async def test_a_picture_of_nothing_is_answered_and_costs_no_answer(house: Theatre) -> None:
    _, teacher, _ = await kindergarten(house.stage)
    seen = await teacher.give("photo", file=b"")
    assert "никто не прочитает" in seen.text
    assert "📅 Мероприятия" in seen.labels
    await asked_for_the_day(teacher)
    seen = await teacher.give("photo", file=b"")
    assert "нужен ответ словами" in seen.text
    assert "12 марта 10:00" in seen.text, "an example"
    await teacher.send("завтра в 10:00")
    await teacher.sees("Где встречаемся")


@ON_SQLITE
async def test_whoever_writes_to_a_bot_learns_that_nobody_reads_it(house: Theatre) -> None:
    """«Миша заболел» must not be taken for told."""
    _, _, cards = await kindergarten(house.stage)
    mother = await joined(house.stage, "Анна", cards[0])
    for seen in (
        await mother.send("Миша заболел, не придём"),
        await mother.give("voice"),
        await mother.give("sticker"),
        await mother.give("document"),
    ):
        assert "никто не прочитает" in seen.text
        assert "📅 Мои мероприятия" in seen.labels


@ON_SQLITE
async def test_a_command_that_does_not_exist_is_called_so(house: Theatre) -> None:
    _, _, cards = await kindergarten(house.stage)
    mother = await joined(house.stage, "Анна", cards[0])
    seen = await mother.send("/nosuch")
    assert "Такой команды нет" in seen.text
    assert "никто не прочитает" not in seen.text
    assert "📅 Мои мероприятия" in seen.labels


@ON_SQLITE
async def test_tomorrow_is_tomorrow_where_the_kindergarten_is(house: Theatre) -> None:
    """Two minutes before its midnight, while in UTC it is five in the afternoon.

    Two minutes after, whoever has not looked at the clock means another day than who has: both are offered.
    """
    _, teacher, _ = await kindergarten(house.stage)
    midnight = datetime(2026, 9, 8, 17, tzinfo=UTC)
    await house.stage.move_clock(to=midnight - timedelta(minutes=2))
    await asked_for_the_day(teacher)
    await teacher.send("завтра в 9:30")
    await teacher.send("зал")
    await teacher.tap("Пропустить")
    await teacher.sees("Проверьте перед публикацией", "ср, 9 сентября, 9:30")
    await teacher.tap("Отмена")

    await house.stage.move_clock(to=midnight + timedelta(minutes=2))
    await asked_for_the_day(teacher)
    seen = await teacher.send("завтра в 9:30")
    assert "Это может быть ср, 9 сентября или чт, 10 сентября" in seen.text
    assert "Вы написали: «завтра в 9:30»" in seen.text
    await teacher.tap("чт, 10 сентября")
    await teacher.sees("Где встречаемся")  # the hour was said already
    await teacher.send("зал")
    await teacher.tap("Пропустить")
    await teacher.sees("чт, 10 сентября, 9:30")


@ON_SQLITE
async def test_tomorrow_is_the_day_after_it_was_written(house: Theatre) -> None:
    """Written two minutes before midnight, read by the bot two minutes after."""
    _, teacher, _ = await kindergarten(house.stage)
    midnight = datetime(2026, 9, 8, 17, tzinfo=UTC)
    await house.stage.move_clock(to=midnight - timedelta(minutes=2))
    await asked_for_the_day(teacher)
    await house.stage.call("POST", "faults", {"kind": "late", "delay": 100, "update": "message"})
    await teacher.send("завтра в 9:30")
    await house.stage.move_clock(to=midnight + timedelta(minutes=2))
    await teacher.sees("Какого числа")
    await house.stage.call("DELETE", "faults")
    await house.stage.idle()
    await teacher.sees("Где встречаемся")
    await teacher.send("зал")
    await teacher.tap("Пропустить")
    await teacher.sees("ср, 9 сентября, 9:30")


@ON_SQLITE
async def test_what_is_wrong_with_a_day_is_said_with_an_example_and_what_was_typed(house: Theatre) -> None:
    _, teacher, _ = await kindergarten(house.stage)
    await asked_for_the_day(teacher)
    for typed, hint in (
        ("31 февраля", "Такого дня в календаре нет"),
        ("вчера", "уже прошёл"),
        ("1.1.2020 10:00", "уже прошёл"),
        ("25 часов", "Такого времени нет"),
        (ODD, "Не получилось понять"),
    ):
        seen = await teacher.send(typed)
        assert hint in seen.text
        assert "Например" in seen.text
        assert (PLAIN if typed is ODD else typed) in seen.text
    await teacher.send("завтра в 10:00")
    await teacher.send("зал")
    await teacher.tap("Пропустить")
    await teacher.sees("Мастер-класс", "вт, 8 сентября, 10:00")


async def test_an_odd_name_harms_nobody(house: Theatre) -> None:
    """With names on it is offered, shown to staff and said back as words."""
    head, teacher, cards = await kindergarten(house.stage)
    await menu(head, "Организация", "Имена в боте: выключены", "Включить имена")
    await head.send("Приказ № 45-од от 01.09.2026")
    await head.tap("Да, решение есть")
    person = await joined(house.stage, ODD, cards[0])
    assert f"Меня зовут {PLAIN}, верно" in (await person.newest()).labels
    await person.tap("верно")
    await published(teacher)
    await person.tap("Приду с ребёнком")
    await menu(teacher, "Группы", "Солнышко", "Семьи", "0001")
    await teacher.sees(PLAIN)
    await menu(teacher, "Мероприятия", "Кто печёт")
    await teacher.tap("Кто придёт")
    await teacher.sees("0001 – придут с ребёнком")


async def test_markup_in_any_name_stays_words(house: Theatre) -> None:
    """Kindergarten, group, event, place, note, set, partner, pet name: each shown letter by letter."""
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    await menu(head, "Организация", "Название")
    await head.send(f"Сад {MARKUP}")
    await head.sees(f"Сад {MARKUP}")
    teacher = await teacher_of_a_new_group(stage, head, f"Группа {MARKUP}")
    await teacher.sees(f"Сад {MARKUP}")
    cards = await printed_cards(teacher, MARKUP)
    mother = await joined(stage, MARKUP, cards[0])
    await mother.sees(f"Группа {MARKUP}")
    await mother.tap("по-домашнему")
    await mother.send(MARKUP)
    await mother.sees(MARKUP)
    await menu(teacher, "Новое мероприятие")
    for answer in (f"Встреча {MARKUP}", "завтра в 10:00", f"Зал {MARKUP}", f"Взять {MARKUP}"):
        await teacher.send(answer)
    await teacher.sees(f"Встреча {MARKUP}", f"Зал {MARKUP}", f"Взять {MARKUP}")
    await teacher.tap("Опубликовать")
    await stage.idle()
    await mother.sees(f"Встреча {MARKUP}", f"Зал {MARKUP}", f"Взять {MARKUP}")
    await menu(head, "Рабочие группы", "Создать")
    await head.send(f"Рабочая {MARKUP}")
    await head.tap("Пропустить")
    await head.sees(f"Рабочая {MARKUP}")


@ON_SQLITE
async def test_a_link_of_another_group_says_which(house: Theatre) -> None:
    """Somebody of one group scans the poster of another: it is named before anything is agreed to."""
    head, _, cards = await kindergarten(house.stage)
    rays = await teacher_of_a_new_group(house.stage, head, "Лучики")
    await menu(rays, "Группы", "Лучики", "QR на стену", "Напечатать лист")
    [poster] = await rays.links_in_document()
    mother = await joined(house.stage, "Анна", cards[0])
    seen = await mother.open(poster)
    assert "Лучики" in seen.text
    assert "Мама или папа" in seen.labels
    seen = await mother.open(cards[1])
    assert "Карточка ребёнка 0002" in seen.text
    await mother.open(poster)
    await mother.tap("Мама или папа")
    await mother.sees("Заявка отправлена")
    await mother.send("/menu")
    await mother.sees("0001 · 🐻 Солнышко")


@ON_SQLITE
async def test_a_card_of_a_group_that_was_put_away_is_explained(house: Theatre) -> None:
    head, teacher, cards = await kindergarten(house.stage)
    await menu(teacher, "Группы", "Солнышко", "Семьи")
    for code in ("0001", "0002", "0003", "0004", "0005"):
        for label in (code, "Выбыл", "Да, выбыл"):
            await teacher.tap(label)
        await menu(teacher, "Группы", "Солнышко", "Семьи")
    await menu(head, "Группы", "Солнышко", "В архив", "Да, в архив")
    late = await house.stage.person("Анна")
    seen = await late.open(cards[0])
    assert "Согласен" not in str(seen.labels)
    assert "Ничего о вас не сохранено" in seen.text


@ON_SQLITE
async def test_a_button_of_months_ago_shows_what_there_is_now(house: Theatre) -> None:
    _, teacher, cards = await kindergarten(house.stage)
    mother = await joined(house.stage, "Анна", cards[0])
    await published(teacher)
    invitation = await mother.sees("Кто печёт хлеб?")
    await house.stage.move_clock(by=timedelta(days=120))
    tapped = await mother.tap("Приду с ребёнком", message_id=invitation.id)
    assert tapped.answered
    assert "прошло" in f"{tapped.text} {(await mother.newest()).text}"


@ON_SQLITE
async def test_a_button_that_nobody_made_leads_to_the_menu_and_a_draft_waits_there(house: Theatre) -> None:
    _, teacher, _ = await kindergarten(house.stage)
    await asked_for_the_day(teacher)
    for data in ("zzz", "👻", "x" * 64, ":::", "m:1:2:3:4", "ea:zzzzzzzzzzzzzz:no:0"):
        tapped = await teacher.tap_data(data)
        assert tapped.text == "Эта кнопка устарела. Вот что есть сейчас.", data
        assert "Продолжить" in str((await teacher.newest()).labels), data
        await teacher.tap("Продолжить")
        assert "Какого числа" in (await teacher.newest()).text, data


@pytest.fixture
async def unhurried(database_url: str, tmp_path: Path) -> AsyncIterator[Theatre]:
    """A house in which nobody is asked to tap more slowly."""
    async with theatre(database_url, tmp_path, START, Buckets(rate=10_000, burst=10_000)) as opened:
        yield opened


async def test_numbers_that_no_row_has_break_nothing(unhurried: Theatre) -> None:
    """Every button with one more than the largest number that a database holds, and with one below all."""
    stage = unhurried.stage
    _, teacher, _ = await kindergarten(stage)
    for code, kind in registry().items():
        for number in ("1y2p0ij32e8e8", "-1"):
            data = ":".join([code, *[number] * len(kind.__dataclass_fields__)])
            if len(data.encode()) <= 64:
                answer = await stage.call("POST", f"people/{teacher.id}/tap", {"data": data, "wait": 10})
                assert answer["answered"], data
                assert "пошло не так" not in (answer.get("text") or ""), data
    await stage.idle()
    assert not [seen.text for seen in await teacher.messages() if "пошло не так" in seen.text]
