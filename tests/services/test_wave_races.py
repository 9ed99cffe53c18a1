"""What happens at once, with one of the two stopped half-way: whoever comes second finds what the first has done."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from db.models import AttemptRow, QuizAnswerRow
from db.work import Database
from domain.attempts import Given, Over, Question
from domain.ids import AttemptId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from domain.quiz_views import Play
from domain.wave_cells import Measure
from services.quiz_access import access_attempt
from services.quiz_plays import finish_if_over
from services.quiz_starting import begin
from services.wave_closing import close_wave
from tests.services.monitoring import OFFERING, Monitoring, best, build_monitoring
from tests.services.test_wave_closing import almost_done, counted, frozen

LONG_ENOUGH = 0.5
"""Seconds in which the second would be through, if nothing held it up."""


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def meanwhile(tasks: asyncio.TaskGroup, second: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    """The second begins, and goes as far as it can while the first is not committed."""
    task = tasks.create_task(second)
    await asyncio.wait({task}, timeout=LONG_ENOUGH)
    return task


async def last_question(garden: Monitoring) -> tuple[Actor, Play]:
    """A child whose adult has one question left."""
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    return mother, await almost_done(garden, mother, wave.id, 1)


async def first_question(garden: Monitoring) -> tuple[Actor, Play]:
    """A child who has just begun."""
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    return mother, await garden.start(mother, wave.id, 1)


async def test_an_answer_on_its_way_is_counted_by_the_closing(garden: Monitoring) -> None:
    mother, play = await last_question(garden)
    assert isinstance(play.stage, Question)
    async with asyncio.TaskGroup() as tasks, garden.database.work() as work:
        held, _ = await access_attempt(work, mother, play.attempt.id, hold=True)
        given = await work.quiz_answers.of(held.attempt)
        new = Given(play.stage.item.id, 1, best(play.stage), work.clock.now())
        assert await work.quiz_answers.add(held.attempt, new)
        assert await finish_if_over(work, OFFERING.instruments, held, (*given, new))
        closing = await meanwhile(tasks, garden.waves.close(garden.psychologist, play.attempt.wave_id))
    assert closing.done()
    stored = await frozen(garden, play.attempt.wave_id)
    assert stored == await counted(garden, play.attempt.wave_id)
    assert sum(cell.n for cell in stored if cell.measure is Measure.FINISHED) == 1


async def test_an_answer_that_waited_for_the_closing_is_refused(garden: Monitoring) -> None:
    mother, play = await first_question(garden)
    answers = await garden.sunny.count(QuizAnswerRow)
    card = await garden.waves.card(garden.psychologist, play.attempt.wave_id)
    async with asyncio.TaskGroup() as tasks, garden.database.work() as work:
        assert await close_wave(work, card.wave, card.organisation, OFFERING.instruments, by=None)
        tap = await meanwhile(tasks, garden.tap(mother, play))
    late = tap.result()
    assert (late.late, late.refused) == (True, Refused(Reason.WAVE_CLOSED))
    assert await garden.sunny.count(QuizAnswerRow) == answers
    assert await frozen(garden, card.wave.id) == await counted(garden, card.wave.id)


async def test_the_adult_s_answer_that_waited_finds_the_quiz_finished(garden: Monitoring) -> None:
    mother, play = await last_question(garden)
    answers = await garden.sunny.count(QuizAnswerRow)
    card = await garden.waves.card(garden.psychologist, play.attempt.wave_id)
    async with asyncio.TaskGroup() as tasks, garden.database.work() as work:
        assert await close_wave(work, card.wave, card.organisation, OFFERING.instruments, by=None)
        tap = await meanwhile(tasks, garden.tap(mother, play))
    late = tap.result()
    assert (late.late, late.stage, late.refused) == (True, Over(), None)
    assert await garden.sunny.count(QuizAnswerRow) == answers
    assert await frozen(garden, card.wave.id) == await counted(garden, card.wave.id)


async def test_a_stop_that_waited_for_the_closing_changes_nothing(garden: Monitoring) -> None:
    mother, play = await first_question(garden)
    card = await garden.waves.card(garden.psychologist, play.attempt.wave_id)
    async with asyncio.TaskGroup() as tasks, garden.database.work() as work:
        assert await close_wave(work, card.wave, card.organisation, OFFERING.instruments, by=None)
        await meanwhile(tasks, garden.attempts.stop(mother, play.attempt.id))
    after = await garden.attempts.look(mother, play.attempt.id)
    assert after.attempt == play.attempt
    assert after.refused == Refused(Reason.WAVE_CLOSED)


async def test_a_consent_taken_back_while_a_child_begins_takes_the_attempt_along(garden: Monitoring) -> None:
    mother, father = await garden.sunny.adult(1), await garden.sunny.adult(1)
    child = garden.sunny.children[0]
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    async with asyncio.TaskGroup() as tasks, garden.database.work() as work:
        begun = await begin(work, OFFERING, mother, wave.id, child, pictures=True)
        assert begun == AttemptId(1)
        withdrawing = await meanwhile(tasks, garden.consents.withdraw(father, child))
    assert withdrawing.done()
    assert await garden.sunny.count(AttemptRow) == 0


async def test_whoever_begins_while_consent_is_taken_back_does_not(garden: Monitoring) -> None:
    mother, father = await garden.sunny.adult(1), await garden.sunny.adult(1)
    child = garden.sunny.children[0]
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    here = garden.sunny.organisation_id
    async with asyncio.TaskGroup() as tasks, garden.database.work() as work:
        await work.child_consents.take_turn(here, child)
        assert await work.child_consents.withdraw(here, child, by=father.person_id)
        await work.erasures.forget_quizzes([child])
        starting = await meanwhile(tasks, garden.attempts.start(mother, wave.id, child, pictures=True))
    assert starting.result() == Refused(Reason.ATTEMPT_STOPPED)
    assert await garden.sunny.count(AttemptRow) == 0


async def test_taps_and_a_withdrawal_at_once_leave_nothing(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    play = await garden.start(mother, wave.id, 1)
    assert isinstance(play.stage, Question)
    answer = (play.attempt.id, play.stage.item.id, 1, best(play.stage))
    child = garden.sunny.children[0]
    done = await asyncio.gather(
        *(garden.attempts.answer(mother, *answer) for _ in range(4)),
        garden.consents.withdraw(mother, child),
        garden.attempts.start(mother, play.attempt.wave_id, child, pictures=True),
        return_exceptions=True,
    )
    unexpected = [one for one in done if isinstance(one, BaseException) and not isinstance(one, Missing)]
    assert unexpected == []
    assert await garden.sunny.count(AttemptRow) == 0
    assert await garden.sunny.count(QuizAnswerRow) == 0
