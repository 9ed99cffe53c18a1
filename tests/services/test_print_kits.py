"""The kit to print: the version that children are asked in, noted without a child, refused to whoever sees no waves."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from content.quizzes import Instruments
from db.models import AuditRow
from db.work import Database
from domain.outcomes import Forbidden, Missing
from domain.people import Role
from domain.quizzes import FormLetter
from services.print_kits import PrintKits
from tests.services.monitoring import Monitoring, build_monitoring
from tests.services.sunny import next_door


@pytest.fixture
async def garden(database: Database, tmp_path: Path) -> Monitoring:
    """The kindergarten on both engines."""
    return await build_monitoring(database, tmp_path)


async def test_an_open_wave_is_printed_as_it_asks_and_the_next_one_as_it_will(garden: Monitoring) -> None:
    here, old = garden.sunny.organisation_id, garden.instrument
    newer = replace(old, version=old.version + 1, sha256="1" * 64)
    kits = PrintKits(garden.database, garden.sunny.clock, Instruments([old, newer]))
    assert (await kits.look(garden.teacher, here)).instrument.version == newer.version
    wave = (await garden.open()).wave.id
    for who in (garden.teacher, garden.psychologist):
        assert (await kits.look(who, here)).instrument.version == old.version
    await garden.waves.close(garden.psychologist, wave)
    assert (await kits.look(garden.teacher, here)).instrument.version == newer.version


async def test_printing_is_noted_and_refused_to_others(garden: Monitoring) -> None:
    here = garden.sunny.organisation_id
    kits = PrintKits(garden.database, garden.sunny.clock, Instruments([garden.instrument]))
    printed = await kits.print(garden.teacher, here, FormLetter.B)
    assert printed.instrument == garden.instrument
    stranger = await (await next_door(garden.sunny)).staff(Role.HEAD)
    specialist, mother = await garden.sunny.staff(Role.SPECIALIST), await garden.sunny.adult(1)
    for who in (stranger, mother, specialist):
        with pytest.raises((Forbidden, Missing)):
            await kits.print(who, here, FormLetter.B)
        with pytest.raises((Forbidden, Missing)):
            await kits.look(who, here)
    async with garden.database.read() as reading:
        query = select(AuditRow.__table__).where(AuditRow.action == "kit.printed")
        [row] = (await reading.connection.execute(query)).all()
    assert (row.person_id, row.subject) == (garden.teacher.person_id, "kit:kto-chto-delaet")
    assert row.details == {"version": 1, "form": "b"}


async def test_the_form_of_each_child_is_known_before_it_plays(garden: Monitoring) -> None:
    wave = (await garden.open()).wave.id
    seen = await garden.results.children(garden.teacher, wave, garden.sunny.sun)
    forms = [line.form for line in seen.lines]
    assert set(forms) == set(FormLetter), "half of each"
    one = await garden.results.child(garden.teacher, wave, seen.lines[0].child_id)
    assert one.form is forms[0]
