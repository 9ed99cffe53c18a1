"""Many taps at the same moment: no seat is given twice, no counter drifts, a family stays whole."""

import asyncio
import random
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from db.models import EventPartyRow, EventRow, NoticeRow
from db.models.base import table
from db.work import Database
from domain.answers import Answer
from domain.events import Event
from domain.outcomes import Reason
from domain.people import Actor, Role
from domain.seats import Seats, SeatsBy
from tests.services.seated import HELD, OFFERED, WAITING, come, drift, look, offers, place, refusal
from tests.services.sunny import Sunny, build_sunny


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines, in the afternoon, with a class of forty more."""
    built = await build_sunny(database)
    built.clock.advance(timedelta(hours=32 - built.clock.now().hour))
    async with database.work() as work:
        await work.children.add(built.organisation_id, built.sun, 100, 40)
        listed = await work.children.in_group(built.organisation_id, built.sun)
    built.children = [child.id for child in listed]
    return built


async def crowd(
    sunny: Sunny, count: int, by: SeatsBy = SeatsBy.FAMILY, adults: int = 40
) -> tuple[Event, list[Actor]]:
    """An event with so many seats, and an adult of each of many families."""
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, seats=Seats(count, by))
    return event, [await sunny.adult(number) for number in range(1, adults + 1)]


async def test_two_hundred_taps_at_once_for_five_seats(sunny: Sunny) -> None:
    """Forty families tap five times each: five sit, the others stand in a row, one to a place."""
    event, adults = await crowd(sunny, 5)
    taps = adults * 5
    random.Random(1).shuffle(taps)
    await asyncio.gather(*(sunny.rsvps.answer(adult, event.id, Answer.ALONE) for adult in taps))
    now = await look(sunny.database, event.id)
    assert [status for status, _ in now.parties.values()].count(HELD) == now.taken == 5
    assert await drift(sunny.database, event.id) == []
    looked = await asyncio.gather(*(sunny.rsvps.look(adult, event.id) for adult in adults))
    assert sorted(number for _, number in map(place, looked) if number) == list(range(1, 36))


async def test_looking_before_taking_would_seat_too_many(sunny: Sunny) -> None:
    """Why a seat is taken by one conditional UPDATE: both see the last one free, and both sit."""
    event, adults = await crowd(sunny, 1, adults=2)
    seen = asyncio.Barrier(2)
    parties, events = table(EventPartyRow), table(EventRow)

    async def naive(adult: Actor, child: int) -> None:
        seating = (await sunny.rsvps.look(adult, event.id)).invitation.seating
        assert seating is not None
        assert seating.taken < seating.seats.count
        await seen.wait()
        async with sunny.database.work() as work:
            taken = update(events).where(events.c.id == event.id).values(seats_taken=events.c.seats_taken + 1)
            await work.connection.execute(taken)
            row = {"organisation_id": sunny.organisation_id, "event_id": event.id, "child_id": child}
            held = {"size": 1, "status": "held", "lapses": 0, "changed_at": sunny.clock.now()}
            await work.connection.execute(insert(parties).values(**row, **held))

    await asyncio.gather(*(naive(adult, child) for adult, child in zip(adults, sunny.children, strict=False)))
    assert (await look(sunny.database, event.id)).taken == 2, "one more than there are"


async def test_an_offer_that_lapses_while_it_is_taken(sunny: Sunny) -> None:
    """One winner: the party sits, or waits; never both, and the seat is counted once."""
    event, (anna, *others) = await crowd(sunny, 3, adults=6)
    await come(sunny, event.id, anna, *others)
    await asyncio.gather(*(sunny.rsvps.answer(adult, event.id, Answer.NO) for adult in (anna, *others[:2])))
    assert await offers(sunny).offer_due() == 3
    parties, notices = table(EventPartyRow), table(NoticeRow)
    async with sunny.database.work() as work:
        await work.connection.execute(update(notices).values(status="sent", finished_at=sunny.clock.now()))
        soon = sunny.clock.now() + timedelta(hours=2)
        await work.connection.execute(
            update(parties).where(parties.c.status == "offered").values(offered_until=soon)
        )

    async def pass_by() -> None:
        sunny.clock.advance(timedelta(hours=3))
        await offers(sunny).lapse_due()

    waiting = others[2:]
    acts = [sunny.seats.take_offer(adult, event.id) for adult in waiting * 3]
    outcomes = await asyncio.gather(*acts[:5], pass_by(), *acts[5:])
    assert await drift(sunny.database, event.id) == []
    for adult in waiting:
        status, _ = place(await sunny.rsvps.look(adult, event.id))
        told = {refusal(outcome) for outcome in outcomes if outcome is not None and outcome.invitation.answer}
        assert status in (HELD, WAITING)
        assert told <= {None, Reason.OFFER_GONE}


async def test_two_adults_of_a_family_at_once(sunny: Sunny) -> None:
    """Their party is one, and has as many seats as they need together."""
    event, adults = await crowd(sunny, 4, SeatsBy.PERSON, adults=3)
    husbands = [await sunny.adult(number) for number in (1, 2, 3)]
    for answer in (Answer.ALONE, Answer.WITH_CHILD, Answer.ALONE, Answer.NO):
        both = [*adults, *husbands]
        await asyncio.gather(*(sunny.rsvps.answer(adult, event.id, answer) for adult in both))
        now = await look(sunny.database, event.id)
        assert await drift(sunny.database, event.id) == []
        assert now.taken <= 4
    assert now.parties == {}


@pytest.mark.parametrize("seed", [1, 2])
async def test_everything_at_once(sunny: Sunny, seed: int) -> None:
    """Answers, entries, offers, lapses and changes of the seats, from everywhere."""
    chance = random.Random(seed)
    event, adults = await crowd(sunny, 3, SeatsBy.PERSON, adults=6)
    teacher = await sunny.person(event.author_person_id)

    async def one() -> None:
        adult, answer = chance.choice(adults), chance.choice(list(Answer))
        match chance.randrange(10):
            case 0:
                await offers(sunny).run_due()
            case 1:
                await sunny.seats.take_offer(adult, event.id)
            case 2:
                await sunny.seats.leave_queue(adult, event.id)
            case 3:
                child = chance.choice(sunny.children[:8])
                await sunny.rsvp_entries.enter(teacher, event.id, child, answer)
            case 4:
                now = await sunny.changes.to_change(teacher, event.id)
                assert isinstance(now, Event)
                draft = sunny.draft(seats=Seats(chance.randint(2, 5), SeatsBy.PERSON))
                await sunny.changes.change(teacher, event.id, now.version, draft)
            case _:
                await sunny.rsvps.answer(adult, event.id, answer)

    for _ in range(4):
        await asyncio.gather(*(one() for _ in range(12)))
        assert await drift(sunny.database, event.id) == []
        now = await look(sunny.database, event.id)
        async with sunny.database.read() as reading:
            seats = (await reading.connection.execute(select(EventRow.seats))).scalar_one()
        assert seats is not None
        assert now.taken <= seats
        assert {status for status, _ in now.parties.values()} <= {HELD, WAITING, OFFERED}
