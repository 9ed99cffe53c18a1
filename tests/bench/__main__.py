"""`make bench`: the taps of the full bot beside bare aiogram, start-up and memory; prints the table of the README.

Every figure comes from this run: the targets take turns, round by round, and a cell is the median of its rounds.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE, Popen
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from domain.actions.events import AnswerEvent
from domain.actions.menu import OpenMenu
from domain.events import Answer
from domain.ids import EventId
from screens.buttons import pack
from tests.bench.filled import fill
from tests.bench.load import PEOPLE, SECRET, TOKEN
from tests.postgres import embedded_postgres

ROOT = Path(__file__).parents[2]
MENU = [pack(OpenMenu())]
RSVP = [pack(AnswerEvent(EventId(1), answer)) for answer in Answer]
API_PORT, BOT_PORT = 18_081, 18_082
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


@dataclass(frozen=True, slots=True)
class Target:
    """A program that answers taps: its row in the table, its command, what is tapped."""

    name: str
    command: tuple[str, ...]
    buttons: tuple[str, ...]
    env: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of one target measured; seconds and MiB."""

    per_second: float
    p99_ms: float
    start: float
    idle: float
    loaded: float


def full(name: str, url: str, folder: Path, buttons: list[str]) -> Target:
    """The whole bot on a webhook, limiter off."""
    env = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": f"http://127.0.0.1:{API_PORT}",
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "WEBHOOK_URL": f"http://127.0.0.1:{BOT_PORT}/webhook",
        "WEBHOOK_SECRET": SECRET,
        "LISTEN_PORT": str(BOT_PORT),
        "SEND_RATE": "0",
        "LOG_LEVEL": "error",
    }
    return Target(name, (sys.executable, "-m", "bot", "run"), tuple(buttons), env)


def bare(name: str, buttons: list[str], *options: str) -> Target:
    """One handler of aiogram, alone."""
    command = (sys.executable, "-m", "tests.bench.bare", "--port", str(BOT_PORT))
    return Target(name, (*command, "--api", f"http://127.0.0.1:{API_PORT}", *options), tuple(buttons))


@contextmanager
def started(target: Target) -> Iterator[tuple[psutil.Process, float]]:
    """The target as a process that accepts connections; gives it and the seconds it took to start."""
    begun = time.perf_counter()
    child = Popen(target.command, cwd=ROOT, env=os.environ | target.env)
    try:
        while not accepts(BOT_PORT):
            if child.poll() is not None or time.perf_counter() - begun > 60:
                raise RuntimeError(f"{target.name} did not start")
        yield psutil.Process(child.pid), time.perf_counter() - begun
    finally:
        child.terminate()
        child.wait(20)


def accepts(port: int) -> bool:
    """Whether somebody listens; waits a moment for the answer, so that the question is not a busy loop."""
    try:
        urlopen(f"http://127.0.0.1:{port}/", timeout=0.2).close()  # our own address
    except URLError as error:
        return not isinstance(error.reason, ConnectionRefusedError) and not isinstance(
            error.reason, TimeoutError
        )
    except OSError:
        return False
    return True


class Load:
    """The other process: plays Telegram all the time, and taps when it is told."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.bench.load", str(API_PORT)]
        self._child = Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True)
        self._answer()

    def taps(self, target: Target, updates: int, first: int) -> dict[str, float]:
        """Tap `updates` times, update numbers from `first` on."""
        assert self._child.stdin is not None
        where = f"http://127.0.0.1:{BOT_PORT}/webhook"
        job = {"target": where, "updates": updates, "buttons": target.buttons, "first": first}
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


def measure(load: Load, target: Target, updates: int, round_number: int) -> Round:
    """One round: start, warm up, load, stop."""
    first = round_number * 10 * max(updates, PEOPLE) + 1
    with started(target) as (process, start):
        load.taps(target, PEOPLE, first)  # once by everybody: measured is who is in the middle of something
        idle = process.memory_info().rss / 2**20
        result = load.taps(target, updates, first + PEOPLE)
        loaded = process.memory_info().rss / 2**20
    return Round(result["per_second"], result["p99_ms"], start, idle, loaded)


def table(rounds: dict[str, list[Round]], updates: int) -> str:
    """The rounds as a table of Markdown."""
    tuned = statistics.median(r.per_second for r in rounds["bare aiogram, tuned"])
    tuned_p99 = statistics.median(r.p99_ms for r in rounds["bare aiogram, tuned"])
    lines = [
        "| target | taps a second | of tuned bare | p99, ms | × tuned bare | start, s | idle, MiB | loaded, MiB |",
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for name, measured in rounds.items():
        rate = statistics.median(r.per_second for r in measured)
        p99 = statistics.median(r.p99_ms for r in measured)
        rest = [statistics.median(getattr(r, what) for r in measured) for what in ("start", "idle", "loaded")]
        lines.append(
            f"| {name} | {rate:.0f} | {rate / tuned:.2f} | {p99:.0f} | {p99 / tuned_p99:.1f} "
            f"| {rest[0]:.1f} | {rest[1]:.0f} | {rest[2]:.0f} |"
        )
    count = len(next(iter(rounds.values())))
    lines.append(
        f'\n`make bench ARGS="--updates {updates} --rounds {count}"`: webhook over HTTP, 64 taps in flight, {updates} taps a round after one of each of {PEOPLE} people, medians of {count} rounds, '
        f"{os.cpu_count()} cores, Python {platform.python_version()}. «Start» is from the command to the first accepted "
        "connection."
    )
    return "\n".join(lines)


def main() -> None:
    """Command line of the bench."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    given = parser.parse_args()
    rounds: dict[str, list[Round]] = defaultdict(list)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench")))
        postgres = stack.enter_context(embedded_postgres()).replace("postgresql:", "postgresql+asyncpg:")
        sqlite = f"sqlite+aiosqlite:///{folder}/bot.sqlite3"
        postgres = postgres.format(database="postgres")
        for url in (sqlite, postgres):
            asyncio.run(fill(url))
        targets = [
            bare("bare aiogram, as shipped", RSVP),
            bare("bare aiogram, tuned", RSVP, "--tuned"),
            bare("bare handler, same SQL, SQLite", RSVP, "--tuned", "--database", sqlite),
            bare("bare handler, same SQL, PostgreSQL", RSVP, "--tuned", "--database", postgres),
            full("full bot, menu tap, SQLite", sqlite, folder, MENU),
            full("full bot, RSVP tap, SQLite", sqlite, folder, RSVP),
            full("full bot, menu tap, PostgreSQL", postgres, folder, MENU),
            full("full bot, RSVP tap, PostgreSQL", postgres, folder, RSVP),
        ]
        load = Load()
        stack.callback(load.close)
        for number in range(given.rounds):
            for place, target in enumerate(targets):
                measured = measure(load, target, given.updates, number * len(targets) + place + 1)
                rounds[target.name].append(measured)
                print(f"{target.name}: {measured}", file=sys.stderr, flush=True)  # noqa: T201  # progress
    result = table(rounds, given.updates)
    print(result)  # noqa: T201  # the program's output
    if given.readme:
        readme = ROOT / "README.md"
        before, _, rest = readme.read_text().partition(BEGIN)
        after = rest.partition(END)[2] if END in rest else rest
        readme.write_text(f"{before}{BEGIN}\n{result}\n{END}{after}")


if __name__ == "__main__":
    main()
