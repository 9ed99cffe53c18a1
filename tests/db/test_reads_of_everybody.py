"""What staff look at in a large organisation that has just been brought in: PostgreSQL has not counted anything yet."""

from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import select, text

from db.models import PersonRow
from db.work import Database
from domain.clock import MovableClock
from domain.ids import GroupId, OrganisationId, PersonId
from tests.conftest import START
from tests.db import families
from tests.db.test_outbox_of_everybody import LONGEST_STATEMENT

FAMILIES, IN_EACH = 10_000, 25


@pytest.fixture
def own_url(migrated: Callable[[str], str]) -> str:
    """None of the databases that are handed on from test to test: what it believes it goes on believing."""
    return migrated("postgresql")


@pytest.fixture
async def uncounted(
    own_url: str, clock: MovableClock
) -> AsyncIterator[tuple[Database, OrganisationId, list[GroupId]]]:
    """Ten thousand families of four hundred groups; no statement may last long."""
    filling = Database(own_url, clock)
    home = await families.organisation(filling)
    groups = await families.many_families(filling, home, FAMILIES // IN_EACH, IN_EACH)
    async with filling.reader.connect() as connection:
        await connection.execute(text(LONGEST_STATEMENT))
    await filling.close()
    database = Database(own_url, clock)
    yield database, home, groups
    await database.close()


async def test_nothing_goes_through_everybody_for_each_of_them(
    uncounted: tuple[Database, OrganisationId, list[GroupId]],
) -> None:
    database, home, groups = uncounted
    author = await families.member(database, home, 7, role="head")
    event_id = await families.event(database, home, author, START.replace(month=10), *groups)
    async with database.read() as reading:
        anybody = select(PersonRow.id).where(PersonRow.platform_user_id >= 1_000_000).limit(1)
        parent = PersonId((await reading.connection.execute(anybody)).scalar_one())
        here = await reading.organisations.find(home)
        event = await reading.events.find(home, event_id)
        assert here is not None
        assert event is not None
        assert await reading.event_reads.count_families(home, groups) == (FAMILIES, FAMILIES, FAMILIES)
        assert await reading.event_reads.count_families(home, groups[:1]) == (IN_EACH, IN_EACH, IN_EACH)
        lines = await reading.organisation_reads.groups(home)
        assert {(line.children, line.families) for line in lines} == {(IN_EACH, IN_EACH)}
        [tenant] = await reading.organisation_reads.tenants(limit=2, offset=0)
        assert (tenant.children, tenant.families) == (FAMILIES, FAMILIES)
        told = await reading.attendance_reads.count(here, event, None)
        assert (told.families, told.count(None)) == (FAMILIES, FAMILIES)
        invitation = await reading.event_reads.invitation(home, event_id, parent)
        assert invitation is not None
        assert invitation.invited
        [coming] = await reading.event_lists.coming_for([home], parent, limit=9, offset=0)
        assert coming.id == event_id
