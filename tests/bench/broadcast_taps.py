"""Taps while thousands are told: how long a menu takes to open, and how long anything takes while the outbox is filled."""

import asyncio
import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from db.work import Database
from domain.actions.menu import OpenMenu
from domain.clock import Clock
from screens.buttons import pack
from tests.bench.crowd import Announcement, gather, put
from tests.bench.phones import REFUSED, Call, Telegram, telegrams
from tests.bench.programs import OUR_RATE, sending
from tests.bench.sending import FullBot, own_database, started
from tests.bench.telegram import HEAD, LATENCY_MS, PHONES, is_blocked

PORT = 18_500
A_SECOND = 2
"""Taps of the menu."""
MORE_A_SECOND = 6
"""Taps while the outbox is filled: of the menu and of «Приду» by turns."""
WARM_UP = 20
MENU = pack(OpenMenu())


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many are told in the broadcast, how long it is watched, how many are put into the outbox at once."""

    people: int
    window: float
    fan_out: int


@dataclass(frozen=True, slots=True)
class Tapped:
    """What one engine showed."""

    name: str
    alone: list[float]
    meanwhile: list[float]
    """Milliseconds of menu taps without and during a broadcast."""
    sent: float
    """Messages a second of the broadcast meanwhile."""
    refused: int
    filled: float
    """Seconds from the tap on «Опубликовать сейчас» until everybody's message is in the outbox."""
    looks: list[float]
    answers: list[float]
    """Milliseconds of taps in these seconds: that only look, and that write."""
    report: float
    """Milliseconds until the counters are shown, while it is being sent."""


async def measure(bot: FullBot, sizes: Sizes, folder: Path, port: int) -> Tapped:
    """Taps alone, taps during a broadcast, and taps while a larger one is put into the outbox on top of it."""
    own = folder / f"{port}"
    own.mkdir()
    url = await own_database(bot.url, own, "taps")
    broadcast, larger = await gather(url, sizes.people, sizes.fan_out)
    phones = iter([person for person in broadcast.people[:PHONES] if not is_blocked(person)])
    async with telegrams(larger.people[-1] - HEAD, port) as (telegram,):
        with ExitStack() as stack:
            program = sending(port + 50, telegram.base, url, own)
            await started(stack, program)
            await asyncio.gather(*(telegram.tap(person, MENU) for person in islice(phones, WARM_UP)))
            alone = await _menus(telegram, phones, sizes.window)
            await telegram.tap(HEAD, broadcast.publish)
            begun = len(await telegram.look())
            meanwhile = await _menus(telegram, phones, sizes.window)
            calls = (await telegram.look())[begun:]
            database = Database(url, Clock())
            filled, looks, answers = await _fill(telegram, database, phones, broadcast, larger)
            await database.close()
            report = await telegram.tap(HEAD, larger.report)
    refused = sum(call.code == REFUSED for call in calls)
    return Tapped(bot.name, alone, meanwhile, _rate(calls), refused, filled, looks, answers, report)


def _rate(calls: list[Call]) -> float:
    moments = [call.at for call in calls if call.code != REFUSED]
    return (len(moments) - 1) / (moments[-1] - moments[0])


async def _menus(telegram: Telegram, phones: Iterator[int], seconds: float) -> list[float]:
    """People open the menu, one after another, whether those before them have been answered or not."""
    loop = asyncio.get_running_loop()
    begun, taps = loop.time(), []
    async with asyncio.TaskGroup() as tasks:
        for number, person in enumerate(islice(phones, int(seconds * A_SECOND))):
            await asyncio.sleep(begun + number / A_SECOND - loop.time())
            taps.append(tasks.create_task(telegram.tap(person, MENU)))
    return [tap.result() for tap in taps]


async def _fill(
    telegram: Telegram, database: Database, phones: Iterator[int], known: Announcement, larger: Announcement
) -> tuple[float, list[float], list[float]]:
    """Announce the larger event; until all of it is in the outbox others look, and answer the one they know of."""
    loop = asyncio.get_running_loop()
    looks: list[asyncio.Task[float]] = []
    answers: list[asyncio.Task[float]] = []
    async with asyncio.TaskGroup() as tasks:
        begun = loop.time()
        tasks.create_task(telegram.tap(HEAD, larger.publish))
        while await put(database, larger) < len(larger.people):
            for data, taps in ((MENU, looks), (known.answer, answers)):
                if (person := next(phones, None)) is not None:
                    taps.append(tasks.create_task(telegram.tap(person, data)))
                await asyncio.sleep(1 / MORE_A_SECOND)
        filled = loop.time() - begun
    return filled, [tap.result() for tap in looks], [tap.result() for tap in answers]


def p99(taps: list[float]) -> float:
    """The slowest of a hundred."""
    return statistics.quantiles(taps, n=100, method="inclusive")[98]


def table(found: list[Tapped], sizes: Sizes) -> str:
    """Taps during a broadcast, and while the outbox is filled, as tables of Markdown."""
    lines = [
        "| menu taps | p50 alone, ms | p50 meanwhile | p99 alone, ms | p99 meanwhile | × alone | sent a second | 429 |",
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for one in found:
        medians = [f"{statistics.median(taps):.0f}" for taps in (one.alone, one.meanwhile)]
        slowest = [f"{p99(taps):.0f}" for taps in (one.alone, one.meanwhile)]
        ratio = f"{p99(one.meanwhile) / p99(one.alone):.2f}"
        cells = (one.name, *medians, *slowest, ratio, f"{one.sent:.1f}", one.refused)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    lines += [
        f"\n{A_SECOND} menu taps a second for {sizes.window:.0f} s, without and during a broadcast to {sizes.people}: "
        f"the same Telegram, {LATENCY_MS[0]}–{LATENCY_MS[1]} ms a call, the bot set to {OUR_RATE} a second. From the "
        "tap until it is answered and the message shows the menu.\n",
        f"| {sizes.fan_out} put into the outbox | in it after, s | longest look, ms | longest answer, ms | report, ms |",
        "| --- | --: | --: | --: | --: |",
    ]
    for one in found:
        longest = [f"{max(taps, default=0):.0f}" for taps in (one.looks, one.answers)]
        lines.append(f"| {' | '.join((one.name, f'{one.filled:.1f}', *longest, f'{one.report:.0f}'))} |")
    lines.append(
        f"\nOn top of that broadcast, with {MORE_A_SECOND} taps a second meanwhile: the menu, which looks, and «Приду», "
        "which writes. «Report» is the tap on «Кому дошло» right afterwards, while both are being sent."
    )
    return "\n".join(lines)
