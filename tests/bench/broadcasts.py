"""`make bench-sending`: everything about sending to many, at full size, for the README. By hand; a quarter of an hour.

`make bench` measures the same with fewer people.
"""

import argparse
import asyncio
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench import broadcast_taps, narrowing, readme, sending
from tests.bench.broadcast_taps import Sizes
from tests.postgres import embedded_postgres

BLOCK = "bench-sending"


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    people: int
    """Told by each sender of the sending table."""
    killed: int
    """Told by each sender that is killed meanwhile; 0: none is."""
    settled: float
    """Seconds that are looked at after a limit was found out; 0: limits stay."""
    taps: Sizes


FULL = Size(2_000, 300, 120, Sizes(people=10_000, window=60, fan_out=100_000))
SMALL = Size(300, 100, 10, Sizes(people=1_000, window=15, fan_out=10_000))
SMALLEST = Size(40, 0, 0, Sizes(people=400, window=5, fan_out=1_000))
NAMED = {"full": FULL, "small": SMALL, "smallest": SMALLEST}

SENDING, LIMITS, TAPS = "sending", "limits", "taps"
PARTS = (SENDING, LIMITS, TAPS)


async def tables(size: Size, parts: tuple[str, ...], postgres: str, folder: Path) -> str:
    """The tables of these parts, one after another."""
    told = []
    if SENDING in parts:
        _say(f"sending to {size.people}")
        told.append(await sending.table(postgres, size.people, size.killed, folder))
    if LIMITS in parts and size.settled:
        _say("a Telegram that takes less")
        told.append(narrowing.table(await narrowing.measure(size.settled, folder)))
    if TAPS in parts:
        _say(f"taps during a broadcast to {size.taps.people}")
        found = [
            await broadcast_taps.measure(bot, size.taps, folder, broadcast_taps.PORT + number)
            for number, bot in enumerate(sending.full_bots(postgres))
        ]
        told.append(broadcast_taps.table(found, size.taps))
    return "\n\n".join(told)


def measured(size: Size, parts: tuple[str, ...] = PARTS) -> str:
    """Everything about sending to many as Markdown, with databases of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sending")))
        postgres = stack.enter_context(embedded_postgres()).replace("postgresql:", "postgresql+asyncpg:")
        return asyncio.run(tables(size, parts, postgres, folder))


def _say(what: str) -> None:
    sys.stderr.write(f"{what} …\n")


def main() -> None:
    """Command line of the benches of sending."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", choices=tuple(NAMED), default="full")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    parser.add_argument("--readme", action="store_true", help="write the tables into README.md")
    given = parser.parse_args()
    if given.readme and tuple(given.only) != PARTS:
        parser.error("the README shows all of them")
    found = measured(NAMED[given.size], tuple(given.only))
    print(found)  # noqa: T201  # the program's output
    if given.readme:
        readme.write(BLOCK, found)


if __name__ == "__main__":
    main()
