"""Groups have names of their own and as many codes as children; codes survive a move."""

import asyncio

import pytest

from db.work import Database
from domain.ids import OrganisationId
from domain.links import LinkKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import AgeBand, Child, Group, Kinship, Role
from locales import texts_for
from screens import organisation_groups as screens
from screens.render import render
from tests.services.house import House, build_house


@pytest.fixture
async def house(database: Database) -> House:
    return await build_house(database)


async def test_of_two_heads_who_take_one_name_at_once_one_is_refused(house: House) -> None:
    await house.warm_up()
    outcomes = await asyncio.gather(
        *(
            house.groups.create(house["head"], house.organisation_id, name, "🐰", AgeBand.Y4_5)
            for name in ("Ёжики", " ЕЖИКИ ", "ежики")
        )
    )
    assert sum(isinstance(outcome, Group) for outcome in outcomes) == 1
    assert all(o.reason is Reason.NAME_TAKEN for o in outcomes if isinstance(o, Refused))


async def test_a_name_is_free_again_when_its_group_is_archived(house: House) -> None:
    head = house["head"]
    refused = await house.groups.archive(head, house.rays)
    assert refused == Refused(Reason.GROUP_HAS_CHILDREN, {"children": 1})
    await house.families.mark_left(head, house.children[4])
    assert isinstance(await house.groups.archive(head, house.rays), Group)
    again = await house.groups.create(head, house.organisation_id, "Лучики", "🐰", AgeBand.Y4_5)
    assert isinstance(again, Group)
    assert (await house.reload("other-teacher")).memberships[0].teaches == ()
    for gone in (house.groups.card(head, house.rays), house.groups.rename(head, house.rays, "Другая")):
        with pytest.raises(Missing):
            await gone


async def test_whoever_teaches_and_leads_sees_every_group(house: House) -> None:
    before = await house.groups.groups(house["teacher"], house.organisation_id)
    assert [line.group.id for line in before.groups] == [house.sun]
    await house.staff.appoint_head(house["head"], house.role_of("teacher").id)
    after = await house.groups.groups(await house.reload("teacher"), house.organisation_id)
    assert {line.group.id for line in after.groups} == {house.sun, house.rays}


async def test_a_rename_does_not_take_a_taken_name(house: House) -> None:
    refused = await house.groups.rename(house["head"], house.sun, "ЛУЧИКИ")
    assert refused == Refused(Reason.NAME_TAKEN, {"name": "ЛУЧИКИ"})
    assert isinstance(await house.groups.rename(house["head"], house.sun, "солнышко"), Group)


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("Солнышко", False),
        ("Компенсирующая группа", True),
        ("Звёздочки (ТНР)", True),
        ("группа ОВЗ", True),
        ("Логопедическая", True),
        ("Речецветик", False),
        ("Расцвет", False),
        ("Глухарята", False),
    ],
)
async def test_names_that_tell_a_diagnosis_are_warned_of(house: House, name: str, telling: bool) -> None:
    assert house.groups.warns(name) == telling


async def test_codes_given_at_once_are_all_different(house: House) -> None:
    await house.warm_up()
    added = await asyncio.gather(
        *(house.groups.add_children(house["head"], group, 7) for group in (house.sun, house.rays) * 3)
    )
    numbers = [number for some in added if isinstance(some, range) for number in some]
    assert sorted(numbers) == list(range(6, 6 + 42))


async def test_taking_numbers_by_reading_first_would_give_them_twice(house: House) -> None:
    """The race that the conditional UPDATE is there for: two who read before either writes see one number."""
    async with house.database.read() as one, house.database.read() as other:
        seen = [
            len(await reading.children.in_group(house.organisation_id, house.sun)) + 1
            for reading in (one, other)
        ]
    assert seen[0] == seen[1]


@pytest.mark.parametrize("count", [0, -1, 41, 10_000])
async def test_too_many_codes_in_one_step_are_refused(house: House, count: int) -> None:
    refused = await house.groups.add_children(house["head"], house.sun, count)
    assert refused == Refused(Reason.TOO_MANY_CODES, {"limit": 40})


async def test_an_organisation_is_bounded(house: House) -> None:
    async with house.database.work() as work:
        first = await work.organisations.take_numbers(house.organisation_id, 1980)
        assert first is not None
        await work.children.add(house.organisation_id, house.sun, first, 1980)
    assert isinstance(await house.groups.add_children(house["head"], house.sun, 15), range)
    refused = await house.groups.add_children(house["head"], house.sun, 1)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.CODES_EXHAUSTED


async def test_numbers_end_at_four_digits(house: House) -> None:
    async with house.database.work() as work:
        assert await work.organisations.take_numbers(house.organisation_id, 9994) == 6
        assert await work.organisations.take_numbers(house.organisation_id, 1) is None


async def test_a_code_survives_a_move_and_so_do_its_adults(house: House) -> None:
    moved = await house.families.move(house["head"], house.children[0], house.rays)
    assert isinstance(moved, Child)
    card = await house.families.child(house["head"], house.children[0])
    assert (card.group.id, card.child.number, len(card.adults)) == (house.rays, 1, 1)
    assert (await house.reload("parent")).memberships[0].children[0].group_id == house.rays


async def test_families_count_once_however_many_adults_they_have(house: House) -> None:
    await house.add("grandmother", Role.PARENT, children=(house.children[0],), kinship=Kinship.RELATIVE)
    listed = await house.families.families(house["teacher"], house.sun)
    assert (listed.joined, len(listed.lines)) == (1, 4)
    assert [line.adults for line in listed.lines] == [2, 0, 0, 0]
    counts = (await house.groups.card(house["teacher"], house.sun)).counts
    assert (counts.families, counts.children) == (1, 4)


async def test_an_adult_of_the_child_is_shown_with_this_child_only(house: House) -> None:
    await house.add("mother of two", Role.PARENT, children=(house.children[1], house.children[4]))
    card = await house.families.child(house["teacher"], house.children[1])
    assert [child.number for child in card.adults[0].membership.children] == [2]


async def test_a_child_who_leaves_takes_along_what_is_theirs(house: House) -> None:
    both = await house.add("mother of two", Role.PARENT, children=(house.children[0], house.children[1]))
    printed = await house.cards.print_child(house["head"], house.children[0])
    assert not isinstance(printed, Refused)
    await house.families.mark_left(house["teacher"], house.children[0])
    assert (await house.reload("parent")).memberships == ()
    assert [c.number for c in (await house.reload("mother of two")).memberships[0].children] == [2]
    assert await house.notices("role-removed") == [house["parent"].person_id]
    assert both.person_id not in await house.notices("role-removed")
    async with house.database.read() as reading:
        link = await reading.links.find_by_token(LinkKind.CARD, printed.cards[0][1])
    assert link is not None
    assert link.revoked_at is not None
    assert await house.families.move(house["head"], house.children[0], house.rays) == Refused(
        Reason.CHILD_LEFT
    )
    await house.families.take_back(house["teacher"], house.children[0])
    card = await house.families.child(house["teacher"], house.children[0])
    assert (card.child.left_at, card.adults) == (None, ())


async def test_an_unbound_adult_without_another_child_loses_the_role(house: House) -> None:
    membership = house.role_of("parent").id
    await house.families.unbind(house["teacher"], house.children[0], membership)
    assert (await house.reload("parent")).memberships == ()
    with pytest.raises(Missing):
        await house.families.unbind(house["teacher"], house.children[0], membership)


async def test_archiving_and_adding_at_once_never_leave_children_in_an_archive(house: House) -> None:
    empty = await house.groups.create(house["head"], house.organisation_id, "Пустая", "🐰", AgeBand.Y4_5)
    assert isinstance(empty, Group)
    await house.warm_up()
    archived, added = await asyncio.gather(
        house.groups.archive(house["head"], empty.id), house.groups.add_children(house["head"], empty.id, 3)
    )
    assert isinstance(archived, Refused) != isinstance(added, Refused)
    async with house.database.read() as reading:
        left = await reading.children.in_group(house.organisation_id, empty.id)
        group = await reading.groups.find(house.organisation_id, empty.id)
    assert group is not None
    assert (group.archived_at is None) == bool(left)


async def test_repositories_keep_to_their_organisation(house: House) -> None:
    elsewhere = OrganisationId(house.organisation_id + 1)
    async with house.database.work() as work:
        assert await work.groups.find(elsewhere, house.sun) is None
        assert await work.children.find(elsewhere, house.children[0]) is None
        assert not await work.groups.lock(elsewhere, house.sun)
        await work.children.mark_left(elsewhere, house.children[0])
        await work.groups.archive(elsewhere, house.sun)
    async with house.database.read() as reading:
        child = await reading.children.find(house.organisation_id, house.children[0])
        group = await reading.groups.find(house.organisation_id, house.sun)
    assert child is not None
    assert child.left_at is None
    assert group is not None
    assert group.archived_at is None


@pytest.mark.parametrize(("who", "sees"), [("head", True), ("teacher", True), ("specialist", False)])
async def test_a_button_to_the_families_stands_only_where_it_opens(
    house: House, who: str, sees: bool
) -> None:
    card = await house.groups.card(house[who], house.sun)
    assert card.may_see_families is sees
    shown = render(screens.group(card), texts_for("ru"))
    assert any("Семьи" in button.text for row in shown.rows for button in row) is sees
