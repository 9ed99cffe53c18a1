"""Guests and teachers who tap at the same moment: whatever comes of it, a date has one guest and a guest one date."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select, update

from db.models import GuestSlotRow, GuestVisitRow
from db.repositories.guest_visits import GuestVisits
from db.work import Database, Work
from domain.guest_requests import MoveAnswer
from domain.guests import GuestDecline, Visit, VisitStatus
from domain.ids import VisitId
from domain.outcomes import Forbidden
from domain.people import Actor, Role
from services.guest_freeing import close_dates, free_everywhere
from tests.services.visiting import BAKER, Visiting, build_visiting

FREED = {VisitStatus.DECLINED.value, VisitStatus.GIVEN_BACK.value}


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def disagreements(sun: Visiting) -> list[str]:
    """Where dates and visits say different things of each other."""
    async with sun.database.read() as reading:
        slots = {
            row.id: (row.visit_id, row.withdrawn_at)
            for row in await reading.connection.execute(select(GuestSlotRow.__table__))
        }
        visits = list(await reading.connection.execute(select(GuestVisitRow.__table__)))
    holding = {row.id: row.slot_id for row in visits if row.status not in FREED}
    asked = {row.id: row.move_slot_id for row in visits if row.move_slot_id is not None}
    found = [
        f"date {slot}: visit {visit}"
        for slot, (visit, _) in slots.items()
        if visit and slot not in (holding.get(visit), asked.get(visit))
    ]
    found += [f"asked of {visit}: date {slot}" for visit, slot in asked.items() if slots[slot][0] != visit]
    found += [f"visit {visit}: date {slot}" for visit, slot in holding.items() if slots[slot][0] != visit]
    found += [
        f"date {slot} is closed and taken" for slot, (visit, closed) in slots.items() if visit and closed
    ]
    if len(set(holding.values())) < len(holding):
        found.append("two guests on a date")
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_is_tapped_at_once_dates_and_visits_agree(sun: Visiting, seed: int) -> None:
    chance = random.Random(seed)
    head = await sun.staff(Role.HEAD)
    guests = [sun.guest, *await sun.crowd(3)]
    slots = [slot.id for slot in (await sun.open(*range(5, 10))).slots]
    token = iter(range(10_000))

    async def one() -> None:
        slot, guest = chance.choice(slots), chance.choice(guests)
        staff: Actor = chance.choice([sun.host, head])
        async with sun.database.read() as reading:
            known = list(await reading.connection.execute(select(GuestVisitRow.id, GuestVisitRow.version)))
        acts: list[Callable[[], Awaitable[Any]]] = [
            lambda: sun.applications.take(guest, slot, BAKER, f"{seed}:{next(token)}")
        ]
        if known:
            number, version = chance.choice(known)
            visit = VisitId(number)
            acts += [
                lambda: sun.applications.give_back(guest, visit, version),
                lambda: sun.visits.accept(staff, visit, version),
                lambda: sun.visits.decline(staff, visit, version, GuestDecline.HAD_LATELY, None),
                lambda: sun.moves.move(staff, visit, version, slot),
                lambda: sun.answers.answer(guest, visit, slot, chance.choice(list(MoveAnswer))),
                lambda: sun.moves.take_back(staff, visit, version),
            ]
        if chance.random() < 0.1:
            acts = [lambda: sun.openings.withdraw(staff, slot)]
        with suppress(Forbidden):  # somebody else's date
            await chance.choice(acts)()

    for _ in range(12):
        await asyncio.gather(*(one() for _ in range(8)))
        assert await disagreements(sun) == []


@pytest.mark.parametrize("who_is_gone", ["guest", "group"])
async def test_a_visit_changed_at_the_moment_of_a_leaving_ends_all_the_same(
    sun: Visiting, monkeypatch: pytest.MonkeyPatch, who_is_gone: str
) -> None:
    visit = await sun.taken()
    name = "ahead_of" if who_is_gone == "guest" else "ahead_in"
    look = getattr(GuestVisits, name)

    async def overtaken(visits: GuestVisits, *of: Any) -> list[Visit]:
        """What is read is old already: a teacher has just said yes."""
        found: list[Visit] = await look(visits, *of)
        later = {"version": GuestVisitRow.version + 1, "status": VisitStatus.TENTATIVE.value}
        await visits._connection.execute(update(GuestVisitRow).values(later))
        return found

    monkeypatch.setattr(GuestVisits, name, overtaken)
    async with sun.database.work() as work:
        await _gone(work, sun, who_is_gone)
    assert (await sun.now_of(visit.id)).status.value in FREED
    assert await disagreements(sun) == []


async def _gone(work: Work, sun: Visiting, who: str) -> None:
    if who == "guest":
        await free_everywhere(work, sun.guest.person_id)
    else:
        await close_dates(work, sun.host, sun.organisation_id, sun.sun)
