"""Who reads what of a wave (rule 30): codes, a group's profile, children to sit with."""

from pathlib import Path

import pytest

from db.work import Database
from domain.attempts import AttemptStatus, Help, Mode, Question
from domain.ids import ChildId
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Kinship, Role
from domain.quizzes import Criterion
from domain.scoring import Level, score
from domain.waves import Wave
from tests.services.counting import counted
from tests.services.monitoring import Monitoring, build_monitoring, wrong
from tests.services.sunny import next_door


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def full_group(garden: Monitoring, count: int) -> tuple[Actor, Wave]:
    """`count` children of «Солнышко» with one adult who agrees for all of them, in an open wave."""
    sunny = garden.sunny
    async with garden.database.work() as work:
        await work.children.add(sunny.organisation_id, sunny.sun, 7, count - 4)
        found = await work.children.in_group(sunny.organisation_id, sunny.sun)
    sunny.children[:] = [child.id for child in found]
    numbers = range(1, count + 1)
    parent = await sunny.adult(*numbers)
    wave = (await garden.open()).wave
    await garden.agreed(parent, *numbers)
    return parent, wave


async def test_the_psychologist_s_table_is_what_the_answers_are_worth(garden: Monitoring) -> None:
    parent, wave = await full_group(garden, 5)
    await garden.whole(parent, wave.id, [2])
    play = await garden.start(parent, wave.id, 1)
    while isinstance(play.stage, Question):
        play = await garden.tap(parent, play, wrong(play.stage))
    play = await garden.play(parent, play, help_given=Help.MUCH)
    await garden.start(parent, wave.id, 3)
    page = await garden.results.codes(garden.psychologist, wave.id)
    assert [line.attempt.number for line in page.lines] == [1, 2], (
        "by number; who has not finished is not there"
    )
    for line in page.lines:
        async with garden.database.read() as reading:
            given = await reading.quiz_answers.of(line.attempt)
        assert line.score == score(garden.instrument, line.attempt.form, given)
        assert line.score.alone.asked == 3, "Д without the adult's question is kept beside it (rule 18)"
        assert (line.median_seconds, line.attempt.status) == (0.0, AttemptStatus.FINISHED)
    low, high = page.lines
    assert (low.score.level, low.attempt.help) == (Level.LOW, Help.MUCH)
    assert high.score.level is Level.HIGH
    assert (
        high.score.criteria[Criterion.KNOWLEDGE].points
        == garden.instrument.criteria[Criterion.KNOWLEDGE].most
    )


async def test_the_table_has_pages_and_few_statements(garden: Monitoring) -> None:
    parent, wave = await full_group(garden, 10)
    await garden.whole(parent, wave.id, range(1, 11))
    with counted(garden.database) as ran:
        first = await garden.results.codes(garden.psychologist, wave.id)
    assert len(ran) == 4, "the wave, its groups, attempts, scores: not one for each line"
    second = await garden.results.codes(garden.psychologist, wave.id, 1)
    assert [len(first.lines), first.more, len(second.lines), second.more] == [8, True, 2, False]
    assert (await garden.results.codes(garden.psychologist, wave.id, -5)).page == 0


async def test_who_reads_codes(garden: Monitoring) -> None:
    _, wave = await full_group(garden, 5)
    for who in (
        garden.teacher,
        await garden.sunny.staff(Role.HEAD),
        await garden.sunny.staff(Role.METHODIST),
    ):
        with pytest.raises(Forbidden):
            await garden.results.codes(who, wave.id)
    abroad = await (await next_door(garden.sunny)).staff(Role.PSYCHOLOGIST)
    with pytest.raises(Missing):
        await garden.results.codes(abroad, wave.id)


async def test_a_teacher_reads_the_profile_of_five_and_more_after_the_closing(garden: Monitoring) -> None:
    parent, wave = await full_group(garden, 6)
    sun = garden.sunny.sun
    await garden.whole(parent, wave.id, range(1, 6))
    await garden.play(parent, await garden.start(parent, wave.id, 6), help_given=Help.MUCH)
    early = await garden.results.profile(garden.teacher, wave.id, sun)
    assert (early.n, early.levels, early.totals) == (6, None, None), "differences would tell single children"
    assert early.may_enter
    psychologist = await garden.results.profile(garden.psychologist, wave.id, sun)
    assert psychologist.totals == {Level.LOW: 0, Level.MIDDLE: 0, Level.HIGH: 5}
    await garden.waves.close(garden.psychologist, wave.id)
    profile = await garden.results.profile(garden.teacher, wave.id, sun)
    assert profile.totals == psychologist.totals
    assert profile.levels is not None
    assert profile.levels[Criterion.MOTIVE] == {Level.LOW: 0, Level.MIDDLE: 0, Level.HIGH: 5}
    assert profile.alone == {Level.LOW: 0, Level.MIDDLE: 0, Level.HIGH: 5}
    assert (profile.n, profile.helped_much, profile.unclear, profile.may_enter) == (6, 1, 0, False)
    assert profile.modes == {Mode.HOME: 6}
    await garden.consents.withdraw(parent, garden.sunny.children[0])
    assert await garden.results.profile(garden.teacher, wave.id, sun) == profile


async def test_four_are_too_few_for_a_teacher(garden: Monitoring) -> None:
    parent, wave = await full_group(garden, 5)
    sun = garden.sunny.sun
    await garden.whole(parent, wave.id, range(1, 5))
    await garden.play(parent, await garden.start(parent, wave.id, 5), help_given=Help.MUCH)
    await garden.waves.close(garden.psychologist, wave.id)
    profile = await garden.results.profile(garden.teacher, wave.id, sun)
    assert (profile.n, profile.levels, profile.totals, profile.unclear) == (5, None, None, 0)
    assert (await garden.results.profile(garden.psychologist, wave.id, sun)).totals is not None


async def test_who_reads_a_profile(garden: Monitoring) -> None:
    _, wave = await full_group(garden, 5)
    sunny = garden.sunny
    head, other = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.rays)
    for who in (head, other):
        with pytest.raises(Forbidden):
            await garden.results.profile(who, wave.id, sunny.sun)
    with pytest.raises(Missing):
        await garden.results.profile(garden.psychologist, wave.id, sunny.rays)


async def test_the_children_of_a_group_with_how_far_each_is(garden: Monitoring) -> None:
    sunny = garden.sunny
    mother = await sunny.adult(1, 2)
    await sunny.adult(3, kinship=Kinship.RELATIVE)
    wave = (await garden.open(sunny.sun, sunny.rays)).wave
    await garden.agreed(mother, 1, 2)
    await garden.whole(mother, wave.id, [1])
    await garden.start(garden.teacher, wave.id, 2, mode=Mode.ONE_TO_ONE)
    page = await garden.results.children(garden.teacher, wave.id, sunny.sun)
    assert [
        (line.number, line.consent, None if line.attempt is None else line.attempt.status)
        for line in page.lines
    ] == [
        (1, True, AttemptStatus.FINISHED),
        (2, True, AttemptStatus.OPEN),
        (3, False, None),
        (4, False, None),
    ]
    one = await garden.results.child(garden.teacher, wave.id, sunny.children[1])
    assert one == page.lines[1]
    other = await sunny.staff(Role.TEACHER, sunny.rays)
    with pytest.raises(Forbidden):
        await garden.results.children(other, wave.id, sunny.sun)
    with pytest.raises(Forbidden):
        await garden.results.child(other, wave.id, sunny.children[0])
    for who in (await sunny.staff(Role.HEAD), mother):
        with pytest.raises(Forbidden):
            await garden.results.children(who, wave.id, sunny.sun)
    with pytest.raises(Missing):
        await garden.results.child(garden.teacher, wave.id, ChildId(999))
