"""The outbox as the delivery sees it: rows are leased, never flagged, so what a killed process held comes back."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    RowMapping,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import MembershipRow, NoticeRow, OrganisationRow, PersonRow
from db.models.base import table
from db.partial import stands_in
from db.plans import one_of
from db.repositories.budget import has_no_room, is_parent
from db.unsent import HELD, TO_SEND, UNSENT, untold
from domain.attention import Terms
from domain.clock import Clock
from domain.ids import NoticeId, OrganisationId, PersonId
from domain.notices import Notice, NoticeKind, NoticeStatus, Urgency, after_quiet_hours

_OUTBOX = table(NoticeRow)
_O = _OUTBOX.c

LONGEST_REST = timedelta(hours=1)
"""A row that would rest for longer was put to rest by a clock that has been set back since."""

_HELD_FOR = table(NoticeRow).alias("held_for")
_WHERE_HEARD = func.coalesce(
    _O.organisation_id,
    select(func.min(_HELD_FOR.c.organisation_id))
    .where(_HELD_FOR.c.summary_id == _O.id)
    .correlate(_OUTBOX)
    .scalar_subquery(),
)
"""Whose quiet hours are kept: the organisation's; for an evening summary, of what was held for it."""

_LEASED = (
    select(
        _OUTBOX,
        PersonRow.locale,
        PersonRow.chat_closed_at,
        OrganisationRow.timezone,
        OrganisationRow.quiet_from,
        OrganisationRow.quiet_to,
        or_(
            _O.organisation_id.is_(None),
            exists().where(
                MembershipRow.person_id == _O.person_id,
                MembershipRow.organisation_id == _O.organisation_id,
                MembershipRow.ended_at.is_(None),
            ),
        ).label("member"),
    )
    .join(PersonRow, PersonRow.id == _O.person_id)
    .outerjoin(OrganisationRow, OrganisationRow.id == _WHERE_HEARD)
    .order_by(_O.due_at, _O.id)
)


class Leases:
    """Who sends which row, until when; and how each row ended. `real` moments are the real clock's."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def lease(self, count: int, *, real: datetime, until: datetime) -> list[Notice]:
        """Take up to `count` rows that are due, what cannot wait first; nobody else gets them until `until`.

        Two senders never get the same row: on PostgreSQL each skips what the other has locked, on SQLite there
        is one writer at a time.
        """
        urgent = await self._take(count, real, until, stands_in(_O.urgency, Urgency.NOW))
        taken = urgent + (await self._take(count - len(urgent), real, until) if len(urgent) < count else [])
        if not taken:
            return []
        rows = await self._connection.execute(_LEASED.where(_O.id.in_(taken)))
        return [
            Notice(
                id=NoticeId(row["id"]),
                kind=NoticeKind(row["kind"]),
                person_id=PersonId(row["person_id"]),
                organisation_id=None
                if row["organisation_id"] is None
                else OrganisationId(row["organisation_id"]),
                chat_id=row["chat_id"],
                locale=row["locale"],
                params=row["params"],
                attempts=row["attempts"],
                due_at=row["due_at"],
                expires_at=row["expires_at"],
                urgency=Urgency(row["urgency"]),
                subject=row["subject"],
                member=bool(row["member"]),
                chat_open=row["chat_closed_at"] is None,
                morning=self._morning(row),
            )
            for row in rows.mappings()
        ]

    def _morning(self, row: RowMapping) -> datetime | None:
        if row["timezone"] is None or row["urgency"] == Urgency.NOW.value:
            return None
        now = self._clock.now()
        heard = after_quiet_hours(now, row["timezone"], row["quiet_from"], row["quiet_to"])
        return heard if now < heard < row["expires_at"] else None

    async def _take(
        self, count: int, real: datetime, until: datetime, *narrower: ColumnElement[bool]
    ) -> list[int]:
        due = (
            select(_O.id)
            .where(
                TO_SEND,
                _O.due_at <= self._clock.now(),
                or_(
                    _O.leased_until.is_(None), _O.leased_until <= real, _O.leased_until > real + LONGEST_REST
                ),
                *narrower,
            )
            .order_by(_O.due_at, _O.id)
            .limit(count)
            .with_for_update(skip_locked=True)
            .cte("due")
        )
        taken = await self._connection.execute(
            update(_OUTBOX)
            .where(one_of(self._connection, _O.id, select(due.c.id)))
            .values(status=NoticeStatus.LEASED.value, leased_until=until, attempts=_O.attempts + 1)
            .returning(_O.id)
        )
        return list(taken.scalars())

    async def renew(self, held: Collection[NoticeId], *, until: datetime) -> None:
        """These are on their way in this very process, whatever the clock says."""
        await self._connection.execute(
            update(_OUTBOX).where(_O.id.in_(held), HELD).values(leased_until=until)
        )

    async def lapse(self, once: Collection[NoticeKind], *, real: datetime, longest: datetime) -> int:
        """What a dead process held: it goes back into the queue, or is unknown where it may not come twice.

        A lease that ends after `longest`, the end of one given now, is of a clock that has been set back since.
        """
        never_again = _O.kind.in_([kind.value for kind in once])
        return _touched(
            await self._connection.execute(
                update(_OUTBOX)
                .where(HELD, or_(_O.leased_until <= real, _O.leased_until > longest))
                .values(
                    status=case((never_again, NoticeStatus.UNKNOWN.value), else_=NoticeStatus.RETRY.value),
                    finished_at=case(
                        (never_again, literal(self._clock.now(), _O.finished_at.type)), else_=None
                    ),
                    last_error="lease-lapsed",
                    may_have_come=True,
                    leased_until=None,
                )
            )
        )

    async def give_back(self, ids: Iterable[NoticeId], *, rest_until: datetime | None = None) -> None:
        """Not tried after all: the rows are as they were before the lease, resting until `rest_until`."""
        await self._connection.execute(
            update(_OUTBOX)
            .where(_O.id.in_(list(ids)), HELD)
            .values(
                status=case((_O.attempts > 1, NoticeStatus.RETRY.value), else_=NoticeStatus.QUEUED.value),
                attempts=_O.attempts - 1,
                leased_until=rest_until,
            )
        )

    async def postpone(self, notice: Notice, agreed: Terms) -> None:
        """It has become night before it could be said: it waits for the morning, as if it were put for then.

        It counts in the budget of the day on which it is heard; without room there that day's summary tells it.
        """
        put = {"attempts": _O.attempts - 1, "due_at": agreed.due_at, "budget_day": None}
        await self._end(notice.id, NoticeStatus.QUEUED, None, **put)
        if agreed.budget_day is None:
            return
        asked = select(is_parent(), has_no_room(agreed)).where(PersonRow.id == notice.person_id)
        parent, beyond = (await self._connection.execute(asked)).one()
        if beyond and agreed.may_wait:
            counted: dict[str, object] = {"status": NoticeStatus.SUMMARY.value}
        elif parent and not beyond:
            counted = {"budget_day": agreed.budget_day}
        else:
            return
        await self._connection.execute(update(_OUTBOX).where(_O.id == notice.id).values(**counted))

    async def break_off(self, ids: Iterable[NoticeId]) -> None:
        """Nobody waits for the answers any more: they are tried again, and may come twice."""
        await self._connection.execute(
            update(_OUTBOX)
            .where(_O.id.in_(list(ids)), HELD)
            .values(
                status=NoticeStatus.RETRY.value, last_error="stopped", may_have_come=True, leased_until=None
            )
        )

    async def retry(
        self, notice_id: NoticeId, *, rest_until: datetime, error: str, may_have_come: bool = False
    ) -> None:
        """It failed in a way that may pass: again after `rest_until` (real)."""
        marked = {"may_have_come": True} if may_have_come else {}
        await self._end(notice_id, NoticeStatus.RETRY, error, leased_until=rest_until, **marked)

    async def finish(self, notice_id: NoticeId) -> None:
        """It stands in the chat."""
        await self._end(notice_id, NoticeStatus.SENT, None, finished_at=self._clock.now())

    async def leave_unknown(self, notice_id: NoticeId, error: str) -> None:
        """Nobody can tell whether it has arrived, and it may not come twice."""
        await self._end(notice_id, NoticeStatus.UNKNOWN, error, finished_at=self._clock.now())

    async def fail(self, notice_id: NoticeId, error: str) -> None:
        """It will never arrive; its place in the budget is free again."""
        await self._end(notice_id, NoticeStatus.FAILED, error, finished_at=self._clock.now(), budget_day=None)

    async def drop(self, notice_id: NoticeId, why: str) -> None:
        """What it would say is no longer true, or not for this person any more."""
        await self._end(
            notice_id, NoticeStatus.CANCELLED, why, finished_at=self._clock.now(), budget_day=None
        )

    async def expire(self, limit: int) -> int:
        """What is of no use any more is not sent, and gives its place in the budget back."""
        now = self._clock.now()
        overdue = select(_O.id).where(UNSENT, _O.expires_at <= now).limit(limit)
        return _touched(
            await self._connection.execute(
                update(_OUTBOX)
                .where(one_of(self._connection, _O.id, overdue), UNSENT)
                .values(**untold(NoticeStatus.EXPIRED, now))
            )
        )

    async def expire_one(self, notice_id: NoticeId) -> None:
        """The same for one leased row."""
        await self._end(notice_id, NoticeStatus.EXPIRED, None, finished_at=self._clock.now(), budget_day=None)

    async def _end(
        self, notice_id: NoticeId, status: NoticeStatus, error: str | None, **more: object
    ) -> None:
        await self._connection.execute(
            update(_OUTBOX)
            .where(_O.id == notice_id, HELD)
            .values(
                **{
                    "status": status.value,
                    "last_error": error,
                    "leased_until": None,
                    "finished_at": None,
                    **more,
                }
            )
        )


def _touched(result: CursorResult[tuple[object, ...]]) -> int:
    return max(result.rowcount, 0)
