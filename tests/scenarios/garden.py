"""A kindergarten laid out in the database, so that scenarios begin at its door."""

from typing import Any

from sqlalchemy import func, select

from db.models import Base
from db.work import Database
from domain.ids import ChildId, GroupId, OrganisationId
from domain.links import LinkDraft, LinkKind, Start
from domain.people import AgeBand, OrganisationKind


class Garden:
    """A kindergarten laid out in the database, so that its doors can be tried by taps."""

    def __init__(self, database: Database, ids: tuple[OrganisationId, GroupId, list[ChildId]]) -> None:
        self.database = database
        self.organisation_id, self.group_id, self.children = ids

    async def link(self, kind: LinkKind, **given: Any) -> str:
        """The payload of a new link."""
        draft = LinkDraft(self.organisation_id, kind, None, **given)
        async with self.database.work() as work:
            _, token = await work.links.create(draft)
        return Start(kind, token).payload

    async def card(self, number: int = 1) -> str:
        """A family card."""
        return await self.link(LinkKind.CARD, child_id=self.children[number - 1])

    async def names_on(self) -> None:
        """Rule 9 on."""
        async with self.database.work() as work:
            await work.organisations.change(self.organisation_id, personal_data=True)

    async def rows(self) -> dict[str, int]:
        """How many rows every table has."""
        counted = {}
        async with self.database.read() as reading:
            for table in Base.metadata.sorted_tables:
                found = await reading.connection.execute(select(func.count()).select_from(table))
                counted[table.name] = found.scalar_one()
        return counted


async def plant(database: Database) -> Garden:
    """«Ромашка» with group «Солнышко» and children 0001–0014."""
    async with database.work() as work:
        made = await work.organisations.create("Ромашка", OrganisationKind.KINDERGARTEN, "Asia/Novokuznetsk")
        group = await work.groups.create(made.id, "Солнышко", "🐻", AgeBand.Y5_6)
        assert group is not None
        await work.children.add(made.id, group.id, 1, 14)
        children = [child.id for child in await work.children.in_group(made.id, group.id)]
    return Garden(database, (made.id, group.id, children))
