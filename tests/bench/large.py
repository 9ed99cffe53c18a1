"""`make bench-large`: do taps stay as quick when ten million answers are stored? By hand; minutes, and gigabytes of disk.

One database grows by other kindergartens with closed waves; at every size a family plays on, and staff look.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.services import Services, build_services
from bot.settings import Settings
from db.models import MembershipRow, PersonRow
from db.work import Database
from domain.actions.quizzes import AnswerQuiz
from domain.clock import Clock
from domain.ids import AttemptId, OrganisationId, WaveId
from domain.people import Actor, Visitor
from screens.buttons import parse
from tests.bench import plays
from tests.bench.filled import BEFORE, Contents, fill
from tests.bench.load import FIRST_PERSON, PEOPLE, PLAY
from tests.postgres import embedded_postgres

SIZES = (1_000, 100_000, 10_000_000)
CHILDREN, CLOSED_WAVES = 250, 4
TIMES = 300
"""How often each thing is done at a size; the median counts."""
STAFF = {"methodist": 3_000_000, "psychologist": 3_000_001}
FIRST_ROW = 1_001
"""Of the staff: above the parents of `filled`."""

GROWING = (
    "INSERT INTO organisations (id, name, kind, timezone, personal_data, quiet_from, quiet_to, summary_at,"
    " next_child_number, created_at) SELECT n, 'Сад ' || n, kind, timezone, personal_data, quiet_from, quiet_to,"
    " summary_at, next_child_number, created_at FROM organisations, numbers WHERE organisations.id = 1",
    "INSERT INTO groups (id, organisation_id, name, sort_key, emoji, age_band, created_at) SELECT n * 100, n, name,"
    " sort_key, emoji, age_band, created_at FROM groups, numbers WHERE groups.id = 1",
    "INSERT INTO children (id, organisation_id, number, group_id, created_at) SELECT n * 1000 + number, n, number,"
    f" n * 100, created_at FROM children, numbers WHERE organisation_id = 1 AND number <= {CHILDREN}",
    "INSERT INTO waves (id, organisation_id, slug, version, kind, school_year, status, seed, draft_token, opened_by,"
    " opened_at, closes_at, closed_at) SELECT n * 10 + id, n, slug, version, kind, school_year, 'closed', seed,"
    " 'wave' || n || '-' || id, opened_by, opened_at, closes_at, opened_at FROM waves, numbers"
    f" WHERE organisation_id = 1 AND id <= {CLOSED_WAVES}",
    "INSERT INTO wave_groups (wave_id, group_id) SELECT n * 10 + wave, n * 100 FROM numbers,"
    f" (SELECT id AS wave FROM waves WHERE organisation_id = 1 AND id <= {CLOSED_WAVES}) AS copied",
    "INSERT INTO attempts (id, organisation_id, wave_id, child_id, group_id, form, mode, seed, status, pictures,"
    " started_at, finished_at) SELECT (n * 10 + wave_id) * 1000 + child_id, n, n * 10 + wave_id, n * 1000 + child_id,"
    " n * 100, form, mode, seed, 'finished', pictures, started_at, started_at FROM attempts, numbers"
    f" WHERE organisation_id = 1 AND wave_id <= {CLOSED_WAVES} AND child_id <= {CHILDREN}",
)
"""Copies of the first kindergarten, finished; `numbers` are those of the new organisations."""


async def grow(connection: AsyncConnection, answers: int) -> int:
    """Add kindergartens until so many answers are stored; gives how many there are."""
    questions = [data.split(":")[2] for data in plays.buttons()]
    stored = (await connection.execute(text("SELECT count(*) FROM quiz_answers"))).scalar_one()
    first = (await connection.execute(text("SELECT max(id) + 1 FROM organisations"))).scalar_one()
    more = max(0, answers - stored) // (CHILDREN * CLOSED_WAVES * len(questions))
    for number in range(first, first + more):
        numbers = f"WITH numbers AS (SELECT {number} AS n) "
        for statement in GROWING:
            target, _, rest = statement.partition(" SELECT ")
            await connection.execute(text(f"{target} {numbers} SELECT {rest}"))
        items = " UNION ALL ".join(f"SELECT '{item}' AS item" for item in questions)
        await connection.execute(
            text(
                "INSERT INTO quiz_answers (attempt_id, item_id, try_no, choice, at) SELECT id, item, 1, 'a', started_at"
                f" FROM attempts, ({items}) AS items WHERE organisation_id = {number}"
            )
        )
    await connection.execute(text("ANALYZE"))
    return int((await connection.execute(text("SELECT count(*) FROM quiz_answers"))).scalar_one())


async def measure(url: str, sizes: tuple[int, ...]) -> list[tuple[int, dict[str, float]]]:
    """Medians in milliseconds of what people do, at each size of the database."""
    await fill(url, extra=_staff())
    engine = create_async_engine(url)
    database = Database(url, Clock())
    services = build_services(database, database.clock, Settings(_env_file=None))
    found = []
    taps = iter(_taps())
    doings = await _doings(services, taps)
    for _ in range(SIZES[0]):
        await doings["an answer of a child"]()
    for size in sizes:
        async with engine.begin() as connection:
            stored = await grow(connection, size)
        found.append((stored, {name: await _median(do) for name, do in doings.items()}))
        sys.stderr.write(f"{stored} answers: {found[-1][1]}\n")
    await engine.dispose()
    await database.close()
    return found


async def _doings(
    services: Services, taps: Iterator[tuple[int, AnswerQuiz]]
) -> dict[str, Callable[[], Awaitable[object]]]:
    methodist, psychologist = [await _actor(services, account) for account in STAFF.values()]
    families = [await _actor(services, FIRST_PERSON + number) for number in range(PEOPLE)]

    async def answer() -> None:
        person, action = next(taps)
        play = await services.attempts.answer(
            families[person], action.attempt_id, action.item_id, action.try_, action.choice
        )
        assert not play.late

    return {
        "an answer of a child": answer,
        "where a quiz stands": lambda: services.attempts.look(families[0], AttemptId(1)),
        "progress of a wave": lambda: services.waves.card(methodist, WaveId(1)),
        "all waves": lambda: services.waves.overview(methodist, OrganisationId(1)),
        "the psychologist's table": lambda: services.quiz_results.codes(psychologist, WaveId(1), 0),
    }


async def _median(do: Callable[[], Awaitable[object]]) -> float:
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        await do()
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


async def _actor(services: Services, account: int) -> Actor:
    found = await services.people.find_actor(Visitor("telegram", account, account))
    assert found is not None
    return found


def _taps() -> list[tuple[int, AnswerQuiz]]:
    """Whole quizzes, one child after another: who taps, and what."""
    made = []
    for person in range(PEOPLE):
        for data in plays.buttons():
            action = parse(data.replace(PLAY, "0"))
            assert isinstance(action, AnswerQuiz)
            attempt = AttemptId(person + 1)
            made.append((person, AnswerQuiz(attempt, action.item_id, action.try_, action.choice)))
    return made


def _staff() -> Contents:
    people = [
        {"id": FIRST_ROW + place, "platform": "telegram", "platform_user_id": account, "chat_id": account,
         "locale": "ru", "created_at": BEFORE}
        for place, account in enumerate(STAFF.values())
    ]  # fmt: skip
    roles = [
        {"id": FIRST_ROW + place, "organisation_id": 1, "person_id": FIRST_ROW + place, "role": role,
         "created_at": BEFORE}
        for place, role in enumerate(STAFF)
    ]  # fmt: skip
    return [(PersonRow, people), (MembershipRow, roles)]


def told(found: list[tuple[int, dict[str, float]]]) -> str:
    """A table of Markdown: milliseconds at each size, and the last beside the first."""
    sizes = [f"{stored:,}".replace(",", " ") for stored, _ in found]
    lines = [
        f"| median, ms, with answers stored | {' | '.join(sizes)} | growth |",
        "| --- |" + " --: |" * (len(sizes) + 1),
    ]
    for name in found[0][1]:
        cells = [f"{medians[name]:.2f}" for _, medians in found]
        lines.append(f"| {name} | {' | '.join(cells)} | {found[-1][1][name] / found[0][1][name]:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Command line of the large bench."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--answers", type=int, default=SIZES[-1], help="answers at the largest size")
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="large")))
        if given.engine == "sqlite":
            url = f"sqlite+aiosqlite:///{folder}/large.sqlite3"
        else:
            url = stack.enter_context(embedded_postgres()).format(database="postgres")
            url = url.replace("postgresql:", "postgresql+asyncpg:")
        sizes = (*(size for size in SIZES[:-1] if size < given.answers), given.answers)
        print(told(asyncio.run(measure(url, sizes))))  # noqa: T201  # the program's output


if __name__ == "__main__":
    main()
