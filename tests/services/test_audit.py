"""The audit log from the first write: every change of state leaves a line, of ids and kinds and never of words."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.models import AuditRow
from db.work import Database
from tests.services.access_table import CHANGES
from tests.services.crowd import Crowd, build_crowd, contents, put_back
from tests.services.test_organisation_access import WRITES

UNNOTED = {
    "menu.switch_role": "which menu one sees",
    "settings.speak": "one's own language",
    "groups.archive": "refused: there are children in it",
}
"""Changes that nobody needs to account for."""
KIND = re.compile(r"[a-z0-9_.-]*")


@pytest.fixture
async def crowd(database: Database, tmp_path: Path) -> Crowd:
    return await build_crowd(database, tmp_path)


async def _log(crowd: Crowd) -> list[Any]:
    async with crowd.database.read() as reading:
        return list((await reading.connection.execute(select(AuditRow.__table__).order_by("id"))).all())


async def test_every_change_is_noted_by_whoever_made_it(crowd: Crowd) -> None:
    start = await contents(crowd.database)
    unnoted = []
    for line, (allowed, act) in (CHANGES | WRITES).items():
        who = min(allowed - {"visitor"})
        lines = len(await _log(crowd))
        await act(crowd, crowd[who])
        noted = (await _log(crowd))[lines:]
        if crowd[who].person_id not in {row.person_id for row in noted}:
            unnoted.append(line)
        await put_back(crowd.database, start)
    assert set(unnoted) == set(UNNOTED)


async def test_the_log_holds_ids_and_kinds_and_never_words(crowd: Crowd) -> None:
    for line, (allowed, act) in (CHANGES | WRITES).items():
        before = await contents(crowd.database)
        await act(crowd, crowd[min(allowed - {"visitor"})])
        for row in await _log(crowd):
            assert KIND.fullmatch(row.action), line
            assert re.fullmatch(r"[a-z-]+:[a-z0-9]+|", row.subject or ""), (line, row.subject)
            for name, value in row.details.items():
                assert value is None or isinstance(value, int) or KIND.fullmatch(value), (line, name, value)
        await put_back(crowd.database, before)
