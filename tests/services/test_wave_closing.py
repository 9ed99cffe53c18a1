"""Closing: what a wave counted is what its rows say at that moment, whoever taps meanwhile (rule 15b)."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from db.models import AuditRow, QuizAnswerRow, WaveCellRow
from db.work import Database
from domain.attempts import ChooseRole, Help, Mode, Over, Question, RoleName
from domain.ids import WaveId
from domain.outcomes import Reason, Refused
from domain.people import Actor
from domain.quiz_views import ParentResult, Play
from domain.scoring import Level
from domain.wave_cells import ANY, Cell, Measure, cells
from tests.services.monitoring import Monitoring, best, build_monitoring


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def frozen(garden: Monitoring, wave_id: WaveId) -> tuple[Cell, ...]:
    """What was stored at the closing."""
    async with garden.database.read() as reading:
        return tuple(sorted(await reading.waves.cells(garden.sunny.organisation_id, wave_id), key=str))


async def counted(garden: Monitoring, wave_id: WaveId) -> tuple[Cell, ...]:
    """The same from the rows as they are now."""
    here = garden.sunny.organisation_id
    async with garden.database.read() as reading:
        outcomes = await reading.quiz_reads.outcomes(here, wave_id)
        counts = await reading.wave_reads.counts(here, [wave_id])
    children = {group_id: count.children for (_, group_id), count in counts.items()}
    return tuple(sorted(cells(outcomes, children), key=str))


async def almost_done(garden: Monitoring, who: Actor, wave_id: WaveId, number: int) -> Play:
    """Only the adult's last question is left."""
    play = await garden.start(who, wave_id, number)
    while not (isinstance(play.stage, Question) and play.stars == play.of):
        stage = play.stage
        play = await garden.tap(who, play) if isinstance(stage, Question) else await _told(garden, who, play)
    return play


async def _told(garden: Monitoring, who: Actor, play: Play) -> Play:
    if isinstance(play.stage, ChooseRole):
        return await garden.attempts.choose_role(who, play.attempt.id, RoleName.EXPERT)
    return await garden.attempts.help(who, play.attempt.id, Help.NONE)


async def test_cells_equal_the_rows_at_that_moment(garden: Monitoring) -> None:
    parent = await garden.sunny.adult(1, 2, 3, 4)
    wave = (await garden.open(garden.sunny.sun, garden.sunny.rays)).wave
    await garden.agreed(parent, 1, 2, 3, 4)
    await garden.whole(parent, wave.id, [1])
    await garden.play(parent, await garden.start(parent, wave.id, 2), help_given=Help.MUCH)
    await garden.play(garden.teacher, await garden.start(garden.teacher, wave.id, 3, mode=Mode.PAPER))
    await garden.tap(parent, await garden.start(parent, wave.id, 4))
    now = await counted(garden, wave.id)
    await garden.waves.close(garden.psychologist, wave.id)
    stored = await frozen(garden, wave.id)
    assert stored == now
    sun = garden.sunny.sun
    assert {
        Cell(sun, ANY, Measure.CHILDREN, ANY, 4),
        Cell(garden.sunny.rays, ANY, Measure.CHILDREN, ANY, 2),
        Cell(sun, "home", Measure.FINISHED, ANY, 2),
        Cell(sun, "home", Measure.MUCH_HELP, ANY, 1),
        Cell(sun, "home", Measure.UNFINISHED, ANY, 1),
        Cell(sun, "home", Measure.TOTAL, "high", 1),
        Cell(sun, "paper", Measure.TOTAL, "high", 1),
    } <= set(stored)
    await garden.consents.withdraw(parent, garden.sunny.children[0])
    assert await frozen(garden, wave.id) == stored, "a closed wave keeps its counts"
    assert await counted(garden, wave.id) != stored


async def test_a_second_closing_changes_nothing(garden: Monitoring) -> None:
    wave = (await garden.open()).wave
    outcomes = await asyncio.gather(*(garden.waves.close(garden.psychologist, wave.id) for _ in range(4)))
    assert sum(outcome == Refused(Reason.WAVE_CLOSED) for outcome in outcomes) == 3
    before = await garden.sunny.count(WaveCellRow)
    garden.sunny.clock.move_to(wave.closes_at)
    assert await garden.ticks.close_due() == 0
    assert await garden.sunny.count(WaveCellRow) == before


async def test_the_tick_closes_when_the_last_day_is_over(garden: Monitoring) -> None:
    wave = (await garden.open()).wave
    garden.sunny.clock.move_to(wave.closes_at - timedelta(seconds=1))
    assert await garden.ticks.close_due() == 0
    garden.sunny.clock.move_to(wave.closes_at)
    assert [await garden.ticks.close_due() for _ in range(2)] == [1, 0]
    assert (await garden.waves.card(garden.psychologist, wave.id)).wave.closed_at == wave.closes_at


async def test_last_answers_and_the_closing_at_once_are_counted_or_refused(garden: Monitoring) -> None:
    """A child whose last answer was taken is in the counts; one whose answer came too late is told so."""
    parent = await garden.sunny.adult(1, 2, 3, 4, 5, 6)
    groups = (garden.sunny.sun, garden.sunny.rays)
    wave = (await garden.open(*groups)).wave
    await garden.agreed(parent, 1, 2, 3, 4, 5, 6)
    plays = [await almost_done(garden, parent, wave.id, number) for number in (1, 2, 3, 4, 5)]
    child = garden.sunny.children[5]
    done = await asyncio.gather(
        *(garden.tap(parent, play) for play in plays[:3]),
        garden.waves.close(garden.psychologist, wave.id),
        garden.attempts.start(parent, wave.id, child, pictures=True),
        *(garden.tap(parent, play) for play in plays[3:]),
    )
    taken = [
        one for one in done if isinstance(one, Play) and not one.late and one.attempt.finished_at is not None
    ]
    stored = await frozen(garden, wave.id)
    finished = sum(cell.n for cell in stored if cell.measure is Measure.FINISHED)
    assert finished == 5, "a child who has finished counts, with the adult's answer or without"
    assert len(taken) == await garden.sunny.count(QuizAnswerRow, item_id="d4")
    assert stored == await counted(garden, wave.id)


async def test_who_has_finished_counts_without_the_adult_s_answer(garden: Monitoring) -> None:
    """Only item 14 is missing: one answer may be (rule 20), and Д is told without it anyway (rule 18)."""
    parent = await garden.sunny.adult(1, 2, 3, 4)
    wave = (await garden.open()).wave
    await garden.agreed(parent, 1, 2, 3, 4)
    left = await almost_done(garden, parent, wave.id, 1)
    resting = await almost_done(garden, parent, wave.id, 2)
    await garden.attempts.pause(parent, resting.attempt.id)
    stopped = await almost_done(garden, parent, wave.id, 3)
    await garden.attempts.stop(parent, stopped.attempt.id)
    silent = await garden.start(parent, wave.id, 4)
    while isinstance(silent.stage, Question):
        silent = await garden.tap(parent, silent)
    await garden.attempts.choose_role(parent, silent.attempt.id, RoleName.EXPERT)
    await garden.waves.close(garden.psychologist, wave.id)
    page = await garden.results.codes(garden.psychologist, wave.id)
    assert [line.attempt.number for line in page.lines] == [1, 2], (
        "who stopped, or did not say who helped, does not"
    )
    score = page.lines[0].score
    assert (score.missing, score.level, score.alone.level) == (1, Level.HIGH, Level.HIGH)
    assert await counted(garden, wave.id) == await frozen(garden, wave.id)
    late = await garden.tap(parent, left)
    assert (late.late, late.stage, late.refused) == (True, Over(), None)
    assert isinstance(await garden.attempts.result(parent, left.attempt.id), ParentResult)
    assert await garden.sunny.count(QuizAnswerRow, item_id="d4") == 0
    assert await garden.sunny.count(AuditRow, action="attempt.finished") == 2


async def test_many_answers_and_the_closing_at_once(garden: Monitoring) -> None:
    """No row is written after the counts were frozen."""
    parent = await garden.sunny.adult(1, 2)
    wave = (await garden.open()).wave
    await garden.agreed(parent, 1, 2)
    plays = [await garden.start(parent, wave.id, number) for number in (1, 2)]
    for play in plays:
        assert isinstance(play.stage, Question)
    answers = [
        garden.attempts.answer(parent, play.attempt.id, play.stage.item.id, 1, best(play.stage))
        for play in plays
        if isinstance(play.stage, Question)
    ]
    await asyncio.gather(garden.waves.close(garden.psychologist, wave.id), *answers)
    for play in plays:
        late = await garden.attempts.look(parent, play.attempt.id)
        assert late.refused == Refused(Reason.WAVE_CLOSED)
        assert (await garden.tap(parent, late)).late
