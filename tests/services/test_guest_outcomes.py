"""A visit on its day and after: held, not held, moved to another date; and the professions that a group has met."""

import asyncio
from datetime import timedelta

import pytest

from db.models import AuditRow, GuestVisitRow, NoticeRow
from db.work import Database
from domain.guest_views import VisitCard
from domain.guests import GuestDecline, VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from tests.services.sunny import next_door
from tests.services.visiting import BAKER, DETAILS, OWN_WORDS, Visiting, build_visiting, good

DECIDED = Refused(Reason.VISIT_DECIDED)


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def rows(sun: Visiting) -> tuple[int, ...]:
    """What a refusal must not change."""
    return tuple([await sun.count(kind) for kind in (GuestVisitRow, NoticeRow, AuditRow)])


async def test_held_with_the_number_of_children_and_corrected(sun: Visiting) -> None:
    card = await sun.confirmed()
    ahead = await sun.visits.held(sun.host, card.visit.id, 12)
    assert ahead == Refused(Reason.VISIT_AHEAD)
    sun.clock.move_to(card.visit.starts_at)
    assert (await sun.applications.visit(sun.host, card.visit.id)).may_conclude
    before = await rows(sun)
    for wrong in (0, 61):
        refused = await sun.visits.held(sun.host, card.visit.id, wrong)
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.NOT_A_NUMBER
    assert await rows(sun) == before
    held = good(await sun.visits.held(sun.host, card.visit.id, 12))
    assert (held.visit.status, held.visit.children) == (VisitStatus.HELD, 12)
    once = await rows(sun)
    good(await sun.visits.held(sun.host, card.visit.id, 12))
    assert await rows(sun) == once, "the same again is nothing"
    corrected = good(await sun.visits.held(sun.host, card.visit.id, 21))
    assert corrected.visit.children == 21
    missed = good(await sun.visits.not_held(sun.host, card.visit.id))
    assert (missed.visit.status, missed.visit.children) == (VisitStatus.NOT_HELD, None)


async def test_a_visit_that_was_refused_is_not_concluded(sun: Visiting) -> None:
    visit = await sun.taken()
    good(await sun.visits.decline(sun.host, visit.id, 1, GuestDecline.HAD_LATELY, None))
    sun.clock.advance(timedelta(days=8))
    assert await sun.visits.held(sun.host, visit.id, 12) == DECIDED
    assert await sun.visits.not_held(sun.host, visit.id) == DECIDED
    assert await sun.move(visit.id, (await sun.open(12)).slots[0].id) == DECIDED


async def test_a_visit_moves_with_everything_that_was_filled_in(sun: Visiting) -> None:
    card = await sun.confirmed(7)
    other = (await sun.open(9)).slots[0]
    assert [slot.id for slot in (await sun.moves.options(sun.host, card.visit.id)).free] == [other.id]
    sun.clock.move_to(sun.at(7, 7))  # too late to ask
    moved = good(await sun.move(card.visit.id, other.id))
    assert (moved.visit.status, moved.visit.details, moved.visit.starts_at) == (
        VisitStatus.CONFIRMED,
        DETAILS,
        other.starts_at,
    )
    assert [slot.id for slot in (await sun.free()).slots] == [card.visit.slot_id], "the old date is free"
    assert await sun.waiting(NoticeKind.GUEST_MOVED) == [sun.guest.person_id]
    before = await rows(sun)
    good(await sun.move(card.visit.id, other.id))
    assert await rows(sun) == before, "there already"


async def test_a_visit_that_did_not_take_place_finds_another_day(sun: Visiting) -> None:
    card = await sun.confirmed(1)
    sun.clock.move_to(card.visit.starts_at + timedelta(hours=1))
    good(await sun.visits.not_held(sun.host, card.visit.id))
    moved = await sun.moved(card.visit.id, sun.at(5, 15, 40))
    assert (moved.visit.status, moved.visit.starts_at) == (VisitStatus.CONFIRMED, sun.at(5, 15, 40))
    assert moved.may_conclude is False
    await sun.moved(card.visit.id, sun.at(6, 15, 40))
    assert [slot.starts_at for slot in (await sun.free()).slots] == [sun.at(5, 15, 40)]


async def test_a_date_that_somebody_has_is_not_moved_to(sun: Visiting) -> None:
    card = await sun.agreed(7)
    rival = await sun.taken(await sun.adult(2), 8)
    free = (await sun.open(9)).slots[0]
    before = await rows(sun)
    taken = Refused(Reason.SLOT_TAKEN)
    assert await sun.move(card.visit.id, rival.slot_id) == taken
    assert await sun.move(card.visit.id, rival.starts_at) == taken
    past = await sun.move(card.visit.id, sun.clock.now())
    assert past == Refused(Reason.DATE_PAST)
    assert await rows(sun) == before
    assert (await sun.now_of(card.visit.id)).slot_id == card.visit.slot_id
    found = await sun.moved(card.visit.id, free.starts_at)
    assert found.visit.slot_id == free.id, "a date that is open and free is taken, not made twice"


async def test_a_move_and_an_application_for_the_same_date(sun: Visiting) -> None:
    card = await sun.agreed(7)
    slot = (await sun.open(9)).slots[0]
    rival = await sun.adult(2)
    moved, applied = await asyncio.gather(sun.move(card.visit.id, slot.id), sun.take(rival, slot.id))
    assert isinstance(moved, VisitCard) is (applied.visit is None)
    async with sun.database.read() as reading:
        found = await reading.guest_openings.find_slot(sun.organisation_id, slot.id)
    assert found is not None
    assert found.visit_id in (card.visit.id, applied.visit and applied.visit.id)


async def test_the_map_has_the_professions_that_came(sun: Visiting) -> None:
    (other,) = await sun.crowd(1)
    visits = []
    for day, guest, what in ((1, sun.guest, BAKER), (2, sun.guest, BAKER), (3, other, OWN_WORDS)):
        visit = (await sun.take(guest, (await sun.open(day)).slots[0].id, what)).visit
        assert visit is not None
        good(await sun.visits.accept(sun.host, visit.id, 1))
        visits.append(visit.id)
    sun.clock.advance(timedelta(days=4))
    for visit_id in visits:
        good(await sun.visits.held(sun.host, visit_id, 10))
    label, met = await sun.visits.met(sun.host, sun.sun)
    assert label.name == "Солнышко"
    assert [(one.slug, one.name, one.visits) for one in met] == [
        (None, "Мастер по фонтанам", 1),
        ("pekar", "Пекарь", 2),
    ]
    assert (await sun.visits.met(sun.guest, sun.sun))[1] == met
    for actor in (await sun.adult(5), await sun.staff(Role.TEACHER, sun.rays)):
        with pytest.raises(Forbidden):
            await sun.visits.met(actor, sun.sun)
    neighbour = await (await next_door(sun)).staff(Role.HEAD)
    with pytest.raises(Missing):
        await sun.visits.met(neighbour, sun.sun)
