"""The line of the menu says what the list of quizzes says: it only asks the database once."""

from pathlib import Path

import pytest

from db.work import Database
from domain.attempts import Mode
from domain.people import Actor, Kinship
from services.quiz_offers import waiting_for, waiting_quiz
from tests.query_plans import recorded
from tests.services.monitoring import OFFERING, Monitoring, build_monitoring


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def seen(garden: Monitoring, adult: Actor) -> tuple[bool, bool]:
    """Whether a quiz waits for the adult, and whether it is begun; as the list of quizzes has it, too."""
    assert adult.current is not None
    async with garden.database.read() as reading:
        line = await waiting_quiz(reading, OFFERING, adult, adult.current)
        offers = await waiting_for(reading, OFFERING, adult)
    assert (line is not None) == bool(offers)
    if line is None:
        return False, False
    first = offers[0]
    assert (line.title, line.closes_at) == (first.instrument.title, first.wave.closes_at)
    assert line.begun == any(offer.attempt is not None for offer in offers)
    return True, line.begun


async def test_the_menu_says_what_the_list_says(garden: Monitoring) -> None:
    sunny = garden.sunny
    mother, father = await sunny.adult(1, 2), await sunny.adult(1)
    grandmother = await sunny.adult(1, kinship=Kinship.RELATIVE)
    assert await seen(garden, mother) == (False, False), "no wave is open"
    wave = (await garden.open()).wave
    assert await seen(garden, mother) == (True, False), "nobody has agreed yet: that comes first"
    assert await seen(garden, grandmother) == (False, False), "a relative does not play"
    await garden.agreed(mother, 1, 2)
    assert await seen(garden, mother) == await seen(garden, father) == (True, False)
    play = await garden.start(mother, wave.id, 1)
    assert await seen(garden, father) == (True, True)
    await garden.play(mother, play)
    assert await seen(garden, father) == (False, False), "his only child has finished"
    assert await seen(garden, mother) == (True, False), "her other one has not"
    await garden.play(garden.teacher, await garden.start(garden.teacher, wave.id, 2, mode=Mode.ONE_TO_ONE))
    assert await seen(garden, mother) == (False, False)


async def test_after_a_consent_was_taken_back(garden: Monitoring) -> None:
    sunny = garden.sunny
    mother, father = await sunny.adult(3), await sunny.adult(3)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 3)
    await garden.start(mother, wave.id, 3)
    await garden.consents.withdraw(mother, sunny.children[2])
    assert await seen(garden, mother) == (True, False), "whoever took it back may give it anew"
    assert await seen(garden, father) == (False, False), "and nobody else over their head"


async def test_in_one_question(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1, 2, 3)
    assert mother.current is not None
    await garden.open()
    await garden.agreed(mother, 1, 2, 3)
    async with garden.database.read() as reading:
        with recorded(garden.database) as ran:
            assert await waiting_quiz(reading, OFFERING, mother, mother.current) is not None
    assert len([statement for statement in ran if statement.startswith("SELECT")]) == 1
