"""Whose dates and visits they are: families of the group, partners who were invited, staff of the group."""

import pytest

from db.models import AuditRow, GuestVisitRow, NoticeRow
from db.work import Database
from domain.outcomes import Forbidden, Missing
from domain.people import Kinship, Role
from tests.services.counting import counted
from tests.services.sunny import next_door
from tests.services.visiting import Visiting, build_visiting, good


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def rows(sun: Visiting) -> tuple[int, ...]:
    """What a refusal must not change."""
    return tuple([await sun.count(kind) for kind in (GuestVisitRow, NoticeRow, AuditRow)])


async def test_a_relative_may_come_and_another_family_may_not(sun: Visiting) -> None:
    slot = (await sun.open(7)).slots[0]
    stranger = await sun.adult(5)
    neighbour = await (await next_door(sun)).adult(1)
    before = await rows(sun)
    for actor, refused in ((stranger, Forbidden), (neighbour, Missing), (sun.host, Forbidden)):
        with pytest.raises(refused):
            await sun.take(actor, slot.id)
        with pytest.raises(refused):
            await sun.applications.dates(actor, sun.sun)
        with pytest.raises(refused):
            await sun.applications.invitation(actor, slot.opening_id)
    assert await rows(sun) == before
    grandmother = await sun.adult(1, kinship=Kinship.RELATIVE)
    assert (await sun.take(grandmother, slot.id)).visit is not None


async def test_a_partner_comes_where_they_were_invited(sun: Visiting) -> None:
    baker, other = await sun.baker(), await sun.baker()
    invited = await sun.open(7, partners=(baker.memberships[0].id,))
    elsewhere = await sun.open(8)
    before = await rows(sun)
    for actor, opened in ((other, invited), (baker, elsewhere)):
        with pytest.raises(Forbidden):
            await sun.take(actor, opened.slots[0].id)
    with pytest.raises(Forbidden):
        await sun.applications.dates(other, sun.sun)
    assert await sun.applications.groups(other) == ()
    assert await rows(sun) == before
    dates = await sun.applications.dates(baker, sun.sun)
    assert [slot.id for slot in dates.slots] == [invited.slots[0].id]
    [found] = await sun.applications.groups(baker)
    assert found.slots == dates.slots
    assert (found.from_outside, dates.from_outside) == (True, True)
    assert not (await sun.free()).from_outside, "a family knows its own kindergarten"
    applied = await sun.take(baker, invited.slots[0].id)
    assert applied.visit is not None
    line = (await sun.openings.page(sun.host, sun.organisation_id)).lines[0]
    assert line.guest is not None
    assert (line.guest.role, line.guest.title) == (Role.PARTNER, "Пекарня «Калач»")
    assert (await sun.applications.dates(baker, sun.sun)).slots == (), (
        "nothing is free, and it is said kindly"
    )


async def test_a_partner_s_menu_costs_the_same_for_every_number_of_groups(sun: Visiting) -> None:
    baker = await sun.baker()
    methodist = await sun.staff(Role.METHODIST)
    cost = []
    for group_id, where in ((sun.sun, "sun"), (sun.rays, "rays")):
        draft = sun.opening(7, 8, group_id=group_id, partners=(baker.memberships[0].id,))
        await sun.openings.open(methodist, sun.organisation_id, draft, where)
        with counted(sun.database) as ran:
            found = await sun.applications.groups(baker)
        assert all(one.slots and one.passes is not None for one in found)
        cost.append((len(found), len(ran)))
    assert [groups for groups, _ in cost] == [1, 2]
    assert cost[0][1] == cost[1][1]


async def test_the_menu_has_a_group_for_every_child(sun: Visiting) -> None:
    both = await sun.adult(1, 5)
    await sun.open(7)
    groups = await sun.applications.groups(both)
    assert [(found.group.name, len(found.slots)) for found in groups] == [("Лучики", 0), ("Солнышко", 1)]
    assert groups[1].wish == "Кого не боятся зубы"
    with pytest.raises(Forbidden):
        await sun.applications.groups(sun.host)


async def test_a_moved_child_opens_the_dates_of_the_new_group(sun: Visiting) -> None:
    slot = (await sun.open(7)).slots[0]
    visit = await sun.taken(None, 8)
    async with sun.database.work() as work:
        await work.children.move(sun.organisation_id, sun.children[0], sun.rays)
    mother = await sun.reload(sun.guest)
    with pytest.raises(Forbidden):
        await sun.take(mother, slot.id)
    [found] = await sun.applications.groups(mother)
    assert found.group.name == "Лучики"
    assert (await sun.applications.visit(mother, visit.id)).mine, "what was taken before stays hers"
    good(await sun.applications.give_back(mother, visit.id, visit.version))


async def test_a_visit_is_seen_by_its_guest_and_by_staff_alone(sun: Visiting) -> None:
    visit = await sun.taken()
    card = await sun.applications.visit(sun.host, visit.id)
    assert card.guest is not None
    assert (card.guest.name, card.guest.numbers) == (None, (1,)), "without names «семья 0001»"
    assert (card.mine, card.may_decide, card.may_conclude) == (False, True, False)
    psychologist = await sun.staff(Role.PSYCHOLOGIST)
    assert not (await sun.applications.visit(psychologist, visit.id)).may_decide
    second_parent = await sun.adult(1)
    other = await sun.staff(Role.TEACHER, sun.rays)
    for actor in (second_parent, other):
        with pytest.raises(Forbidden):
            await sun.applications.visit(actor, visit.id)
    neighbour = await (await next_door(sun)).staff(Role.HEAD)
    with pytest.raises(Missing):
        await sun.applications.visit(neighbour, visit.id)
    await sun.names_on()
    named = await sun.applications.visit(sun.host, visit.id)
    assert named.guest is not None
    assert named.guest.name == "Анна Петрова"
