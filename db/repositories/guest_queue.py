"""Who waits for a date of a group. Whoever takes a date, joins, offers or lets an offer lapse holds the group's turn."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Executable, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GuardianshipRow,
    GuestOpeningPartnerRow,
    GuestOpeningRow,
    GuestQueueRow,
    MembershipRow,
)
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.guest_queue import Right, Waiter, WaiterStatus
from domain.guests import Application, Format
from domain.ids import GroupId, OpeningId, OrganisationId, PersonId, SlotId, WaiterId
from domain.people import Role
from domain.professions import ChosenProfession

_Q, _C, _GU, _M = table(GuestQueueRow), table(ChildRow), table(GuardianshipRow), table(MembershipRow)
_O, _P = table(GuestOpeningRow), table(GuestOpeningPartnerRow)
_LAST = _Q.alias("last")
_HERE = (_Q.c.organisation_id == bindparam("organisation"), _Q.c.group_id == bindparam("group"))
_FIND = select(_Q).where(*_HERE, _Q.c.guest_id == bindparam("guest"))
_IN_FRONT = select(func.count()).select_from(_Q).where(*_HERE, _Q.c.ticket < bindparam("ticket"))
PASSED = 60
"""As many dates are remembered as passed: more than a group has open at once."""
_JOINING: dict[str, Any] = {}
"""By engine: put together once, asked by everybody who comes too late."""


class GuestQueue:
    """Finds and moves those who wait."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(
        self, organisation_id: OrganisationId, group_id: GroupId, guest_id: PersonId
    ) -> Waiter | None:
        """Somebody's own place in the queue of a group."""
        rows = await self._connection.execute(
            _FIND, {"organisation": organisation_id, "group": group_id, "guest": guest_id}
        )
        row = rows.mappings().one_or_none()
        return None if row is None else waiter_of(row)

    async def find_waiter(self, organisation_id: OrganisationId, waiter_id: WaiterId) -> Waiter | None:
        """A place by its number."""
        return await self._one((_Q.c.id == waiter_id) & (_Q.c.organisation_id == organisation_id))

    async def of_group(self, organisation_id: OrganisationId, group_id: GroupId) -> list[Waiter]:
        """The queue of a group, in its order."""
        return await self._some(
            select(_Q).where(_here(organisation_id, group_id)).order_by(_Q.c.ticket, _Q.c.id)
        )

    async def groups_that_wait(self, organisation_id: OrganisationId) -> frozenset[GroupId]:
        """Groups with a queue."""
        rows = await self._connection.scalars(
            select(_Q.c.group_id).where(_Q.c.organisation_id == organisation_id).distinct()
        )
        return frozenset(GroupId(row) for row in rows)

    async def of_guest(self, organisation_ids: Sequence[OrganisationId], guest_id: PersonId) -> list[Waiter]:
        """Every queue that somebody stands in."""
        return await self._some(
            select(_Q)
            .where(_Q.c.guest_id == guest_id, _Q.c.organisation_id.in_(sorted(organisation_ids)))
            .order_by(_Q.c.group_id)
        )

    async def place(self, waiter: Waiter) -> int:
        """How far in front somebody stands, from 1."""
        found = await self._connection.scalar(
            _IN_FRONT,
            {"organisation": waiter.organisation_id, "group": waiter.group_id, "ticket": waiter.ticket},
        )
        return int(found or 0) + 1

    async def rights(
        self, organisation_id: OrganisationId, group_id: GroupId, people: Collection[PersonId]
    ) -> dict[PersonId, Right]:
        """Which dates of the group these people may take by now; who may take none is not among them."""
        if not people:
            return {}
        roles = (
            _M.c.organisation_id == organisation_id,
            _M.c.person_id.in_(sorted(people)),
            _M.c.ended_at.is_(None),
        )
        families = await self._connection.scalars(
            select(_M.c.person_id)
            .join(_GU, _GU.c.membership_id == _M.c.id)
            .join(_C, _C.c.id == _GU.c.child_id)
            .where(*roles, _M.c.role == Role.PARENT.value, _C.c.group_id == group_id, _C.c.left_at.is_(None))
            .distinct()
        )
        found = {PersonId(person): Right(family=True) for person in families}
        partners = await self._connection.execute(
            select(_M.c.person_id, _P.c.opening_id)
            .join(_P, _P.c.membership_id == _M.c.id)
            .join(_O, _O.c.id == _P.c.opening_id)
            .where(*roles, _M.c.role == Role.PARTNER.value, _O.c.group_id == group_id)
        )
        for row in partners:
            person = PersonId(row.person_id)
            right = found.get(person, Right(family=False))
            found[person] = Right(right.family, right.openings | {OpeningId(row.opening_id)})
        return found

    async def join(
        self,
        organisation_id: OrganisationId,
        group_id: GroupId,
        guest_id: PersonId,
        application: Application,
        weekdays: frozenset[int],
    ) -> tuple[Waiter, bool]:
        """A new place at the end, or the place that they have with another application; and whether it is new."""
        now = self._clock.now()
        joined = await self._connection.execute(
            _joining(self._connection),
            {
                "organisation": organisation_id,
                "group": group_id,
                "guest": guest_id,
                **_told(application),
                "weekdays": _listed(weekdays),
                "now": now,
            },
        )
        row = joined.mappings().one()
        return waiter_of(row), row["created_at"] == now

    async def wish(self, waiter: Waiter, weekdays: frozenset[int]) -> None:
        """Other days that suit."""
        await self._connection.execute(
            update(_Q).where(_Q.c.id == waiter.id).values(weekdays=_listed(weekdays))
        )

    async def offer(self, waiter: Waiter, slot_id: SlotId, until: Any) -> bool:
        """Keep a date for who waits; False when they do not wait any more."""
        return await self._move(
            waiter,
            status=WaiterStatus.OFFERED.value,
            slot_id=slot_id,
            offered_until=until,
            offers=waiter.offers + 1,
        )

    async def keep_until(self, waiter: Waiter, until: Any) -> None:
        """An offer that could not be read in time ends later."""
        await self._move(waiter, offered_until=until)

    async def wait_on(self, waiter: Waiter, *, late: bool) -> bool:
        """An offer is over: `late` counts as a lapse and goes to the end, otherwise the place stays."""
        lapsed = {"ticket": _next(waiter.group_id), "lapses": waiter.lapses + 1} if late else {}
        return await self._move(
            waiter, status=WaiterStatus.WAITING.value, slot_id=None, offered_until=None, **lapsed
        )

    async def pass_on(self, waiter: Waiter, slot_id: SlotId) -> bool:
        """They let the date pass that is kept for them: the place stays, and this date is not offered again."""
        passed = sorted({*waiter.passed, slot_id})[-PASSED:]
        waits = {"status": WaiterStatus.WAITING.value, "slot_id": None, "offered_until": None}
        return await self._move(waiter, **waits, passed=",".join(map(str, passed)))

    async def drop(self, waiter: Waiter) -> bool:
        """Forget somebody who waits; False when they do not any more."""
        gone = await self._connection.execute(delete(_Q).where(_Q.c.id == waiter.id))
        return gone.rowcount == 1

    async def _move(self, waiter: Waiter, **values: Any) -> bool:
        moved = await self._connection.execute(
            update(_Q)
            .where(_Q.c.id == waiter.id, _Q.c.status == waiter.status.value, _Q.c.offers == waiter.offers)
            .values(**values)
        )
        return moved.rowcount == 1

    async def _one(self, condition: Any) -> Waiter | None:
        found = await self._some(select(_Q).where(condition))
        return found[0] if found else None

    async def _some(self, query: Executable) -> list[Waiter]:
        return [waiter_of(row) for row in (await self._connection.execute(query)).mappings()]


def waiter_of(row: Any) -> Waiter:
    """A row of `guest_queue` as the domain knows it."""
    return Waiter(
        id=WaiterId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        group_id=GroupId(row["group_id"]),
        guest_id=PersonId(row["guest_id"]),
        application=Application(
            ChosenProfession(row["profession"], row["profession_slug"]),
            frozenset(Format(name) for name in row["formats"].split(",") if name),
        ),
        weekdays=frozenset(int(day) for day in row["weekdays"]),
        ticket=row["ticket"],
        status=WaiterStatus(row["status"]),
        slot_id=None if row["slot_id"] is None else SlotId(row["slot_id"]),
        offered_until=row["offered_until"],
        lapses=row["lapses"],
        offers=row["offers"],
        passed=frozenset(SlotId(int(one)) for one in row["passed"].split(",") if one),
    )


def _here(organisation_id: OrganisationId, group_id: GroupId) -> Any:
    return (_Q.c.organisation_id == organisation_id) & (_Q.c.group_id == group_id)


def _joining(connection: AsyncConnection) -> Any:
    """A new place at the end, or another application at the place that is there."""
    engine = connection.dialect.name
    if engine not in _JOINING:
        made = upsert(connection, _Q).values(
            organisation_id=bindparam("organisation"),
            group_id=bindparam("group"),
            guest_id=bindparam("guest"),
            profession=bindparam("profession"),
            profession_slug=bindparam("profession_slug"),
            formats=bindparam("formats"),
            weekdays=bindparam("weekdays"),
            ticket=_next(bindparam("group")),
            status=WaiterStatus.WAITING.value,
            lapses=0,
            offers=0,
            created_at=bindparam("now"),
        )
        told = {name: made.excluded[name] for name in ("profession", "profession_slug", "formats")}
        _JOINING[engine] = made.on_conflict_do_update(
            index_elements=["group_id", "guest_id"], set_=told
        ).returning(*_Q.c)
    return _JOINING[engine]


def _next(group_id: Any) -> Any:
    """The end of the queue of a group."""
    return (
        select(func.coalesce(func.max(_LAST.c.ticket), 0) + 1)
        .where(_LAST.c.group_id == group_id)
        .scalar_subquery()
    )


def _told(application: Application) -> dict[str, str | None]:
    return {
        "profession": application.profession.name,
        "profession_slug": application.profession.slug,
        "formats": ",".join(sorted(application.formats)),
    }


def _listed(weekdays: frozenset[int]) -> str:
    return "".join(map(str, sorted(weekdays)))
