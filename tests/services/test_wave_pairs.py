"""The last closing of a school year stores its pairs, every closing the answers by question; a psychologist reads them."""

import asyncio
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import select, update

from content.quizzes import Instruments
from db.models import AttemptRow, ItemCountRow, PairChangeRow, PairFateRow, PairLevelRow, WaveRow
from db.models.base import table
from db.work import Database
from domain.attempts import FIRST, SECOND, Given, Help, Mode, RoleName
from domain.ids import GroupId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from domain.quizzes import Band, FormLetter, Item, ItemKind
from domain.scoring import Level
from domain.wave_cells import Measure
from domain.wave_pairs import Direction, Fate, Helped, Pairing, PairsPage
from domain.waves import Wave, WaveKind, WaveStatus
from services.quiz_plays import finish_if_over
from services.wave_pairs import WavePairs
from services.waves import Waves
from tests.services.counting import counted
from tests.services.monitoring import OFFERING, Monitoring, build_monitoring

PAIRS = (PairFateRow, PairChangeRow, PairLevelRow)
LOW, MIDDLE, HIGH = Level


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


def tries(item: Item, *, right: bool) -> tuple[str, ...]:
    """What a child chooses who knows it, or who does not at either try."""
    if item.kind is ItemKind.ORDER3:
        first, *others = [option.id for option in item.options]
        return ("".join([first, *others] if right else [*others, first]),)
    best, *_, worse, worst = sorted(item.options, key=lambda option: option.points, reverse=True)
    if right:
        return (best.id,)
    return (worst.id, worse.id) if item.second_try else (worst.id,)


async def played(
    garden: Monitoring,
    wave: Wave,
    number: int,
    *,
    right: bool = True,
    mode: Mode = Mode.HOME,
    told: Help = Help.NONE,
) -> None:
    """A child has played to the end: in one transaction, scored as ever."""
    here = wave.organisation_id
    form = FormLetter.A if wave.kind is WaveKind.START else FormLetter.B
    async with garden.database.work() as work:
        child = await work.children.find(here, garden.sunny.children[number - 1])
        assert child is not None
        await work.attempts.begin(wave, child, form, mode, seed=number, pictures=False)
        attempt = await work.attempts.find(here, wave.id, child.id)
        assert attempt is not None
        await work.attempts.tell(attempt, RoleName.EXPERT)
        await work.attempts.tell(attempt, told)
        given = [
            Given(item.id, try_, choice, work.clock.now())
            for item in garden.instrument.forms[form]
            for try_, choice in zip((FIRST, SECOND), tries(item, right=right), strict=False)
        ]
        for one in given:
            assert await work.quiz_answers.add(attempt, one)
        held = await work.attempts.load([here], attempt.id)
        assert held is not None
        assert await finish_if_over(work, OFFERING.instruments, held, given)


async def opened(garden: Monitoring, kind: WaveKind, *groups: GroupId) -> Wave:
    """A wave of both groups, or of these."""
    return (await garden.open(*(groups or (garden.sunny.sun, garden.sunny.rays)), kind=kind)).wave


async def page(garden: Monitoring, final: Wave, group: GroupId | None = None) -> PairsPage:
    """What the psychologist reads."""
    return await WavePairs(garden.database, OFFERING.instruments).page(garden.psychologist, final.id, group)


async def rows_of_pairs(garden: Monitoring) -> list[int]:
    """How many rows stand in each of the tables."""
    return [await garden.sunny.count(row) for row in PAIRS]


async def answers(garden: Monitoring, wave: Wave, item_id: str) -> dict[tuple[str, str, int], int]:
    """What is kept of a question: mode, first choice, points."""
    of = table(ItemCountRow)
    async with garden.database.read() as reading:
        found = await reading.connection.execute(
            select(of.c.mode, of.c.first, of.c.points, of.c.n).where(
                of.c.wave_id == wave.id, of.c.item_id == item_id
            )
        )
        return {(mode, first, points): n for mode, first, points, n in found}


async def test_a_school_year(garden: Monitoring) -> None:
    """0005 changes its group, 0003 plays in autumn alone and 0006 in spring; 0004 plays on paper once."""
    sunny = garden.sunny
    start = await opened(garden, WaveKind.START)
    for number in (1, 3, 5):
        await played(garden, start, number)
    await played(garden, start, 2, right=False)
    await played(garden, start, 4, mode=Mode.PAPER)
    await garden.waves.close(garden.psychologist, start.id)
    assert await answers(garden, start, "k1a") == {
        ("home", "a", 2): 3,
        ("home", "d", 0): 1,
        ("paper", "a", 2): 1,
    }
    assert await rows_of_pairs(garden) == [0, 0, 0]
    async with garden.database.work() as work:
        await work.children.move(sunny.organisation_id, sunny.children[4], sunny.sun)

    final = await opened(garden, WaveKind.FINAL)
    assert (await page(garden, final)).pairing is Pairing.FINAL_OPEN
    for number in (1, 2, 4, 6):
        await played(garden, final, number)
    await played(garden, final, 5, right=False, told=Help.LITTLE)
    with counted(garden.database) as ran:
        closings = await asyncio.gather(
            *(garden.waves.close(garden.psychologist, final.id) for _ in range(3))
        )
    assert sum(one == Refused(Reason.WAVE_CLOSED) for one in closings) == 2
    assert sum(one.startswith("INSERT INTO pair_") for one in ran) == len(PAIRS), "once, and not row by row"
    assert (await answers(garden, final, "k1b"))["home", "a", 2] == 4

    found = await page(garden, final)
    assert (found.pairing, found.summary.n, found.summary.modes) == (Pairing.COUNTED, 3, {Mode.HOME: 3})
    assert found.summary.matrix == {(HIGH, HIGH): 1, (LOW, HIGH): 1, (HIGH, LOW): 1}
    once = (Fate.ONLY_START, Fate.ONLY_FINAL, Fate.OTHER_MODE)
    assert found.summary.left_out == dict.fromkeys(once, 1)
    assert set(found.summary.directions.values()) == {Direction(up=1, same=1, down=1)}
    assert found.helped == {WaveKind.START: Helped(5, 0, 0), WaveKind.FINAL: Helped(4, 1, 0)}
    async with garden.database.read() as reading:
        kept = await reading.wave_counts.pairs(sunny.organisation_id, final.id)
    total = {(one.group_id, one.change): one.n for one in kept.changes if one.measure is Measure.TOTAL}
    assert total == {(sunny.sun, Fraction(change)): 1 for change in (0, 28, -28)}
    rays = await page(garden, final, sunny.rays)
    assert (rays.summary.n, rays.summary.left_out) == (0, {Fate.ONLY_FINAL: 1})

    async with garden.database.work() as work:
        await work.erasures.forget_quizzes(sunny.children)
    assert await sunny.count(AttemptRow) == 0
    assert await page(garden, final) == found, "counts outlive the rows"
    head = await sunny.staff(Role.HEAD)
    with pytest.raises(Forbidden):
        await WavePairs(garden.database, OFFERING.instruments).page(head, final.id)
    with pytest.raises(Missing):
        await page(garden, start)
    with pytest.raises(Missing):
        await page(garden, final, GroupId(999))


async def test_the_later_of_two_closings_makes_the_pairs(garden: Monitoring) -> None:
    """Two waves are not open at once; if they ever were, and closed at the same moment, they have their pairs once."""
    start = await opened(garden, WaveKind.START)
    await played(garden, start, 1)
    await garden.waves.close(garden.psychologist, start.id)
    final = await opened(garden, WaveKind.FINAL)
    await played(garden, final, 1)
    await _reopened(garden, start)
    both = (garden.waves.close(garden.psychologist, wave.id) for wave in (final, start))
    await asyncio.gather(*both)
    assert (await page(garden, final)).summary.n == 1
    counts = Counter(await rows_of_pairs(garden))
    assert set(counts) == {5}, "five measures, each once"


async def _reopened(garden: Monitoring, wave: Wave) -> None:
    """As if it had never been closed."""
    async with garden.database.work() as work:
        for row in ("wave_cells", "item_counts"):
            await work.connection.exec_driver_sql(f"DELETE FROM {row} WHERE wave_id = {int(wave.id)}")
        await work.connection.execute(
            update(WaveRow).where(WaveRow.id == wave.id).values(status=WaveStatus.OPEN.value, closed_at=None)
        )


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_without_a_start_wave_there_are_no_pairs(garden: Monitoring) -> None:
    final = await opened(garden, WaveKind.FINAL)
    await played(garden, final, 1)
    await garden.waves.close(garden.psychologist, final.id)
    assert (await page(garden, final)).pairing is Pairing.NO_START
    assert await rows_of_pairs(garden) == [0, 0, 0]
    assert await garden.sunny.count(ItemCountRow) > 14


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_version_with_other_bands_makes_no_pairs(garden: Monitoring) -> None:
    start = await opened(garden, WaveKind.START)
    await played(garden, start, 1)
    await garden.waves.close(garden.psychologist, start.id)
    first = garden.instrument
    both = Instruments([first, replace(first, version=2, total=Band(15, 23, 28))])
    waves = Waves(garden.database, garden.database.clock, both)
    here = garden.sunny.organisation_id
    await waves.approve(garden.psychologist, here)
    await waves.open(garden.psychologist, here, garden.draft(kind=WaveKind.FINAL), "other")
    async with garden.database.read() as reading:
        found = await reading.waves.find_by_draft(here, "other")
    assert found is not None
    await waves.close(garden.psychologist, found.id)
    told = await WavePairs(garden.database, both).page(garden.psychologist, found.id)
    assert (told.pairing, await rows_of_pairs(garden)) == (Pairing.OTHER_SCALE, [0, 0, 0])
