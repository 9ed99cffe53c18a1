"""The claim of an update travels with the BEGIN of the first statement, on either engine."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from db.models import AuditRow, SeenUpdateRow
from db.models.base import Base
from db.work import Database, Work
from domain.outcomes import AlreadyDone
from domain.updates import CurrentUpdate, current_update


@contextmanager
def carrying_out(update_id: int) -> Iterator[CurrentUpdate]:
    update = CurrentUpdate(bot_id=7, update_id=update_id)
    mark = current_update.set(update)
    try:
        yield update
    finally:
        current_update.reset(mark)


async def note(work: Work) -> None:
    await work.audit.note("test.noted", organisation_id=None, by=None)


async def count(database: Database, rows: type[Base]) -> int:
    async with database.read() as reading:
        return (await reading.connection.execute(select(func.count()).select_from(rows))).scalar_one()


async def test_the_claim_and_the_first_statement_are_one_transaction(database: Database) -> None:
    with carrying_out(1), pytest.raises(ZeroDivisionError):
        async with database.work() as work:
            await note(work)
            raise ZeroDivisionError
    assert await count(database, SeenUpdateRow) == await count(database, AuditRow) == 0
    with carrying_out(1) as update:
        async with database.work() as work:
            await note(work)
        assert update.recorded
    assert await count(database, SeenUpdateRow) == await count(database, AuditRow) == 1


async def test_a_work_without_a_statement_claims_nothing(database: Database) -> None:
    with carrying_out(1) as update:
        async with database.work():
            pass
        assert not update.recorded
        async with database.work() as work:  # the claim that was not sent is not sent by somebody else
            await note(work)
        assert update.recorded
    async with database.work(claims=False) as work:
        await note(work)
    assert await count(database, SeenUpdateRow) == 1


async def test_what_was_claimed_before_is_refused_at_the_first_statement(database: Database) -> None:
    for expected in (1, 1):
        with carrying_out(1):
            try:
                async with database.work() as work:
                    await note(work)
            except AlreadyDone:
                pass
        assert await count(database, AuditRow) == expected
    async with database.work(claims=False) as work:  # the connection that refused serves again
        await note(work)
    assert await count(database, AuditRow) == 2


async def test_of_two_at_once_one_waits_and_is_refused(database: Database) -> None:
    async def carry_out() -> bool:
        with carrying_out(1):
            try:
                async with database.work() as work:
                    await note(work)
            except AlreadyDone:
                return False
            return True

    assert sorted(await asyncio.gather(carry_out(), carry_out(), carry_out())) == [False, False, True]
    assert await count(database, AuditRow) == 1


async def test_a_claim_that_fails_is_the_database_s_failure(database: Database) -> None:
    async with database.work(claims=False) as work:
        await work.connection.execute(text("ALTER TABLE seen_updates RENAME TO seen_elsewhere"))
    with carrying_out(1), pytest.raises(DBAPIError):
        async with database.work() as work:
            await note(work)
    async with database.work(claims=False) as work:
        await note(work)
    assert await count(database, AuditRow) == 1


async def test_who_passes_over_the_refusal_commits_nothing(database: Database) -> None:
    with carrying_out(1):
        async with database.work() as work:
            await note(work)
    with carrying_out(1), pytest.raises(AlreadyDone):
        async with database.work() as work:
            with suppress(AlreadyDone):
                await note(work)
            await note(work)
    assert await count(database, AuditRow) == 1


async def test_the_moment_is_written_as_every_other_one(database: Database) -> None:
    with carrying_out(1):
        async with database.work() as work:
            await note(work)
    async with database.read() as reading:
        seen = (await reading.connection.execute(select(SeenUpdateRow.at))).scalar_one()
        noted = select(SeenUpdateRow.update_id).join(AuditRow, AuditRow.at == SeenUpdateRow.at)
        assert (await reading.connection.execute(noted)).scalar_one() == 1, (
            "letter by letter, for it is compared"
        )
    assert seen == database.clock.now()
