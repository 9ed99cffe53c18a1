"""The outbox as its writers see it. Its only reader is the delivery."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    String,
    Update,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    select,
    text,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import GuardianshipRow, MembershipRow, NoticeRow, OrganisationRow, PersonRow
from db.partial import stands_in
from db.plans import linear
from db.repositories.budget import has_no_room, is_addressed
from db.repositories.outbox_rows import key_of_each, write_rows
from db.unsent import UNSENT, untold
from domain.attention import Hours, Terms, terms
from domain.clock import Clock
from domain.delivery import BudgetPreview
from domain.ids import OrganisationId, PersonId
from domain.notices import Circular, NoticeDraft, NoticeKind, NoticeStatus

_BUDGET_LOCK = 7_301_991
"""PostgreSQL: two announcements at once would both see the last free place in a person's budget."""


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
        heard = {here: await self.hours(here) for here in {draft.organisation_id for draft in drafts} if here}
        for draft in drafts:
            hours = None if draft.organisation_id is None else heard[draft.organisation_id]
            await self._write(
                draft,
                terms(draft, hours, now=self._clock.now()),
                PersonRow.id == draft.person_id,
                literal(draft.dedupe_key),
                draft.organisation_id,
            )

    async def fan_out(self, circular: Circular, audience: Audience) -> int:
        """Queue one message for everyone of the audience, by one statement; gives the number of new rows.

        Decided in the same statement for each person: whether the budget of attention still has room, else the
        message is held for the evening summary; a closed chat gets nothing and is counted for the author.
        """
        agreed = terms(circular, await self.hours(circular.organisation_id), now=self._clock.now())
        async with linear(self._connection):
            return await self._write(
                circular,
                agreed,
                is_addressed(circular, audience),
                key_of_each(circular.dedupe_key + ":"),
                circular.organisation_id,
            )

    async def take_turn(self) -> None:
        """Let announcements and newcomers follow one another: what either reads from here on is committed."""
        await self._lock_budgets()

    async def preview_budget(self, circular: Circular, audience: Audience) -> BudgetPreview:
        """What `fan_out` would meet now: for the author's preview."""
        agreed = terms(circular, await self.hours(circular.organisation_id), now=self._clock.now())
        limited = (
            select(
                PersonRow.id,
                PersonRow.chat_closed_at.is_not(None).label("closed"),
                (has_no_room(agreed) if agreed.may_wait else literal(False)).label("limited"),
            )
            .where(is_addressed(circular, audience))
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
                true() if audience.children is None else GuardianshipRow.child_id.in_(audience.children),
            )
            .scalar_subquery()
        )
        async with linear(self._connection):
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

    async def cancel(self, subject: str, kinds: Iterable[NoticeKind]) -> int:
        """Drop what has not been sent yet about `subject`; its place in people's budgets is free again.

        How many messages will not be sent.
        """
        dropped = await self._connection.execute(self._dropped(subject, kinds))
        return dropped.rowcount

    async def take_back(self, subject: str, kinds: Iterable[NoticeKind]) -> frozenset[PersonId]:
        """The same; gives those who have heard of nothing: what they were to read was dropped before it could come.

        Whoever may have read it must hear that it is so no longer.
        """
        both = NoticeRow.person_id, NoticeRow.may_have_come
        dropped = await self._connection.execute(self._dropped(subject, kinds).returning(*both))
        rows = dropped.all()
        perhaps = {row.person_id for row in rows if row.may_have_come}
        return frozenset(PersonId(row.person_id) for row in rows) - perhaps

    async def hurry(self, subject: str, kind: NoticeKind, *, within: timedelta) -> None:
        """Let what would be told about `subject` `within` this time be told now; quiet hours stay quiet."""
        now = self._clock.now()
        await self._connection.execute(
            update(NoticeRow)
            .where(
                NoticeRow.subject == subject,
                NoticeRow.kind == kind.value,
                stands_in(NoticeRow.status, NoticeStatus.QUEUED),
                NoticeRow.due_at > now,
                NoticeRow.due_at <= now + within,
            )
            .values(due_at=now)
        )
        self.touched = True

    async def held_by(self) -> list[tuple[OrganisationId, Hours]]:
        """Organisations with messages that wait for an evening summary and are due."""
        rows = await self._connection.execute(
            select(
                OrganisationRow.id,
                OrganisationRow.timezone,
                OrganisationRow.quiet_from,
                OrganisationRow.quiet_to,
                OrganisationRow.summary_at,
            ).where(
                OrganisationRow.id.in_(
                    select(NoticeRow.organisation_id).where(
                        stands_in(NoticeRow.status, NoticeStatus.SUMMARY),
                        NoticeRow.due_at <= self._clock.now(),
                    )
                )
            )
        )
        return [(OrganisationId(row[0]), Hours(*row[1:])) for row in rows]

    async def summarise(self, organisation_id: OrganisationId, hours: Hours, moment: datetime) -> int:
        """One evening summary for everyone with held messages that were due by `moment`; gives how many.

        A person of two organisations gets one with everything. What is held later waits for the next evening.
        """
        held = and_(stands_in(NoticeRow.status, NoticeStatus.SUMMARY), NoticeRow.due_at <= moment)
        concerned = select(NoticeRow.person_id).where(held, NoticeRow.organisation_id == organisation_id)
        day = moment.astimezone(ZoneInfo(hours.zone)).date()
        known = f"summary:{day.isoformat()}:"
        circular = Circular(NoticeKind.EVENING_SUMMARY, organisation_id, known)
        agreed = terms(circular, hours, now=self._clock.now())
        summary = NoticeRow.__table__.alias("summary")
        # by nothing but its key: whatever the planner believes, it has one index to go by
        its_summary = (
            select(case((summary.c.status == NoticeStatus.QUEUED.value, summary.c.id)))
            .where(summary.c.dedupe_key == literal(known) + cast(NoticeRow.person_id, String))
            .scalar_subquery()
        )
        async with linear(self._connection):
            written = await self._write(
                circular, agreed, PersonRow.id.in_(concerned), key_of_each(known), None
            )
            await self._connection.execute(
                update(NoticeRow)
                .where(held, NoticeRow.person_id.in_(concerned), its_summary.is_not(None))
                .values(
                    status=NoticeStatus.SUMMARISED.value,
                    finished_at=self._clock.now(),
                    summary_id=its_summary,
                )
            )
        return written

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

    async def _write(
        self,
        fact: NoticeDraft | Circular,
        agreed: Terms,
        addressed: ColumnElement[bool],
        key: ColumnElement[str],
        organisation_id: OrganisationId | None,
    ) -> int:
        if agreed.budget_day is not None:
            await self._lock_budgets()
        written = await write_rows(
            self._connection,
            fact,
            agreed,
            addressed,
            key,
            organisation_id=organisation_id,
            now=self._clock.now(),
        )
        self.touched = True
        return written

    def _dropped(self, subject: str, kinds: Iterable[NoticeKind]) -> Update:
        return (
            update(NoticeRow)
            .where(NoticeRow.subject == subject, NoticeRow.kind.in_([kind.value for kind in kinds]), UNSENT)
            .values(**untold(NoticeStatus.CANCELLED, self._clock.now()))
        )

    async def _lock_budgets(self) -> None:
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text(f"SELECT pg_advisory_xact_lock({_BUDGET_LOCK})"))
