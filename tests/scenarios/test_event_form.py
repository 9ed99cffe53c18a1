"""Filling in the form of an event, with everything that people do instead of answering."""

from datetime import timedelta

import pytest
from aiogram.types import Update

from bot.fsm_storage import FormStorage
from db.models import EventRow, FormStateRow
from domain.actions.forms import FormBack, FormDone, FormPick
from domain.people import Role
from sandbox.stories.stage import Player
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.office import Office, open_office
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def office(house: Theatre) -> Office:
    """The teacher of «Солнышко», known to the bot."""
    return await open_office(house)


@ON_SQLITE
async def test_from_the_first_question_to_the_preview(office: Office) -> None:
    assert "вопрос 1 из 5" in (await office.begin()).text, "the only group is not asked about"
    asked = await office.fill("Мастер-класс <b>пожарного & Co", "12 марта 10:00")
    assert "Где встречаемся" in asked.text, "day and time came in one message"
    seen = await office.fill("музыкальный зал")
    assert "сведений о здоровье, пожалуйста, не пишите" in seen.text
    seen = await office.fill("возьмите фартук")
    assert "Напомнить за 5 дней" in seen.text
    await office.teacher.tap("Да")
    seen = await office.teacher.newest()
    assert "Мастер-класс <b>пожарного & Co" in seen.text
    assert "пт, 12 марта 2027, 10:00" in seen.text
    assert "1 взрослому из 1 семьи" in seen.text
    assert "3 семьи ещё не в боте" in seen.text
    assert await office.sunny.count(EventRow) == 0


async def test_wrong_answers_are_explained_and_nothing_is_lost(office: Office) -> None:
    await office.begin()
    for kind in ("sticker", "voice", "photo"):
        seen = await office.teacher.give(kind)
        assert "нужен ответ словами" in seen.text
    for nothing in ("\u200b", "\x00\x07\u2060"):
        seen = await office.teacher.send(nothing)
        assert "нужно написать хотя бы слово" in seen.text
        assert "Вы написали" not in seen.text, "there is nothing to be seen between the quotes"
    seen = await office.teacher.send("🐻" * 61)
    assert "122 знака, а помещается 120" in seen.text
    seen = await office.teacher.send("паспорт 3204 123456")
    assert "номер документа" in seen.text
    await office.fill("Мастер-класс")
    for typed, hint in (
        ("31 февраля", "Такого дня в календаре нет"),
        ("5 сентября", "уже прошёл"),
        ("сегодня в 9", "уже прошёл"),
        ("когда-нибудь", "Не получилось понять"),
        ("в понедельник", "Это может быть"),
    ):
        seen = await office.teacher.send(typed)
        assert hint in seen.text
        assert typed in seen.text, "what was typed stays visible"
        assert "12 марта 10:00" in seen.text or "Это может быть" in seen.text
    await office.teacher.tap("14 сентября")
    assert "Во сколько" in (await office.teacher.newest()).text
    seen = await office.fill("25:00")
    assert "Такого времени нет" in seen.text
    await office.teacher.tap("10:00")
    await office.teacher.tap("Назад")
    seen = await office.teacher.newest()
    assert "Сейчас: 10:00" in seen.text
    await office.teacher.tap("Оставить как есть")
    assert "Где встречаемся" in (await office.teacher.newest()).text


@ON_SQLITE
async def test_the_draft_survives_the_menu_and_is_resumed(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "завтра в 10:00")
    await office.teacher.send("/menu")
    seen = await office.teacher.send("музыкальный зал")
    assert "Ответы сохранены" in seen.text, "what is typed in a menu is no answer"
    await office.teacher.tap("Продолжить")
    assert "Где встречаемся" in (await office.teacher.newest()).text
    assert "5 из 5" in (await office.fill("зал")).text
    await office.teacher.tap("Назад")
    assert "4 из 5" in (await office.teacher.newest()).text, "back does not lead to what was never asked"
    await office.teacher.send("/menu")
    labels = (await office.teacher.newest()).labels
    assert "✏️ Продолжить: Мастер-класс" in labels
    assert "➕ Новое мероприятие" in labels
    seen = await office.begin()
    assert "Новое мероприятие «Мастер-класс» – и не закончили" in seen.text, "the draft is offered"
    await office.teacher.tap("Начать заново")
    assert "вопрос 1" in (await office.teacher.newest()).text
    seen = await office.fill("Мастер-класс", "завтра в 10:00", "зал")
    assert "Какие группы" not in seen.text, "a teacher of one group is not asked which, now either"


@ON_SQLITE
async def test_a_form_left_before_the_first_answer_is_forgotten(office: Office) -> None:
    await office.begin()
    seen = await office.teacher.send("/menu")
    assert not any("Продолжить" in label for label in (await office.teacher.newest()).labels)
    assert await office.sunny.count(FormStateRow) == 0
    seen = await office.begin()
    assert "вопрос 1" in seen.text, "there is nothing to go on with"


@ON_SQLITE
async def test_cancelling_drops_the_draft(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс")
    await office.teacher.tap("Отмена")
    assert "Ничего не изменилось" in (await office.teacher.newest()).text
    assert await office.sunny.count(FormStateRow) == 0
    await office.teacher.tap("Начать заново")
    assert "вопрос 1" in (await office.teacher.newest()).text


@ON_SQLITE
async def test_the_cancel_of_an_old_question_leaves_the_draft_of_today(office: Office) -> None:
    old = await office.begin()
    await office.fill("Экскурсия")
    await office.teacher.tap("Отмена")
    await office.begin()
    await office.fill("Мастер-класс")
    tapped = await office.teacher.tap("Отмена", message_id=old.id)
    assert tapped.text == "Это кнопка прошлого вопроса. Вот текущий."
    await office.teacher.send("/menu")
    assert "✏️ Продолжить: Мастер-класс" in (await office.teacher.newest()).labels
    await office.teacher.tap("Продолжить")
    await office.teacher.tap("Отмена")
    assert "Ничего не изменилось" in (await office.teacher.newest()).text
    assert await office.sunny.count(FormStateRow) == 0


@ON_SQLITE
async def test_old_and_strange_buttons_lead_to_the_present(office: Office) -> None:
    await office.teacher.tap_data(pack(FormBack("en")))
    assert "уже закрыты" in (await office.teacher.newest()).text, "a form that nobody fills in"
    await office.teacher.tap_data(pack(FormDone("zz", "name")))
    assert "уже закрыты" in (await office.teacher.newest()).text, "a form that is no more"
    await office.begin()
    tapped = await office.teacher.tap_data(pack(FormPick("en", "bring", "yes")))
    assert tapped.text == "Это кнопка прошлого вопроса. Вот текущий."
    await office.fill("Мастер-класс", "завтра в 10:00", "зал")
    await office.house.stage.move_clock(by=timedelta(days=8))
    await office.teacher.tap("Пропустить")
    assert "уже закрыты" in (await office.teacher.newest()).text, "a form of last week"


async def test_a_form_survives_a_restart_of_the_bot(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс")
    fsm = office.house.app.dispatcher.fsm
    fsm.storage = FormStorage(office.house.app.database)  # a new process remembers nothing
    seen = await office.fill("завтра в 10:00")
    assert "Где встречаемся" in seen.text


async def test_an_answer_stays_when_nobody_knows_whether_the_next_question_arrived(office: Office) -> None:
    await office.begin()
    cut = {"kind": "cut_after", "method": "sendMessage", "count": 1}
    await office.house.stage.call("POST", "faults", cut)
    seen = await office.fill("Мастер-класс")
    assert "Какого числа" in seen.text, "Telegram has shown the question and its answer was lost"
    seen = await office.fill("завтра в 10:00")
    assert "Где встречаемся" in seen.text, "the day is no title"


async def test_what_was_published_is_no_draft_any_more_when_the_screen_got_lost(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "завтра в 10:00", "зал")
    await office.teacher.tap("Пропустить")
    cut = {"kind": "cut_after", "method": "editMessageText", "count": 5}
    await office.house.stage.call("POST", "faults", cut)
    await office.teacher.tap("Опубликовать")
    assert await office.sunny.count(EventRow) == 1
    await office.teacher.send("/menu")
    assert not [label for label in (await office.teacher.newest()).labels if "Продолжить" in label]


async def test_publishing_twice_shows_the_same_event(office: Office) -> None:
    await office.begin()
    await office.fill("Мастер-класс", "завтра в 10:00", "зал")
    await office.teacher.tap("Пропустить")
    preview = await office.teacher.newest()
    data = next(
        button["callback_data"]
        for row in preview.raw["inline_keyboard"]
        for button in row
        if "Опубликовать" in button["text"]
    )
    for _ in range(3):
        await office.teacher.tap_data(data, preview.id)
        assert "Опубликовано" in (await office.teacher.newest()).text
    assert await office.sunny.count(EventRow) == 1
    assert await office.sunny.count(FormStateRow) == 0


async def _head_asked_for_groups(office: Office) -> Player:
    """A head in the middle of the form of a new event: title, moment and place are said."""
    head = await office.house.stage.person("Вера")
    await head.start()
    await office.sunny.staff(Role.HEAD, account=head.id)
    await head.send("/menu")
    await head.tap("➕ Новое")
    for answer in ("Мастер-класс", "завтра в 10:00", "зал"):
        await head.send(answer)
    return head


@ON_SQLITE
async def test_a_head_picks_groups(office: Office) -> None:
    head = await _head_asked_for_groups(office)
    await head.tap("Готово")
    assert "нужна хотя бы одна отметка" in (await head.newest()).text
    await head.tap("Выбрать все")
    await head.tap("✅ Солнышко")
    assert "Лучики · 🦊" in str((await head.newest()).labels)
    seen = await head.send("все")
    assert "нажмите на одну из кнопок" in seen.text
    await head.tap("Готово")
    await head.tap("Пропустить")
    seen = await head.newest()
    assert "Лучики · 🦊" in seen.text
    assert "Солнышко · 🐻" not in seen.text
    assert "Приглашение" not in seen.text, "nobody of that group uses the bot"
    publish = seen.raw["inline_keyboard"][0][0]["callback_data"]
    await head.tap("Место")
    await head.tap_data(publish, seen.id)
    assert "Где встречаемся" in (await head.newest()).text, "an old preview waits for the answer"
    assert await office.sunny.count(EventRow) == 0


async def test_a_group_put_away_while_it_is_invited_is_asked_for_again(office: Office) -> None:
    head = await _head_asked_for_groups(office)
    await head.tap("Лучики")
    await head.tap("Готово")
    async with office.sunny.database.work() as work:
        await work.groups.archive(office.sunny.organisation_id, office.sunny.rays)
    await head.tap("Пропустить")
    seen = await head.newest()
    assert "Этого уже нет" in seen.text
    assert "Какие группы" in seen.text
    assert "Лучики" not in str(seen.labels)
    await head.tap("Солнышко")
    await head.tap("Готово")
    preview = await head.newest()
    assert "Мастер-класс" in preview.text, "everything else is kept"
    async with office.sunny.database.work() as work:
        await work.groups.archive(office.sunny.organisation_id, office.sunny.sun)
    await head.tap("Опубликовать")
    assert "Этого уже нет" in (await head.newest()).text
    assert await office.sunny.count(EventRow) == 0


@ON_SQLITE
async def test_somebody_removed_while_typing_reads_that_it_is_closed(office: Office) -> None:
    head = await office.house.stage.person("Вера")
    await head.start()
    actor = await office.sunny.staff(Role.HEAD, account=head.id)
    await head.send("/menu")
    await head.tap("➕ Новое")
    for answer in ("Мастер-класс", "завтра в 10:00"):
        await head.send(answer)
    async with office.sunny.database.work() as work:
        await work.people.end_membership(office.sunny.organisation_id, actor.memberships[0].id)
    before = await office.sunny.footprint()
    seen = await head.send("зал")
    assert "уже закрыты" in seen.text
    assert await office.sunny.footprint() == before
    assert await office.sunny.count(FormStateRow) == 0


async def test_a_redelivered_answer_is_not_taken_for_the_next_question(office: Office) -> None:
    await office.begin()
    person = {"id": office.teacher.id, "is_bot": False, "first_name": "Анна"}
    update = Update.model_validate(
        {
            "update_id": 900_000_001,
            "message": {
                "message_id": 5_000,
                "date": 1_788_750_000,
                "chat": {"id": office.teacher.id, "type": "private"},
                "from": person,
                "text": "Мастер-класс",
            },
        }
    )
    for _ in range(2):
        await office.house.app.dispatcher.feed_update(office.house.app.bot, update)
    seen = await office.teacher.newest()
    assert "Какого числа" in seen.text
    assert "Не получилось понять" not in seen.text
