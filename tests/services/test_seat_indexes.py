"""No statement about seats walks through a table that grows."""

from datetime import timedelta

import pytest

from db.work import Database
from domain.answers import Answer
from domain.event_drafts import as_draft
from domain.events import Event
from domain.people import Actor, Role
from domain.seat_views import WhenFull
from domain.seats import Seats, SeatsBy
from services.erasing import erase_person
from services.families import Families
from services.reminders import Reminders
from tests.query_plans import recorded, scans
from tests.services.seated import offers
from tests.services.sunny import Sunny, build_sunny


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_scanned(database: Database) -> None:
    sunny = await build_sunny(database)
    with recorded(database) as ran:
        await _everything(sunny)
    found = {
        statement: asked
        for statement, asked in ran.items()
        if "event_parties" in statement or "seats_taken" in statement
    }
    assert len(found) > 25
    assert await scans(database, found) == {}


async def _everything(sunny: Sunny) -> None:
    """A seat taken, waited for, offered, let pass, given back; families that change; seats that are lifted."""
    sunny.clock.advance(timedelta(hours=32 - sunny.clock.now().hour))
    head = await sunny.staff(Role.HEAD)
    one = await sunny.publish(head, seats=Seats(1, SeatsBy.FAMILY))
    anna, boris, vera = [await sunny.adult(number) for number in (1, 2, 3)]
    for adult in (anna, boris, vera):
        await sunny.rsvps.answer(adult, one.id, Answer.ALONE)
    await sunny.rsvp_entries.enter(head, one.id, sunny.children[3], Answer.ALONE, full=WhenFull.OVER)
    await sunny.rsvp_entries.clear(head, one.id, sunny.children[3])
    await sunny.rsvps.answer(anna, one.id, Answer.NO)
    await offers(sunny).run_due()
    (notice,) = (await sunny.leased("seat-offered")).values()
    await sunny.seat_notices.offer_for_notice(notice)
    sunny.clock.advance(timedelta(days=1))
    await offers(sunny).run_due()
    await sunny.seats.take_offer(vera, one.id)
    await sunny.seats.queue_page(head, one.id)
    await sunny.events.card(head, one.id)
    await sunny.rsvps.mine(vera)
    await sunny.seats.leave_queue(boris, one.id)
    families = Families(sunny.database, sunny.clock)
    await families.move(head, sunny.children[2], sunny.rays)
    await families.mark_left(head, sunny.children[0])
    async with sunny.database.work() as work:
        await erase_person(work, boris.person_id)
    draft = as_draft(await _now(sunny, head, one))
    await sunny.changes.change(head, one.id, 1, draft)
    sunny.clock.advance(timedelta(days=2))
    await Reminders(sunny.database, sunny.clock).put_due()
    await sunny.changes.change(head, one.id, 1, sunny.draft(days=3))
    two = await sunny.publish(head, token="t2", seats=Seats(1, SeatsBy.PERSON))
    await sunny.changes.cancel(head, two.id, 1)
    async with sunny.database.work() as work:
        await work.event_retention.parties_before(sunny.organisation_id, sunny.clock.now())


async def _now(sunny: Sunny, head: Actor, announced: Event) -> Event:
    found = await sunny.changes.to_change(head, announced.id)
    assert isinstance(found, Event)
    return found
