"""A group that joins an open wave: forms are drawn, families hear of it once, and nothing after the closing."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import AuditRow, FormDrawRow, WaveGroupRow
from db.work import Database
from domain.ids import GroupId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import AgeBand, Role
from domain.quiz_views import GroupsToJoin, WaveCard, WaveReach
from tests.services.monitoring import Monitoring, build_monitoring
from tests.services.sunny import told


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines; «Капельки» are too little for the quiz."""
    made = await build_monitoring(database, tmp_path)
    async with database.work() as work:
        await work.groups.create(made.sunny.organisation_id, "Капельки", "💧", AgeBand.Y3_4)
    return made


async def test_a_group_joins_once_and_its_families_hear_of_it_once(garden: Monitoring) -> None:
    sunny = garden.sunny
    both, other = await sunny.adult(1, 5), await sunny.adult(6)
    card = await garden.open()
    assert (card.may_add, card.told) == (True, 1)
    waiting = await garden.groups.waiting(garden.psychologist, card.wave.id)
    assert isinstance(waiting, GroupsToJoin)
    assert [group.id for group in waiting.groups] == [sunny.rays], "«Капельки» are too young"
    found = await garden.groups.preview(garden.psychologist, card.wave.id, sunny.rays)
    assert isinstance(found, tuple)
    assert found[1] == WaveReach(children=2, families=2, adults=2, limited_families=0, closed=0)
    joined = await asyncio.gather(
        *(garden.groups.add(garden.psychologist, card.wave.id, sunny.rays) for _ in range(3))
    )
    cards = [one for one in joined if isinstance(one, WaveCard)]
    assert sorted((one.told is None, one.may_add) for one in cards) == [
        (False, False),
        (True, False),
        (True, False),
    ]
    assert await told(garden.database, "quiz-invited") == [both.person_id, both.person_id, other.person_id], (
        "for another child: once more"
    )
    assert await sunny.count(WaveGroupRow) == 2
    assert await sunny.count(AuditRow, action="wave.joined") == 1
    async with garden.database.read() as reading:
        drawn = await reading.connection.execute(select(FormDrawRow.form, FormDrawRow.child_id))
    of_rays = [form for form, child in drawn if child in sunny.children[4:6]]
    assert Counter(of_rays) == {"a": 1, "b": 1}
    await garden.agreed(both, 5)
    await garden.whole(both, card.wave.id, [5])
    assert (await garden.waves.card(garden.psychologist, card.wave.id)).groups[0].finished == 1


async def test_who_adds_a_group_and_which(garden: Monitoring) -> None:
    wave = (await garden.open()).wave
    for role in (Role.HEAD, Role.METHODIST):
        assert (await garden.waves.card(await garden.sunny.staff(role), wave.id)).may_add
    assert not (await garden.waves.card(garden.teacher, wave.id)).may_add
    with pytest.raises(Forbidden):
        await garden.groups.add(garden.teacher, wave.id, garden.sunny.rays)
    async with garden.database.read() as reading:
        little = [
            g.id for g in await reading.groups.active(garden.sunny.organisation_id) if g.name == "Капельки"
        ]
    for group_id in (*little, GroupId(999)):
        with pytest.raises(Missing):
            await garden.groups.add(garden.psychologist, wave.id, group_id)


async def test_no_group_joins_what_is_closed(garden: Monitoring) -> None:
    wave = (await garden.open()).wave
    closed = Refused(Reason.WAVE_CLOSED)
    garden.sunny.clock.move_to(wave.closes_at)
    assert await garden.groups.add(garden.psychologist, wave.id, garden.sunny.rays) == closed, (
        "before any tick"
    )
    await garden.waves.close(garden.psychologist, wave.id)
    assert await garden.groups.waiting(garden.psychologist, wave.id) == closed
    assert await garden.groups.preview(garden.psychologist, wave.id, garden.sunny.rays) == closed
    assert await garden.groups.add(garden.psychologist, wave.id, garden.sunny.rays) == closed
    assert not (await garden.waves.card(garden.psychologist, wave.id)).may_add
    assert await garden.sunny.count(WaveGroupRow) == 1
