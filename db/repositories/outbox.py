"""The outbox as its writers see it. Its only reader is the delivery."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    String,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    null,
    or_,
    select,
    text,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import GuardianshipRow, MembershipRow, NoticeRow, OrganisationRow, PersonRow
from domain.attention import WEEK, Hours, Terms, terms
from domain.clock import Clock
from domain.delivery import BudgetPreview
from domain.ids import OrganisationId
from domain.notices import (
    DAILY_BUDGET,
    RULES,
    WEEKLY_BUDGET,
    Circular,
    NoticeDraft,
    NoticeKind,
    NoticeStatus,
)
from domain.people import Role

CHAT_CLOSED = "chat-closed"
"""`last_error` of what is never sent because its recipient has blocked the bot."""

_BUDGET_LOCK = 7_301_991
"""PostgreSQL: two announcements at once would both see the last free place in a person's budget."""

_EARLIER = NoticeRow.__table__.alias("earlier")


class Outbox:
    """Puts notices in the commit that makes them true."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self.touched = False
        """Whether this transaction put anything: the delivery is woken after its commit."""

    async def put(self, *drafts: NoticeDraft) -> None:
        """Queue messages to single persons; a draft whose dedupe key is known is not written again.

        Quiet hours and the budget of attention are applied here, as in `fan_out`.
        """
        for draft in drafts:
            agreed = await self._terms(draft)
            await self._write(draft, agreed, PersonRow.id == draft.person_id, literal(draft.dedupe_key))

    async def fan_out(self, circular: Circular, audience: Audience) -> int:
        """Queue one message for everyone of the audience, by one statement; gives the number of new rows.

        Decided in the same statement for each person: whether the budget of attention still has room, else the
        message is held for the evening summary; a closed chat gets nothing and is counted for the author.
        """
        agreed = await self._terms(circular)
        dedupe_key = literal(circular.dedupe_key + ":") + cast(PersonRow.id, String)
        return await self._write(circular, agreed, _is_addressed(circular, audience), dedupe_key)

    async def preview_budget(self, circular: Circular, audience: Audience) -> BudgetPreview:
        """What `fan_out` would meet now: for the author's preview."""
        agreed = await self._terms(circular)
        limited = (
            select(
                PersonRow.id,
                PersonRow.chat_closed_at.is_not(None).label("closed"),
                (_has_no_room(agreed) if agreed.may_wait else literal(False)).label("limited"),
            )
            .where(_is_addressed(circular, audience))
            .subquery()
        )
        held = and_(limited.c.limited, ~limited.c.closed)
        children = (
            select(func.count(distinct(GuardianshipRow.child_id)))
            .select_from(limited)
            .join(MembershipRow, MembershipRow.person_id == limited.c.id)
            .join(GuardianshipRow, GuardianshipRow.membership_id == MembershipRow.id)
            .where(
                held,
                MembershipRow.organisation_id == circular.organisation_id,
                MembershipRow.ended_at.is_(None),
            )
            .scalar_subquery()
        )
        row = (
            await self._connection.execute(
                select(
                    func.count(limited.c.id).label("people"),
                    func.count(case((limited.c.closed, 1))).label("closed"),
                    func.count(case((held, 1))).label("limited"),
                    children.label("families"),
                )
            )
        ).one()
        return BudgetPreview(row.people, row.closed, row.limited, row.families)

    async def cancel(self, subject: str, kinds: Iterable[NoticeKind]) -> None:
        """Drop what has not been sent yet about `subject`; its place in people's budgets is free again."""
        await self._connection.execute(
            update(NoticeRow)
            .where(
                NoticeRow.subject == subject,
                NoticeRow.kind.in_([kind.value for kind in kinds]),
                NoticeRow.status.in_([NoticeStatus.QUEUED, NoticeStatus.RETRY, NoticeStatus.SUMMARY]),
            )
            .values(status=NoticeStatus.CANCELLED, finished_at=self._clock.now(), budget_day=None)
        )

    async def hours(self, organisation_id: OrganisationId) -> Hours | None:
        """When the organisation may be heard."""
        row = (
            await self._connection.execute(
                select(
                    OrganisationRow.timezone,
                    OrganisationRow.quiet_from,
                    OrganisationRow.quiet_to,
                    OrganisationRow.summary_at,
                ).where(OrganisationRow.id == organisation_id)
            )
        ).one_or_none()
        return None if row is None else Hours(*row)

    async def _terms(self, fact: NoticeDraft | Circular) -> Terms:
        hours = None if fact.organisation_id is None else await self.hours(fact.organisation_id)
        return terms(fact, hours, now=self._clock.now())

    async def _write(
        self,
        fact: NoticeDraft | Circular,
        agreed: Terms,
        addressed: ColumnElement[bool],
        dedupe_key: ColumnElement[str],
    ) -> int:
        now = self._clock.now()
        closed = PersonRow.chat_closed_at.is_not(None)
        status: ColumnElement[Any]
        budget_day: ColumnElement[Any]
        if agreed.budget_day is None:
            status = case((closed, NoticeStatus.FAILED.value), else_=NoticeStatus.QUEUED.value)
            budget_day = cast(null(), Date)
        else:
            await self._lock_budgets()
            beyond = _has_no_room(agreed)
            status = case(
                (closed, NoticeStatus.FAILED.value),
                (beyond, (NoticeStatus.SUMMARY if agreed.may_wait else NoticeStatus.QUEUED).value),
                else_=NoticeStatus.QUEUED.value,
            )
            budget_day = case(
                (or_(closed, beyond, ~_is_parent()), None), else_=literal(agreed.budget_day, Date)
            )
        columns = NoticeRow.__table__.c
        same = {
            "organisation_id": fact.organisation_id,
            "kind": fact.kind.value,
            "subject": fact.subject,
            "params": dict(fact.params),
            "urgency": agreed.urgency.value,
            "attempts": 0,
            "due_at": agreed.due_at,
            "expires_at": agreed.expires_at,
            "created_at": now,
        }
        values: dict[str, Any] = {
            "person_id": PersonRow.id,
            "chat_id": PersonRow.chat_id,
            "dedupe_key": dedupe_key,
            "status": status,
            "budget_day": budget_day,
            "last_error": case((closed, literal(CHAT_CLOSED)), else_=None),
            "finished_at": case((closed, literal(now, columns.finished_at.type)), else_=None),
            **{name: literal(value, columns[name].type) for name, value in same.items()},
        }
        rows = select(*(value.label(name) for name, value in values.items())).where(addressed)
        insert: Any = sqlite.insert if self._connection.dialect.name == "sqlite" else postgresql.insert
        written = await self._connection.execute(
            insert(NoticeRow).from_select(list(values), rows).on_conflict_do_nothing()
        )
        self.touched = True
        return max(written.rowcount, 0)

    async def _lock_budgets(self) -> None:
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text(f"SELECT pg_advisory_xact_lock({_BUDGET_LOCK})"))


def _is_addressed(circular: Circular, audience: Audience) -> ColumnElement[bool]:
    """Of the audience, and still with a role in the organisation where the kind asks for one."""
    return and_(
        PersonRow.id.in_(audience.people),
        _is_member(circular.organisation_id) if RULES[circular.kind].for_members else true(),
    )


def _is_member(organisation_id: OrganisationId) -> ColumnElement[bool]:
    return (
        select(literal(1))
        .where(
            MembershipRow.person_id == PersonRow.id,
            MembershipRow.organisation_id == organisation_id,
            MembershipRow.ended_at.is_(None),
        )
        .correlate(PersonRow)
        .exists()
    )


def _is_parent() -> ColumnElement[bool]:
    """Only parents have a budget of attention (rule 7), whichever organisation fills it."""
    return (
        select(literal(1))
        .where(
            MembershipRow.person_id == PersonRow.id,
            MembershipRow.role == Role.PARENT.value,
            MembershipRow.ended_at.is_(None),
        )
        .correlate(PersonRow)
        .exists()
    )


def _has_no_room(agreed: Terms) -> ColumnElement[bool]:
    """Whether a parent's budget is spent for the day, or for any seven days that hold it.

    What is already promised for later days counts as well, so that no seven days in a row ever hold more.
    """
    if agreed.budget_day is None:
        return literal(False)
    counted = select(func.count()).select_from(_EARLIER).where(_EARLIER.c.person_id == PersonRow.id)
    today = counted.where(_EARLIER.c.budget_day == agreed.budget_day).correlate(PersonRow).scalar_subquery()
    week = (
        counted.where(_EARLIER.c.budget_day >= agreed.budget_day - WEEK)
        .correlate(PersonRow)
        .scalar_subquery()
    )
    return and_(_is_parent(), or_(today >= DAILY_BUDGET, week >= WEEKLY_BUDGET))
