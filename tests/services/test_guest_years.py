"""The figures of a school year stay what they were when guests leave or delete their data."""

from datetime import timedelta
from pathlib import Path

from content.professions import catalogue
from db.engine import writer_engine
from db.erasure_journal import ErasureJournal
from db.migrate import downgrade, upgrade
from db.models import GuestVisitFamilyRow
from db.work import Database
from domain.guest_outcomes import ComerKind
from domain.guest_overview import GuestYear
from domain.people import Actor, Kinship
from services.guest_overviews import GuestOverviews
from services.privacy import Privacy
from tests.services.visiting import Visiting, build_visiting, good


async def year(sun: Visiting) -> GuestYear:
    """The figures as they stand."""
    seen = GuestOverviews(sun.database, sun.clock, catalogue())
    return await seen.year(sun.host, sun.organisation_id, 2026)


async def visited(sun: Visiting) -> tuple[Actor, Actor]:
    """A mother of two children comes twice; then a father of one of them, a partner, and a family that is entered."""
    async with sun.database.work() as work:
        role = sun.guest.memberships[0].id
        await work.people.bind_child(sun.organisation_id, role, sun.children[2], Kinship.PARENT, at_most=9)
    sun.mother = await sun.reload(sun.guest)
    father, baker = await sun.adult(1), await sun.baker()
    opened = await sun.open(3, 4, partners=(baker.memberships[0].id,))
    visits = [(await sun.confirmed(day)).visit for day in (1, 2)]
    for guest, slot in ((father, opened.slots[0]), (baker, opened.slots[1])):
        taken = (await sun.take(guest, slot.id)).visit
        assert taken is not None
        visits.append(taken)
    visits.append(await sun.entered(sun.children[3], 5))
    sun.clock.move_to(sun.at(6))
    for visit in visits:
        good(await sun.visits.held(sun.host, visit.id, 10))
    kinds = [(await sun.now_of(visit.id)).comer for visit in visits]
    assert kinds == [ComerKind.FAMILY] * 3 + [ComerKind.PARTNER, ComerKind.FAMILY]
    return father, baker


async def test_no_figure_shrinks_when_guests_go(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    sun = await build_visiting(database)
    father, baker = await visited(sun)
    before = await year(sun)
    assert (before.visits, before.families_met, before.partners) == (5, 3, 1)

    engine = writer_engine(database_url)
    await downgrade(engine, "0013")
    await upgrade(engine)
    await engine.dispose()
    assert await year(sun) == before, "what is known of older visits is filled in"

    privacy = Privacy(database, sun.clock, ErasureJournal(tmp_path))
    await privacy.erase(sun.guest)
    assert await year(sun) == before
    assert await sun.count(GuestVisitFamilyRow, child_id=sun.children[2]) == 0, "nobody is left of the one"
    assert await sun.count(GuestVisitFamilyRow, child_id=sun.children[0]) == 3, "the other has its father"
    for goes in (privacy.leave(father, sun.organisation_id), privacy.erase(baker)):
        await goes
        assert await year(sun) == before
    assert await sun.count(GuestVisitFamilyRow, child_id=sun.children[0]) == 0


async def test_what_did_not_take_place_after_all_leaves_no_family(database: Database) -> None:
    sun = await build_visiting(database)
    card = await sun.confirmed(1)
    sun.clock.move_to(card.visit.starts_at + timedelta(hours=1))
    good(await sun.visits.held(sun.host, card.visit.id, 10))
    good(await sun.visits.held(sun.host, card.visit.id, 11))
    assert await sun.count(GuestVisitFamilyRow) == 1
    good(await sun.visits.not_held(sun.host, card.visit.id))
    assert await sun.count(GuestVisitFamilyRow) == 0
