"""A published quiz never changes: what was used is what is stored, or the bot does not start."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from content.quizzes import WHO_DOES_WHAT, Instruments, instruments
from db.models import InstrumentVersionRow
from db.work import Database
from services.instruments import InstrumentChanged, publish


async def rows(database: Database) -> list[tuple[str, int, str]]:
    """Published versions."""
    table = InstrumentVersionRow.__table__
    async with database.read() as reading:
        found = await reading.connection.execute(
            select(table.c.slug, table.c.version, table.c.sha256).order_by(table.c.version)
        )
        return [(row.slug, row.version, row.sha256) for row in found]


async def test_a_version_is_written_down_once(database: Database) -> None:
    first = instruments().newest(WHO_DOES_WHAT)
    assert await publish(database, instruments()) == len(instruments().all())
    assert await publish(database, instruments()) == 0
    assert (first.slug, first.version, first.sha256) in await rows(database)
    second = replace(first, version=first.version + 1, sha256="b" * 64)
    assert await publish(database, Instruments([first, second])) == 1
    async with database.read() as reading:
        found = await reading.connection.execute(select(InstrumentVersionRow.__table__.c.json))
        assert first.title in [said["title"] for said in found.scalars()]


async def test_a_file_that_changed_after_its_publication_stops_the_start(database: Database) -> None:
    first = instruments().newest(WHO_DOES_WHAT)
    await publish(database, Instruments([first]))
    before = await rows(database)
    changed = replace(first, sha256="c" * 64)
    newer = replace(first, version=first.version + 1)
    with pytest.raises(InstrumentChanged, match=r"kto-chto-delaet\.v1"):
        await publish(database, Instruments([changed, newer]))
    assert await rows(database) == before
