"""What becomes of seats when an event changes, and when families do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.models import AuditRow, NoticeRow
from db.work import Database
from domain.answers import Answer
from domain.event_drafts import as_draft
from domain.event_views import Changed
from domain.events import Event
from domain.outcomes import Reason, Refused
from domain.people import Role
from domain.privacy import Purpose
from domain.seats import Seats, SeatsBy
from services.erasing import end_roles, erase_person
from services.families import Families
from tests.services.seated import BY_FAMILY, BY_PERSON, HELD, OFFERED, WAITING, come, drift, look, offers
from tests.services.sunny import Sunny, build_sunny, told


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines, in the afternoon."""
    built = await build_sunny(database)
    now = built.clock.now()
    built.clock.advance(timedelta(hours=32) - timedelta(hours=now.hour, minutes=now.minute))
    return built


async def change(sunny: Sunny, event: Event, **changed: object) -> Changed | Refused:
    """Its author changes an event as it stands now."""
    author = await sunny.person(event.author_person_id)
    now = await sunny.changes.to_change(author, event.id)
    assert isinstance(now, Event)
    draft = replace(as_draft(now), **changed)  # type: ignore[arg-type]  # tests name any field
    return await sunny.changes.change(author, event.id, now.version, draft)


async def test_seats_are_set_raised_lowered_and_lifted(sunny: Sunny) -> None:
    """Whoever answered before there were seats sits; nobody is put out; who waited hears that there is room."""
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher)
    anna, husband = await sunny.adult(1), await sunny.adult(1)
    boris, vera = await sunny.adult(2), await sunny.adult(3)
    await sunny.rsvps.answer(anna, event.id, Answer.WITH_CHILD)
    await come(sunny, event.id, husband, boris)
    one, two, three = sunny.children[:3]
    assert await change(sunny, event, seats=Seats(1, BY_FAMILY)) == Refused(
        Reason.SEATS_BELOW_COMING, {"taken": 2}
    )
    assert isinstance(await change(sunny, event, seats=Seats(2, BY_FAMILY)), Changed)
    assert (await look(sunny.database, event.id)).parties == {one: (HELD, 1), two: (HELD, 1)}
    await come(sunny, event.id, vera)
    assert await change(sunny, event, seats=Seats(3, BY_PERSON)) == Refused(
        Reason.SEATS_BELOW_COMING, {"taken": 4}
    )
    assert isinstance(await change(sunny, event, seats=Seats(4, BY_PERSON)), Changed)
    assert (await look(sunny.database, event.id)).parties == {
        one: (HELD, 3),
        two: (HELD, 1),
        three: (WAITING, 1),
    }
    assert await drift(sunny.database, event.id) == []
    assert isinstance(await change(sunny, event, seats=Seats(5, BY_PERSON)), Changed)
    assert await offers(sunny).offer_due() == 1
    assert isinstance(await change(sunny, event, seats=None), Changed)
    now = await look(sunny.database, event.id)
    assert (now.taken, now.waiting, now.parties) == (0, 0, {})
    assert await told(sunny.database, "seat-given") == [vera.person_id]
    assert await sunny.count(NoticeRow, kind="seat-offered", status="cancelled") == 1
    (notice,) = (await sunny.leased("seat-given")).values()
    assert await sunny.seat_notices.given_for_notice(notice) is not None
    await sunny.rsvps.answer(vera, event.id, Answer.NO)
    assert await sunny.seat_notices.given_for_notice(notice) is None


async def test_a_cancelled_event_keeps_its_order(sunny: Sunny) -> None:
    """Offers are withdrawn, and nobody loses the place: it may be brought back."""
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, seats=Seats(1, BY_FAMILY))
    anna, boris, vera = [await sunny.adult(number) for number in (1, 2, 3)]
    await come(sunny, event.id, anna, boris, vera)
    await sunny.rsvps.answer(anna, event.id, Answer.NO)
    await offers(sunny).run_due()
    await sunny.changes.cancel(teacher, event.id, 1)
    now = await look(sunny.database, event.id)
    assert (now.taken, now.waiting) == (0, 2)
    await offers(sunny).run_due()
    assert await look(sunny.database, event.id) == now
    assert isinstance(await sunny.restoring.restore(teacher, event.id, 2), Changed)
    await offers(sunny).run_due()
    assert (await look(sunny.database, event.id)).parties[sunny.children[1]] == (OFFERED, 1)


async def test_a_family_with_several_children(sunny: Sunny) -> None:
    """The anchor moves when the lowest child leaves or moves; the seats of the others stay."""
    head = await sunny.staff(Role.HEAD)
    both = frozenset({sunny.sun, sunny.rays})
    event = await sunny.publish(head, seats=Seats(6, SeatsBy.PERSON), group_ids=both)
    families = Families(sunny.database, sunny.clock)
    anna, husband = await sunny.adult(1, 2, 5), await sunny.adult(1, 2, 5)
    await sunny.rsvps.answer(anna, event.id, Answer.WITH_CHILD)
    await come(sunny, event.id, husband)
    one, two, _, _, five, _ = sunny.children
    assert (await look(sunny.database, event.id)).parties == {one: (HELD, 5)}
    await families.mark_left(head, one)
    assert (await look(sunny.database, event.id)).parties == {two: (HELD, 4)}
    (membership,) = (await sunny.reload(anna)).memberships
    await families.unbind(head, two, membership.id)
    assert (await look(sunny.database, event.id)).parties == {two: (HELD, 1)}, "the husband's, alone"
    await change(sunny, event, group_ids=frozenset({sunny.rays}))
    assert (await look(sunny.database, event.id)).parties == {five: (HELD, 1)}
    assert await drift(sunny.database, event.id) == []
    await families.move(head, five, sunny.sun)
    now = await look(sunny.database, event.id)
    assert (now.taken, now.parties) == (0, {})


async def test_who_goes_gives_the_seats_back(sunny: Sunny) -> None:
    """Erased, or out of the organisation: the party of two shrinks, that of one ends, what staff entered goes along."""
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, seats=Seats(4, BY_PERSON))
    anna, husband, boris = await sunny.adult(1), await sunny.adult(1), await sunny.adult(2)
    await come(sunny, event.id, anna, husband, boris)
    await sunny.rsvp_entries.enter(teacher, event.id, sunny.children[1], Answer.ALONE)
    one, two = sunny.children[:2]
    assert (await look(sunny.database, event.id)).parties == {one: (HELD, 2), two: (HELD, 2)}
    waiting = await sunny.adult(3)
    await come(sunny, event.id, waiting)
    async with sunny.database.work() as work:
        await erase_person(work, anna.person_id)
    assert (await look(sunny.database, event.id)).parties[one] == (HELD, 1)
    async with sunny.database.work() as work:
        await end_roles(work, await sunny.reload(boris), sunny.organisation_id, Purpose.PARENT)
    now = await look(sunny.database, event.id)
    assert two not in now.parties
    assert (now.taken, now.waiting) == (1, 1)
    assert await drift(sunny.database, event.id) == []
    await offers(sunny).run_due()
    async with sunny.database.work() as work:
        await erase_person(work, waiting.person_id)
    assert (await look(sunny.database, event.id)).parties == {one: (HELD, 1)}
    assert await drift(sunny.database, event.id) == []
    assert await sunny.count(AuditRow, action="seat.offered") == 1
