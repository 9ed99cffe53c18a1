"""200 parents of one group want to be its guest at once, and five dates are free: who gets one, and how soon all know."""

import asyncio
import statistics
import time
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from content.professions import catalogue
from db.models import GuestOpeningRow, GuestSlotRow, GuestVisitRow
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
ROUNDS = 10
APPLICATION = Application(ChosenProfession("Пекарь", "pekar"), frozenset({Format.TALK}))


async def book(url: str) -> list[float]:
    """Fill an empty database and let everybody book, `ROUNDS` times; seconds to the last decision, of each round.

    Raises `RuntimeError` when not exactly `FREE` of them got a date.
    """
    await fill(url, groups=1, extra=_dates())
    database = Database(url, Clock())
    applications = GuestApplications(database, database.clock, catalogue())
    parents = await _parents(database)
    took = []
    for number in range(ROUNDS):
        first = number * FREE + 1
        begun = time.perf_counter()
        outcomes = await asyncio.gather(
            *(
                applications.take(
                    parent, SlotId(first + place % FREE), APPLICATION, f"{number}-{parent.person_id}"
                )
                for place, parent in enumerate(parents)
            )
        )
        took.append(time.perf_counter() - begun)
        winners = sum(outcome.visit is not None for outcome in outcomes)
        stored = await _visits(database)
        if winners != FREE or stored != FREE * (number + 1):
            raise RuntimeError(f"{winners} parents got one of {FREE} dates, {stored} visits are stored")
    await database.close()
    return took


def told(took: dict[str, list[float]]) -> str:
    """The measurement as a table of Markdown."""
    lines = [
        "| engine | to the last decision, ms | slowest round, ms | dates taken |",
        "| --- | --: | --: | --: |",
    ]
    lines += [
        f"| {engine} | {statistics.median(rounds) * 1000:.0f} | {max(rounds) * 1000:.0f} | {FREE} of {FREE} |"
        for engine, rounds in took.items()
    ]
    return "\n".join(lines)


def _dates() -> list[tuple[type[Base], list[dict[str, Any]]]]:
    common = {"organisation_id": 1, "group_id": 1}
    opening = {"id": 1, "author_id": TEACHER, "author_person_id": TEACHER, "draft_token": "bench"}
    slots = [
        {"id": number + 1, "opening_id": 1, "starts_at": AHEAD + timedelta(days=number), **common}
        for number in range(ROUNDS * FREE)
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


async def _visits(database: Database) -> int:
    async with database.read() as reading:
        counted = await reading.connection.execute(select(func.count()).select_from(GuestVisitRow))
        return int(counted.scalar_one())
