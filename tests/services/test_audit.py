"""The audit log from the first write: every change of state leaves a line, of ids and kinds and never of words."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.models import AuditRow
from db.work import Database
from tests.scenarios.engines import ON_SQLITE
from tests.services.access_table import CHANGES
from tests.services.crowd import Crowd, build_crowd
from tests.services.rows import Rows, put_back
from tests.services.test_organisation_access import WRITES

UNNOTED = {
    "menu.switch_role": "which menu one sees",
    "settings.speak": "one's own language",
    "groups.archive": "refused: there are children in it",
    "attempts.answer": "the row of the answer says what and when",
    "attempts.to_text": "whether one sees pictures",
}
"""Changes that nobody needs to account for."""
KIND = re.compile(r"[a-z0-9_.-]*")


@pytest.fixture
async def crowd(database: Database, tmp_path: Path) -> Crowd:
    return await build_crowd(database, tmp_path)


async def _log(crowd: Crowd) -> list[Any]:
    async with crowd.database.read() as reading:
        return list((await reading.connection.execute(select(AuditRow.__table__).order_by("id"))).all())


@ON_SQLITE
async def test_every_change_is_noted_in_ids_and_kinds_by_whoever_made_it(crowd: Crowd) -> None:
    rows = Rows(crowd.database)
    start = await rows.now()
    known = len(await _log(crowd))
    unnoted = []
    for line, (allowed, act) in (CHANGES | WRITES).items():
        if not allowed:
            continue  # done before in this crowd: nobody changes anything
        who = crowd[min(allowed - {"visitor"})]
        await act(crowd, who)
        log = await _log(crowd)
        if who.person_id not in {row.person_id for row in log[known:]}:
            unnoted.append(line)
        for row in log:
            assert KIND.fullmatch(row.action), line
            assert re.fullmatch(r"[a-z-]+:[a-z0-9-]+|", row.subject or ""), (line, row.subject)
            for name, value in row.details.items():
                assert value is None or isinstance(value, int) or KIND.fullmatch(value), (line, name, value)
        await put_back(crowd.database, start, await rows.now())
    assert await rows.missed() == set()
    assert set(unnoted) == set(UNNOTED)
