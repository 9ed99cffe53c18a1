"""A child plays: one row for each tap, whoever taps and however often, and nobody else's business."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import AttemptRow, QuizAnswerRow
from db.work import Database
from domain.attempts import AskHelp, AttemptStatus, ChooseRole, Help, Over, Question, RoleName
from domain.ids import AttemptId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Kinship, Role
from domain.quiz_views import ParentResult, Play
from domain.updates import CurrentUpdate, current_update
from tests.services.counting import counted
from tests.services.monitoring import Monitoring, build_monitoring, wrong
from tests.services.sunny import next_door


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


async def test_a_child_plays_from_the_first_star_to_the_parent_s_text(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    play = await garden.start(mother, wave.id, 1)
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
    offer = await garden.attempts.offer(mother, wave.id, garden.sunny.children[0])
    assert offer.refused == Refused(Reason.ATTEMPT_FINISHED)
