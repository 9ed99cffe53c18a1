"""After a restore nobody is expected who has gone meanwhile, and no number of a date or a visit is given again."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from content.professions import catalogue
from domain.guest_views import Opened, VisitCard
from domain.guests import Application, Format, OpeningDraft, Visit, VisitStatus
from domain.people import Actor, Role
from domain.professions import ChosenProfession
from services.guest_applications import GuestApplications
from services.guest_openings import GuestOpenings
from services.guest_visits import GuestVisits
from tests.services.installation import House, open_house

PAINTER = Application(ChosenProfession("Маляр на дому"), frozenset({Format.TOOLS}))


@pytest.fixture
async def house(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """A kindergarten that a mother has joined."""
    async for opened in open_house(database_url, tmp_path, monkeypatch):
        yield opened


async def _visit(house: House, teacher: Actor, guest: Actor, token: str) -> Visit:
    """A visit that was said yes to."""
    database, clock = house.database, house.database.clock
    days = 7 + int(token)
    draft = OpeningDraft(house.door.sun, (clock.now() + timedelta(days=days),))
    opened = await GuestOpenings(database, clock).open(teacher, house.door.organisation_id, draft, token)
    assert isinstance(opened, Opened)
    applications = GuestApplications(database, clock, catalogue())
    visit = (await applications.take(guest, opened.slots[0].id, PAINTER, token)).visit
    assert visit is not None
    card = await GuestVisits(database, clock).accept(teacher, visit.id, 1)
    assert isinstance(card, VisitCard)
    return card.visit


async def _found(house: House, visit: Visit) -> Visit:
    async with house.database.read() as reading:
        found = await reading.guest_visits.find(house.door.organisation_id, visit.id)
    assert found is not None
    return found


@pytest.mark.parametrize("wrecked", [False, True])
async def test_a_guest_who_was_erased_after_the_backup_is_expected_no_more(
    house: House, wrecked: bool
) -> None:
    teacher = await house.door.staff(Role.TEACHER, house.door.sun)
    mother = await house.door.parent(2)
    visit = await _visit(house, teacher, mother, "1")
    await house.backup()
    await house.door.privacy.erase(mother)
    if wrecked:
        await house.wreck()

    await house.restore()

    found = await _found(house, visit)
    assert (found.status, found.guest_id) == (VisitStatus.GIVEN_BACK, None)
    assert PAINTER.profession.name not in await house.door.column("guest_visits", "profession")
    assert await house.door.column("guest_slots", "visit_id") == [None]


async def test_a_guest_whose_role_was_taken_away_after_the_backup_frees_the_date(house: House) -> None:
    teacher = await house.door.staff(Role.TEACHER, house.door.sun)
    mother = await house.door.parent(2)
    visit = await _visit(house, teacher, mother, "1")
    await house.backup()
    async with house.database.work() as work:
        await work.people.end_membership(house.door.organisation_id, mother.memberships[0].id)

    await house.restore()

    assert (await _found(house, visit)).status is VisitStatus.GIVEN_BACK


async def test_numbers_of_dates_and_visits_are_not_given_again(house: House) -> None:
    teacher = await house.door.staff(Role.TEACHER, house.door.sun)
    mother = await house.door.parent(2)
    await house.backup()
    lost = await _visit(house, teacher, mother, "1")
    await house.restore()
    new = await _visit(house, teacher, mother, "2")
    assert new.id > lost.id
    assert new.slot_id > lost.slot_id
