"""`make bench`: the taps of the full bot beside bare aiogram, start-up, memory, booking, sending to many; as tables.

A machine that others use is now fast, now slow, and two programs measured a minute apart cannot be compared. So all
of them run at once and take turns with short slices of taps, while the others wait; a ratio is the median of the
ratios within one round of slices.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE, Popen

from domain.actions.events import AnswerEvent
from domain.actions.menu import OpenMenu
from domain.answers import Answer
from domain.ids import EventId
from screens.buttons import pack
from tests.bench import booking, broadcasts, plays, readme
from tests.bench.broadcasts import NAMED
from tests.bench.filled import create_databases, fill
from tests.bench.load import PEOPLE
from tests.bench.programs import API_PORT, ROOT, Program, Running, bare, full, running
from tests.postgres import embedded_postgres

MENU = [pack(OpenMenu())]
RSVP = [pack(AnswerEvent(EventId(1), answer)) for answer in Answer]
TUNED = "bare aiogram, tuned"
WARM_UP = 4
FEW_ROUNDS = 3
SAME_SQL = "bare handler, SQL of "
BOOKING = (
    f"{booking.PARENTS} parents of one group ask for its {booking.FREE} free dates, or its only one, at once (use case, in "
    f"one process), {booking.ROUNDS} rounds; who comes too late stands in the queue when they are told so."
)


@dataclass(slots=True)
class Row:
    """A row of the table: a program, what is tapped there, and what its slices measured."""

    name: str
    program: Running
    buttons: list[str]
    origin: int
    """Its first update."""
    next_update: int
    same: "Row | None" = None
    """The bare handler with the same SQL."""
    answers: str | None = None
    """The database where each of its taps must leave an answer of a quiz."""
    per_second: list[float] = field(default_factory=list)
    p99_ms: list[float] = field(default_factory=list)
    idle_mib: float = 0.0


class Load:
    """The other process: plays Telegram all the time, and taps when it is told."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.bench.load", str(API_PORT)]
        self._child = Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True)
        self._answer()

    def taps(self, row: Row, updates: int) -> dict[str, float]:
        """Tap `updates` times what the row taps, going on from its last update."""
        assert self._child.stdin is not None
        target = row.program.webhook
        job = {
            "target": target,
            "updates": updates,
            "buttons": row.buttons,
            "first": row.next_update,
            "origin": row.origin,
        }
        row.next_update += updates
        self._child.stdin.write(json.dumps(job) + "\n")
        self._child.stdin.flush()
        answer: dict[str, float] = json.loads(self._answer())
        return answer

    def close(self) -> None:
        """End the process."""
        self._child.terminate()
        self._child.communicate()

    def _answer(self) -> str:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError("The load ended; its error stands above.")
        return line


def started_rows(stack: ExitStack, folder: Path) -> list[Row]:
    """Fill a database for each program that has one, start the programs one after another."""
    postgres = stack.enter_context(embedded_postgres()).replace("postgresql:", "postgresql+asyncpg:")
    asyncio.run(create_databases(postgres.format(database="postgres"), "same", "bot"))
    urls = {
        "SQLite": (f"sqlite+aiosqlite:///{folder}/same.sqlite3", f"sqlite+aiosqlite:///{folder}/bot.sqlite3"),
        "PostgreSQL": (postgres.format(database="same"), postgres.format(database="bot")),
    }
    ports = iter(range(API_PORT + 1, API_PORT + 100))

    def row(
        name: str,
        program: Program | Running,
        buttons: list[str],
        same: Row | None = None,
        answers: str | None = None,
    ) -> Row:
        if isinstance(program, Program):
            program = stack.enter_context(running(program))
        origin = len(rows) * 10_000_000 + 1
        rows.append(Row(name, program, buttons, origin, origin, same, answers))
        return rows[-1]

    rows: list[Row] = []
    questions = plays.buttons()
    row("bare aiogram, as shipped", bare(next(ports)), RSVP)
    row(TUNED, bare(next(ports), "--tuned"), RSVP)
    for engine, (same_sql, bot) in urls.items():
        for url in (same_sql, bot):
            asyncio.run(fill(url))
        beside = ("--tuned", "--database", same_sql)
        rsvp = row(f"{SAME_SQL}an RSVP, {engine}", bare(next(ports), *beside), RSVP)
        bare_quiz = bare(next(ports), *beside, "--quiz")
        quiz = row(f"{SAME_SQL}a quiz answer, {engine}", bare_quiz, questions, answers=same_sql)
        menu = row(f"full bot, menu tap, {engine}", full(next(ports), bot, folder / engine), MENU)
        row(f"full bot, RSVP tap, {engine}", menu.program, RSVP, rsvp)
        row(f"full bot, quiz answer, {engine}", menu.program, questions, quiz, bot)
    return rows


def booked(stack: ExitStack, folder: Path) -> str:
    """200 parents at once for five dates, on both engines, as a table of Markdown."""
    postgres = stack.enter_context(embedded_postgres()).replace("postgresql:", "postgresql+asyncpg:")
    asyncio.run(create_databases(postgres.format(database="postgres"), "booking"))
    urls = {
        "SQLite": f"sqlite+aiosqlite:///{folder}/booking.sqlite3",
        "PostgreSQL": postgres.format(database="booking"),
    }
    return booking.told({engine: asyncio.run(booking.book(url)) for engine, url in urls.items()})


def measure(load: Load, rows: list[Row], updates: int, rounds: int) -> None:
    """Each row some times by everybody, to warm up; then slices by turns."""
    for row in rows:
        load.taps(row, WARM_UP * PEOPLE)
        row.idle_mib = row.program.mib()
    for number in range(rounds):
        for row in rows:
            slice_ = load.taps(row, updates)
            row.per_second.append(slice_["per_second"])
            row.p99_ms.append(slice_["p99_ms"])
        told = ", ".join(f"{row.per_second[-1]:.0f}" for row in rows)
        print(f"round {number + 1} of {rounds}: {told}", file=sys.stderr, flush=True)  # noqa: T201  # progress


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the ratios within the rounds."""
    return statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))


def table(rows: list[Row], updates: int) -> str:
    """The rows as a table of Markdown."""
    lines = [
        "| what is tapped | taps a second | of tuned bare | of same SQL | p99, ms | × tuned bare | start, s | idle, MiB | loaded, MiB |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    tuned = next(row for row in rows if row.name == TUNED)
    for row in rows:
        cells = (
            row.name,
            f"{statistics.median(row.per_second):.0f}",
            f"{ratio(row.per_second, tuned.per_second):.2f}",
            "" if row.same is None else f"{ratio(row.per_second, row.same.per_second):.2f}",
            f"{statistics.median(row.p99_ms):.0f}",
            f"{ratio(row.p99_ms, tuned.p99_ms):.1f}",
            f"{row.program.start:.1f}",
            f"{row.idle_mib:.0f}",
            f"{row.program.mib():.0f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    rounds = len(tuned.per_second)
    lines.append(
        f'\n`make bench ARGS="--updates {updates} --rounds {rounds}"`: webhook over HTTP, 64 taps in flight; after '
        f"{WARM_UP} taps of each of {PEOPLE} people, {rounds} rounds in which every row is tapped {updates} times while the "
        "others wait. Medians of the rounds; ratios are medians of the ratios within a round. Menu, RSVP and quiz of "
        f"one engine are tapped in one bot, a quiz in words. {os.cpu_count()} cores, Python {platform.python_version()}. "
        "«Start» is from the command to the first accepted connection."
    )
    return "\n".join(lines)


def main() -> None:
    """Command line of the bench."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=500, help="taps of one slice")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument(
        "--sending", choices=tuple(NAMED), help="how much is sent; the smallest with few rounds"
    )
    parser.add_argument("--readme", action="store_true", help="write the tables of taps into README.md")
    given = parser.parse_args()
    if given.updates * given.rounds + WARM_UP * PEOPLE > plays.answers():
        parser.error(f"there are {plays.answers()} questions to answer: fewer updates or rounds, please")
    size = given.sending or ("smallest" if given.rounds < FEW_ROUNDS else "small")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench")))
        dates = booked(stack, folder)
        load = Load()
        stack.callback(load.close)
        rows = started_rows(stack, folder)
        measure(load, rows, given.updates, given.rounds)
        for row in rows:
            if row.answers is not None:
                asyncio.run(plays.check(row.answers, row.next_update - row.origin))
        result = f"{table(rows, given.updates)}\n\n{dates}\n\n{BOOKING}"
    print(result, broadcasts.measured(NAMED[size]), sep="\n\n")  # noqa: T201  # the program's output
    if given.readme:
        readme.write("bench", result)


if __name__ == "__main__":
    main()
