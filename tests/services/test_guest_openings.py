"""Dates for guests: opened once, told to whom they are for, closed while they are free."""

import asyncio
from datetime import timedelta

import pytest

from db.models import AuditRow, GuestOpeningRow, GuestSlotRow, NoticeRow
from db.work import Database
from domain.guest_views import Opened, OpeningReach, SlotLine
from domain.ids import MembershipId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Kinship, Role
from tests.services.sunny import next_door
from tests.services.visiting import Visiting, build_visiting

INVITED = NoticeKind.GUESTS_INVITED


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def rows(sun: Visiting) -> tuple[int, ...]:
    """What a refusal must not change."""
    return tuple([await sun.count(kind) for kind in (GuestOpeningRow, GuestSlotRow, NoticeRow, AuditRow)])


async def test_every_adult_of_the_group_and_the_ticked_partners_are_invited_once(sun: Visiting) -> None:
    grandmother = await sun.adult(1, 2, kinship=Kinship.RELATIVE)
    baker = await sun.baker()
    await sun.baker()  # nobody ticked this one
    await sun.adult(5)  # of the other group
    partner = baker.memberships[0].id
    reach = await sun.openings.preview(sun.host, sun.organisation_id, sun.opening(partners=(partner,)))
    opened = await sun.open(partners=(partner,))
    people = sorted([sun.guest.person_id, grandmother.person_id, baker.person_id])
    assert await sun.waiting(INVITED) == people
    assert reach == OpeningReach(
        adults=2, families=2, partners=1, limited_families=0, closed=0, without_phone=2
    )
    assert (opened.told, opened.group.name, len(opened.slots)) == (3, "Солнышко", 3)
    assert {slot.wish for slot in opened.slots} == {"Кого не боятся зубы"}


async def test_the_same_draft_opens_its_dates_once(sun: Visiting) -> None:
    draft = sun.opening()
    outcomes = await asyncio.gather(
        *(sun.openings.open(sun.host, sun.organisation_id, draft, "same") for _ in range(6))
    )
    assert len({outcome.opening_id for outcome in outcomes if isinstance(outcome, Opened)}) == 1
    assert (await sun.count(GuestOpeningRow), await sun.count(GuestSlotRow)) == (1, 3)
    assert await sun.openings.opened(sun.host, "same") == outcomes[0]
    colleague = await sun.staff(Role.HEAD)
    with pytest.raises(Forbidden):
        await sun.openings.opened(colleague, "same")
    with pytest.raises(Forbidden):
        await sun.openings.open(colleague, sun.organisation_id, draft, "same")


async def test_two_teachers_do_not_open_the_same_hour(sun: Visiting) -> None:
    colleague = await sun.staff(Role.TEACHER, sun.sun)
    outcomes = await asyncio.gather(
        sun.openings.open(sun.host, sun.organisation_id, sun.opening(7, 8), "a"),
        sun.openings.open(colleague, sun.organisation_id, sun.opening(8, 9), "b"),
    )
    assert [o.reason for o in outcomes if isinstance(o, Refused)] == [Reason.SLOT_EXISTS]
    assert await sun.count(GuestSlotRow) == 2
    before = await rows(sun)
    late = await sun.openings.preview(sun.host, sun.organisation_id, sun.opening(8))
    assert late == Refused(Reason.SLOT_EXISTS, {"dates": (sun.at(8),)}), "it says which"
    assert await rows(sun) == before


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ((-1,), Reason.DATE_PAST),
        ((401,), Reason.DATE_TOO_FAR),
        ((7, 7), Reason.TOO_MANY_DATES),
        (tuple(range(1, 42)), Reason.TOO_MANY_DATES),
    ],
)
async def test_dates_that_cannot_be_are_refused(sun: Visiting, days: tuple[int, ...], reason: Reason) -> None:
    before = await rows(sun)
    for outcome in (
        await sun.openings.preview(sun.host, sun.organisation_id, sun.opening(*days)),
        await sun.openings.open(sun.host, sun.organisation_id, sun.opening(*days), "t"),
    ):
        assert isinstance(outcome, Refused)
        assert outcome.reason is reason
    assert await rows(sun) == before
    assert isinstance(await sun.openings.open(sun.host, sun.organisation_id, sun.opening(7), "t"), Opened)


async def test_what_is_typed_and_ticked_is_checked(sun: Visiting) -> None:
    before = await rows(sun)
    for wish, reason in (("я" * 201, Reason.TOO_LONG), ("4509 123456", Reason.LOOKS_LIKE_DOCUMENT)):
        outcome = await sun.openings.open(sun.host, sun.organisation_id, sun.opening(7, wish=wish), "t")
        assert isinstance(outcome, Refused)
        assert outcome.reason is reason
    strangers = (MembershipId(99_999), sun.guest.memberships[0].id)
    for stranger in strangers:  # a parent is no partner
        with pytest.raises(Missing):
            await sun.openings.open(sun.host, sun.organisation_id, sun.opening(7, partners=(stranger,)), "t")
    nobody = sun.opening(7, starts=())
    assert await sun.openings.open(sun.host, sun.organisation_id, nobody, "t") == Refused(Reason.EMPTY)
    assert await rows(sun) == before


async def test_only_who_answers_for_the_group_opens_dates(sun: Visiting) -> None:
    other = await sun.staff(Role.TEACHER, sun.rays)
    psychologist = await sun.staff(Role.PSYCHOLOGIST)
    head = await sun.staff(Role.HEAD)
    neighbour = await (await next_door(sun)).staff(Role.HEAD)
    before = await rows(sun)
    for actor in (other, psychologist, sun.guest):
        with pytest.raises(Forbidden):
            await sun.openings.open(actor, sun.organisation_id, sun.opening(7), "t")
    with pytest.raises(Missing):
        await sun.openings.open(neighbour, sun.organisation_id, sun.opening(7), "t")
    assert await rows(sun) == before
    assert [group.name for group in await sun.openings.groups(other, sun.organisation_id)] == ["Лучики"]
    assert len(await sun.openings.groups(head, sun.organisation_id)) == 2
    assert isinstance(await sun.openings.open(head, sun.organisation_id, sun.opening(7), "t"), Opened)


async def test_a_group_nobody_has_joined_needs_a_partner(sun: Visiting) -> None:
    async with sun.database.work() as work:
        for child in sun.children[:4]:
            await work.children.mark_left(sun.organisation_id, child)
    refused = await sun.openings.open(sun.host, sun.organisation_id, sun.opening(7), "t")
    assert refused == Refused(Reason.NO_RECIPIENTS)
    baker = await sun.baker()
    opened = await sun.open(7, partners=(baker.memberships[0].id,))
    assert opened.told == 1


async def test_the_list_shows_what_is_free_and_what_is_taken(sun: Visiting) -> None:
    opened = await sun.open(*range(1, 11))
    await sun.take(sun.guest, opened.slots[0].id)
    first = await sun.openings.page(sun.host, sun.organisation_id)
    second = await sun.openings.page(sun.host, sun.organisation_id, page=1)
    assert (len(first.lines), first.more, len(second.lines), second.more) == (8, True, 2, False)
    assert [line.visit is not None for line in first.lines] == [True] + [False] * 7
    assert first.lines[0].guest is not None
    assert first.lines[0].guest.numbers == (1,)
    assert first.may_open
    psychologist = await sun.staff(Role.PSYCHOLOGIST)
    assert not (await sun.openings.page(psychologist, sun.organisation_id)).may_open
    other = await sun.staff(Role.TEACHER, sun.rays)
    assert (await sun.openings.page(other, sun.organisation_id)).lines == ()
    sun.clock.advance(timedelta(days=3))
    past = await sun.openings.page(sun.host, sun.organisation_id, past=True)
    assert [line.slot.id for line in past.lines] == [opened.slots[0].id], "free dates of the past are nothing"


async def test_a_free_date_is_closed_and_a_taken_one_is_not(sun: Visiting) -> None:
    opened = await sun.open(7, 8)
    free, taken = opened.slots
    await sun.take(sun.guest, taken.id)
    assert (await sun.openings.slot(sun.host, free.id)).may_withdraw
    assert not (await sun.openings.slot(sun.host, taken.id)).may_withdraw
    before = await sun.count(AuditRow)
    assert await sun.openings.withdraw(sun.host, taken.id) == Refused(Reason.SLOT_TAKEN)
    assert await sun.count(AuditRow) == before
    closed = await sun.openings.withdraw(sun.host, free.id)
    assert isinstance(closed, SlotLine)
    assert closed.slot.withdrawn
    again = await sun.openings.withdraw(sun.host, free.id)
    assert isinstance(again, SlotLine)
    assert await sun.count(AuditRow) == before + 1
    assert [line.slot.id for line in (await sun.openings.page(sun.host, sun.organisation_id)).lines] == [
        taken.id
    ]
    assert isinstance(await sun.open(7), Opened), "the hour may be opened again"


async def test_a_stranger_s_date_is_nobody_s_business(sun: Visiting) -> None:
    opened = await sun.open(7)
    slot = opened.slots[0].id
    neighbour = await (await next_door(sun)).staff(Role.HEAD)
    other = await sun.staff(Role.TEACHER, sun.rays)
    for actor, refused in ((neighbour, Missing), (other, Forbidden), (sun.guest, Forbidden)):
        with pytest.raises(refused):
            await sun.openings.slot(actor, slot)
        with pytest.raises(refused):
            await sun.openings.withdraw(actor, slot)
