"""200 parents of one group want to be its guest at once: for five free dates, and for one. Who gets it, and how soon all know.

Who comes too late stands in the group's queue, in the transaction that tells them so.
"""

import asyncio
import statistics
import time
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from content.professions import catalogue
from db.models import GuestOpeningRow, GuestQueueRow, GuestSlotRow, GuestVisitRow
from db.models.base import Base
from db.work import Database
from domain.clock import Clock
from domain.guests import Application, Format
from domain.ids import SlotId
from domain.people import Actor, Visitor
from domain.professions import ChosenProfession
from services.guest_applications import GuestApplications
from services.people import People
from tests.bench.filled import AHEAD, BEFORE, TEACHER, fill
from tests.bench.load import FIRST_PERSON

PARENTS = 200
FREE = 5
ONE = 1
ROUNDS = 10
APPLICATION = Application(ChosenProfession("Пекарь", "pekar"), frozenset({Format.TALK}))


async def book(url: str) -> dict[int, list[float]]:
    """Fill an empty database and let everybody book, `ROUNDS` times for each number of free dates; seconds to the last
    decision, of each round.

    Raises `RuntimeError` when not exactly as many as dates got one, or, with one date, not all others stand
    in the queue.
    """
    await fill(url, groups=1, extra=_dates())
    database = Database(url, Clock())
    applications = GuestApplications(database, database.clock, catalogue())
    parents = await _parents(database)
    took: dict[int, list[float]] = {}
    slot = 1
    for free in (FREE, ONE):
        took[free] = []
        for number in range(ROUNDS):
            first, slot = slot, slot + free
            await _open_only(database, range(first, slot))
            wanted = [SlotId(first + place % free) for place in range(PARENTS)]
            begun = time.perf_counter()
            outcomes = await asyncio.gather(
                *(
                    applications.take(parent, slot_id, APPLICATION, f"{free}-{number}-{parent.person_id}")
                    for parent, slot_id in zip(parents, wanted, strict=True)
                )
            )
            took[free].append(time.perf_counter() - begun)
            winners = sum(outcome.visit is not None for outcome in outcomes)
            queued = sum(outcome.queued for outcome in outcomes)
            visits, waiting = await _count_and_clear(database)
            everybody = free > ONE or queued == PARENTS - ONE  # of five, another may still have been free
            if (winners, visits, waiting) != (free, free, queued) or not everybody:
                raise RuntimeError(f"{winners} of {free} dates taken, {visits} visits, {waiting} wait")
    await database.close()
    return took


def told(took: dict[str, dict[int, list[float]]]) -> str:
    """The measurement as a table of Markdown."""
    lines = [
        "| engine | free dates | to the last decision, ms | slowest round, ms |",
        "| --- | --: | --: | --: |",
    ]
    lines += [
        f"| {engine} | {free} | {statistics.median(rounds) * 1000:.0f} | {max(rounds) * 1000:.0f} |"
        for engine, by_free in took.items()
        for free, rounds in by_free.items()
    ]
    return "\n".join(lines)


def _dates() -> list[tuple[type[Base], list[dict[str, Any]]]]:
    common = {"organisation_id": 1, "group_id": 1}
    opening = {"id": 1, "author_id": TEACHER, "author_person_id": TEACHER, "draft_token": "bench"}
    slots = [
        {"id": number + 1, "opening_id": 1, "starts_at": AHEAD + timedelta(days=number), **common}
        for number in range(ROUNDS * (FREE + ONE))
    ]
    return [
        (GuestOpeningRow, [{**opening, "created_at": BEFORE, **common}]),
        (GuestSlotRow, slots),
    ]


async def _parents(database: Database) -> list[Actor]:
    people = People(database, frozenset())
    found = []
    for number in range(PARENTS):
        account = FIRST_PERSON + number
        actor = await people.find_actor(Visitor("telegram", account, account))
        assert actor is not None
        found.append(actor)
    return found


async def _open_only(database: Database, numbers: range) -> None:
    """The dates of this round are free, no others."""
    async with database.work(claims=False) as work:
        await work.connection.execute(update(GuestSlotRow).values(withdrawn_at=BEFORE))
        opened = update(GuestSlotRow).where(GuestSlotRow.id.in_(numbers)).values(withdrawn_at=None)
        await work.connection.execute(opened)


async def _count_and_clear(database: Database) -> tuple[int, int]:
    """How many visits there are, and how many wait, in the order of their tickets; then the next round begins empty."""
    async with database.work(claims=False) as work:
        visits = await work.connection.scalar(select(func.count()).select_from(GuestVisitRow))
        tickets = list(await work.connection.scalars(select(GuestQueueRow.ticket).order_by(GuestQueueRow.id)))
        if sorted(tickets) != list(range(1, len(tickets) + 1)):
            raise RuntimeError("the queue has gaps")
        await work.connection.execute(delete(GuestQueueRow))
        await work.connection.execute(delete(GuestVisitRow))
    return int(visits or 0), len(tickets)
