"""Whoever joins a group after dates were opened hears of them: once, of all that are free, within the budget."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from db.models import NoticeRow
from db.work import Database
from domain.joining import Waiting
from domain.notices import NoticeKind
from domain.people import Role
from services.families import Families
from services.guest_newcomers import invite_to_be_guests
from tests.services.doorstep import open_door
from tests.services.queueing import Queueing
from tests.services.visiting import BAKER, Visiting, build_visiting


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def told(sun: Visiting, person_id: int) -> list[str | None]:
    """Subjects of what somebody was invited to."""
    async with sun.database.read() as reading:
        rows = await reading.connection.execute(
            select(NoticeRow.subject)
            .where(NoticeRow.kind == NoticeKind.GUESTS_INVITED.value, NoticeRow.person_id == person_id)
            .order_by(NoticeRow.id)
        )
        return list(rows.scalars())


async def test_a_child_who_moves_brings_its_adults_one_invitation(sun: Visiting) -> None:
    early, late = await sun.open(7, 8), await sun.open(9)
    head, father = await sun.staff(Role.HEAD), await sun.adult(5)
    families = Families(sun.database, sun.clock)
    await families.move(head, sun.children[4], sun.sun)
    assert await told(sun, father.person_id) == [f"opening:{late.opening_id}"], "one, not two"
    notice = await sun.notice(NoticeKind.GUESTS_INVITED, await sun.reload(father))
    shown = await sun.told_of.invited_for_notice(notice)
    assert shown is not None
    assert [slot.id for slot in shown.slots] == [slot.id for one in (early, late) for slot in one.slots]
    assert notice.due_at == sun.clock.now() + timedelta(minutes=1)
    assert notice.expires_at == late.slots[0].starts_at

    await families.move(head, sun.children[4], sun.rays)
    await families.move(head, sun.children[4], sun.sun)
    assert len(await told(sun, father.person_id)) == 1, "there and back again"
    for may_have_come in (False, True):
        async with sun.database.work(claims=False) as work:
            lost = {"status": "failed", "may_have_come": may_have_come}
            await work.connection.execute(
                update(NoticeRow).where(NoticeRow.person_id == father.person_id).values(**lost)
            )
            unheard = await work.guest_newcomers.unheard(
                sun.organisation_id, sun.sun, father.person_id, after=sun.clock.now()
            )
        assert (unheard is None) is may_have_come
    await sun.openings.withdraw(sun.host, late.slots[0].id)
    mother = sun.guest
    before = await told(sun, mother.person_id)
    async with sun.database.work() as work:
        child = await work.children.find(sun.organisation_id, sun.children[0])
        assert child is not None
        await invite_to_be_guests(work, child, [mother.person_id])
    assert await told(sun, mother.person_id) == before, "she was invited when they were opened"


async def test_a_child_who_moves_takes_its_adults_out_of_the_old_queue(sun: Visiting) -> None:
    """What was kept for them is nobody's at once: not for as long as an offer lasts."""
    opened = await sun.open(7)
    head, q = await sun.staff(Role.HEAD), Queueing(sun)
    guests = await sun.crowd(2)
    for guest in guests:
        await q.queue.join(guest, sun.sun, BAKER)
    q.by_day()
    assert await q.offers.put_due() == 1
    assert (await q.waiters())[0].slot_id == opened.slots[0].id
    await Families(sun.database, sun.clock).move(head, sun.children[-2], sun.rays)
    assert await q.order() == [guests[1].person_id]
    assert await sun.waiting(NoticeKind.GUEST_OFFERED) == []
    assert await sun.waiting(NoticeKind.GUEST_QUEUE_ENDED) == [guests[0].person_id]
    assert await q.offers.put_due() == 1
    assert await q.offered() == [guests[1].person_id]


async def test_nothing_free_is_nothing_to_hear_of(sun: Visiting) -> None:
    opened = await sun.open(7)
    await sun.take(sun.guest, opened.slots[0].id)
    head, father = await sun.staff(Role.HEAD), await sun.adult(5)
    await Families(sun.database, sun.clock).move(head, sun.children[4], sun.sun)
    assert await told(sun, father.person_id) == []


async def test_by_a_card_and_by_the_wall(database: Database, tmp_path: Path) -> None:
    door = await open_door(database, tmp_path)
    teacher = await door.staff(Role.TEACHER, door.sun)
    sun = Visiting(database, door.organisation_id, door.sun, door.rays, door.children, teacher=teacher)
    await door.parent(2)
    opened = await sun.open(7)
    by_card = await door.parent(1)
    assert await told(sun, by_card.person_id) == [f"opening:{opened.opening_id}"]
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    await door.requests.approve(teacher, waiting.request.id, door.children[2])
    assert await told(sun, waiting.actor.person_id) == [f"opening:{opened.opening_id}"]
