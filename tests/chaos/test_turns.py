"""What makes simultaneous taps harmless: two people on one staff link, with the guard and without it."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import update

from db.engine import is_sqlite
from db.models import LinkRow
from db.repositories.links import Links
from db.work import Database
from domain.ids import LinkId, OrganisationId, PersonId, Token
from domain.joining import Joined
from domain.links import LinkKind
from domain.people import Role
from tests.services.doorstep import open_door


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "unguarded"])
async def test_two_people_on_one_staff_link(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    """Guarded, one gets in. Unguarded, both do on PostgreSQL; on SQLite one writer at a time is a guard of its own."""
    door = await open_door(database, tmp_path)
    start = await door.link(LinkKind.STAFF, role=Role.TEACHER, group_ids=frozenset({door.sun}))
    both_have_looked = asyncio.Barrier(2)

    async def no_turns(_links: Links, _kind: LinkKind, _token: Token) -> None:
        return

    async def look_then_write(links: Links, _tenant: OrganisationId, link_id: LinkId, by: PersonId) -> bool:
        """What one would write without thinking of another: the link was open when it was looked at."""
        if not is_sqlite(database.url):
            await both_have_looked.wait()
        await links._connection.execute(
            update(LinkRow).where(LinkRow.id == link_id).values(spent_by=by, spent_at=links._clock.now())
        )
        return True

    if not guarded:
        monkeypatch.setattr(Links, "take_turns", no_turns)
        monkeypatch.setattr(Links, "spend", look_then_write)
    async with asyncio.timeout(30):
        outcomes = await asyncio.gather(*(door.accept(door.visitor(), start) for _ in range(2)))
    came_in = sum(isinstance(outcome, Joined) for outcome in outcomes)
    assert came_in == (1 if guarded or is_sqlite(database.url) else 2)
