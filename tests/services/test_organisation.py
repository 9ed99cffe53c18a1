"""Organisations are made by the owner; their heads keep the card and decide about names."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from db.models import SentMessageRow
from db.work import Database
from domain.clock import MovableClock
from domain.links import STAFF_LINK_LIFE, LinkKind
from domain.organisation import OrganisationPart
from domain.outcomes import Missing, Reason, Refused
from domain.people import Organisation, OrganisationKind, Role
from tests.services.counting import counted
from tests.services.house import House, audit, build_house


@pytest.fixture
async def house(database: Database) -> House:
    return await build_house(database)


async def test_the_owner_makes_an_organisation_and_a_link_for_its_head(house: House) -> None:
    made = await house.organisations.create(
        house["owner"], "  Детский\u0000 сад № 12\n«Ромашка» ", OrganisationKind.KINDERGARTEN, "Asia/Omsk"
    )
    assert isinstance(made, Organisation)
    assert made.name == "Детский сад № 12 «Ромашка»"
    assert not made.personal_data
    issued = await house.organisations.issue_head_link(house["owner"], made.id)
    async with house.database.read() as reading:
        link = await reading.links.find_by_token(LinkKind.STAFF, issued.token)
    assert link is not None
    assert (link.role, link.organisation_id) == (Role.HEAD, made.id)
    assert link.expires_at == house.database.clock.now() + STAFF_LINK_LIFE
    assert {"organisation.created", "staff.invited"} <= set(await audit(house.database))


async def test_the_owner_sees_counts(house: House) -> None:
    counts = await house.organisations.tenant(house["owner"], house.organisation_id)
    assert (counts.heads, counts.staff, counts.groups, counts.children, counts.families) == (1, 6, 2, 5, 1)
    await house.staff.appoint_head(house["head"], house.role_of("methodist").id)
    both = await house.organisations.tenant(house["owner"], house.organisation_id)
    assert (both.heads, both.staff) == (2, 6), "who has two roles is one of the staff"
    listed = await house.organisations.installation(house["owner"])
    assert [tenant.organisation.name for tenant in listed.tenants] == ["Ромашка", "Василёк"]
    assert not listed.more


@pytest.mark.parametrize(
    ("name", "reason"), [(" \u0000\u202e ", Reason.EMPTY), ("😀" * 101, Reason.TOO_LONG)]
)
async def test_a_name_that_does_not_fit_is_refused(house: House, name: str, reason: Reason) -> None:
    refused = await house.organisations.create(house["owner"], name, OrganisationKind.SCHOOL, "Asia/Omsk")
    assert isinstance(refused, Refused)
    assert refused.reason is reason


async def test_an_unknown_zone_is_refused(house: House) -> None:
    with pytest.raises(Missing):
        await house.organisations.create(house["owner"], "Сад", OrganisationKind.SCHOOL, "Asia/../Omsk")


async def test_the_head_keeps_the_card(house: House) -> None:
    head, here = house["head"], house.organisation_id
    changes = {
        OrganisationPart.ADDRESS: "Лесная, 1",
        OrganisationPart.OPERATOR: "МБДОУ № 12, ИНН 4217012345",
        OrganisationPart.CONTACT: "8 (3843) 12-34-56",
        OrganisationPart.QUIET: "22-7",
        OrganisationPart.SUMMARY: "18",
        OrganisationPart.ZONE: "Europe/Moscow",
    }
    for part, value in changes.items():
        assert isinstance(await house.organisations.change(head, here, part, value), Organisation)
    card = await house.organisations.change(head, here, OrganisationPart.ADDRESS, "")
    assert isinstance(card, Organisation)
    assert (card.address, card.operator) == (None, "МБДОУ № 12, ИНН 4217012345")
    assert (card.quiet_from, card.quiet_to, card.summary_at) == (time(22), time(7), time(18))
    assert card.timezone == "Europe/Moscow"
    for forged in ("25-8", "a-b", ""):
        with pytest.raises(Missing):
            await house.organisations.change(head, here, OrganisationPart.QUIET, forged)


async def test_switching_names_off_erases_them_at_once(house: House, clock: MovableClock) -> None:
    head, here = house["head"], house.organisation_id
    on = await house.organisations.turn_personal_data_on(head, here, "Приказ № 45-од")
    assert isinstance(on, Organisation)
    assert (on.personal_data, on.personal_data_decision) == (True, "Приказ № 45-од")
    teacher = house["teacher"]
    async with house.database.work() as work:
        await work.people.set_name(here, teacher.memberships[0].id, "Анна Петрова")
        await work.sent.remember(1, 2, None, clock.now() + timedelta(hours=24), {teacher.person_id})
        await work.sent.remember(1, 3, None, clock.now() + timedelta(hours=24), {head.person_id})
    off = await house.organisations.turn_personal_data_off(head, here)
    assert (off.personal_data, off.personal_data_decision) == (False, None)
    assert (await house.reload("teacher")).memberships[0].name is None
    async with house.database.read() as reading:
        rows = await reading.connection.execute(
            select(SentMessageRow.message_id).where(SentMessageRow.remove_after <= clock.now())
        )
        assert list(rows.scalars()) == [2]


async def test_names_need_the_number_of_a_decision(house: House) -> None:
    refused = await house.organisations.turn_personal_data_on(house["head"], house.organisation_id, " ")
    assert isinstance(refused, Refused)
    assert not (await house.organisations.card(house["head"], house.organisation_id)).personal_data


async def test_lists_for_the_own_computer_are_noted(house: House) -> None:
    lists = await house.exports.lists(house.organisation_id)
    assert [sheet.group.name for sheet in lists.groups] == ["Лучики", "Солнышко"]
    assert [(c.number, len(c.adults)) for c in lists.groups[1].children] == [(1, 1), (2, 0), (3, 0), (4, 0)]
    assert (await audit(house.database))[-1] == "organisation.exported"


async def test_lists_cost_no_statement_for_each_family(house: House) -> None:
    await house.add("mother", Role.PARENT, children=(house.children[0], house.children[1], house.children[4]))
    with counted(house.database) as few:
        lists = await house.exports.lists(house.organisation_id)
    families = {child.number: child.adults for sheet in lists.groups for child in sheet.children}
    assert [len(families[number]) for number in (1, 2, 5)] == [2, 1, 1]
    for number, adults in families.items():
        assert all([tie.number for tie in adult.children] == [number] for adult in adults)
    await house.groups.add_children(house["head"], house.sun, 30)
    with counted(house.database) as many:
        await house.exports.lists(house.organisation_id)
    assert len(many) == len(few)


async def test_pages_of_the_owner(house: House) -> None:
    async with house.database.work() as work:
        for number in range(9):
            await work.organisations.create(f"Сад {number}", OrganisationKind.SCHOOL, "Asia/Omsk")
    first = await house.organisations.installation(house["owner"])
    second = await house.organisations.installation(house["owner"], 1)
    assert (len(first.tenants), first.more) == (8, True)
    assert (len(second.tenants), second.more) == (3, False)
