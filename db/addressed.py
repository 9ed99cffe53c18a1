"""Whom something is for, as rows beside its own: groups and sets of people. Events have them, announcements too."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Table, delete, false, insert, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    AnnouncementGroupRow,
    AnnouncementRow,
    AnnouncementSetRow,
    EventGroupRow,
    EventRow,
    EventSetRow,
)
from db.models.base import table
from domain.ids import GroupId, PersonSetId


@dataclass(frozen=True, slots=True)
class Addressed:
    """The table of such things, and the two beside it."""

    things: Table
    groups: Table
    sets: Table
    key: str
    """The column of the two that says which thing it is."""

    async def add(
        self,
        connection: AsyncConnection,
        number: int,
        group_ids: Collection[GroupId],
        set_ids: Collection[PersonSetId],
    ) -> None:
        """Groups and sets that the thing is for from now on, too."""
        for into, column, added in ((self.groups, "group_id", group_ids), (self.sets, "set_id", set_ids)):
            if added:
                await connection.execute(
                    insert(into), [{self.key: number, column: addressed} for addressed in sorted(added)]
                )

    async def narrow(
        self,
        connection: AsyncConnection,
        number: int,
        group_ids: Collection[GroupId],
        set_ids: Collection[PersonSetId],
    ) -> None:
        """The thing is for nobody but these any more."""
        for of, column, kept in ((self.groups, "group_id", group_ids), (self.sets, "set_id", set_ids)):
            await connection.execute(
                delete(of).where(of.c[self.key] == number, of.c[column].not_in(sorted(kept)))
            )

    async def of(
        self, connection: AsyncConnection, number: int
    ) -> tuple[frozenset[GroupId], frozenset[PersonSetId]]:
        """The groups and sets that the thing is for."""
        groups, sets = self.groups.c, self.sets.c
        rows = await connection.execute(
            select(true().label("of_group"), groups.group_id.label("number"))
            .where(groups[self.key] == number)
            .union_all(select(false(), sets.set_id).where(sets[self.key] == number))
        )
        held = rows.all()
        return (
            frozenset(GroupId(to.number) for to in held if to.of_group),
            frozenset(PersonSetId(to.number) for to in held if not to.of_group),
        )


EVENTS = Addressed(table(EventRow), table(EventGroupRow), table(EventSetRow), "event_id")
ANNOUNCEMENTS = Addressed(
    table(AnnouncementRow), table(AnnouncementGroupRow), table(AnnouncementSetRow), "announcement_id"
)
