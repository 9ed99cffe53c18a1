"""Invitations to a quiz beyond a family's attention come in the evening; failures are told to who opened the wave."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from db.models import NoticeRow, PersonRow
from db.work import Database
from services.delivery import Deliveries, tell_author
from tests.services.monitoring import OFFERING, Monitoring, build_monitoring
from tests.services.sunny import next_door, told


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


def deliveries_of(garden: Monitoring) -> Deliveries:
    """What the delivery says by itself."""
    return Deliveries(garden.database, garden.database.clock, OFFERING)


async def test_an_invitation_without_room_is_a_line_of_the_evening(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1, 2)
    for number in range(2):
        await garden.sunny.publish(garden.teacher, f"t{number}", days=20)
    await garden.waves.approve(garden.psychologist, garden.sunny.organisation_id)
    reach = await garden.waves.preview(garden.psychologist, garden.sunny.organisation_id, garden.draft())
    assert getattr(reach, "limited_families", None) == 2
    wave = (await garden.open()).wave
    assert await garden.sunny.count(NoticeRow, kind="quiz-invited", status="summary") == 1
    garden.sunny.clock.advance(timedelta(hours=9, minutes=1))
    await deliveries_of(garden).put_summaries()
    summary = (await garden.sunny.leased("evening-summary"))[mother.person_id]
    found = await deliveries_of(garden).summary_for_notice(summary)
    assert found is not None
    [line] = found.quizzes
    assert (line.wave_id, line.emojis, line.closes_at) == (wave.id, ("🐻",), wave.closes_at)
    assert line.title == garden.instrument.title
    await garden.agreed(mother, 1, 2)
    await garden.whole(mother, wave.id, [1, 2])
    assert await deliveries_of(garden).summary_for_notice(summary) is None, "nothing is left to be played"


async def test_who_opened_the_wave_hears_of_who_could_not_be_reached(garden: Monitoring) -> None:
    mother, father = await garden.sunny.adult(1), await garden.sunny.adult(2)
    async with garden.database.work() as work:
        await work.connection.execute(
            update(PersonRow).where(PersonRow.id == mother.person_id).values(chat_closed_at=work.clock.now())
        )
    await garden.open()
    notice = (await garden.sunny.leased("quiz-invited"))[father.person_id]
    for _ in range(2):
        async with garden.database.work() as work:
            await tell_author(work, notice, garden.sunny.clock.now())
    assert await told(garden.database, "delivery-failed") == [garden.psychologist.person_id]
    garden.sunny.clock.advance(timedelta(minutes=11))
    failed = (await garden.sunny.leased("delivery-failed"))[garden.psychologist.person_id]
    trouble = await deliveries_of(garden).trouble_for_notice(failed)
    assert trouble is not None
    assert trouble.quiz is not None
    assert (trouble.event, trouble.quiz.emojis, trouble.report.closed) == (None, ("🐻",), 1)


async def test_an_adult_of_two_kindergartens_plays_in_the_one_that_asks(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1, account=4242)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    other = await next_door(garden.sunny)
    await other.adult(2, account=4242)
    both = await garden.sunny.reload(mother)
    assert len(both.memberships) == 2
    play = await garden.tap(both, await garden.start(both, wave.id, 1))
    assert (play.stars, (await garden.attempts.look(both, play.attempt.id)).stars) == (1, 1)
    assert [offer.child_id for offer in await garden.attempts.mine(both)] == [garden.sunny.children[0]]


async def test_a_newcomer_finds_the_quiz_without_a_message(garden: Monitoring) -> None:
    """An invitation goes to who is there at the opening; later ones see it in the menu and are nudged with all."""
    wave = (await garden.open()).wave
    mother = await garden.sunny.adult(1)
    [offer] = await garden.attempts.mine(mother)
    assert (offer.wave.id, offer.child) == (wave.id, "0001")
    garden.sunny.clock.advance(timedelta(days=4))
    assert await garden.ticks.nudge_due() == 1
