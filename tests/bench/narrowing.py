"""A Telegram that takes less than the bot is set to send, or suddenly less: how much of it is refused."""

import asyncio
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench.crowd import IN_EACH, gather
from tests.bench.phones import REFUSED, Call, Telegram, telegrams
from tests.bench.programs import OUR_RATE, sending
from tests.bench.sending import SQLITE, own_database, started
from tests.bench.telegram import HEAD, TELEGRAMS_RATE

PORT = 18_400
CONVERGED = 20.0
"""Seconds after a change in which the bot finds out how much it may send."""
BEFORE = 5.0
LOWER, MUCH_LOWER = 20, 15


@dataclass(frozen=True, slots=True)
class Change:
    """From this second on Telegram takes so many a second."""

    at: float
    overall: float


@dataclass(frozen=True, slots=True)
class Weather:
    """What Telegram takes, as time goes by."""

    name: str
    changes: tuple[Change, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Found:
    """What was refused under a limit."""

    weather: str
    overall: float
    refused_before: int
    """While the bot found out."""
    calls: int
    refused: int
    """Afterwards."""
    rate: float


def weathers(settled: float) -> list[Weather]:
    """Lower from the start; and lower in the middle of an announcement, then as before. Measured so long each time."""
    whole = CONVERGED + settled
    falls, rises = BEFORE, BEFORE + whole
    return [
        Weather(f"{LOWER} a second from the start", (Change(0, LOWER),), whole),
        Weather(
            f"{TELEGRAMS_RATE}, suddenly {MUCH_LOWER}, then {TELEGRAMS_RATE} again",
            (Change(0, TELEGRAMS_RATE), Change(falls, MUCH_LOWER), Change(rises, TELEGRAMS_RATE)),
            rises + whole,
        ),
    ]


async def measure(settled: float, folder: Path) -> list[Found]:
    """One bot for each weather, all at the same time, on SQLite."""
    ways = weathers(settled)
    people = -(-int(max(way.seconds for way in ways) * OUR_RATE) // IN_EACH) * IN_EACH
    ports = range(PORT, PORT + len(ways))
    async with telegrams(people, *ports) as served, asyncio.TaskGroup() as tasks:
        found = [
            tasks.create_task(_endured(way, telegram, people, folder, port=PORT + 50 + number))
            for number, (way, telegram) in enumerate(zip(ways, served, strict=True))
        ]
    return [one for task in found for one in task.result()]


async def _endured(
    weather: Weather, telegram: Telegram, people: int, folder: Path, *, port: int
) -> list[Found]:
    own = folder / f"{port}"
    own.mkdir()
    url = await own_database(SQLITE, own, "narrowing")
    (announcement,) = await gather(url, people)
    with ExitStack() as stack:
        await started(stack, sending(port, telegram.base, url, own))
        changed = []
        await telegram.limit(weather.changes[0].overall)
        await telegram.tap(HEAD, announcement.publish)
        await telegram.until_sent(1, CONVERGED)
        begun = telegram.calls[0].at
        loop = asyncio.get_running_loop()
        clock = loop.time()
        for change in weather.changes:
            await asyncio.sleep(max(0.0, clock + change.at - loop.time()))
            if change.at:
                await telegram.limit(change.overall)
            changed.append(begun + loop.time() - clock)
        await asyncio.sleep(max(0.0, clock + weather.seconds - loop.time()))
        calls = list(await telegram.look())
    ends = [*changed[1:], begun + weather.seconds]
    return [
        _found(weather, change, calls, since, until)
        for change, since, until in zip(weather.changes, changed, ends, strict=True)
        if until - since > CONVERGED
    ]


def _found(weather: Weather, change: Change, calls: list[Call], since: float, until: float) -> Found:
    settled = [call for call in calls if since + CONVERGED <= call.at < until]
    refused = sum(call.code == REFUSED for call in settled)
    return Found(
        weather.name,
        change.overall,
        sum(call.code == REFUSED for call in calls if since <= call.at < since + CONVERGED),
        len(settled),
        refused,
        (len(settled) - refused) / (until - since - CONVERGED),
    )


def table(found: list[Found]) -> str:
    """What was refused, as a table of Markdown."""
    lines = [
        "| Telegram takes a second | now | refused while finding out | calls afterwards | refused | sent a second |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for one in found:
        share = one.refused / one.calls if one.calls else 0.0
        cells = (
            *(one.weather, f"{one.overall:.0f}", one.refused_before, one.calls),
            f"{one.refused} ({share:.1%})",
            f"{one.rate:.1f}",
        )
        lines.append(f"| {' | '.join(map(str, cells))} |")
    lines.append(
        f"\nThe full bot on SQLite, set to {OUR_RATE} a second. «Finding out» is the first {CONVERGED:.0f} s after "
        "the limit has changed."
    )
    return "\n".join(lines)
