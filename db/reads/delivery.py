"""What the delivery and authors want to know: reports, the evening summary, events to be reminded of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Date, RowMapping, and_, case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.event_invited import around, invited_otherwise
from db.event_seating import sits
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


def _fate_of(notices: Any) -> ColumnElement[str]:
    closed = and_(notices.status == _S.FAILED.value, notices.last_error == CHAT_CLOSED)
    return case((closed, "closed"), else_=notices.status)


_FATE = case(
    (
        _O.status == _S.SUMMARISED.value,
        select(_fate_of(_SUMMARY.c)).where(_SUMMARY.c.id == _O.summary_id).scalar_subquery(),
    ),
    else_=_fate_of(_O),
).label("fate")
"""What became of a notice: its status, or that of the summary it went into, which is looked up by its number."""


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
        about = and_(_O.subject == subject, _O.organisation_id == organisation_id)
        if kinds:
            about = and_(about, _O.kind.in_([kind.value for kind in kinds]))
        else:
            about = and_(about, _O.kind != NoticeKind.DELIVERY_FAILED.value)
        fates = select((_O.status == _S.SUMMARISED.value).label("summarised"), _FATE).where(about).subquery()
        rows = await self._connection.execute(
            select(fates.c.summarised, fates.c.fate, func.count()).group_by(fates.c.summarised, fates.c.fate)
        )
        return _report((bool(row[0]), row[1], row[2]) for row in rows)

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
        """Adults who had answered by then that they come and have a seat, or that they do not know yet."""
        return Audience(
            select(RsvpRow.person_id).where(
                RsvpRow.event_id == event_id,
                RsvpRow.organisation_id == organisation_id,
                RsvpRow.person_id.is_not(None),
                RsvpRow.answered_at <= answered_by,
                RsvpRow.answer.in_([answer.value for answer in Answer if answer.may_come]),
                or_(
                    RsvpRow.answer == Answer.UNSURE.value,
                    select(EventRow.id)
                    .where(EventRow.id == RsvpRow.event_id, sits(table(RsvpRow).c.person_id))
                    .correlate_except(EventRow)
                    .exists(),
                ),
            )
        )

    async def summary_lines(
        self, summary_id: NoticeId, person_id: PersonId, now: datetime
    ) -> list[EventLine]:
        """What an evening summary tells its person: held events that are still ahead, soonest first.

        Only events for the groups of the person's own children, or for the person as staff, partner, member of a
        set; a reminder only to who still may come, a nudge only
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
                or_(
                    GroupRow.id.in_(own_groups),
                    invited_otherwise(
                        person_id, *(literal(day, Date) for day in around(now.date()).values())
                    ),
                ),
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


def _report(fates: Iterable[tuple[bool, str | None, int]]) -> DeliveryReport:
    """Of «went into a summary, what became of it, how many»."""
    fields: Counter[str] = Counter()
    for summarised, fate, count in fates:
        fields["total"] += count
        match fate:
            case _S.QUEUED | _S.LEASED | _S.RETRY:
                fields["in_summary" if summarised else "waiting"] += count
            case _S.SUMMARY:
                fields["in_summary"] += count
            case _S.CANCELLED | _S.EXPIRED:
                fields["dropped"] += count
            case _S.SENT | _S.FAILED | _S.UNKNOWN | "closed":
                fields[fate] += count
            case _:
                pass  # its summary is not kept any more
    return DeliveryReport(**fields)
