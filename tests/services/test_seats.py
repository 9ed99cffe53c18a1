"""Seats of an event: taken by answers, waited for in order, offered, let pass, given back."""

from datetime import timedelta

import pytest

from db.models import AuditRow
from db.work import Database
from domain.answers import Answer
from domain.events import Event
from domain.outcomes import Forbidden, Reason, Refused
from domain.people import Actor, Role
from domain.seat_views import WhenFull
from domain.seats import Seats, SeatsBy
from services.reminders import Reminders
from tests.services.seated import (
    BY_PERSON,
    HELD,
    OFFERED,
    WAITING,
    come,
    drift,
    look,
    offers,
    place,
    refusal,
)
from tests.services.sunny import Sunny, build_sunny, told


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


async def afternoon(sunny: Sunny) -> None:
    """The clock at three in the afternoon of the organisation, a day later."""
    now = sunny.clock.now()
    sunny.clock.advance(
        timedelta(days=1) - timedelta(hours=now.hour, minutes=now.minute) + timedelta(hours=8)
    )


async def with_three(
    sunny: Sunny, count: int, by: SeatsBy = SeatsBy.FAMILY, **changed: object
) -> tuple[Actor, Event, list[Actor]]:
    """A teacher, an event with seats, and the adults of three families."""
    await afternoon(sunny)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, "t1", seats=Seats(count, by), **changed)
    return teacher, event, [await sunny.adult(number) for number in (1, 2, 3)]


async def test_from_full_to_the_next_one(sunny: Sunny) -> None:
    """Full, the queue, a seat given back, an offer, the offer lapses, the next one takes it."""
    teacher, event, (anna, boris, vera) = await with_three(sunny, 1)
    assert place(await sunny.rsvps.answer(anna, event.id, Answer.WITH_CHILD)) == (HELD, None)
    assert place(await sunny.rsvps.answer(boris, event.id, Answer.ALONE)) == (WAITING, 1)
    assert place(await sunny.rsvps.answer(vera, event.id, Answer.ALONE)) == (WAITING, 2)
    assert await offers(sunny).offer_due() == 0, "nothing is free"
    page = await sunny.seats.queue_page(teacher, event.id)
    assert [(line.place, line.number, line.status) for line in page.lines] == [
        (1, 2, WAITING),
        (2, 3, WAITING),
    ]
    card = (await sunny.events.card(teacher, event.id)).attendance
    assert (card.count(Answer.WITH_CHILD), card.count(Answer.ALONE), card.waiting, card.adults) == (
        1,
        0,
        2,
        1,
    )

    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    assert (await look(sunny.database, event.id)).taken == 0
    assert await offers(sunny).offer_due() == 1
    assert await told(sunny.database, "seat-offered") == [boris.person_id]
    assert place(await sunny.rsvps.look(boris, event.id)) == (OFFERED, None)
    assert place(await sunny.rsvps.look(vera, event.id)) == (WAITING, 1)
    assert refusal(await sunny.seats.take_offer(vera, event.id)) is Reason.OFFER_GONE
    async with sunny.database.work() as work:  # it arrives
        [notice] = await work.leases.lease(9, real=sunny.clock.now(), until=sunny.clock.now())
        await work.leases.finish(notice.id)

    sunny.clock.advance(timedelta(hours=12))
    assert await offers(sunny).lapse_due() == 0, "three in the morning: it ends an hour after the quiet hours"
    sunny.clock.advance(timedelta(hours=12))
    assert refusal(await sunny.seats.take_offer(boris, event.id)) is Reason.OFFER_GONE
    assert await offers(sunny).lapse_due() == 1
    assert place(await sunny.rsvps.look(boris, event.id)) == (WAITING, 2), "at the end of the queue"
    assert await told(sunny.database, "seat-lapsed") == [boris.person_id]
    assert await offers(sunny).offer_due() == 1
    for _ in range(2):  # a second tap changes nothing
        assert place(await sunny.seats.take_offer(vera, event.id)) == (HELD, None)
    assert await drift(sunny.database, event.id) == []
    assert await sunny.count(AuditRow, action="seat.taken") == 1


async def test_a_family_is_not_split_and_not_overtaken(sunny: Sunny) -> None:
    """The first of the queue needs two seats: one that is free waits with it."""
    _, event, (anna, boris, vera) = await with_three(sunny, 2, BY_PERSON)
    await come(sunny, event.id, anna, vera)
    assert place(await sunny.rsvps.answer(boris, event.id, Answer.WITH_CHILD)) == (WAITING, 1)
    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    assert await offers(sunny).offer_due() == 0
    assert place(await sunny.rsvps.answer(anna, event.id, Answer.ALONE)) == (WAITING, 2)
    await sunny.rsvps.answer(vera, event.id, Answer.UNSURE)
    assert await offers(sunny).offer_due() == 1
    assert place(await sunny.rsvps.answer(boris, event.id, Answer.WITH_CHILD)) == (HELD, None), (
        "«приду» takes it"
    )
    assert await drift(sunny.database, event.id) == []


async def test_a_party_that_grows_needs_its_seats(sunny: Sunny) -> None:
    """The second parent, or the child, finds no seat: the old answer stands."""
    _, event, (anna, boris, _) = await with_three(sunny, 2, BY_PERSON)
    husband = await sunny.adult(1)
    await come(sunny, event.id, anna, boris)
    for adult, answer in ((anna, Answer.WITH_CHILD), (husband, Answer.ALONE)):
        outcome = await sunny.rsvps.answer(adult, event.id, answer)
        assert outcome.refused == Refused(Reason.NO_SEAT_FOR_ALL, {"left": 0})
    assert (await sunny.rsvps.look(anna, event.id)).invitation.answer is Answer.ALONE
    await sunny.rsvps.answer(boris, event.id, Answer.NO)
    assert place(await sunny.rsvps.answer(husband, event.id, Answer.ALONE)) == (HELD, None)
    assert (await look(sunny.database, event.id)).parties == {sunny.children[0]: (HELD, 2)}
    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    assert (await look(sunny.database, event.id)).parties == {sunny.children[0]: (HELD, 1)}
    assert await drift(sunny.database, event.id) == []


async def test_a_family_larger_than_the_event(sunny: Sunny) -> None:
    """Who will never fit does not stand in the queue before the others."""
    _, event, (anna, _, _) = await with_three(sunny, 1, BY_PERSON)
    outcome = await sunny.rsvps.answer(anna, event.id, Answer.WITH_CHILD)
    assert outcome.refused == Refused(Reason.NO_SEAT_FOR_ALL, {"left": 1})
    assert (await look(sunny.database, event.id)).parties == {}


async def test_two_offers_let_pass_end_the_waiting(sunny: Sunny) -> None:
    """And «Приду» once more stands in the queue again, at its end."""
    _, event, (anna, boris, _) = await with_three(sunny, 1)
    await come(sunny, event.id, anna, boris)
    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    for _ in range(2):
        await offers(sunny).run_due()
        async with sunny.database.work() as work:
            for notice in await work.leases.lease(9, real=sunny.clock.now(), until=sunny.clock.now()):
                await work.leases.finish(notice.id)
        sunny.clock.advance(timedelta(hours=24))
        assert await offers(sunny).lapse_due() == 1
    looked = await sunny.rsvps.look(boris, event.id)
    assert (looked.invitation.answer, place(looked)) == (Answer.ALONE, (None, None))
    assert (await look(sunny.database, event.id)).parties == {}
    assert place(await sunny.rsvps.answer(boris, event.id, Answer.ALONE)) == (HELD, None), "the seat is free"


async def test_the_last_hours_are_first_come(sunny: Sunny) -> None:
    """Nothing is offered any more: whoever waits taps «Приду» again and sits."""
    _, event, (anna, boris, vera) = await with_three(sunny, 1, days=1)
    await come(sunny, event.id, anna, boris)
    sunny.clock.advance(timedelta(hours=22, minutes=30))
    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    assert await offers(sunny).offer_due() == 0
    seating = (await sunny.rsvps.look(boris, event.id)).invitation.seating
    assert seating is not None
    assert seating.first_come
    assert place(await sunny.rsvps.answer(boris, event.id, Answer.ALONE)) == (HELD, None)
    assert place(await sunny.rsvps.answer(vera, event.id, Answer.ALONE)) == (WAITING, 1)
    assert await drift(sunny.database, event.id) == []


async def test_leaving_the_queue_and_declining(sunny: Sunny) -> None:
    """One adult withdraws the own answer; the party stays while the other comes (rule 3)."""
    _, event, (anna, boris, _) = await with_three(sunny, 2, BY_PERSON)
    husband = await sunny.adult(1)
    vera = await sunny.adult(4)
    await come(sunny, event.id, boris, vera, anna, husband)
    assert (await look(sunny.database, event.id)).parties[sunny.children[0]] == (WAITING, 2)
    assert place(await sunny.seats.leave_queue(husband, event.id)) == (WAITING, 1)
    await sunny.rsvps.answer(boris, event.id, Answer.NO)
    assert await offers(sunny).offer_due() == 1
    assert place(await sunny.seats.decline_offer(anna, event.id)) == (None, None)
    assert refusal(await sunny.seats.decline_offer(anna, event.id)) is None, "a second tap changes nothing"
    assert refusal(await sunny.seats.leave_queue(vera, event.id)) is Reason.OFFER_GONE, "she sits"
    assert (await look(sunny.database, event.id)).taken == 1
    assert await drift(sunny.database, event.id) == []


async def test_staff_ask_queue_or_seat_over(sunny: Sunny) -> None:
    """«Внести за семью» goes through the same gate."""
    teacher, event, (anna, _, _) = await with_three(sunny, 1)
    second, third = sunny.children[1], sunny.children[2]
    await come(sunny, event.id, anna)
    enter = sunny.rsvp_entries.enter
    full = Refused(Reason.NO_SEATS, {"left": 0})
    assert await enter(teacher, event.id, second, Answer.ALONE) == full
    assert await enter(teacher, event.id, second, Answer.ALONE, full=WhenFull.QUEUE) is None
    assert await enter(teacher, event.id, second, Answer.ALONE) == full, "it waits: the choice once more"
    assert await enter(teacher, event.id, third, Answer.ALONE, full=WhenFull.OVER) is None
    now = await look(sunny.database, event.id)
    assert (now.taken, now.waiting) == (2, 1)
    assert await enter(teacher, event.id, third, Answer.NO) is None
    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    assert await offers(sunny).offer_due() == 1
    assert (await look(sunny.database, event.id)).parties == {second: (HELD, 1)}, "nobody to ask: it sits"
    assert await sunny.rsvp_entries.clear(teacher, event.id, second) is None
    assert await drift(sunny.database, event.id) == []
    assert (await look(sunny.database, event.id)).parties == {}


async def test_who_sees_the_queue(sunny: Sunny) -> None:
    """Staff of the group; no parent."""
    _, event, (anna, _, _) = await with_three(sunny, 1)
    with pytest.raises(Forbidden):
        await sunny.seats.queue_page(anna, event.id)
    rays = await sunny.adult(5)
    for act in (sunny.seats.take_offer, sunny.seats.decline_offer, sunny.seats.leave_queue):
        with pytest.raises(Forbidden):
            await act(rays, event.id)


async def test_reminders_are_for_those_who_sit(sunny: Sunny) -> None:
    """Whoever waits is told nothing of tomorrow; a list of one's own says that they wait."""
    _, event, (anna, boris, vera) = await with_three(sunny, 1, days=3)
    await come(sunny, event.id, anna, boris)
    await sunny.rsvps.answer(vera, event.id, Answer.UNSURE)
    assert [(await sunny.rsvps.mine(who)).events[0].waits for who in (anna, boris, vera)] == [
        False,
        True,
        False,
    ]
    sunny.clock.advance(timedelta(days=2, hours=1))
    await Reminders(sunny.database, sunny.clock).put_due()
    assert await told(sunny.database, "event-reminder") == [anna.person_id, vera.person_id]
    reminders = await sunny.leased("event-reminder")
    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    assert place(await sunny.rsvps.answer(anna, event.id, Answer.ALONE)) == (WAITING, 2)
    assert await sunny.notices.reminder_for_notice(reminders[anna.person_id]) is None
    assert await sunny.notices.reminder_for_notice(reminders[vera.person_id]) is not None
