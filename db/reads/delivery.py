"""What the delivery and authors want to know: reports, the evening summary, events to be reminded of."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, RowMapping, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import (
    ChildRow,
    EventGroupRow,
    EventRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    OrganisationRow,
    RsvpRow,
)
from db.models.base import table
from db.repositories.outbox_rows import CHAT_CLOSED
from domain.answers import Answer
from domain.attention import Hours
from domain.delivery import DeliveryReport, EventLine
from domain.event_reminders import EventToRemind
from domain.events import EventStatus
from domain.ids import EventId, NoticeId, OrganisationId, PersonId
from domain.notices import NoticeKind, NoticeStatus

_O = table(NoticeRow).c
_SUMMARY = table(NoticeRow).alias("summary")
_S = NoticeStatus
_BY_SUMMARY = and_(_O.status == _S.SUMMARISED.value, _SUMMARY.c.id == _O.summary_id)
_TO_COME = [_S.QUEUED.value, _S.LEASED.value, _S.RETRY.value]


class DeliveryReads:
    """Questions over the outbox, beside the tables it speaks about."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def report(
        self, organisation_id: OrganisationId, subject: str, kinds: Sequence[NoticeKind] = ()
    ) -> DeliveryReport:
        """How far the messages about a subject have come, in one query; of these kinds only, if any are named.

        What an evening summary took along has come as far as the summary.
        """
        status = func.coalesce(_SUMMARY.c.status, _O.status)
        error = func.coalesce(_SUMMARY.c.last_error, _O.last_error)
        summary_to_come = and_(_SUMMARY.c.id.is_not(None), status.in_(_TO_COME))
        closed = and_(status == _S.FAILED.value, error == CHAT_CLOSED)
        counts = {
            "total": func.count(),
            "waiting": _count(_O.status.in_(_TO_COME)),
            "sent": _count(status == _S.SENT.value),
            "in_summary": _count(or_(_O.status == _S.SUMMARY.value, summary_to_come)),
            "failed": _count(and_(status == _S.FAILED.value, or_(error != CHAT_CLOSED, error.is_(None)))),
            "closed": _count(closed),
            "unknown": _count(status == _S.UNKNOWN.value),
            "dropped": _count(status.in_([_S.CANCELLED.value, _S.EXPIRED.value])),
        }
        about = and_(_O.subject == subject, _O.organisation_id == organisation_id)
        if kinds:
            about = and_(about, _O.kind.in_([kind.value for kind in kinds]))
        else:
            about = and_(about, _O.kind != NoticeKind.DELIVERY_FAILED.value)
        row = (
            (
                await self._connection.execute(
                    select(*(count.label(name) for name, count in counts.items()))
                    .select_from(NoticeRow)
                    .outerjoin(_SUMMARY, _BY_SUMMARY)
                    .where(about)
                )
            )
            .mappings()
            .one()
        )
        return DeliveryReport(**row)

    async def find_author(self, organisation_id: OrganisationId, event_id: EventId) -> PersonId | None:
        """Who announced the event."""
        found = await self._connection.execute(
            select(EventRow.author_person_id).where(
                EventRow.id == event_id, EventRow.organisation_id == organisation_id
            )
        )
        author = found.scalar_one_or_none()
        return None if author is None else PersonId(author)

    async def find_event(self, organisation_id: OrganisationId, event_id: EventId) -> EventLine | None:
        """An event as a line with all its groups, cancelled or not."""
        rows = await self._connection.execute(
            _LINES.where(EventRow.id == event_id, EventRow.organisation_id == organisation_id)
        )
        lines = _lines(rows.mappings().all(), {})
        return lines[0] if lines else None

    async def events_to_remind(self, now: datetime, until: datetime, limit: int) -> list[EventToRemind]:
        """Published events starting in (now, until] with a reminder still to be put out, soonest first."""
        rows = await self._connection.execute(
            select(
                EventRow.id,
                EventRow.organisation_id,
                EventRow.starts_at,
                EventRow.bring,
                EventRow.reminded_for,
                EventRow.bring_reminded_for,
                EventRow.updated_at,
                OrganisationRow.timezone,
                OrganisationRow.quiet_from,
                OrganisationRow.quiet_to,
                OrganisationRow.summary_at,
            )
            .join(OrganisationRow, OrganisationRow.id == EventRow.organisation_id)
            .where(
                EventRow.status == EventStatus.PUBLISHED.value,
                EventRow.starts_at > now,
                EventRow.starts_at <= until,
                or_(
                    EventRow.reminded_for.is_(None),
                    EventRow.reminded_for != EventRow.starts_at,
                    and_(
                        EventRow.bring,
                        or_(
                            EventRow.bring_reminded_for.is_(None),
                            EventRow.bring_reminded_for != EventRow.starts_at,
                        ),
                    ),
                ),
            )
            .order_by(EventRow.starts_at, EventRow.id)
            .limit(limit)
        )
        return [
            EventToRemind(
                id=EventId(row.id),
                organisation_id=OrganisationId(row.organisation_id),
                starts_at=row.starts_at,
                bring=row.bring,
                reminded=row.reminded_for == row.starts_at,
                bring_reminded=row.bring_reminded_for == row.starts_at,
                told_at=row.updated_at,
                hours=Hours(row.timezone, row.quiet_from, row.quiet_to, row.summary_at),
            )
            for row in rows
        ]

    def those_to_remind(
        self, organisation_id: OrganisationId, event_id: EventId, answered_by: datetime
    ) -> Audience:
        """Adults who had answered by then that they come, or that they do not know yet."""
        return Audience(
            select(RsvpRow.person_id).where(
                RsvpRow.event_id == event_id,
                RsvpRow.organisation_id == organisation_id,
                RsvpRow.person_id.is_not(None),
                RsvpRow.answered_at <= answered_by,
                RsvpRow.answer.in_([answer.value for answer in Answer if answer.may_come]),
            )
        )

    async def summary_lines(
        self, summary_id: NoticeId, person_id: PersonId, now: datetime
    ) -> list[EventLine]:
        """What an evening summary tells its person: held events that are still ahead, soonest first.

        Only events for the groups of the person's own children; a reminder only to who still may come, a nudge only
        to who is still silent, and neither a nudge nor an announcement that its author has stopped.
        """
        held = (
            await self._connection.execute(
                select(_O.subject, _O.kind)
                .where(_O.summary_id == summary_id, _O.subject.like("event:%"))
                .order_by(_O.id)
            )
        ).all()
        kinds = {int(row.subject.removeprefix("event:")): NoticeKind(row.kind) for row in held}
        if not kinds:
            return []
        reminded = [number for number, kind in kinds.items() if kind is NoticeKind.EVENT_REMINDER]
        own_groups = (
            select(ChildRow.group_id)
            .join(GuardianshipRow, GuardianshipRow.child_id == ChildRow.id)
            .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
            .where(
                MembershipRow.person_id == person_id,
                MembershipRow.ended_at.is_(None),
                ChildRow.left_at.is_(None),
            )
        )
        rows = await self._connection.execute(
            _LINES.add_columns(RsvpRow.answer)
            .outerjoin(RsvpRow, (RsvpRow.event_id == EventRow.id) & (RsvpRow.person_id == person_id))
            .where(
                EventRow.id.in_(sorted(kinds)),
                EventRow.status == EventStatus.PUBLISHED.value,
                EventRow.starts_at > now,
                GroupRow.id.in_(own_groups),
                or_(EventRow.stopped_at.is_(None), EventRow.id.in_(reminded)),
            )
        )
        return [line for line in _lines(rows.mappings().all(), kinds) if _is_told(line)]


_LINES = (
    select(EventRow.id, EventRow.title, EventRow.starts_at, OrganisationRow.timezone, GroupRow.emoji)
    .join(OrganisationRow, OrganisationRow.id == EventRow.organisation_id)
    .outerjoin(EventGroupRow, EventGroupRow.event_id == EventRow.id)
    .outerjoin(GroupRow, GroupRow.id == EventGroupRow.group_id)
    .order_by(EventRow.starts_at, EventRow.id, GroupRow.sort_key)
)


def _is_told(line: EventLine) -> bool:
    """Whether a held message still is worth a line."""
    match line.kind:
        case NoticeKind.EVENT_REMINDER:
            return line.answer is not None and line.answer.may_come
        case NoticeKind.EVENT_NUDGE:
            return line.answer is None
        case _:
            return True


def _lines(rows: Sequence[RowMapping], kinds: dict[int, NoticeKind]) -> list[EventLine]:
    return [
        EventLine(
            event_id=EventId(first["id"]),
            kind=kinds.get(first["id"], NoticeKind.EVENT_PUBLISHED),
            title=first["title"],
            starts_at=first["starts_at"],
            zone=first["timezone"],
            emojis=tuple(row["emoji"] for row in (first, *others) if row["emoji"] is not None),
            answer=None if first.get("answer") is None else Answer(first["answer"]),
        )
        for first, *others in (list(same) for _, same in groupby(rows, key=lambda row: row["id"]))
    ]


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))
