"""A unit of work commits whole or not at all, and claims the update it carries out."""

import pytest
from sqlalchemy import func, select

from db.models import AuditRow, SeenUpdateRow
from db.work import Database
from domain.outcomes import AlreadyDone
from domain.updates import CurrentUpdate, current_update


async def _rows(database: Database) -> int:
    async with database.read() as reading:
        return (await reading.connection.execute(select(func.count()).select_from(AuditRow))).scalar_one()


async def test_a_work_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.work() as work:
            await work.audit.note("test.noted", organisation_id=None, by=None)
            raise ZeroDivisionError
    assert await _rows(database) == 0


async def test_the_same_update_takes_effect_once(database: Database) -> None:
    for _ in range(2):
        mark = current_update.set(CurrentUpdate(bot_id=7, update_id=1))
        try:
            async with database.work() as work:
                await work.audit.note("test.noted", organisation_id=None, by=None)
            async with database.work() as work:  # a second transaction of the same update is not refused
                await work.audit.note("test.noted", organisation_id=None, by=None)
        except AlreadyDone:
            pass
        finally:
            current_update.reset(mark)
    assert await _rows(database) == 2
    async with database.read() as reading:
        assert (
            await reading.connection.execute(select(func.count()).select_from(SeenUpdateRow))
        ).scalar_one() == 1
