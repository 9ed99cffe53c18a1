"""A child plays: one row for each tap, whoever taps and however often, and it stands on every device."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import AttemptRow, AttemptScoreRow, AuditRow, QuizAnswerRow
from db.work import Database
from domain.attempts import AskHelp, AttemptStatus, ChooseRole, Help, Mode, Over, Question, RoleName
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor
from domain.quiz_views import ParentResult, Play
from domain.updates import CurrentUpdate, current_update
from tests.services.counting import counted
from tests.services.monitoring import Monitoring, best, build_monitoring, wrong


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def rows(garden: Monitoring) -> list[tuple[str, int, str | None]]:
    """Every answer that is stored."""
    table = QuizAnswerRow.__table__
    async with garden.database.read() as reading:
        found = await reading.connection.execute(
            select(table.c.item_id, table.c.try_no, table.c.choice).order_by(table.c.item_id, table.c.try_no)
        )
        return [(row.item_id, row.try_no, row.choice) for row in found]


async def begun(garden: Monitoring) -> tuple[Actor, Play]:
    """A mother whose child sits before the first question."""
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    return mother, await garden.start(mother, wave.id, 1)


async def test_a_child_plays_from_the_first_star_to_the_parent_s_text(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    assert (play.stars, play.child, play.late, play.refused) == (0, "0001", False, None)
    while isinstance(play.stage, Question):
        before = play.stars
        play = await garden.tap(mother, play)
        assert play.stars == before + 1
    assert play.stars == play.of
    assert isinstance(play.stage, ChooseRole)
    play = await garden.attempts.choose_role(mother, play.attempt.id, RoleName.EXPLORER)
    assert isinstance(play.stage, AskHelp)
    assert await garden.attempts.result(mother, play.attempt.id) == Refused(Reason.ATTEMPT_OPEN)
    play = await garden.attempts.help(mother, play.attempt.id, Help.LITTLE)
    assert isinstance(play.stage, Question)
    play = await garden.tap(mother, play)
    assert isinstance(play.stage, Over)
    assert play.attempt.status is AttemptStatus.FINISHED
    told = await garden.attempts.result(mother, play.attempt.id)
    assert isinstance(told, ParentResult)
    assert (told.attempt.role_name, told.attempt.help) == (RoleName.EXPLORER, Help.LITTLE)
    assert told.text in garden.instrument.parent_texts.values()
    assert await garden.sunny.count(AuditRow, action="attempt.finished") == 1
    [offer] = await garden.attempts.mine(mother)
    assert offer.refused == Refused(Reason.ATTEMPT_FINISHED)


async def test_a_wrong_first_tap_is_asked_once_more_in_its_place(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    asked = play.stage
    assert isinstance(asked, Question)
    play = await garden.tap(mother, play, wrong(asked))
    again = play.stage
    assert isinstance(again, Question)
    assert (play.stars, again.try_, again.wrong) == (0, 2, wrong(asked))
    assert again.options == asked.options, "the keyboard is never laid out anew (rule 19)"
    late = await garden.tap(mother, play, wrong(asked))
    assert late.late, "the option is an inert «·»"
    play = await garden.tap(mother, play)
    assert play.stars == 1
    assert [(try_, choice) for _, try_, choice in await rows(garden)] == [
        (1, wrong(asked)),
        (2, best(asked)),
    ]


async def test_fifty_taps_at_once_leave_one_row(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    assert isinstance(play.stage, Question)
    picked = [option.id for option in play.stage.options]
    taps = await asyncio.gather(
        *(
            garden.attempts.answer(mother, play.attempt.id, play.stage.item.id, 1, picked[n % len(picked)])
            for n in range(50)
        )
    )
    assert len(await rows(garden)) == 1
    assert sum(not tap.late for tap in taps) == 1


async def test_two_adults_who_start_at_once_get_the_same_attempt(garden: Monitoring) -> None:
    mother, father = await garden.sunny.adult(1), await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    child = garden.sunny.children[0]
    plays = await asyncio.gather(
        *(garden.attempts.start(who, wave.id, child, pictures=who is mother) for who in (mother, father) * 5)
    )
    assert {play.attempt.id for play in plays if isinstance(play, Play)} == {1}
    assert await garden.sunny.count(AttemptRow) == 1
    assert await garden.sunny.count(AuditRow, action="attempt.begun") == 1


async def test_both_adults_answer_and_each_sees_where_it_stands(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    father = await garden.sunny.adult(1)
    first = play.stage
    assert isinstance(first, Question)
    await garden.tap(mother, play)
    late = await garden.tap(father, play)
    assert (late.late, late.stars) == (True, 1)
    assert isinstance(late.stage, Question)
    assert late.stage.item.id != first.item.id
    assert (await garden.tap(father, late)).stars == 2


async def test_an_answer_to_an_old_question_writes_nothing(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    assert isinstance(play.stage, Question)
    first = play.stage.item
    then = await garden.tap(mother, await garden.tap(mother, play))
    before = await rows(garden)
    for item_id, try_, choice in (
        (first.id, 1, first.options[0].id),
        (first.id, 2, first.options[0].id),
        (first.id, 1, None),
        ("nobody", 1, "a"),
    ):
        late = await garden.attempts.answer(mother, then.attempt.id, item_id, try_, choice)
        assert (late.late, late.stars, late.refused) == (True, 2, None)
    assert isinstance(then.stage, Question)
    odd = await garden.attempts.answer(mother, then.attempt.id, then.stage.item.id, 1, "zz")
    assert odd.late, "no option of this question"
    assert await rows(garden) == before


async def test_the_same_update_answers_once(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    mark = current_update.set(CurrentUpdate(bot_id=7, update_id=1))
    try:
        await garden.tap(mother, play)
    finally:
        current_update.reset(mark)
    mark = current_update.set(CurrentUpdate(bot_id=7, update_id=1))
    try:
        with pytest.raises(AlreadyDone):
            await garden.tap(mother, await garden.attempts.look(mother, play.attempt.id))
    finally:
        current_update.reset(mark)
    assert len(await rows(garden)) == 1


async def test_a_tap_costs_three_statements(garden: Monitoring) -> None:
    """The hottest tap: however many answers there are and whoever else plays."""
    mother, play = await begun(garden)
    for update_id in range(4):
        mark = current_update.set(CurrentUpdate(bot_id=7, update_id=update_id))
        try:
            with counted(garden.database) as ran:
                play = await garden.tap(mother, play)
        finally:
            current_update.reset(mark)
        assert len(ran) == 3, "attempt, its answers, the new one; the claim travels with BEGIN"


async def test_a_late_tap_costs_no_more(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    await garden.tap(mother, play)
    with counted(garden.database) as ran:
        assert (await garden.tap(mother, play)).late
    assert len(ran) == 2


async def test_a_pause_is_ended_on_another_device(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    father = await garden.sunny.adult(1)
    play = await garden.tap(mother, play)
    paused = await garden.attempts.pause(mother, play.attempt.id)
    assert (paused.attempt.status, paused.refused) == (AttemptStatus.PAUSED, None)
    waiting = await garden.tap(mother, paused)
    assert (waiting.late, waiting.attempt.status) == (True, AttemptStatus.PAUSED)
    assert len(await rows(garden)) == 1
    garden.sunny.clock.advance(timedelta(days=2))
    on = await garden.attempts.resume(father, play.attempt.id)
    assert (on.attempt.status, on.stars) == (AttemptStatus.OPEN, 1)
    assert isinstance(on.stage, Question)
    assert isinstance(play.stage, Question)
    assert on.stage == play.stage, "the same question, its options in the same places"
    assert (await garden.tap(father, on)).stars == 2


async def test_starting_again_ends_a_pause(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    await garden.attempts.pause(mother, play.attempt.id)
    again = await garden.start(mother, play.attempt.wave_id, 1)
    assert (again.attempt.id, again.attempt.status) == (play.attempt.id, AttemptStatus.OPEN)


async def test_pictures_give_way_to_words(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    play = await garden.attempts.start(mother, wave.id, garden.sunny.children[0], pictures=True)
    assert isinstance(play, Play)
    assert play.attempt.pictures
    play = await garden.attempts.to_text(mother, play.attempt.id)
    assert not play.attempt.pictures
    again = await garden.attempts.start(mother, wave.id, garden.sunny.children[0], pictures=True)
    assert isinstance(again, Play)
    assert not again.attempt.pictures, "an attempt stays as it is"


async def test_everything_skipped_is_too_little_to_say_and_still_an_end(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    while isinstance(play.stage, Question):
        play = await garden.tap(mother, play, None)
    play = await garden.play(mother, play)
    assert play.attempt.status is AttemptStatus.FINISHED
    told = await garden.attempts.result(mother, play.attempt.id)
    assert isinstance(told, ParentResult)
    assert told.text in (garden.instrument.parent_text_unclear, *garden.instrument.parent_texts.values())
    codes = await garden.results.codes(garden.psychologist, play.attempt.wave_id)
    assert codes.lines[0].score.level is None


async def test_after_the_end_nothing_is_written(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    asked = play.stage
    assert isinstance(asked, Question)
    over = await garden.play(mother, play)
    before = await rows(garden), await garden.sunny.count(AttemptScoreRow)
    late = await garden.attempts.answer(mother, over.attempt.id, asked.item.id, 1, best(asked))
    assert (late.late, late.stage, late.refused) == (True, Over(), None)
    for again in (
        await garden.attempts.choose_role(mother, over.attempt.id, RoleName.EXPERT),
        await garden.attempts.help(mother, over.attempt.id, Help.MUCH),
        await garden.attempts.pause(mother, over.attempt.id),
        await garden.attempts.resume(mother, over.attempt.id),
        await garden.attempts.to_text(mother, over.attempt.id),
    ):
        assert again.attempt == over.attempt
    await garden.attempts.stop(mother, over.attempt.id)
    assert (await garden.attempts.look(mother, over.attempt.id)).attempt.status is AttemptStatus.FINISHED
    assert (await rows(garden), await garden.sunny.count(AttemptScoreRow)) == before


async def test_a_role_name_and_help_come_in_their_turn(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    early = await garden.attempts.choose_role(mother, play.attempt.id, RoleName.EXPERT)
    assert early.attempt.role_name is None
    early = await garden.attempts.help(mother, play.attempt.id, Help.MUCH)
    assert early.attempt.help is None
    while isinstance(play.stage, Question):
        play = await garden.tap(mother, play)
    roles = await asyncio.gather(
        *(garden.attempts.choose_role(mother, play.attempt.id, role) for role in RoleName)
    )
    assert len({one.attempt.role_name for one in roles}) == 1


async def test_a_rest_is_offered_when_a_child_has_sat_long_enough(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    play = await garden.tap(mother, play)
    assert not play.rest_offered
    for _ in range(garden.instrument.minutes // 2):
        garden.sunny.clock.advance(timedelta(minutes=2))
        play = await garden.tap(mother, play)
    assert play.rest_offered
    garden.sunny.clock.advance(timedelta(minutes=30))
    play = await garden.tap(mother, play)
    assert not play.rest_offered, "another sitting has begun"


async def test_one_to_one_has_two_sittings(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    play = await garden.start(garden.teacher, wave.id, 1, mode=Mode.ONE_TO_ONE)
    offered = []
    while isinstance(play.stage, Question):
        play = await garden.tap(garden.teacher, play)
        if play.rest_offered:
            offered.append(play.stars)
    assert offered == [7]
