"""Consent for a child: by a representative when it is needed, on paper through staff, taken back by either."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from content.consents import consent_texts
from db.models import AttemptRow, AuditRow, ChildConsentRow, ErasureRow, FormDrawRow
from db.work import Database
from domain.attempts import Mode
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from domain.privacy import Purpose
from tests.services.monitoring import Monitoring, build_monitoring
from tests.services.sunny import next_door

PAPER = ("12-с", date(2026, 9, 1))


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def test_the_proof_is_version_hash_date_and_a_keyed_hash(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    child = garden.sunny.children[0]
    text = await garden.consents.text(mother, child, "en")
    assert (text.purpose, text.version) == (Purpose.CHILD, 1)
    assert "Солнышко" in text.parts[0].text
    done = await asyncio.gather(*(garden.consents.give(mother, child, 1) for _ in range(5)))
    assert done == [None] * 5
    table = ChildConsentRow.__table__
    async with garden.database.read() as reading:
        [row] = (await reading.connection.execute(select(table))).mappings().all()
    assert row["text_hash"] == consent_texts().text(Purpose.CHILD, 1, "ru").sha256
    assert (row["person_id"], row["given_at"]) == (mother.person_id, garden.sunny.clock.now())
    assert len(row["person_hash"]) == 64
    assert await garden.sunny.count(AuditRow, action="child-consent.given") == 1


async def test_only_the_text_that_is_asked_for_now_is_agreed_to(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    for version in (0, 2):
        refused = await garden.consents.give(mother, garden.sunny.children[0], version)
        assert refused == Refused(Reason.CHANGED_MEANWHILE)
    assert await garden.sunny.count(ChildConsentRow) == 0


async def test_one_consent_is_enough_for_both_adults(garden: Monitoring) -> None:
    mother, father = await garden.sunny.adult(1), await garden.sunny.adult(1)
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    assert (await garden.attempts.offer(father, wave.id, garden.sunny.children[0])).refused is None


async def test_a_paper_is_noted_by_number_and_day(garden: Monitoring) -> None:
    child = garden.sunny.children[3]
    wave = (await garden.open()).wave
    assert await garden.consents.on_paper(garden.teacher, child, *PAPER) is None
    assert await garden.consents.on_paper(garden.teacher, child, *PAPER) is None
    assert await garden.sunny.count(ChildConsentRow, paper_number="12-с", person_hash=None) == 1
    assert (await garden.start(garden.teacher, wave.id, 4, mode=Mode.PAPER)).child == "0004"
    await garden.consents.withdraw(garden.teacher, child)
    assert await garden.sunny.count(AttemptRow) == 0
    refused = await garden.attempts.start(garden.teacher, wave.id, child, pictures=False, mode=Mode.PAPER)
    assert refused == Refused(Reason.CONSENT_NEEDED)


@pytest.mark.parametrize(
    ("number", "days", "reason"),
    [("  ", 0, Reason.EMPTY), ("9" * 41, 0, Reason.TOO_LONG), ("12", 1, Reason.DATE_TOO_FAR)],
)
async def test_a_paper_that_cannot_be(garden: Monitoring, number: str, days: int, reason: Reason) -> None:
    day = garden.sunny.clock.today("Asia/Novokuznetsk") + timedelta(days=days)
    refused = await garden.consents.on_paper(garden.teacher, garden.sunny.children[0], number, day)
    assert isinstance(refused, Refused)
    assert refused.reason is reason
    assert await garden.sunny.count(ChildConsentRow) == 0


async def test_who_notes_papers(garden: Monitoring) -> None:
    sunny = garden.sunny
    mother = await sunny.adult(1)
    for who in (mother, await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.rays)):
        with pytest.raises(Forbidden):
            await garden.consents.on_paper(who, sunny.children[0], *PAPER)
    for who in (await sunny.staff(Role.HEAD), await sunny.adult(2)):
        with pytest.raises(Forbidden):
            await garden.consents.withdraw(who, sunny.children[0])
    with pytest.raises(Missing):
        await garden.consents.withdraw(await (await next_door(sunny)).adult(1), sunny.children[0])
    with pytest.raises(Missing):
        await garden.consents.text(await sunny.adult(2), sunny.children[0], "ru")
    assert await sunny.count(ChildConsentRow) == 0


async def test_either_takes_every_consent_back_and_only_they_give_it_again(garden: Monitoring) -> None:
    mother, father = await garden.sunny.adult(1), await garden.sunny.adult(1)
    child = garden.sunny.children[0]
    wave = (await garden.open()).wave
    await garden.agreed(mother, 1)
    await garden.consents.on_paper(garden.teacher, child, *PAPER)
    await garden.start(mother, wave.id, 1)
    garden.sunny.clock.advance(timedelta(minutes=1))
    await asyncio.gather(*(garden.consents.withdraw(father, child) for _ in range(3)))
    assert await garden.sunny.count(ChildConsentRow, withdrawn_at=None) == 0
    assert (await garden.sunny.count(AttemptRow), await garden.sunny.count(FormDrawRow, child_id=child)) == (
        0,
        0,
    )
    assert await garden.sunny.count(ErasureRow, child_id=child) == 1
    assert [line.child_id for line in garden.journal.read()] == [child]
    stopped = Refused(Reason.ATTEMPT_STOPPED)
    assert (await garden.attempts.offer(mother, wave.id, child)).refused == stopped
    assert await garden.consents.give(mother, child, 1) == stopped
    for_him = await garden.attempts.offer(father, wave.id, child)
    assert for_him.refused == Refused(Reason.CONSENT_NEEDED)
    await garden.agreed(father, 1)
    assert (await garden.attempts.offer(mother, wave.id, child)).refused is None
    play = await garden.start(mother, wave.id, 1)
    assert play.stars == 0, "it begins anew"


async def test_nothing_to_take_back_leaves_no_line(garden: Monitoring) -> None:
    mother = await garden.sunny.adult(1)
    await garden.consents.withdraw(mother, garden.sunny.children[0])
    assert await garden.sunny.count(ErasureRow) == 0
    assert await garden.sunny.count(AuditRow) == 0
    assert garden.journal.read() == []
