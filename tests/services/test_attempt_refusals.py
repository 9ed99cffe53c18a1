"""Who may not play, and what ends a quiz in the middle: a stop, a withdrawal, the wave's closing, a move."""

from datetime import timedelta
from pathlib import Path

import pytest

from db.models import AttemptRow, AuditRow, QuizAnswerRow
from db.work import Database
from domain.attempts import AttemptStatus, Mode, Over, Question
from domain.ids import AttemptId, WaveId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Kinship, Role
from domain.quiz_views import ParentResult, Play, WaveCard
from services.families import Families
from tests.services.monitoring import Monitoring, best, build_monitoring
from tests.services.sunny import next_door


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def begun(garden: Monitoring) -> tuple[Actor, Play]:
    """A mother whose child has answered one question."""
    mother = await garden.sunny.adult(1)
    wave = (await garden.open(garden.sunny.sun, garden.sunny.rays)).wave
    await garden.agreed(mother, 1)
    return mother, await garden.tap(mother, await garden.start(mother, wave.id, 1))


async def stored(garden: Monitoring) -> tuple[int, int, int]:
    """Attempts, answers, lines of the audit log."""
    return (
        await garden.sunny.count(AttemptRow),
        await garden.sunny.count(QuizAnswerRow),
        await garden.sunny.count(AuditRow),
    )


async def test_nothing_begins_before_a_representative_agrees(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    child = garden.sunny.children[0]
    before = await stored(garden)
    offer = await garden.attempts.offer(mother, wave.id, child)
    assert (offer.refused, offer.attempt) == (Refused(Reason.CONSENT_NEEDED), None)
    assert await garden.attempts.start(mother, wave.id, child, pictures=True) == offer.refused
    with_staff = await garden.attempts.start(
        garden.teacher, wave.id, child, pictures=True, mode=Mode.ONE_TO_ONE
    )
    assert with_staff == offer.refused
    assert await stored(garden) == before
    await garden.agreed(mother, 1)
    assert (await garden.attempts.offer(mother, wave.id, child)).refused is None
    assert isinstance(await garden.attempts.start(mother, wave.id, child, pictures=True), Play)


async def test_a_relative_neither_plays_nor_reads(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    grandmother = await garden.sunny.adult(1, kinship=Kinship.RELATIVE)
    wave_id, child = play.attempt.wave_id, garden.sunny.children[0]
    before = await stored(garden)
    offer = await garden.attempts.offer(grandmother, wave_id, child)
    assert (offer.refused, offer.attempt) == (Refused(Reason.ONLY_REPRESENTATIVE), None)
    assert await garden.attempts.mine(grandmother) == ()
    begin = await garden.attempts.start(grandmother, wave_id, child, pictures=True)
    assert begin == Refused(Reason.ONLY_REPRESENTATIVE)
    assert isinstance(play.stage, Question)
    for forbidden in (
        garden.attempts.look(grandmother, play.attempt.id),
        garden.attempts.answer(grandmother, play.attempt.id, play.stage.item.id, 1, best(play.stage)),
        garden.attempts.pause(grandmother, play.attempt.id),
        garden.attempts.stop(grandmother, play.attempt.id),
        garden.attempts.result(grandmother, play.attempt.id),
        garden.consents.text(grandmother, child, "ru"),
        garden.consents.give(grandmother, child, 1),
        garden.consents.withdraw(grandmother, child),
    ):
        with pytest.raises(Forbidden):
            await forbidden
    assert await stored(garden) == before
    assert (await garden.attempts.look(mother, play.attempt.id)).stars == 1


async def test_strangers_find_nothing(garden: Monitoring) -> None:
    _, play = await begun(garden)
    assert isinstance(play.stage, Question)
    wave_id, child = play.attempt.wave_id, garden.sunny.children[0]
    other_family = await garden.sunny.adult(2)
    abroad = await (await next_door(garden.sunny)).adult(1)
    before = await stored(garden)
    for who, error in ((other_family, Forbidden), (abroad, Missing)):
        with pytest.raises(error):
            await garden.attempts.look(who, play.attempt.id)
        with pytest.raises(error):
            await garden.attempts.answer(who, play.attempt.id, play.stage.item.id, 1, best(play.stage))
        with pytest.raises(Missing):
            await garden.attempts.offer(who, wave_id, child)
        with pytest.raises(Missing):
            await garden.attempts.start(who, wave_id, child, pictures=True)
        with pytest.raises(Missing):
            await garden.consents.give(who, child, 1)
    for attempt_id in (AttemptId(0), AttemptId(77)):
        with pytest.raises(Missing):
            await garden.attempts.look(other_family, attempt_id)
    with pytest.raises(Missing):
        await garden.attempts.start(other_family, WaveId(77), garden.sunny.children[1], pictures=True)
    assert await stored(garden) == before


async def test_one_representative_stops_and_the_other_reads_only_that(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    father = await garden.sunny.adult(1)
    wave_id, child = play.attempt.wave_id, garden.sunny.children[0]
    stopped = await garden.attempts.stop(father, play.attempt.id)
    assert stopped.refused == Refused(Reason.ATTEMPT_STOPPED)
    assert stopped.attempt is not None
    for_her = await garden.attempts.offer(mother, wave_id, child)
    assert (for_her.refused, for_her.attempt) == (Refused(Reason.ATTEMPT_STOPPED), None)
    tapped = await garden.tap(mother, play)
    assert (tapped.late, tapped.refused) == (True, Refused(Reason.ATTEMPT_STOPPED))
    again = await garden.attempts.start(mother, wave_id, child, pictures=True)
    assert again == Refused(Reason.ATTEMPT_STOPPED)
    assert (await garden.attempts.resume(mother, play.attempt.id)).attempt.status is AttemptStatus.STOPPED
    on = await garden.attempts.resume(father, play.attempt.id)
    assert (on.attempt.status, on.stars, on.refused) == (AttemptStatus.OPEN, 1, None)
    assert (await garden.tap(mother, on)).stars == 2


async def test_a_stop_ends_with_whoever_gave_it(garden: Monitoring) -> None:
    """Nobody is left who could let the child go on but the other representative."""
    mother, play = await begun(garden)
    father = await garden.sunny.adult(1)
    await garden.attempts.stop(father, play.attempt.id)
    async with garden.database.work() as work:
        await work.people.end_membership(garden.sunny.organisation_id, father.memberships[0].id)
    offer = await garden.attempts.offer(mother, play.attempt.wave_id, garden.sunny.children[0])
    assert offer.attempt is not None
    assert (await garden.attempts.resume(mother, play.attempt.id)).attempt.status is AttemptStatus.OPEN


async def test_a_stopped_quiz_is_played_by_staff_neither(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    play = await garden.start(garden.teacher, wave.id, 1, mode=Mode.ONE_TO_ONE)
    await garden.attempts.stop(mother, play.attempt.id)
    tapped = await garden.tap(garden.teacher, play)
    assert (tapped.late, tapped.refused) == (True, Refused(Reason.ATTEMPT_STOPPED))
    again = await garden.attempts.start(
        garden.teacher, wave.id, garden.sunny.children[0], pictures=False, mode=Mode.ONE_TO_ONE
    )
    assert again == Refused(Reason.ATTEMPT_STOPPED)
    assert (
        await garden.attempts.resume(garden.teacher, play.attempt.id)
    ).attempt.status is AttemptStatus.STOPPED


async def test_a_wave_closed_in_the_middle_takes_no_more(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    assert isinstance(await garden.waves.close(garden.psychologist, play.attempt.wave_id), WaveCard)
    before = await stored(garden)
    tapped = await garden.tap(mother, play)
    assert (tapped.late, tapped.refused, tapped.stars) == (True, Refused(Reason.WAVE_CLOSED), 1)
    for looked in (
        await garden.attempts.look(mother, play.attempt.id),
        await garden.attempts.pause(mother, play.attempt.id),
        await garden.attempts.resume(mother, play.attempt.id),
    ):
        assert looked.refused == Refused(Reason.WAVE_CLOSED)
    offer = await garden.attempts.offer(mother, play.attempt.wave_id, garden.sunny.children[0])
    assert offer.refused == Refused(Reason.WAVE_CLOSED)
    assert await garden.attempts.result(mother, play.attempt.id) == Refused(Reason.WAVE_CLOSED)
    assert await garden.attempts.mine(mother) == ()
    assert await stored(garden) == before


async def test_the_last_day_ends_it_before_any_tick(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    wave = (await garden.waves.card(garden.psychologist, play.attempt.wave_id)).wave
    garden.sunny.clock.move_to(wave.closes_at - timedelta(seconds=1))
    assert (await garden.tap(mother, play)).stars == 2
    play = await garden.attempts.look(mother, play.attempt.id)
    garden.sunny.clock.move_to(wave.closes_at)
    assert (await garden.tap(mother, play)).refused == Refused(Reason.WAVE_CLOSED)
    child = garden.sunny.children[1]
    other = await garden.sunny.adult(2)
    assert await garden.attempts.start(other, wave.id, child, pictures=True) == Refused(Reason.WAVE_CLOSED)


async def test_who_has_finished_reads_the_text_after_the_closing_too(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    over = await garden.play(mother, play)
    await garden.waves.close(garden.psychologist, play.attempt.wave_id)
    assert isinstance(await garden.attempts.result(mother, over.attempt.id), ParentResult)
    assert (await garden.attempts.look(mother, over.attempt.id)).stage == Over()
    offer = await garden.attempts.offer(mother, play.attempt.wave_id, garden.sunny.children[0])
    assert offer.refused == Refused(Reason.ATTEMPT_FINISHED)


async def test_a_child_who_moves_goes_on_with_what_was_begun(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1, 2)
    wave = (await garden.open(garden.sunny.sun)).wave
    await garden.agreed(mother, 1, 2)
    play = await garden.tap(mother, await garden.start(mother, wave.id, 1))
    async with garden.database.work() as work:
        for child in garden.sunny.children[:2]:
            await work.children.move(garden.sunny.organisation_id, child, garden.sunny.rays)
    mother = await garden.sunny.reload(mother)
    assert [offer.child for offer in await garden.attempts.mine(mother)] == ["0001"]
    over = await garden.play(mother, await garden.attempts.look(mother, play.attempt.id))
    assert over.attempt.group_id == garden.sunny.sun, "it counts where it was begun"
    with pytest.raises(Missing):  # the other group takes no part
        await garden.attempts.start(mother, wave.id, garden.sunny.children[1], pictures=True)


async def test_a_child_who_left_takes_the_quiz_along(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    head = await garden.sunny.staff(Role.HEAD)
    await Families(garden.database, garden.database.clock).mark_left(head, garden.sunny.children[0])
    assert await garden.sunny.count(AttemptRow) == 0
    assert await garden.sunny.count(QuizAnswerRow) == 0
    with pytest.raises((Forbidden, Missing)):
        await garden.tap(await garden.sunny.reload(mother), play)


async def test_what_staff_play_is_not_played_at_home(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    child = garden.sunny.children[0]
    play = await garden.start(garden.teacher, wave.id, 1, mode=Mode.PAPER)
    assert play.child == "0001"
    elsewhere = Refused(Reason.ATTEMPT_ELSEWHERE)
    assert (await garden.attempts.offer(mother, wave.id, child)).refused == elsewhere
    assert await garden.attempts.start(mother, wave.id, child, pictures=True) == elsewhere
    with pytest.raises(Forbidden):
        await garden.tap(mother, play)
    one_to_one = await garden.attempts.start(
        garden.teacher, wave.id, child, pictures=True, mode=Mode.ONE_TO_ONE
    )
    assert one_to_one == elsewhere
    over = await garden.play(garden.teacher, play)
    assert (over.attempt.status, over.attempt.role_name) == (AttemptStatus.FINISHED, None)
    assert isinstance(await garden.attempts.result(mother, over.attempt.id), ParentResult)
    with pytest.raises(Forbidden):
        await garden.attempts.result(garden.teacher, over.attempt.id)


async def test_who_plays_with_a_group_s_children(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    await garden.agreed(await garden.sunny.adult(2), 2)
    sunny, wave_id = garden.sunny, play.attempt.wave_id
    others = await sunny.staff(Role.TEACHER, sunny.rays)
    head, methodist = await sunny.staff(Role.HEAD), await sunny.staff(Role.METHODIST)
    before = await stored(garden)
    for who in (others, head, methodist, mother):
        with pytest.raises(Forbidden):
            await garden.attempts.start(who, wave_id, sunny.children[1], pictures=True, mode=Mode.ONE_TO_ONE)
        with pytest.raises(Forbidden):
            await garden.attempts.start(who, wave_id, sunny.children[1], pictures=True, mode=Mode.PAPER)
    for who in (others, head, methodist, garden.teacher, garden.psychologist):
        with pytest.raises(Forbidden):  # the family plays at home
            await garden.tap(who, play)
        with pytest.raises(Missing):  # and only the family
            await garden.attempts.start(who, wave_id, sunny.children[1], pictures=True)
    assert await stored(garden) == before
    for who in (garden.teacher, garden.psychologist):
        assert (await garden.start(who, wave_id, 2, mode=Mode.ONE_TO_ONE)).attempt.mode is Mode.ONE_TO_ONE


async def test_a_withdrawal_in_the_middle_takes_everything_along(garden: Monitoring) -> None:
    mother, play = await begun(garden)
    father = await garden.sunny.adult(1)
    await garden.consents.withdraw(father, garden.sunny.children[0])
    assert await garden.sunny.count(AttemptRow) == 0
    assert await garden.sunny.count(QuizAnswerRow) == 0
    with pytest.raises(Missing):
        await garden.tap(mother, play)
    again = await garden.attempts.start(mother, play.attempt.wave_id, garden.sunny.children[0], pictures=True)
    assert again == Refused(Reason.ATTEMPT_STOPPED)
