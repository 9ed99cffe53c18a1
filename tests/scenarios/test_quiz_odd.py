"""What goes wrong around a quiz: other people's buttons, a stop in the middle, a wave that closes, pictures that do not come."""

import pytest

from domain.actions.quizzes import (
    AnswerQuiz,
    GiveChildConsent,
    GrownUp,
    MyQuizzes,
    NameRole,
    OpenQuiz,
    OpenResult,
    PauseQuiz,
    ResumeQuiz,
    StartQuiz,
    StopQuiz,
    TellHelp,
    TextInstead,
    WithdrawChildConsent,
)
from domain.attempts import Help, Mode, RoleName
from domain.ids import AttemptId, WaveId
from domain.people import Kinship, Role
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.playroom import Playroom, open_playroom, places, question_in
from tests.scenarios.theatre import Theatre

ATTEMPT, WAVE = AttemptId(1), WaveId(1)


@pytest.fixture
async def room(house: Theatre) -> Playroom:
    """«Солнышко», where a quiz is open."""
    made = await open_playroom(house)
    await made.laid()
    return made


async def test_every_button_refuses_another_family_and_staff(room: Playroom) -> None:
    seen = await room.begun(room.mother)
    item = question_in(seen)
    assert item is not None
    stage, child = room.stage, room.sunny.children[0]
    colleague, neighbour = [await stage.person(name) for name in ("Юлия", "Вера")]
    for player in (colleague, neighbour):
        await player.start()
    await room.sunny.staff(Role.TEACHER, room.sunny.rays, account=colleague.id)
    await room.sunny.adult(2, account=neighbour.id)
    buttons = [
        OpenQuiz(WAVE, child),
        GiveChildConsent(WAVE, child, 1),
        StartQuiz(WAVE, child, False),
        StartQuiz(WAVE, child, False, Mode.PAPER),
        AnswerQuiz(ATTEMPT, item.id, 1, item.options[0].id),
        PauseQuiz(ATTEMPT),
        ResumeQuiz(ATTEMPT),
        TextInstead(ATTEMPT),
        GrownUp(ATTEMPT),
        NameRole(ATTEMPT, RoleName.MASTER),
        TellHelp(ATTEMPT, Help.MUCH),
        OpenResult(ATTEMPT),
        StopQuiz(ATTEMPT, WAVE, child, sure=True),
        WithdrawChildConsent(child, sure=True),
    ]
    tables = ("attempts", "quiz_answers", "child_consents", "audit")
    before = [await room.rows(table) for table in tables]
    for player in (colleague, neighbour):
        await player.send("/menu")
        for action in buttons:
            tapped = await player.tap_data(pack(action))
            assert tapped.answered, (player.name, action)
            newest = (await player.newest()).text
            assert item.question not in newest, (player.name, action)
    assert [await room.rows(table) for table in tables] == before
    assert (await room.mother.newest()).text == seen.text


@ON_SQLITE
async def test_a_relative_is_told_whom_to_ask(room: Playroom) -> None:
    seen = await room.menu(room.granny)
    assert "⭐ Викторина" not in seen.labels
    await room.granny.tap_data(pack(OpenQuiz(WAVE, room.sunny.children[0])))
    assert "мама, папа или опекун" in (await room.granny.newest()).text
    await room.granny.tap_data(pack(StartQuiz(WAVE, room.sunny.children[0], False)))
    assert "мама, папа или опекун" in (await room.granny.newest()).text
    await room.granny.tap_data(pack(MyQuizzes()))
    assert "Сейчас викторины нет" in (await room.granny.newest()).text
    assert await room.rows("attempts") == await room.rows("child_consents") == 0


@ON_SQLITE
async def test_a_representative_stops_it_in_the_middle(room: Playroom) -> None:
    seen = await room.begun(room.mother, "Картинками")
    item = question_in(seen)
    assert item is not None
    await room.menu(room.father, "⭐ Викторина")
    await room.father.tap("Остановить участие")
    assert "Остановить участие в этой викторине?" in (await room.father.newest()).text
    await room.father.tap("Да, остановить")
    assert "Вы приостановили участие" in (await room.father.newest()).text

    await room.mother.tap(item.options[0].text)
    ended = await room.mother.newest()
    assert ended.id == seen.id, "in the child's message, beneath the picture"
    assert "здорово!" in ended.text
    assert "Участие приостановлено" in ended.text
    assert ended.labels == ("Я взрослый",)
    await room.mother.tap("Я взрослый")
    told = await room.mother.newest()
    assert "Участие приостановлено" in told.text
    assert "Продолжить" not in str(told.labels)
    assert "Пётр" not in told.text
    assert "Отозвать согласие" in told.labels
    assert await room.rows("quiz_answers") == 0

    await room.father.tap("▶ Продолжить")
    assert question_in(await room.father.newest()) is item
    await room.answer(room.father, item, item.options[0].id)
    assert await room.rows("quiz_answers") == 1


async def test_a_wave_closes_while_a_child_plays(room: Playroom) -> None:
    seen = await room.begun(room.mother)
    item = question_in(seen)
    assert item is not None
    await room.answer(room.mother, item, item.options[0].id)
    now = question_in(await room.mother.newest())
    assert now is not None
    await room.menu(room.methodist, "⭐ Викторина", "Стартовая", "Закрыть викторину")
    assert "1 ребёнок начал" in (await room.methodist.newest()).text
    await room.methodist.tap("Да, закрыть")
    await room.answer(room.mother, now, now.options[0].id)
    ended = await room.mother.newest()
    assert "⭐☆" in ended.text
    assert "здорово!" in ended.text
    assert await room.rows("quiz_answers") == 1
    await room.mother.tap("Я взрослый")
    assert "Викторина уже закрыта" in (await room.mother.newest()).text


async def test_a_consent_is_withdrawn_and_everything_goes(room: Playroom) -> None:
    await room.begun(room.mother)
    await room.played(room.mother, until="k3")
    assert await room.rows("quiz_answers") == 2
    await room.menu(room.father, "⭐ Викторина")
    await room.father.tap("Отозвать согласие")
    assert "удалятся сразу" in (await room.father.newest()).text
    await room.father.tap("Да, отозвать")
    assert "Согласие отозвано" in (await room.father.newest()).text
    for table in ("attempts", "quiz_answers", "attempt_scores"):
        assert await room.rows(table) == 0
    await room.menu(room.mother, "⭐ Викторина")
    assert "приостановлено" in (await room.mother.newest()).text


@ON_SQLITE
async def test_a_consent_can_be_withdrawn_between_waves(room: Playroom) -> None:
    await room.begun(room.mother)
    await room.menu(room.methodist, "⭐ Викторина", "Стартовая", "Закрыть викторину", "Да, закрыть")
    seen = await room.menu(room.mother, "⭐ Викторина")
    assert "Сейчас викторины нет" in seen.text
    await room.mother.tap("Отозвать согласие: 0001")
    await room.mother.tap("Да, отозвать")
    assert "Согласие отозвано" in (await room.mother.newest()).text
    assert await room.rows("attempts") == 0
    seen = await room.menu(room.mother, "⭐ Викторина")
    assert seen.labels == ("🏠 Меню",)


FAULTS = [
    {"kind": "bad_request", "description": "IMAGE_PROCESS_FAILED"},
    {"kind": "server_error"},
    {"kind": "cut_before"},
    {"kind": "cut_after"},
    {"kind": "timeout"},
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(fault["kind"]))
@ON_SQLITE
async def test_pictures_do_not_come_through(
    room: Playroom, fault: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child does not wait before an empty message: words are offered in a new one."""
    monkeypatch.setattr("messenger.show.PICTURE_SECONDS", 0.5)
    await room.stage.call("POST", "faults", {**fault, "method": "sendPhoto", "count": None})
    await room.mother.tap("⭐ Начать")
    await room.mother.tap("Даю согласие")
    await room.mother.tap("Картинками")
    offered = await room.mother.newest()
    assert "Картинки сейчас не загружаются" in offered.text
    await room.mother.tap("Попробовать ещё раз")
    assert "Картинки сейчас не загружаются" in (await room.mother.newest()).text
    await room.mother.tap("Продолжить текстом")
    seen = await room.mother.newest()
    item = question_in(seen)
    assert item is not None
    assert "photo" not in seen.raw or seen.raw["photo"] is None
    await room.answer(room.mother, item, item.options[0].id)
    assert (await room.mother.newest()).text.startswith("⭐☆")


@ON_SQLITE
async def test_a_picture_fails_in_the_middle_and_the_answer_counts(room: Playroom) -> None:
    seen = await room.begun(room.mother, "Картинками")
    item = question_in(seen)
    assert item is not None
    fault = {"kind": "bad_request", "method": "editMessageMedia", "count": None}
    await room.stage.call("POST", "faults", fault)
    await room.answer(room.mother, item, item.options[0].id)
    offered = await room.mother.newest()
    assert offered.id > seen.id
    assert "Картинки сейчас не загружаются" in offered.text
    assert await room.rows("quiz_answers") == 1
    await room.stage.call("DELETE", "faults")
    await room.mother.tap("Попробовать ещё раз")
    again = await room.mother.newest()
    assert again.text.startswith("⭐☆")
    assert places(again)
    assert again.raw["photo"]


@ON_SQLITE
async def test_pictures_that_the_phone_does_not_show(room: Playroom) -> None:
    seen = await room.begun(room.mother, "Картинками")
    await room.mother.tap("⏸")
    await room.mother.tap("Картинок не видно")
    words = await room.mother.newest()
    assert words.id > seen.id
    assert question_in(words) is question_in(seen)
    assert "⏸ Отдохнуть" in words.labels
    await room.mother.tap("⏸")
    assert "Картинок не видно" not in (await room.mother.newest()).labels


@ON_SQLITE
async def test_two_children_make_one_invitation_and_a_choice(house: Theatre) -> None:
    room = await open_playroom(house)
    twins = await house.stage.person("Лариса")
    await twins.start()
    await room.sunny.adult(3, 5, kinship=Kinship.GUARDIAN, account=twins.id)
    await room.laid(room.sunny.sun, room.sunny.rays)
    invitation = await twins.sees("Викторина «Кто что делает?»")
    assert "Солнышко" in invitation.text
    assert "Лучики" in invitation.text
    assert len([m for m in await twins.messages() if "Приглашаем" in m.text]) == 1
    await twins.tap("⭐ Начать")
    assert "С кем поиграем?" in (await twins.newest()).text
    await twins.tap("0005")
    await twins.tap("Даю согласие")
    await twins.tap("Текстом")
    assert question_in(await twins.newest()) is not None
    await room.menu(twins, "⭐ Викторина")
    assert [label for label in (await twins.newest()).labels if label[0] == "0"] == [
        "0003 · можно начинать",
        "0005 · не закончена",
    ]
