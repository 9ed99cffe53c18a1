"""The kindergarten next door to the crowd: whatever stands here is nobody else's."""

from domain.ids import ChildId, OrganisationId
from domain.people import AgeBand, Role
from tests.services.house import House


async def fill_next_door(house: House, next_door: OrganisationId) -> None:
    """A group of the same name with its teacher and a family."""
    async with house.database.work() as work:
        group = await work.groups.create(next_door, "Солнышко", "🐻", AgeBand.Y5_6)
        assert group is not None
        await work.children.add(next_door, group.id, 1, 1)
        [child] = await work.children.in_group(next_door, group.id)
    neighbours = House(house.database, next_door, group.id, group.id, (ChildId(child.id),), house.people)
    await neighbours.add("other-teacher-next-door", Role.TEACHER, groups=(group.id,))
    await neighbours.add("parent-next-door", Role.PARENT, children=neighbours.children)
