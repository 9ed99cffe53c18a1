"""A guest who leaves frees the dates ahead, and the visits that were stay without them; what came to nothing goes."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from db.erasure_journal import ErasureJournal
from db.models import GuestOpeningRow, GuestSlotRow, GuestVisitRow, OrganisationRow
from db.personal_guests import UNNAMED
from db.work import Database
from domain.guests import GuestDecline, VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Refused
from domain.people import Actor, Group, Role
from domain.privacy import VISITS_KEPT, Left
from domain.professions import ChosenProfession
from domain.retention import Deleted
from services.families import Families
from services.groups import Groups
from services.guest_messages import GuestMessages
from services.partners import Partners
from services.privacy import Privacy
from services.retention import Retention
from tests.services.sunny import mark_sent
from tests.services.visiting import DETAILS, OWN_WORDS, Visiting, build_visiting, good

GAVE_BACK = NoticeKind.GUEST_GAVE_BACK


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


@pytest.fixture
def privacy(sun: Visiting, tmp_path: Path) -> Privacy:
    """What a guest may do about it."""
    return Privacy(sun.database, sun.clock, ErasureJournal(tmp_path))


async def _deleting_oneself(sun: Visiting, privacy: Privacy) -> None:
    await privacy.erase(sun.guest)


async def _leaving(sun: Visiting, privacy: Privacy) -> None:
    left = await privacy.leave(sun.guest, sun.organisation_id)
    assert isinstance(left, Left)


async def _child_left(sun: Visiting, privacy: Privacy) -> None:
    head = await sun.staff(Role.HEAD)
    await Families(sun.database, sun.clock).mark_left(head, sun.children[0])


async def _unbound(sun: Visiting, privacy: Privacy) -> None:
    head = await sun.staff(Role.HEAD)
    role = sun.guest.memberships[0].id
    await Families(sun.database, sun.clock).unbind(head, sun.children[0], role)


Going = Callable[[Visiting, Privacy], Awaitable[None]]


@pytest.mark.parametrize("goes", [_deleting_oneself, _leaving, _child_left, _unbound])
async def test_whoever_goes_frees_what_is_ahead_and_leaves_what_was(
    sun: Visiting, privacy: Privacy, goes: Going
) -> None:
    was = await sun.confirmed(1)
    sun.clock.move_to(was.visit.starts_at + timedelta(hours=1))
    good(await sun.visits.held(sun.host, was.visit.id, 15))
    ahead = await sun.confirmed(8)
    other = (await sun.open(9)).slots[0].id
    assert good(await sun.move(ahead.visit.id, other)).asked
    by = GuestMessages(sun.database, sun.clock)
    await by.write(sun.guest, ahead.visit.id, "Приду к десяти")
    written = await sun.notice(NoticeKind.GUEST_WRITTEN, sun.host)
    await mark_sent(sun.database)

    await goes(sun, privacy)

    assert await by.message_for_notice(written) is None, "the words go, too"
    assert (await by.look(sun.host, ahead.visit.id)).messages == ()

    held, freed = await sun.now_of(was.visit.id), await sun.now_of(ahead.visit.id)
    assert (held.status, held.children, held.profession.name) == (VisitStatus.HELD, 15, "Пекарь")
    assert (freed.status, freed.asked) == (VisitStatus.GIVEN_BACK, None), "nobody is asked any more"
    for visit in (held, freed):
        assert (visit.guest_id, visit.details) == (None, None)
    rival = await sun.adult(2)
    assert [slot.id for slot in (await sun.applications.dates(rival, sun.sun)).slots] == [
        ahead.visit.slot_id,
        other,
    ]
    assert sun.host.person_id in await sun.waiting(GAVE_BACK)
    told = await sun.told_of.gave_back_for_notice(await sun.notice(GAVE_BACK, sun.host))
    assert told is not None
    assert told.guest is None
    _, met = await sun.visits.met(sun.host, sun.sun)
    assert [(one.name, one.visits) for one in met] == [("Пекарь", 1)]
    lines = (await sun.openings.page(sun.host, sun.organisation_id, past=True)).lines
    assert [(line.visit is not None, line.guest) for line in lines] == [(True, None)]


async def test_own_words_go_with_the_guest(sun: Visiting, privacy: Privacy) -> None:
    slot = (await sun.open(1)).slots[0]
    visit = (await sun.take(sun.guest, slot.id, OWN_WORDS)).visit
    assert visit is not None
    good(await sun.visits.accept(sun.host, visit.id, 1))
    sun.clock.advance(timedelta(days=2))
    good(await sun.visits.held(sun.host, visit.id, 3))
    await privacy.erase(sun.guest)
    assert (await sun.now_of(visit.id)).profession == ChosenProfession(UNNAMED)
    assert (await sun.visits.met(sun.host, sun.sun))[1] == ()


async def test_a_guest_s_file_has_their_visits_and_nobody_else_s(sun: Visiting, privacy: Privacy) -> None:
    card = await sun.confirmed(7)
    other = await sun.adult(1)
    await sun.taken(other, 8)
    tables = json.loads((await privacy.my_data_file(sun.guest)).content)["tables"]
    [visit] = tables["guest_visits"]
    assert (visit["id"], visit["plan"], visit["profession"]) == (card.visit.id, DETAILS.plan, "Пекарь")
    assert (await privacy.my_data(sun.guest)).rows["guest_visits"] == 1
    hosts = json.loads((await privacy.my_data_file(sun.host)).content)["tables"]
    assert (len(hosts["guest_openings"]), hosts["guest_visits"]) == (2, [])


async def test_a_parent_who_is_a_partner_too_keeps_what_they_may_still_take(
    sun: Visiting, privacy: Privacy
) -> None:
    async with sun.database.work() as work:
        partner = await work.people.open_membership(sun.organisation_id, sun.guest.person_id, Role.PARTNER)
    sun.mother = await sun.reload(sun.guest)
    sun.teacher = await sun.staff(Role.TEACHER, sun.sun, sun.rays)
    opened = await sun.open(7, partners=(partner,), group_id=sun.rays)
    as_partner = (await sun.take(sun.guest, opened.slots[0].id)).visit
    as_parent = await sun.taken(sun.guest, 8)
    assert as_partner is not None
    head = await sun.staff(Role.HEAD)
    await Partners(sun.database, sun.clock).end(head, partner)
    assert (await sun.now_of(as_partner.id)).status is VisitStatus.GIVEN_BACK
    kept = await sun.now_of(as_parent.id)
    assert (kept.status, kept.guest_id) == (VisitStatus.APPLIED, sun.guest.person_id)


async def test_the_end_of_a_partnership_s_term_frees_its_dates(sun: Visiting) -> None:
    baker = await sun.baker()
    role = baker.memberships[0].id
    opened = await sun.open(7, partners=(role,))
    visit = (await sun.take(baker, opened.slots[0].id)).visit
    assert visit is not None
    partners = Partners(sun.database, sun.clock)
    today = sun.clock.today("Asia/Novokuznetsk")
    assert not isinstance(await partners.set_term(await sun.staff(Role.HEAD), role, today), Refused)
    assert await partners.end_due() == 0, "the last day counts"
    sun.clock.advance(timedelta(days=1))
    assert await partners.end_due() == 1
    gone = await sun.now_of(visit.id)
    assert (gone.status, gone.guest_id) == (VisitStatus.GIVEN_BACK, None)
    assert [slot.id for slot in (await sun.free()).slots] == [visit.slot_id]


async def test_a_group_in_the_archive_has_no_dates_and_its_guests_hear_of_it(sun: Visiting) -> None:
    head = await sun.staff(Role.HEAD)
    visit = await sun.taken(None, 7)
    await sun.open(8)
    async with sun.database.work() as work:
        for child in sun.children[:4]:
            await work.children.move(sun.organisation_id, child, sun.rays)
    assert isinstance(await Groups(sun.database, sun.clock).archive(head, sun.sun), Group)
    declined = await sun.now_of(visit.id)
    assert (declined.status, declined.decline) == (VisitStatus.DECLINED, GuestDecline.GROUP_CLOSED)
    told = await sun.told_of.declined_for_notice(await sun.notice(NoticeKind.GUEST_DECLINED, sun.guest))
    assert told is not None
    assert told.free == ()
    assert (await sun.openings.page(head, sun.organisation_id)).lines == ()
    assert await sun.count(GuestSlotRow, withdrawn_at=None) == 0


async def test_what_came_to_nothing_goes_in_time_and_what_was_held_stays(
    sun: Visiting, tmp_path: Path
) -> None:
    held = await sun.confirmed(1)
    refused = await sun.taken(None, 2)
    good(await sun.visits.decline(sun.host, refused.id, 1, GuestDecline.HAD_LATELY, None))
    await sun.taken(None, 3)  # nobody ever answered
    sun.clock.move_to(held.visit.starts_at)
    good(await sun.visits.held(sun.host, held.visit.id, 9))
    ahead = await _ahead(sun, 100)
    retention = Retention(sun.database, sun.clock, ErasureJournal(tmp_path), frozenset())
    sun.clock.move_to(sun.at(0) + VISITS_KEPT - timedelta(hours=1))
    early = await retention.run_due()
    assert Deleted.VISITS not in early.get(sun.organisation_id, {})
    sun.clock.move_to(sun.at(3) + VISITS_KEPT + timedelta(hours=1))
    done = await retention.run_due()
    assert done[sun.organisation_id][Deleted.VISITS] == 2
    async with sun.database.read() as reading:
        left = set(await reading.connection.scalars(select(GuestVisitRow.id)))
    assert left == {held.visit.id, ahead}
    assert await sun.count(GuestSlotRow) == await sun.count(GuestOpeningRow) == 2


async def _ahead(sun: Visiting, days: int) -> int:
    return (await sun.taken(None, days)).id


async def test_names_are_shown_only_while_they_may_be(sun: Visiting) -> None:
    await sun.names_on()
    visit = await sun.taken()
    named = await sun.applications.visit(sun.host, visit.id)
    assert named.guest is not None
    assert named.guest.name == "Анна Петрова"
    async with sun.database.work() as work:
        await work.connection.execute(
            update(OrganisationRow)
            .where(OrganisationRow.id == sun.organisation_id)
            .values(personal_data=False)
        )
    host: Actor = await sun.reload(sun.host)
    shown = [
        (await sun.applications.visit(host, visit.id)).guest,
        (await sun.openings.page(host, sun.organisation_id)).lines[0].guest,
        (await sun.openings.slot(host, visit.slot_id)).guest,
    ]
    assert [(one.name, one.numbers) for one in shown if one is not None] == [(None, (1,))] * 3
