"""Queues of groups as the clock and staff look at them: what is due, and who waits."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestQueueRow, GuestSlotRow, NoticeRow, OrganisationRow
from db.models.base import table
from db.partial import stands_in
from db.repositories.guest_queue import waiter_of
from domain.attention import Hours
from domain.clock import Clock
from domain.guest_queue import Waiter, WaiterStatus
from domain.guest_queue_notices import offer_key, subject_of_queue
from domain.ids import GroupId, OrganisationId, SlotId, WaiterId
from domain.notices import NoticeKind, NoticeStatus
from domain.offers import FIRST_COME

_Q, _S, _N, _O = table(GuestQueueRow), table(GuestSlotRow), table(NoticeRow), table(OrganisationRow)


@dataclass(frozen=True, slots=True)
class Queueing:
    """A group whose queue has to be looked at, and the hours of its organisation."""

    organisation_id: OrganisationId
    group_id: GroupId
    hours: Hours


class GuestQueueReads:
    """Questions over queues."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def with_room(self, limit: int, *, after: GroupId) -> list[Queueing]:
        """Groups behind `after` where somebody waits and a date is free that is far enough ahead to be offered."""
        free = exists().where(
            _S.c.group_id == _Q.c.group_id,
            _S.c.withdrawn_at.is_(None),
            _S.c.visit_id.is_(None),
            _S.c.starts_at > self._clock.now() + FIRST_COME,
        )
        rows = await self._connection.execute(
            select(
                *(_Q.c.organisation_id, _Q.c.group_id),
                *(_O.c.timezone, _O.c.quiet_from, _O.c.quiet_to, _O.c.summary_at),
            )
            .join(_O, _O.c.id == _Q.c.organisation_id)
            .where(stands_in(_Q.c.status, WaiterStatus.WAITING), _Q.c.group_id > after, free)
            .distinct()
            .order_by(_Q.c.group_id)
            .limit(limit)
        )
        return [
            Queueing(
                OrganisationId(row.organisation_id),
                GroupId(row.group_id),
                Hours(row.timezone, row.quiet_from, row.quiet_to, row.summary_at),
            )
            for row in rows
        ]

    async def offered(self, limit: int, *, after: tuple[GroupId, WaiterId]) -> list[Waiter]:
        """Those for whom a date is kept, group by group, behind this one."""
        group_id, waiter_id = after
        behind = (_Q.c.group_id > group_id) | ((_Q.c.group_id == group_id) & (_Q.c.id > waiter_id))
        rows = await self._connection.execute(
            select(_Q)
            .where(stands_in(_Q.c.status, WaiterStatus.OFFERED), behind)
            .order_by(_Q.c.group_id, _Q.c.id)
            .limit(limit)
        )
        return [waiter_of(row) for row in rows.mappings()]

    async def offered_of(
        self, organisation_id: OrganisationId, slot_ids: Collection[SlotId]
    ) -> frozenset[SlotId]:
        """Which of these dates are kept for somebody until an offer ends."""
        if not slot_ids:
            return frozenset()
        rows = await self._connection.execute(
            select(_Q.c.slot_id).where(
                _Q.c.organisation_id == organisation_id, _Q.c.slot_id.in_(sorted(slot_ids))
            )
        )
        return frozenset(SlotId(row.slot_id) for row in rows)

    async def told(self, waiter: Waiter) -> list[tuple[NoticeStatus, datetime | None]]:
        """What became of the message with the offer that somebody has now."""
        rows = await self._connection.execute(
            select(_N.c.status, _N.c.finished_at).where(
                _N.c.subject == subject_of_queue(waiter.id),
                _N.c.kind == NoticeKind.GUEST_OFFERED.value,
                _N.c.dedupe_key == offer_key(waiter),
            )
        )
        return [(NoticeStatus(row.status), row.finished_at) for row in rows]

    async def page(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        *,
        limit: int,
        offset: int,
    ) -> list[tuple[Waiter, int]]:
        """Who waits, group by group in the order of their queues, with their places; None reaches all groups."""
        query = select(
            _Q,
            func.row_number()
            .over(partition_by=_Q.c.group_id, order_by=(_Q.c.ticket, _Q.c.id))
            .label("place"),
        ).where(_Q.c.organisation_id == organisation_id)
        if reached is not None:
            query = query.where(_Q.c.group_id.in_(sorted(reached)))
        rows = await self._connection.execute(
            query.order_by(_Q.c.group_id, _Q.c.ticket, _Q.c.id).limit(limit).offset(offset)
        )
        return [(waiter_of(row), int(row["place"])) for row in rows.mappings()]

    async def counts(
        self, organisation_id: OrganisationId, reached: Collection[GroupId] | None
    ) -> dict[GroupId, int]:
        """How many wait in each group; None reaches all groups."""
        query = select(_Q.c.group_id, func.count().label("waiting")).where(
            _Q.c.organisation_id == organisation_id
        )
        if reached is not None:
            query = query.where(_Q.c.group_id.in_(sorted(reached)))
        rows = await self._connection.execute(query.group_by(_Q.c.group_id))
        return {GroupId(row.group_id): int(row.waiting) for row in rows}
