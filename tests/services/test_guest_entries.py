"""«Внести за семью»: a guest without a phone is agreed upon at once, nobody but the teachers hears of it (rule 5)."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from db.erasure_journal import ErasureJournal
from db.models import AuditRow, GuestVisitRow, NoticeRow
from db.work import Database
from domain.guest_views import VisitCard
from domain.guests import VisitStatus
from domain.ids import ChildId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from domain.privacy import Purpose
from domain.professions import Danger
from services.erasing import end_roles
from services.families import Families
from services.guest_freeing import close_dates
from services.privacy import Privacy
from tests.services.sunny import mark_sent
from tests.services.visiting import BAKER, DETAILS, OWN_WORDS, Visiting, build_visiting, good

K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines: 0002–0004 have no phone."""
    return await build_visiting(database)


async def test_a_family_without_a_phone_is_agreed_upon_and_only_teachers_are_reminded(sun: Visiting) -> None:
    opened = await sun.open(7, 8)
    choice = await sun.entries.choice(sun.host, opened.slots[0].id)
    assert [child.number for child in choice.families] == [2, 3, 4], "the mother's family chooses itself"
    before = await sun.count(NoticeRow)
    told = await sun.entries.enter(sun.host, opened.slots[0].id, sun.children[1], BAKER, "same")
    assert told.visit is not None
    assert (told.visit.status, told.visit.guest_id, told.visit.entered) == (VisitStatus.TENTATIVE, None, True)
    assert await sun.count(NoticeRow) == before, "nobody is told"
    assert [slot.id for slot in (await sun.free()).slots] == [opened.slots[1].id]

    again = await sun.entries.enter(sun.host, opened.slots[0].id, sun.children[1], OWN_WORDS, "same")
    assert again.visit == told.visit
    card = await sun.entries.entered(sun.host, "same")
    assert card.guest is not None
    assert (card.guest.role, card.guest.numbers, card.guest.name) == (Role.PARENT, (2,), None)
    assert (card.may_speak, card.mine, card.may_decide) == (True, False, False)
    [taken, free] = (await sun.openings.page(sun.host, sun.organisation_id)).lines
    assert taken.guest == card.guest
    assert free.guest is None

    sun.clock.move_to(told.visit.starts_at - timedelta(hours=2))
    await sun.reminders.put_due()
    assert set(await sun.waiting(K.GUEST_REMINDER)) == {sun.host.person_id}
    reminded = await sun.told_of.reminder_for_notice(await sun.notice(K.GUEST_REMINDER, sun.host))
    assert reminded is not None
    sun.clock.move_to(told.visit.starts_at + timedelta(hours=1))
    await sun.reminders.put_due()
    assert await sun.waiting(K.GUEST_AFTER) == [sun.host.person_id]
    held = good(await sun.visits.held(sun.host, told.visit.id, 12))
    assert held.guest == card.guest
    _, met = await sun.visits.met(sun.host, sun.sun)
    assert [one.name for one in met] == ["Пекарь"]


async def test_a_partner_without_a_phone(sun: Visiting) -> None:
    visit = await sun.entered(None)
    shown = (await sun.applications.visit(sun.host, visit.id)).guest
    assert shown is not None
    assert (shown.role, shown.numbers, shown.name) == (Role.PARTNER, (), None)


async def test_staff_tell_the_rest_and_have_seen_what_is_dangerous(sun: Visiting) -> None:
    visit = await sun.entered(sun.children[1])
    suggested = await sun.applications.prefilled(sun.host, visit.id)
    assert suggested.plan
    before = await sun.count(NoticeRow)
    sharp = frozenset({Danger.SHARP})
    told = DETAILS.__class__("Покажу хлеб", None, None, sharp, 15)
    card = good(await sun.applications.write_details(sun.host, visit.id, told))
    assert (card.visit.status, card.visit.details) == (VisitStatus.CONFIRMED, told)
    moved = good(await sun.move(visit.id, sun.at(9)))
    assert moved.visit.starts_at == sun.at(9)
    assert await sun.count(NoticeRow) == before, "there is nobody to write to"
    own = await sun.taken(None, 12)
    with pytest.raises(Forbidden):
        await sun.applications.write_details(sun.host, own.id, DETAILS)
    with pytest.raises(Forbidden):
        await sun.entries.take_back(sun.host, own.id, own.version)


async def test_what_was_entered_may_be_taken_back(sun: Visiting) -> None:
    visit = await sun.entered(sun.children[1])
    assert await sun.entries.take_back(sun.host, visit.id, 7) == Refused(Reason.CHANGED_MEANWHILE)
    sun.clock.move_to(visit.starts_at - timedelta(hours=3))
    await sun.reminders.put_due()
    card = good(await sun.entries.take_back(sun.host, visit.id, visit.version))
    assert card.visit.status is VisitStatus.GIVEN_BACK
    assert (await sun.waiting(K.GUEST_REMINDER), await sun.waiting(K.GUEST_GAVE_BACK)) == ([], [])
    assert [slot.id for slot in (await sun.free()).slots] == [visit.slot_id]
    late = await sun.entries.take_back(sun.host, visit.id, card.visit.version)
    assert late == Refused(Reason.VISIT_DECIDED)
    sun.clock.move_to(visit.starts_at)
    over = await sun.entered(sun.children[1], 20)
    sun.clock.move_to(over.starts_at)
    assert await sun.entries.take_back(sun.host, over.id, over.version) == Refused(Reason.SLOT_PAST)


async def test_whoever_is_not_to_be_entered(sun: Visiting) -> None:
    opened = await sun.open(7)
    slot = opened.slots[0].id
    before = await sun.count(GuestVisitRow), await sun.count(AuditRow)

    async def outcome(child: ChildId | None) -> Refused | None:
        return (await sun.entries.enter(sun.host, slot, child, BAKER, f"x{child}")).refused

    assert await outcome(sun.children[0]) == Refused(Reason.FAMILY_JOINED)
    assert await sun.entries.family(sun.host, slot, sun.children[0]) == Refused(Reason.FAMILY_JOINED)
    with pytest.raises(Missing):
        await outcome(sun.children[4])  # of the other group
    head = await sun.staff(Role.HEAD)
    await Families(sun.database, sun.clock).mark_left(head, sun.children[3])
    before = before[0], await sun.count(AuditRow)
    assert await outcome(sun.children[3]) == Refused(Reason.CHILD_LEFT)
    nothing = BAKER.__class__(BAKER.profession, frozenset())
    refused = await sun.entries.enter(sun.host, slot, sun.children[1], nothing, "n")
    assert refused.refused == Refused(Reason.NOTHING_PICKED)
    sun.clock.move_to(opened.slots[0].starts_at)
    assert await outcome(sun.children[1]) == Refused(Reason.SLOT_PAST)
    assert (await sun.count(GuestVisitRow), await sun.count(AuditRow)) == before


async def test_a_guest_and_a_teacher_want_the_same_date(sun: Visiting) -> None:
    opened = await sun.open(7, 8)
    slot = opened.slots[0].id
    told = await asyncio.gather(
        sun.take(sun.guest, slot), sun.entries.enter(sun.host, slot, sun.children[1], BAKER, "e")
    )
    assert [one.refused for one in told if one.refused] == [Refused(Reason.SLOT_TAKEN)]
    for one in told:
        assert [free.id for free in one.invitation.slots] == [opened.slots[1].id], "the free ones are told"
    assert await sun.count(GuestVisitRow) == 1


async def _child_left(sun: Visiting, _: Privacy) -> None:
    await Families(sun.database, sun.clock).mark_left(await sun.staff(Role.HEAD), sun.children[1])


async def _last_adult_erased(sun: Visiting, privacy: Privacy) -> None:
    await privacy.erase(await sun.adult(2))


async def _last_adult_left(sun: Visiting, _: Privacy) -> None:
    adult = await sun.adult(2)
    async with sun.database.work() as work:
        await end_roles(work, adult, sun.organisation_id, Purpose.PARENT)


@pytest.mark.parametrize("goes", [_child_left, _last_adult_erased, _last_adult_left])
async def test_what_was_entered_goes_with_the_family(
    sun: Visiting, tmp_path: Path, goes: Callable[[Visiting, Privacy], Awaitable[None]]
) -> None:
    was = await sun.entered(sun.children[1], 1)
    sun.clock.move_to(was.starts_at + timedelta(hours=1))
    good(await sun.visits.held(sun.host, was.id, 15))
    ahead = await sun.entered(sun.children[1], 8)
    good(await sun.applications.write_details(sun.host, ahead.id, DETAILS))
    of_others = await sun.entered(sun.children[2], 9)
    await mark_sent(sun.database)

    await goes(sun, Privacy(sun.database, sun.clock, ErasureJournal(tmp_path)))

    held, freed = await sun.now_of(was.id), await sun.now_of(ahead.id)
    assert (held.status, held.children) == (VisitStatus.HELD, 15)
    assert freed.status is VisitStatus.GIVEN_BACK
    for visit in (held, freed):
        assert (visit.child_id, visit.entered, visit.details) == (None, False, None)
    assert await sun.waiting(K.GUEST_GAVE_BACK) == [sun.host.person_id]
    assert await sun.now_of(of_others.id) == of_others
    lines = (await sun.openings.page(sun.host, sun.organisation_id, past=True)).lines
    assert [line.guest for line in lines] == [None]


async def test_one_of_two_adults_leaves(sun: Visiting, tmp_path: Path) -> None:
    ahead = await sun.entered(sun.children[1], 8)
    first, _second = await sun.adult(2), await sun.adult(2)
    await Privacy(sun.database, sun.clock, ErasureJournal(tmp_path)).erase(first)
    assert await sun.now_of(ahead.id) == ahead


async def test_an_archived_group_takes_no_guest_without_a_phone_either(sun: Visiting) -> None:
    visit = await sun.entered(sun.children[1])
    async with sun.database.work() as work:
        await close_dates(work, sun.host, sun.organisation_id, sun.sun)
    assert (await sun.now_of(visit.id)).status is VisitStatus.DECLINED


async def test_whoever_entered_reads_of_it_and_of_nobody(sun: Visiting, tmp_path: Path) -> None:
    visit = await sun.entered(sun.children[1])
    privacy = Privacy(sun.database, sun.clock, ErasureJournal(tmp_path))
    tables = json.loads((await privacy.my_data_file(sun.host)).content)["tables"]
    [row] = tables["visits_entered_for_guests"]
    assert row["id"] == visit.id
    assert not {"child_id", "guest_id", "profession", "plan"} & row.keys()
    assert tables["guest_visits"] == []
    await privacy.erase(sun.host)
    assert (await sun.now_of(visit.id)).entered, "the family still comes"
    assert isinstance(await sun.applications.visit(await sun.staff(Role.HEAD), visit.id), VisitCard)
