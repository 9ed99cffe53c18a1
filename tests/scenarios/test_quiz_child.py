"""A child with a phone: pictures in one message, a second look, an order, a rest, and fifty taps a second."""

import asyncio
from typing import Any

import pytest

from domain.actions.quizzes import AnswerQuiz
from domain.ids import AttemptId
from sandbox.stories.stage import Player, Seen
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.playroom import QUIZ, Playroom, open_playroom, places, question_in
from tests.scenarios.theatre import Theatre

ATTEMPT = AttemptId(1)


@pytest.fixture
async def room(house: Theatre) -> Playroom:
    """«Солнышко», where a quiz is open."""
    made = await open_playroom(house)
    await made.laid()
    return made


async def calls(room: Playroom, method: str) -> list[dict[str, Any]]:
    """What the bot asked of Telegram by this method, oldest first."""
    return list((await room.stage.call("GET", f"calls?method={method}"))["calls"])


def photo(seen: Seen) -> str:
    """Which picture stands in a message."""
    return str(seen.raw["photo"]["url"])


@ON_SQLITE
async def test_pictures_change_in_one_message(room: Playroom) -> None:
    seen = await room.begun(room.mother, "Картинками")
    first = seen
    assert len(seen.labels) == 6
    assert [label[0] for label in places(seen)] == ["●", "▲", "■", "★"]
    item = question_in(seen)
    assert item is not None
    await room.answer(room.mother, item, item.options[0].id)
    second = await room.mother.newest()
    assert second.id == first.id
    assert photo(second) != photo(first)
    assert second.text.startswith("⭐☆")
    seen = await room.played(room.mother, until="w1")
    assert seen.id > first.id, "wishes have no picture: they are words below"
    older = next(m for m in await room.mother.messages() if m.id == first.id)
    assert older.labels == ()
    seen = await room.played(room.mother)
    assert "Все звёзды собраны!" in seen.text
    seen = await room.finished(room.mother)
    assert "викторина пройдена" in seen.text


@ON_SQLITE
async def test_a_picture_is_uploaded_once(room: Playroom) -> None:
    first = await room.begun(room.mother, "Картинками")
    await room.menu(room.father, "⭐ Викторина", "Продолжить")
    second = await room.father.newest()
    assert question_in(second) is question_in(first)
    assert photo(second) == photo(first), "the same file, sent by its name"


@ON_SQLITE
async def test_a_quiz_that_slipped_out_of_sight_is_shown_again(room: Playroom) -> None:
    first = await room.begun(room.mother)
    await room.mother.tap("Показать ещё раз")
    again = await room.mother.newest()
    assert again.id > first.id
    assert again.text == first.text
    assert await room.rows("attempts") == 1


@ON_SQLITE
async def test_a_name_that_telegram_has_forgotten_is_made_anew(room: Playroom) -> None:
    first = await room.begun(room.mother, "Картинками")
    words = "wrong file identifier/HTTP URL specified"
    await room.stage.call(
        "POST", "faults", {"kind": "bad_request", "method": "sendPhoto", "description": words}
    )
    await room.menu(room.father, "⭐ Викторина", "Продолжить")
    second = await room.father.newest()
    assert question_in(second) is question_in(first)
    assert photo(second) != photo(first), "uploaded once more"


@ON_SQLITE
async def test_a_wrong_first_tap_leaves_a_dot_in_its_place(room: Playroom) -> None:
    seen = await room.begun(room.mother)
    item = question_in(seen)
    assert item is not None
    wrong = item.options[1]
    before = places(seen)
    await room.answer(room.mother, item, wrong.id)
    seen = await room.mother.newest()
    assert "Посмотрим ещё разок?" in seen.text
    assert "☆" * 14 in seen.text, "the star waits for the second look"
    assert [("·" if wrong.text in label else label) for label in before] == places(seen)
    tapped = await room.mother.tap("·")
    assert tapped.answered
    assert await room.rows("quiz_answers") == 1
    await room.answer(room.mother, item, item.options[2].id)
    seen = await room.mother.newest()
    assert "⭐" in seen.text, "a star all the same"
    assert question_in(seen) is not item


@ON_SQLITE
async def test_steps_are_tapped_in_order_and_can_be_taken_back(room: Playroom) -> None:
    await room.begun(room.mother)
    seen = await room.played(room.mother, until="d1")
    rows = await room.rows("quiz_answers")
    await room.mother.tap("достать хлеб")
    await room.mother.tap("замесить тесто")
    seen = await room.mother.newest()
    assert any(label.startswith("① достать хлеб") for label in seen.labels)
    assert await room.rows("quiz_answers") == rows, "half an order is no answer"
    await room.mother.tap("Заново")
    for step in ("замесить тесто", "поставить в печь", "достать хлеб"):
        await room.mother.tap(step)
    assert await room.rows("quiz_answers") == rows + 1
    assert question_in(await room.mother.newest()) not in (None, QUIZ.item(next(iter(QUIZ.forms)), "d1"))


@ON_SQLITE
async def test_a_rest_and_on_with_the_other_parent_s_phone(room: Playroom) -> None:
    seen = await room.begun(room.mother, "Картинками")
    for _ in range(3):
        item = question_in(await room.mother.newest())
        assert item is not None
        await room.answer(room.mother, item, item.options[0].id)
    await room.mother.tap("⏸")
    resting = await room.mother.newest()
    assert resting.id == seen.id
    assert "Отдыхаем" in resting.text
    assert "⭐⭐⭐☆" in resting.text
    assert "Меню" not in str(resting.labels)
    await room.mother.tap("Я взрослый")
    seen = await room.mother.newest()
    assert "ещё не закончена" in seen.text
    assert "🏠 Меню" in seen.labels

    await room.menu(room.father, "⭐ Викторина")
    await room.father.tap("▶ Продолжить")
    seen = await room.father.newest()
    assert seen.text.startswith("⭐⭐⭐☆")
    assert places(seen)
    assert await room.rows("attempts") == 1


async def test_two_adults_begin_at_once(room: Playroom) -> None:
    for adult in (room.mother, room.father):
        await adult.tap("⭐ Начать")
        if "Даю согласие" in str((await adult.newest()).labels):
            await adult.tap("Даю согласие")
    buttons = [(adult, await adult.newest()) for adult in (room.mother, room.father)]
    await asyncio.gather(
        *(
            room.stage.call(
                "POST", f"people/{adult.id}/tap", {"message_id": seen.id, "text": "📖 Текстом", "wait": 10}
            )
            for adult, seen in buttons
        )
    )
    await room.stage.idle()
    assert await room.rows("attempts") == 1
    asked = [question_in(await adult.newest()) for adult in (room.mother, room.father)]
    assert asked[0] is not None
    assert asked[0] is asked[1]
    await room.answer(room.mother, asked[0], asked[0].options[0].id)
    await room.answer(room.father, asked[0], asked[0].options[0].id)
    assert await room.rows("quiz_answers") == 1
    assert question_in(await room.father.newest()) is question_in(await room.mother.newest())


async def hammer(room: Playroom, who: Player, seen: Seen, label: str, times: int) -> None:
    """Taps on one button, all at once."""
    body = {"message_id": seen.id, "text": label, "wait": 10}
    await asyncio.gather(*(room.stage.call("POST", f"people/{who.id}/tap", body) for _ in range(times)))
    await room.stage.idle()


@pytest.mark.parametrize("way", ["Картинками", "Текстом"])
async def test_fifty_taps_a_second_are_one_answer(room: Playroom, way: str) -> None:
    seen = await room.begun(room.mother, way)
    item = question_in(seen)
    assert item is not None
    label = next(label for label in seen.labels if item.options[0].text in label)
    before = len(await room.mother.messages())
    edits = len(await calls(room, "editMessageText")) + len(await calls(room, "editMessageMedia"))
    await hammer(room, room.mother, seen, label, 50)
    assert await room.rows("quiz_answers") == 1
    assert len(await room.mother.messages()) == before
    now = await room.mother.newest()
    assert now.text.startswith("⭐☆")
    assert question_in(now) is not item
    edited = len(await calls(room, "editMessageText")) + len(await calls(room, "editMessageMedia")) - edits
    assert edited < 10, "one tap is answered by the next question, the others by nothing"


@ON_SQLITE
async def test_fifty_taps_on_the_last_picture_make_one_message(room: Playroom) -> None:
    await room.begun(room.mother, "Картинками")
    seen = await room.played(room.mother, until="d3")
    item = question_in(seen)
    assert item is not None
    label = next(label for label in seen.labels if item.options[0].text in label)
    before = len(await room.mother.messages())
    await hammer(room, room.mother, seen, label, 50)
    assert len(await room.mother.messages()) == before + 1


async def test_an_answer_to_an_old_question_changes_nothing(room: Playroom) -> None:
    seen = await room.begun(room.mother)
    old = question_in(seen)
    assert old is not None
    await room.answer(room.mother, old, old.options[0].id)
    now = await room.mother.newest()
    stale = AnswerQuiz(ATTEMPT, old.id, 1, old.options[1].id)
    tapped = await room.mother.tap_data(pack(stale), now.id)
    assert tapped.answered
    assert await room.rows("quiz_answers") == 1
    assert (await room.mother.newest()).text == now.text
    forged = AnswerQuiz(ATTEMPT, "nothing", 7, "zz")
    assert (await room.mother.tap_data(pack(forged), now.id)).answered
    assert await room.rows("quiz_answers") == 1


@ON_SQLITE
async def test_an_old_message_of_pictures_says_where_to_look(room: Playroom) -> None:
    seen = await room.begun(room.mother, "Картинками")
    item = question_in(seen)
    assert item is not None
    await room.menu(room.father, "⭐ Викторина", "Продолжить")
    await room.father.tap("⏸")
    await room.father.tap("Картинок не видно")
    await room.answer(room.father, item, item.options[0].id)
    tapped = await room.mother.tap(item.options[0].text, message_id=seen.id)
    assert "в другом сообщении" in str(tapped.text)
    older = next(m for m in await room.mother.messages() if m.id == seen.id)
    assert older.labels == ()
