"""No statement of quizzes and waves walks through a table that grows, from the opening to the last term."""

from datetime import timedelta
from pathlib import Path

import pytest

from db.work import Database
from domain.attempts import Mode
from domain.people import Role
from domain.waves import WaveKind
from services.delivery import Deliveries
from services.families import Families
from services.privacy import Privacy
from services.retention import Retention
from services.wave_pairs import WavePairs
from tests.query_plans import recorded, scans
from tests.services.monitoring import OFFERING, Monitoring, build_monitoring
from tests.services.test_quiz_consents import PAPER


async def everything(garden: Monitoring) -> None:
    """Every use case, every tick, every end."""
    here, sunny = garden.sunny.organisation_id, garden.sunny
    head = await sunny.staff(Role.HEAD)
    mother, father = await sunny.adult(1, 2, 3), await sunny.adult(1)
    await garden.waves.groups(head, here)
    await garden.waves.preview(head, here, garden.draft())
    wave = (await garden.open()).wave
    await garden.groups.waiting(head, wave.id)
    await garden.groups.preview(head, wave.id, sunny.rays)
    await garden.groups.add(head, wave.id, sunny.rays)
    await garden.waves.overview(garden.teacher, here)
    await garden.waves.overview(head, here)
    notice = (await sunny.leased("quiz-invited"))[mother.person_id]
    await garden.notices.invited_for_notice(notice)
    await garden.agreed(mother, 1, 2, 3)
    await garden.whole(mother, wave.id, [1])
    play = await garden.start(mother, wave.id, 2)
    await garden.attempts.pause(mother, play.attempt.id)
    await garden.attempts.resume(mother, play.attempt.id)
    await garden.attempts.to_text(mother, play.attempt.id)
    await garden.attempts.stop(mother, play.attempt.id)
    await garden.consents.on_paper(garden.teacher, sunny.children[3], *PAPER)
    await garden.play(garden.teacher, await garden.start(garden.teacher, wave.id, 4, mode=Mode.PAPER))
    await garden.attempts.mine(father)
    await garden.results.codes(garden.psychologist, wave.id)
    await garden.results.children(garden.teacher, wave.id, sunny.sun)
    await garden.results.profile(garden.psychologist, wave.id, sunny.sun)
    sunny.clock.advance(timedelta(days=5))
    await garden.ticks.nudge_due()
    deliveries = Deliveries(garden.database, garden.database.clock, OFFERING)
    await deliveries.summary_for_notice(notice)
    await garden.consents.withdraw(father, sunny.children[0])
    sunny.clock.move_to(wave.closes_at)
    await garden.ticks.close_due()
    await garden.results.profile(garden.teacher, wave.id, sunny.sun)
    await garden.attempts.past(mother)
    final = (await garden.open(kind=WaveKind.FINAL)).wave
    await garden.waves.close(garden.psychologist, final.id)
    await WavePairs(garden.database, OFFERING.instruments).page(garden.psychologist, final.id)
    privacy = Privacy(garden.database, garden.database.clock, garden.journal)
    await privacy.my_data_file(mother)
    await Families(garden.database, garden.database.clock).mark_left(head, sunny.children[1])
    await privacy.erase(mother)
    sunny.clock.advance(timedelta(days=1200))
    await Retention(garden.database, garden.database.clock, garden.journal, frozenset()).run_due()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_scanned(database: Database, tmp_path: Path) -> None:
    garden = await build_monitoring(database, tmp_path)
    with recorded(database) as ran:
        await everything(garden)
    assert len(ran) > 80, "a story with nothing in it would prove nothing"
    assert await scans(database, ran) == {}
