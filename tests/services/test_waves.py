"""Waves: approved first, opened once, told to representatives, nudged twice, and open to those who run them."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import AttemptRow, FormDrawRow, NoticeRow, WaveRow
from db.work import Database
from domain.ids import GroupId, WaveId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import AgeBand, Kinship, Role
from domain.quiz_views import QuizInvitation, WaveCard, WaveReach
from domain.waves import WaveKind, WaveStatus
from tests.services.monitoring import Monitoring, build_monitoring
from tests.services.sunny import mark_sent, next_door, told


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def forms(garden: Monitoring, column: str = "form") -> list[str]:
    """What was drawn, or taken, by the child's number."""
    table = (FormDrawRow if column == "form" else AttemptRow).__table__
    async with garden.database.read() as reading:
        found = await reading.connection.execute(select(table.c.form).order_by(table.c.child_id))
        return list(found.scalars())


async def test_no_wave_before_a_psychologist_has_approved_the_pack(garden: Monitoring) -> None:
    here = garden.sunny.organisation_id
    head = await garden.sunny.staff(Role.HEAD)
    page = await garden.waves.overview(head, here)
    assert (page.approved_at, page.may_open, page.may_approve) == (None, False, False)
    refused = await garden.waves.open(head, here, garden.draft(), "t")
    assert refused == Refused(Reason.PACK_NOT_APPROVED)
    assert await garden.waves.preview(head, here, garden.draft()) == refused
    with pytest.raises(Forbidden):
        await garden.waves.approve(head, here)
    assert (await garden.waves.overview(garden.psychologist, here)).may_approve
    approved = await garden.waves.approve(garden.psychologist, here)
    assert (approved.may_approve, approved.may_open) == (False, True)
    assert approved.approved_by is not None
    assert approved.approved_by.person_id == garden.psychologist.person_id
    garden.sunny.clock.advance(timedelta(days=1))
    again = await garden.waves.approve(garden.psychologist, here)
    assert again.approved_at == approved.approved_at
    assert isinstance(await garden.waves.open(head, here, garden.draft(), "t"), WaveCard)


async def test_representatives_are_invited_once_each(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1, 2)
    father = await garden.sunny.adult(1)
    await garden.sunny.adult(1, kinship=Kinship.RELATIVE)
    await garden.sunny.adult(5)
    await garden.waves.approve(garden.psychologist, garden.sunny.organisation_id)
    reach = await garden.waves.preview(garden.psychologist, garden.sunny.organisation_id, garden.draft())
    assert reach == WaveReach(children=4, families=2, adults=2, limited_families=0, closed=0)
    card = await garden.open()
    assert card.told == 2
    assert await told(garden.database, "quiz-invited") == [mother.person_id, father.person_id]
    assert (card.groups[0].children, card.groups[0].finished) == (4, 0)


async def test_a_wave_opened_twice_is_one(garden: Monitoring) -> None:
    await garden.sunny.adult(1)
    here = garden.sunny.organisation_id
    await garden.waves.approve(garden.psychologist, here)
    cards = await asyncio.gather(
        *(garden.waves.open(garden.psychologist, here, garden.draft(), "t1") for _ in range(5))
    )
    assert {card.wave.id for card in cards if isinstance(card, WaveCard)} == {1}
    assert sorted(card.told or 0 for card in cards if isinstance(card, WaveCard)) == [0, 0, 0, 0, 1]
    other = await garden.waves.open(garden.psychologist, here, garden.draft(), "t2")
    assert other == Refused(Reason.WAVE_EXISTS)
    assert (await garden.waves.opened(garden.psychologist, "t1")).wave.id == WaveId(1)
    with pytest.raises(Missing):
        await garden.waves.opened(garden.psychologist, "t3")
    assert await garden.sunny.count(WaveRow) == 1
    final = garden.draft(kind=WaveKind.FINAL)
    still = Refused(Reason.WAVE_STILL_OPEN)
    assert await garden.waves.preview(garden.psychologist, here, final) == still, "said before it is opened"
    assert await garden.waves.open(garden.psychologist, here, final, "t4") == still
    await garden.waves.close(garden.psychologist, WaveId(1))
    assert isinstance(await garden.waves.open(garden.psychologist, here, final, "t4"), WaveCard)
    garden.sunny.clock.advance(timedelta(days=365))
    assert await garden.ticks.close_due() == 1
    assert isinstance(await garden.waves.open(garden.psychologist, here, garden.draft(), "t5"), WaveCard)


async def test_two_people_who_open_at_once_open_one(garden: Monitoring) -> None:
    here = garden.sunny.organisation_id
    await garden.waves.approve(garden.psychologist, here)
    head = await garden.sunny.staff(Role.HEAD)
    outcomes = await asyncio.gather(
        garden.waves.open(garden.psychologist, here, garden.draft(), "hers"),
        garden.waves.open(head, here, garden.draft(kind=WaveKind.FINAL), "his"),
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "WaveCard"]
    assert await garden.sunny.count(WaveRow) == 1


@pytest.mark.parametrize(
    ("days", "reason"), [(0, Reason.DATE_PAST), (-3, Reason.DATE_PAST), (61, Reason.DATE_TOO_FAR)]
)
async def test_the_last_day_is_ahead_and_not_too_far(garden: Monitoring, days: int, reason: Reason) -> None:
    here = garden.sunny.organisation_id
    await garden.waves.approve(garden.psychologist, here)
    assert await garden.waves.open(garden.psychologist, here, garden.draft(days=days), "t") == Refused(reason)
    assert await garden.sunny.count(WaveRow) == 0


async def test_groups_of_other_ages_take_no_part(garden: Monitoring) -> None:
    here = garden.sunny.organisation_id
    await garden.waves.approve(garden.psychologist, here)
    async with garden.database.work() as work:
        little = await work.groups.create(here, "Капельки", "💧", AgeBand.Y3_4)
    assert little is not None
    abroad = await next_door(garden.sunny)
    offered = await garden.waves.groups(garden.psychologist, here)
    assert [group.name for group in offered] == ["Лучики", "Солнышко"]
    for group_id in (little.id, abroad.sun, GroupId(99)):
        with pytest.raises(Missing):
            await garden.waves.open(garden.psychologist, here, garden.draft(group_id), "t")
    nobody = replace(garden.draft(), group_ids=frozenset())
    assert await garden.waves.open(garden.psychologist, here, nobody, "t") == Refused(Reason.NO_GROUPS)


async def test_half_of_a_group_takes_each_form_and_the_other_in_the_final_wave(garden: Monitoring) -> None:
    numbers = (1, 2, 3, 4, 5, 6)
    parent = await garden.sunny.adult(*numbers)
    groups = (garden.sunny.sun, garden.sunny.rays)
    start = (await garden.open(*groups)).wave
    drawn = await forms(garden)
    assert Counter(drawn[:4]) == {"a": 2, "b": 2}
    assert Counter(drawn[4:]) == {"a": 1, "b": 1}
    await garden.agreed(parent, *numbers)
    for number in numbers:
        await garden.start(parent, start.id, number)
    assert await forms(garden, "taken") == drawn
    await garden.waves.close(garden.psychologist, start.id)
    garden.sunny.clock.advance(timedelta(days=180))
    final = (await garden.open(*groups, kind=WaveKind.FINAL)).wave
    plays = [await garden.start(parent, final.id, number) for number in numbers]
    assert [play.attempt.form.other.value for play in plays] == drawn


async def test_a_newcomer_evens_the_halves_out(garden: Monitoring) -> None:
    wave = (await garden.open()).wave
    async with garden.database.work() as work:
        await work.children.add(garden.sunny.organisation_id, garden.sunny.sun, 7, 2)
        for child in await work.children.in_group(garden.sunny.organisation_id, garden.sunny.sun):
            if child.id not in garden.sunny.children:
                garden.sunny.children.append(child.id)
    parent = await garden.sunny.adult(7, 8)
    await garden.agreed(parent, 7, 8)
    for number in (7, 8):
        await garden.start(parent, wave.id, number)
    assert Counter(await forms(garden)) == {"a": 3, "b": 3}


async def test_who_sees_which_groups(garden: Monitoring) -> None:
    here, sunny = garden.sunny.organisation_id, garden.sunny
    wave = (await garden.open(sunny.sun, sunny.rays)).wave
    other = await sunny.staff(Role.TEACHER, sunny.rays)
    assert [group.group.name for group in (await garden.waves.card(other, wave.id)).groups] == ["Лучики"]
    [line] = (await garden.waves.overview(other, here)).lines
    assert (line.children, line.finished) == (2, 0)
    card = await garden.waves.card(garden.teacher, wave.id)
    assert (card.may_close, card.may_see_codes) == (False, False)
    assert (card.groups[0].may_enter, card.groups[0].may_see_profile) == (True, True)
    for_methodist = await garden.waves.card(await sunny.staff(Role.METHODIST), wave.id)
    assert (for_methodist.may_close, for_methodist.may_see_codes) == (True, False)
    assert not for_methodist.groups[0].may_see_profile
    with pytest.raises(Forbidden):
        await garden.waves.close(garden.teacher, wave.id)
    with pytest.raises(Forbidden):
        await garden.waves.card(await sunny.staff(Role.SPECIALIST), wave.id)
    with pytest.raises(Missing):
        await garden.waves.card(await (await next_door(sunny)).staff(Role.HEAD), wave.id)


async def test_a_teacher_of_other_groups_sees_no_wave(garden: Monitoring) -> None:
    wave = (await garden.open(garden.sunny.sun)).wave
    other = await garden.sunny.staff(Role.TEACHER, garden.sunny.rays)
    assert (await garden.waves.overview(other, garden.sunny.organisation_id)).lines == ()
    with pytest.raises(Forbidden):
        await garden.waves.card(other, wave.id)


async def test_two_gentle_nudges_go_to_who_still_may_play(garden: Monitoring) -> None:
    sunny = garden.sunny
    done, silent, stopped, taken_back = [await sunny.adult(number) for number in (1, 2, 3, 4)]
    wave = (await garden.open(days=14)).wave
    for who, number in ((done, 1), (stopped, 3), (taken_back, 4)):
        await garden.agreed(who, number)
    await garden.whole(done, wave.id, [1])
    play = await garden.start(stopped, wave.id, 3)
    await garden.attempts.stop(stopped, play.attempt.id)
    await garden.consents.withdraw(taken_back, sunny.children[3])
    assert await garden.ticks.nudge_due() == 0
    await mark_sent(garden.database)
    sunny.clock.advance(timedelta(days=4))
    assert await garden.ticks.nudge_due() == 1
    assert await garden.ticks.nudge_due() == 0
    assert await told(garden.database, "quiz-nudge") == [silent.person_id]
    sunny.clock.move_to(wave.closes_at - timedelta(days=2))
    assert [await garden.ticks.nudge_due() for _ in range(3)] == [1, 0, 0]
    sunny.clock.move_to(wave.closes_at)
    assert await garden.ticks.nudge_due() == 0
    assert await told(garden.database, "quiz-nudge") == [silent.person_id] * 2


async def test_after_a_long_silence_of_the_bot_one_nudge_is_enough(garden: Monitoring) -> None:
    await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    garden.sunny.clock.move_to(wave.closes_at - timedelta(days=1))
    assert [await garden.ticks.nudge_due() for _ in range(2)] == [1, 0]


async def test_what_an_invitation_says_when_it_is_sent(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1, 5)
    wave = (await garden.open(garden.sunny.sun, garden.sunny.rays)).wave
    notice = (await garden.sunny.leased("quiz-invited"))[mother.person_id]
    found = await garden.notices.invited_for_notice(notice)
    assert isinstance(found, QuizInvitation)
    assert [group.name for group in found.groups] == ["Лучики", "Солнышко"]
    assert found.children == (garden.sunny.children[0], garden.sunny.children[4])
    await garden.agreed(mother, 1)
    await garden.whole(mother, wave.id, [1])
    left = await garden.notices.nudge_for_notice(notice)
    assert left is not None
    assert [group.name for group in left.groups] == ["Лучики"]
    await garden.waves.close(garden.psychologist, wave.id)
    assert await garden.notices.invited_for_notice(notice) is None


async def test_a_closing_takes_unsent_messages_back_and_tells_teachers(garden: Monitoring) -> None:
    await garden.sunny.adult(1)
    other = await garden.sunny.staff(Role.TEACHER, garden.sunny.rays)
    wave = (await garden.open()).wave
    await garden.waves.close(garden.psychologist, wave.id)
    assert await garden.sunny.count(NoticeRow, kind="quiz-invited", status="cancelled") == 1
    assert await told(garden.database, "wave-closed") == [garden.teacher.person_id]
    notice = (await garden.sunny.leased("wave-closed"))[garden.teacher.person_id]
    card = await garden.notices.closed_for_notice(notice)
    assert card is not None
    assert card.wave.status is WaveStatus.CLOSED
    assert await garden.notices.closed_for_notice(replace(notice, person_id=other.person_id)) is None
