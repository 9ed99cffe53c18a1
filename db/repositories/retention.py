"""Dropping what has been kept long enough (rule 12); each method says how many rows went."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from db.models import (
    AttemptRow,
    AuditRow,
    ChildRow,
    ConsentRow,
    FormStateRow,
    GuardianshipRow,
    JoinRequestRow,
    LinkGroupRow,
    LinkRow,
    MembershipRow,
    NoticeRow,
    PersonRow,
    QuizAnswerRow,
    SeenUpdateRow,
    SentMessageRow,
    WaveRow,
)
from db.models.base import table
from db.personal import NOBODY
from db.repositories.guest_entrance import named_by
from domain.ids import MembershipId, OrganisationId, PersonId
from domain.people import Role
from domain.privacy import Purpose
from domain.waves import WaveKind, school_year


class Retention:
    """What the retention job finds and drops."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def drafts_before(self, moment: datetime) -> int:
        """Forms untouched since `moment`."""
        return await self._drop(FormStateRow, FormStateRow.updated_at < moment)

    async def updates_before(self, moment: datetime) -> int:
        """Memory of updates carried out before `moment`."""
        return await self._drop(SeenUpdateRow, SeenUpdateRow.at < moment)

    async def notices_before(self, organisation_id: OrganisationId | None, moment: datetime) -> int:
        """Rows of the outbox that were finished before `moment`."""
        return await self._drop(
            NoticeRow, _of(NoticeRow.organisation_id, organisation_id), NoticeRow.finished_at < moment
        )

    async def messages_before(self, moment: datetime) -> int:
        """Places of messages sent before `moment`; those that must still be removed stay."""
        return await self._drop(
            SentMessageRow, SentMessageRow.sent_at < moment, SentMessageRow.remove_after.is_(None)
        )

    async def audit_before(self, organisation_id: OrganisationId | None, moment: datetime) -> int:
        """Lines of the audit log older than `moment`."""
        return await self._drop(
            AuditRow, _of(AuditRow.organisation_id, organisation_id), AuditRow.at < moment
        )

    async def links_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Links that have opened nothing since before `moment`."""
        ended = (
            LinkRow.organisation_id == organisation_id,
            or_(LinkRow.spent_at < moment, LinkRow.expires_at < moment, LinkRow.revoked_at < moment),
        )
        await self._connection.execute(
            delete(LinkGroupRow).where(LinkGroupRow.link_id.in_(select(LinkRow.id).where(*ended)))
        )
        return await self._drop(LinkRow, *ended)

    async def quiz_answers_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Answers of waves whose school year had its final wave before `moment`, or ended before that."""
        over = aliased(WaveRow)
        had_its_final = exists().where(
            over.organisation_id == WaveRow.organisation_id,
            over.slug == WaveRow.slug,
            over.school_year == WaveRow.school_year,
            over.kind == WaveKind.FINAL.value,
            over.closed_at < moment,
        )
        attempts = (
            select(AttemptRow.id)
            .join(WaveRow, WaveRow.id == AttemptRow.wave_id)
            .where(
                WaveRow.organisation_id == organisation_id,
                or_(had_its_final, WaveRow.school_year < school_year(moment.date())),
            )
        )
        return await self._drop(QuizAnswerRow, QuizAnswerRow.attempt_id.in_(attempts))

    async def ties_to_children_left_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Ties of adults to children who left the organisation before `moment`."""
        left = select(ChildRow.id).where(
            ChildRow.organisation_id == organisation_id, ChildRow.left_at < moment
        )
        return await self._drop(
            GuardianshipRow,
            GuardianshipRow.organisation_id == organisation_id,
            GuardianshipRow.child_id.in_(left),
        )

    async def parents_without_children(
        self, organisation_id: OrganisationId, moment: datetime
    ) -> list[tuple[MembershipId, PersonId]]:
        """Roles of parents, given before `moment`, that are tied to no child any more."""
        rows = await self._connection.execute(
            select(MembershipRow.id, MembershipRow.person_id).where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.role == Role.PARENT.value,
                MembershipRow.ended_at.is_(None),
                MembershipRow.created_at < moment,
                ~exists().where(GuardianshipRow.membership_id == MembershipRow.id),
            )
        )
        return [(MembershipId(row.id), PersonId(row.person_id)) for row in rows]

    async def consents_without_role(
        self, organisation_id: OrganisationId, purpose: Purpose, *, ended_before: datetime, now: datetime
    ) -> int:
        """Close consents whose roles all ended before a moment: their purpose has been fulfilled."""
        held = exists().where(
            MembershipRow.organisation_id == organisation_id,
            MembershipRow.person_id == ConsentRow.person_id,
            MembershipRow.role.in_([role.value for role in purpose.roles]),
            or_(MembershipRow.ended_at.is_(None), MembershipRow.ended_at >= ended_before),
        )
        waiting = exists().where(
            JoinRequestRow.organisation_id == organisation_id,
            JoinRequestRow.person_id == ConsentRow.person_id,
        )
        done = await self._connection.execute(
            update(ConsentRow)
            .where(
                ConsentRow.organisation_id == organisation_id,
                ConsentRow.purpose == purpose.value,
                ConsentRow.withdrawn_at.is_(None),
                ConsentRow.given_at < ended_before,
                ~held,
                ~waiting,
            )
            .values(withdrawn_at=now)
        )
        return done.rowcount

    async def entrance_consents_without_name(
        self, organisation_id: OrganisationId, given_before: datetime, *, now: datetime
    ) -> int:
        """Close consents to a full name at the entrance where no name is kept any more."""
        done = await self._connection.execute(
            update(ConsentRow)
            .where(
                ConsentRow.organisation_id == organisation_id,
                ConsentRow.purpose == Purpose.ENTRANCE.value,
                ConsentRow.withdrawn_at.is_(None),
                ConsentRow.given_at < given_before,
                ~named_by(table(ConsentRow).c.person_id, organisation_id),
            )
            .values(withdrawn_at=now)
        )
        return done.rowcount

    async def roleless_since(self, moment: datetime, owner_ids: frozenset[int]) -> list[PersonId]:
        """Persons who have held no role since `moment` and wait for no answer; owners are none of them."""
        held = exists().where(
            MembershipRow.person_id == PersonRow.id,
            or_(MembershipRow.ended_at.is_(None), MembershipRow.ended_at >= moment),
        )
        waiting = exists().where(
            JoinRequestRow.person_id == PersonRow.id,
            or_(JoinRequestRow.decided_at.is_(None), JoinRequestRow.decided_at >= moment),
        )
        rows = await self._connection.scalars(
            select(PersonRow.id)
            .where(
                PersonRow.platform != NOBODY,
                PersonRow.created_at < moment,
                PersonRow.platform_user_id.not_in(owner_ids),
                ~held,
                ~waiting,
            )
            .order_by(PersonRow.id)
        )
        return [PersonId(row) for row in rows]

    async def _drop(self, table: Any, *which: ColumnElement[bool]) -> int:
        return (await self._connection.execute(delete(table).where(*which))).rowcount


def _of(column: Any, organisation_id: OrganisationId | None) -> ColumnElement[bool]:
    same: ColumnElement[bool] = column.is_(None) if organisation_id is None else column == organisation_id
    return same
