"""What only staff have: groups to answer for, a profession, an agreement of a partner."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    MembershipRow,
    MessageMentionRow,
    OrganisationRow,
    PersonRow,
    SentMessageRow,
    TeachingRow,
)
from domain.clock import Clock
from domain.ids import GroupId, MembershipId, OrganisationId, PersonId
from domain.organisation import TERM_NEAR, EndedRole
from domain.people import OrganisationKind, Role


class Staff:
    """Changes what staff answer for."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def count(self, organisation_id: OrganisationId, role: Role) -> int:
        """How many people hold a role now."""
        counted = await self._connection.execute(
            select(func.count())
            .select_from(MembershipRow)
            .where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.role == role.value,
                MembershipRow.ended_at.is_(None),
            )
        )
        return counted.scalar_one()

    async def teachers_for_good(
        self, organisation_id: OrganisationId, group_id: GroupId
    ) -> frozenset[MembershipId]:
        """The teachers who answer for a group, substitutes not among them."""
        rows = await self._connection.execute(
            select(TeachingRow.membership_id)
            .join(MembershipRow, MembershipRow.id == TeachingRow.membership_id)
            .where(
                TeachingRow.organisation_id == organisation_id,
                TeachingRow.group_id == group_id,
                TeachingRow.ends_on.is_(None),
                MembershipRow.ended_at.is_(None),
            )
        )
        return frozenset(MembershipId(row) for row in rows.scalars())

    async def stop_teaching(
        self,
        organisation_id: OrganisationId,
        membership_id: MembershipId,
        group_id: GroupId,
        *,
        substitution: bool,
    ) -> bool:
        """Take a group from a teacher, or end the substitutions there; False when there was nothing to take."""
        done = await self._connection.execute(
            delete(TeachingRow).where(
                TeachingRow.organisation_id == organisation_id,
                TeachingRow.membership_id == membership_id,
                TeachingRow.group_id == group_id,
                TeachingRow.ends_on.is_not(None) if substitution else TeachingRow.ends_on.is_(None),
            )
        )
        return bool(done.rowcount)

    async def forget_group(self, organisation_id: OrganisationId, group_id: GroupId) -> None:
        """Nobody answers for an archived group."""
        await self._connection.execute(
            delete(TeachingRow).where(
                TeachingRow.organisation_id == organisation_id, TeachingRow.group_id == group_id
            )
        )

    async def change(
        self, organisation_id: OrganisationId, membership_id: MembershipId, **values: Any
    ) -> None:
        """Change the profession of a specialist, or the number or term of a partner's agreement."""
        await self._connection.execute(
            update(MembershipRow)
            .where(MembershipRow.organisation_id == organisation_id, MembershipRow.id == membership_id)
            .values(**values)
        )

    async def partners_past_term(self, organisation_id: OrganisationId, today: date) -> list[MembershipId]:
        """Partners whose term ended before `today`."""
        rows = await self._connection.execute(
            select(MembershipRow.id).where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.role == Role.PARTNER.value,
                MembershipRow.ended_at.is_(None),
                MembershipRow.term_until < today,
            )
        )
        return [MembershipId(row) for row in rows.scalars()]

    async def partners_near_term(
        self, organisation_id: OrganisationId, today: date
    ) -> list[tuple[MembershipId, date]]:
        """Partners whose term ends within `TERM_NEAR` from `today`, with its last day."""
        rows = await self._connection.execute(
            select(MembershipRow.id, MembershipRow.term_until).where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.role == Role.PARTNER.value,
                MembershipRow.ended_at.is_(None),
                MembershipRow.term_until.between(today, today + TERM_NEAR),
            )
        )
        return [(MembershipId(row.id), row.term_until) for row in rows]

    async def find_ended(
        self, organisation_id: OrganisationId, membership_id: MembershipId
    ) -> EndedRole | None:
        """A role that has ended, for the notice about it; None when it holds (again)."""
        rows = await self._connection.execute(
            select(OrganisationRow.name, OrganisationRow.kind, MembershipRow.role)
            .join(OrganisationRow, OrganisationRow.id == MembershipRow.organisation_id)
            .where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.id == membership_id,
                MembershipRow.ended_at.is_not(None),
            )
        )
        row = rows.one_or_none()
        return None if row is None else EndedRole(row.name, OrganisationKind(row.kind), Role(row.role))

    async def clear_screens(self, person_id: PersonId) -> None:
        """Let the screens with codes in a person's chat be removed by the next tick."""
        chat = select(PersonRow.chat_id).where(PersonRow.id == person_id)
        await self._connection.execute(
            update(SentMessageRow)
            .where(SentMessageRow.chat_id.in_(chat), SentMessageRow.remove_after.is_not(None))
            .values(remove_after=self._clock.now())
        )

    async def clear_mentions(self, person_ids: Iterable[PersonId]) -> None:
        """Let the messages in which these persons are named be removed by the next tick."""
        named = select(MessageMentionRow.sent_message_id).where(
            MessageMentionRow.person_id.in_(list(person_ids))
        )
        await self._connection.execute(
            update(SentMessageRow).where(SentMessageRow.id.in_(named)).values(remove_after=self._clock.now())
        )
