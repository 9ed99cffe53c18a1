"""Announcements to very many families: the work grows with their number, whatever the database believes of it."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.audience import Audience
from db.models import PersonSetRow
from db.work import Database, Reading
from domain.clock import MovableClock
from domain.event_forms import Invitees
from domain.ids import GroupId, OrganisationId, PersonId, PersonSetId
from tests.conftest import START
from tests.db import families
from tests.db.test_outbox import announcement

FAMILIES = 4_000
"""So many that a walk through all of them for each of them lasts longer than a statement may."""
LONGEST_STATEMENT = """DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET statement_timeout = ''5s''', current_database());
END $$"""


async def announce(database: Database, home: OrganisationId, groups: Collection[GroupId], number: int) -> int:
    async with database.work() as work:
        return await work.outbox.fan_out(
            announcement(home, number), work.event_audiences.parents_of(home, groups)
        )


async def test_a_hundred_thousand_families_of_four_thousand_groups(database: Database) -> None:
    home = await families.organisation(database)
    groups = await families.many_families(database, home, 4_000, 25)
    started = time.perf_counter()
    looks = 0
    async with asyncio.TaskGroup() as tasks:
        announcing = tasks.create_task(announce(database, home, groups, 1))
        while not announcing.done():
            async with database.read() as reading:
                await reading.deliveries.report(home, "event:1")
            looks += 1
            await asyncio.sleep(0.01)
    assert announcing.result() == 100_000
    took = time.perf_counter() - started
    assert took < 60, f"{took:.2f} s"  # 2 to 3 s on an idle machine
    assert looks > 10, "whoever only looks is answered meanwhile"
    started = time.perf_counter()
    assert await announce(database, home, groups[:1], 2) == 25
    took = time.perf_counter() - started
    longest = 0.5 if database.writer.dialect.name == "sqlite" else 3  # a tenth of either on an idle machine
    assert took < longest, f"{took:.2f} s for one group of them"


@pytest.fixture
def own_url(migrated: Callable[[str], str]) -> str:
    """None of the databases that are handed on from test to test: what it believes it goes on believing."""
    return migrated("postgresql")


@pytest.fixture
async def emptied(own_url: str, clock: MovableClock) -> AsyncIterator[Database]:
    """A PostgreSQL that believes that nobody is there: its families have left, and it has counted since.

    No statement may last long in it.
    """
    database = Database(own_url, clock)
    home = await families.organisation(database)
    await announce(database, home, await families.many_families(database, home, 1, FAMILIES), 1)
    async with database.work() as work:
        for table in ("outbox", "guardianships", "children", "memberships", "persons"):
            await work.connection.execute(text(f"DELETE FROM {table}"))
    async with database.reader.connect() as connection:
        await connection.execute(text("ANALYZE"))
        await connection.execute(text(LONGEST_STATEMENT))
    await database.close()
    opened = Database(own_url, clock)
    yield opened
    await opened.close()


async def test_statistics_of_an_emptied_database_slow_nothing_down(
    emptied: Database, clock: MovableClock
) -> None:
    home = await families.organisation(emptied)
    groups = await families.many_families(emptied, home, 1, FAMILIES)
    everybody = Invitees(staff=True, partners=True, set_ids=frozenset({await set_of_all(emptied, home)}))

    def audience(reading: Reading) -> Audience:
        return reading.event_audiences.audience_of(
            home, groups, everybody, today=START.date(), author=PersonId(0)
        )

    for number, limited in ((1, 0), (2, 0), (3, FAMILIES)):
        circular = announcement(home, number)
        async with emptied.read() as reading:
            seen = await reading.outbox.preview_budget(circular, audience(reading))
        assert (seen.people, seen.limited, seen.limited_families) == (FAMILIES, limited, limited)
        async with emptied.work() as work:
            assert await work.outbox.fan_out(circular, audience(work)) == FAMILIES
    evening = START + timedelta(hours=9)  # 19:00 in Novokuznetsk
    clock.move_to(evening)
    async with emptied.work() as work:
        ((organisation_id, hours),) = await work.outbox.held_by()
        assert await work.outbox.summarise(organisation_id, hours, evening) == FAMILIES
        nobody_new = work.event_audiences.but(audience(work), audience(work))
        assert await work.outbox.fan_out(announcement(home, 4), nobody_new) == 0
        report = await work.deliveries.report(home, "event:3")
    assert (report.total, report.in_summary) == (FAMILIES, FAMILIES)
    assert Counter(await families.statuses(emptied)) == {"queued": 3 * FAMILIES, "summarised": FAMILIES}


async def set_of_all(database: Database, home: OrganisationId) -> PersonSetId:
    """A set of people with every member of the kindergarten in it."""
    set_id = await families.add(
        database,
        PersonSetRow,
        organisation_id=home,
        name="Все",
        sort_key="все",
        created_at=families.LONG_AGO,
    )
    async with database.work() as work:
        await work.connection.execute(
            text(
                "INSERT INTO person_set_members (set_id, membership_id, organisation_id) "
                "SELECT CAST(:set_id AS BIGINT), id, organisation_id FROM memberships WHERE organisation_id = :home"
            ),
            {"set_id": set_id, "home": home},
        )
    return PersonSetId(set_id)
