"""What children did goes with the last consent, at the end of its term, and again from a restored backup."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from db.models import (
    AttemptRow,
    AttemptScoreRow,
    ChildConsentRow,
    FormDrawRow,
    QuizAnswerRow,
    WaveCellRow,
)
from db.work import Database
from domain.attempts import Attempt, Mode
from domain.ids import ChildId, WaveId
from domain.people import Actor, Kinship, Role
from domain.privacy import Erasure, Purpose
from domain.quiz_views import ParentResult
from domain.waves import WaveKind
from services.families import Families
from services.privacy import Privacy
from services.retention import Retention
from tests.services.monitoring import Monitoring, build_monitoring
from tests.services.test_quiz_consents import PAPER

OF_CHILDREN = (AttemptRow, QuizAnswerRow, AttemptScoreRow)


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


def privacy_of(garden: Monitoring) -> Privacy:
    """/my_data and leaving."""
    return Privacy(garden.database, garden.database.clock, garden.journal)


def retention_of(garden: Monitoring) -> Retention:
    """The retention job."""
    return Retention(garden.database, garden.database.clock, garden.journal, frozenset())


async def left(garden: Monitoring) -> list[bool]:
    """Whether anything is left of what children did, by table."""
    return [bool(await garden.sunny.count(row)) for row in OF_CHILDREN]


async def played(garden: Monitoring, *numbers: int) -> Actor:
    """A mother whose children have played to the end."""
    mother = await garden.sunny.adult(*numbers)
    wave = (await garden.open()).wave
    await garden.agreed(mother, *numbers)
    await garden.whole(mother, wave.id, numbers)
    assert await left(garden) == [True] * 3
    return mother


async def test_the_rows_go_with_the_adult_who_agreed(garden: Monitoring) -> None:
    mother = await played(garden, 1)
    await garden.sunny.adult(1)
    await privacy_of(garden).erase(mother)
    assert await left(garden) == [False] * 3
    assert await garden.sunny.count(FormDrawRow, child_id=garden.sunny.children[0]) == 0
    assert await garden.sunny.count(ChildConsentRow, person_id=None, withdrawn_by=None) == 1
    assert await garden.sunny.count(ChildConsentRow, withdrawn_at=None) == 0


async def test_they_stay_while_another_consent_stands(garden: Monitoring) -> None:
    mother = await played(garden, 1)
    father = await garden.sunny.adult(1)
    await garden.consents.on_paper(garden.teacher, garden.sunny.children[0], *PAPER)
    # a second consent in the bot is not asked for: his stands here by hand
    async with garden.database.work() as work:
        child = await work.children.find(garden.sunny.organisation_id, garden.sunny.children[0])
        assert child is not None
        text = await garden.consents.text(father, child.id, "ru")
        await work.child_consents.give(child, text, by=father.person_id, person_hash="f" * 64)
    await privacy_of(garden).leave(mother, garden.sunny.organisation_id)
    assert await left(garden) == [True] * 3
    await privacy_of(garden).leave(father, garden.sunny.organisation_id)
    assert await left(garden) == [False] * 3


async def test_a_paper_outlives_the_account(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.consents.on_paper(garden.teacher, garden.sunny.children[0], *PAPER)
    await garden.play(garden.teacher, await garden.start(garden.teacher, wave.id, 1, mode=Mode.PAPER))
    await privacy_of(garden).erase(mother)
    assert await left(garden) == [True] * 3


async def test_one_child_s_rows_are_not_another_s(garden: Monitoring) -> None:
    mother = await played(garden, 1, 2)
    await garden.consents.withdraw(mother, garden.sunny.children[0])
    assert await garden.sunny.count(AttemptRow, child_id=garden.sunny.children[1]) == 1
    assert await garden.sunny.count(AttemptRow) == 1


async def test_an_unbound_adult_takes_their_consent_along(garden: Monitoring) -> None:
    mother = await played(garden, 1, 2)
    head = await garden.sunny.staff(Role.HEAD)
    families = Families(garden.database, garden.database.clock)
    await families.unbind(head, garden.sunny.children[0], mother.memberships[0].id)
    assert await garden.sunny.count(AttemptRow) == 1, "of the child who stays with her"
    await families.mark_left(head, garden.sunny.children[1])
    assert await left(garden) == [False] * 3
    assert await garden.sunny.count(ChildConsentRow, withdrawn_at=None) == 0


async def test_representatives_get_what_a_child_did_and_relatives_do_not(garden: Monitoring) -> None:
    mother = await played(garden, 1)
    father = await garden.sunny.adult(1)
    aunt = await garden.sunny.adult(1, kinship=Kinship.RELATIVE)
    for who, rows in ((mother, 1), (father, 1), (aunt, 0)):
        tables = json.loads((await privacy_of(garden).my_data_file(who)).content)["tables"]
        assert len(tables["attempts"]) == rows
        assert bool(tables["quiz_answers"]) == bool(rows)
        assert all("level" not in row for row in tables["attempt_scores"])
        assert all("stopped_by" not in row for row in tables["attempts"])
        assert len(tables["child_consents"]) == (who is mother)


async def test_answers_go_a_year_after_the_final_wave_and_scores_stay(garden: Monitoring) -> None:
    mother = await played(garden, 1)
    clock = garden.sunny.clock
    clock.move_to(clock.now().replace(year=2027, month=5))
    assert await garden.ticks.close_due() == 1
    final = (await garden.open(kind=WaveKind.FINAL)).wave
    await garden.waves.close(garden.psychologist, final.id)
    clock.advance(timedelta(days=364))
    await retention_of(garden).run_due()
    assert await left(garden) == [True] * 3
    clock.advance(timedelta(days=2))
    gone = await retention_of(garden).run_due()
    assert gone[garden.sunny.organisation_id]["quiz-answers"] > 10
    assert await left(garden) == [True, False, True]
    result = await garden.attempts.result(mother, (await _attempt(garden)).id)
    assert isinstance(result, ParentResult), "the text needs the scores alone"


async def test_without_a_final_wave_answers_go_a_year_after_the_school_year(garden: Monitoring) -> None:
    await played(garden, 1)
    clock = garden.sunny.clock
    clock.move_to(clock.now().replace(year=2028, month=8, day=30))
    await retention_of(garden).run_due()
    assert (await left(garden))[1]
    clock.advance(timedelta(days=3))
    await retention_of(garden).run_due()
    assert await left(garden) == [True, False, True]


async def test_proofs_go_after_three_years(garden: Monitoring) -> None:
    mother = await played(garden, 1)
    await garden.consents.withdraw(mother, garden.sunny.children[0])
    garden.sunny.clock.advance(timedelta(days=3 * 365 + 1))
    await retention_of(garden).run_due()
    assert await garden.sunny.count(ChildConsentRow) == 0


async def test_a_restored_backup_takes_back_again_what_was_taken_back(garden: Monitoring) -> None:
    """The journal is replayed into a database that still has the consent, and only into such a one."""
    mother = await played(garden, 1, 2)
    child = garden.sunny.children[0]
    await garden.waves.close(garden.psychologist, (await _attempt(garden)).wave_id)
    cells = await garden.sunny.count(WaveCellRow)
    garden.sunny.clock.advance(timedelta(hours=1))
    line = _line(garden, mother, child)
    assert await privacy_of(garden).replay([line]) == 1
    assert await garden.sunny.count(AttemptRow) == 1
    assert await garden.sunny.count(AttemptRow, child_id=child) == 0
    assert await garden.sunny.count(ChildConsentRow, withdrawn_at=None) == 1
    assert await garden.sunny.count(WaveCellRow) == cells
    garden.sunny.clock.advance(timedelta(hours=1))
    await garden.agreed(mother, 1)
    assert await privacy_of(garden).replay([line]) == 0, "what was agreed later stands"
    assert await garden.sunny.count(ChildConsentRow, withdrawn_at=None) == 2


def _line(garden: Monitoring, who: Actor, child: ChildId) -> Erasure:
    """What the journal's file says, read back."""
    now = garden.sunny.clock.now()
    here = garden.sunny.organisation_id
    garden.journal.append([Erasure(now, who.person_id, "a" * 64, here, Purpose.CHILD, child)])
    [line] = garden.journal.read()
    return line


async def _attempt(garden: Monitoring) -> Attempt:
    """The first attempt of all."""
    async with garden.database.read() as reading:
        found = await reading.attempts.find(garden.sunny.organisation_id, WaveId(1), garden.sunny.children[0])
    assert found is not None
    return found
