"""Groups of kindergartens and classes of schools."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import RowMapping, bindparam, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GroupRow, GuestSlotRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.ids import GroupId, OrganisationId, SlotId
from domain.people import AgeBand, Group, sort_key

_G, _DATES = table(GroupRow), table(GuestSlotRow)
_COLUMNS = (_G.c.id, _G.c.organisation_id, _G.c.name, _G.c.emoji, _G.c.age_band, _G.c.archived_at)
_FIND = select(*_COLUMNS).where(
    _G.c.organisation_id == bindparam("organisation_id"), _G.c.id == bindparam("group_id")
)
_ACTIVE = (
    select(*_COLUMNS)
    .where(_G.c.organisation_id == bindparam("organisation_id"), _G.c.archived_at.is_(None))
    .order_by(_G.c.sort_key, _G.c.id)
)
_LOCK = (
    update(_G)
    .where(
        _G.c.organisation_id == bindparam("organisation"),
        _G.c.id == bindparam("group"),
        _G.c.archived_at.is_(None),
    )
    .values(emoji=_G.c.emoji)
)
_LOCK_OF_DATE = (
    update(_G)
    .where(
        _G.c.id
        == select(_DATES.c.group_id)
        .where(
            _DATES.c.id == bindparam("slot"),
            _DATES.c.organisation_id.in_(bindparam("organisations", expanding=True)),
        )
        .scalar_subquery()
    )
    .values(emoji=_G.c.emoji)
)
_SOME = _ACTIVE.where(_G.c.id.in_(bindparam("group_ids", expanding=True)))


class Groups:
    """Finds, makes and changes groups."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, group_id: GroupId) -> Group | None:
        """A group of the organisation, archived or not."""
        rows = await self._connection.execute(
            _FIND, {"organisation_id": organisation_id, "group_id": group_id}
        )
        row = rows.mappings().one_or_none()
        return None if row is None else group_of(row)

    async def active(self, organisation_id: OrganisationId) -> list[Group]:
        """The groups that are not archived, by name."""
        rows = await self._connection.execute(_ACTIVE, {"organisation_id": organisation_id})
        return [group_of(row) for row in rows.mappings()]

    async def some(self, organisation_id: OrganisationId, group_ids: Collection[GroupId]) -> list[Group]:
        """Those of these groups that are not archived, by name."""
        if not group_ids:
            return []
        rows = await self._connection.execute(
            _SOME, {"organisation_id": organisation_id, "group_ids": sorted(group_ids)}
        )
        return [group_of(row) for row in rows.mappings()]

    async def create(
        self, organisation_id: OrganisationId, name: str, emoji: str, age_band: AgeBand
    ) -> Group | None:
        """Make a group; None when an active one has this name."""
        made = await self._connection.execute(
            upsert(self._connection, GroupRow)
            .values(
                organisation_id=organisation_id,
                name=name,
                sort_key=sort_key(name)[:60],
                emoji=emoji,
                age_band=age_band.value,
                created_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
            .returning(*_COLUMNS)
        )
        row = made.mappings().one_or_none()
        return None if row is None else group_of(row)

    async def rename(self, organisation_id: OrganisationId, group_id: GroupId, name: str) -> bool:
        """Give a group another name; False when another active one has it."""
        try:
            async with self._connection.begin_nested():
                await self._change(organisation_id, group_id, name=name, sort_key=sort_key(name)[:60])
        except IntegrityError:
            return False
        return True

    async def set_emoji(self, organisation_id: OrganisationId, group_id: GroupId, emoji: str) -> None:
        """Give a group another sign."""
        await self._change(organisation_id, group_id, emoji=emoji)

    async def set_age(self, organisation_id: OrganisationId, group_id: GroupId, band: AgeBand) -> None:
        """Say how old the children of a group are."""
        await self._change(organisation_id, group_id, age_band=band.value)

    async def lock(self, organisation_id: OrganisationId, group_id: GroupId) -> bool:
        """Make simultaneous changes of one active group take turns; False when it is archived meanwhile."""
        locked = await self._connection.execute(_LOCK, {"organisation": organisation_id, "group": group_id})
        return bool(locked.rowcount)

    async def lock_of_date(self, organisation_ids: Collection[OrganisationId], slot_id: SlotId) -> None:
        """The same turn of the group that a guest's date belongs to: what is read of it afterwards is as it stands."""
        await self._connection.execute(
            _LOCK_OF_DATE, {"organisations": sorted(organisation_ids), "slot": slot_id}
        )

    async def archive(self, organisation_id: OrganisationId, group_id: GroupId) -> None:
        """Put a group away; its name becomes free."""
        await self._change(organisation_id, group_id, archived_at=self._clock.now())

    async def _change(self, organisation_id: OrganisationId, group_id: GroupId, **values: Any) -> None:
        await self._connection.execute(
            update(GroupRow)
            .where(GroupRow.organisation_id == organisation_id, GroupRow.id == group_id)
            .values(**values)
        )


def group_of(row: RowMapping) -> Group:
    """A row of `groups` as the domain knows it."""
    return Group(
        id=GroupId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        name=row["name"],
        emoji=row["emoji"],
        age_band=AgeBand(row["age_band"]),
        archived_at=row["archived_at"],
    )
