"""Erasing a person, and the journal that lets a restored backup be erased again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    AttemptRow,
    AttemptScoreRow,
    ChildConsentRow,
    ErasureRow,
    FormDrawRow,
    GuardianshipRow,
    LinkRow,
    MembershipRow,
    MessageMentionRow,
    NoticeRow,
    PersonRow,
    QuizAnswerRow,
    RsvpRow,
    SentMessageRow,
)
from db.personal import NOBODY, OF_A_CHILD, PERSONAL
from db.traces import Whom
from db.unsent import UNSENT, untold
from domain.clock import Clock
from domain.ids import ChildId, OrganisationId, PersonId
from domain.notices import NoticeStatus
from domain.privacy import Erasure, MessageToEdit, Purpose


class Erasures:
    """Erases, and remembers that it did."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def account_of(
        self, person_id: PersonId, *, known_at: datetime | None = None
    ) -> tuple[str, int] | None:
        """Platform and account of a person; None for one who is erased, never was, or came after `known_at`.

        Whoever asks keeps the answer true until their end: erasing the same person twice at once is done once.
        """
        found = await self._connection.execute(
            select(PersonRow.platform, PersonRow.platform_user_id)
            .where(
                PersonRow.id == person_id,
                PersonRow.platform != NOBODY,
                true() if known_at is None else PersonRow.created_at <= known_at,
            )
            .with_for_update()
        )
        row = found.one_or_none()
        return None if row is None else (row.platform, row.platform_user_id)

    async def erase(self, person_id: PersonId) -> None:
        """Carry out rule 12 in every table: `db/personal.py` says how."""
        found = await self._connection.execute(
            select(PersonRow.platform_user_id, PersonRow.chat_id).where(PersonRow.id == person_id)
        )
        row = found.one()
        whom = Whom(person_id, row.platform_user_id, row.chat_id)
        children = await self.children_of(person_id)
        for trace in PERSONAL:
            for statement in trace.erase(trace.table, trace.whose(whom), self._clock.now()):
                await self._connection.execute(statement)
        await self.forget_families(children)

    async def children_of(
        self, person_id: PersonId, organisation_id: OrganisationId | None = None
    ) -> list[ChildId]:
        """Children whose adult the person is, in one organisation or anywhere."""
        query = (
            select(GuardianshipRow.child_id)
            .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
            .where(MembershipRow.person_id == person_id)
        )
        if organisation_id is not None:
            query = query.where(GuardianshipRow.organisation_id == organisation_id)
        return [ChildId(child) for child in await self._connection.scalars(query)]

    async def forget_families(self, child_ids: Iterable[ChildId]) -> None:
        """Drop what is stored about those of the children who have no adult left."""
        alone = await self.without_adults(child_ids)
        if alone:
            for table, of_children, erase in OF_A_CHILD:
                for statement in erase(table, of_children(alone), self._clock.now()):
                    await self._connection.execute(statement)
        await self.forget_quizzes(child_ids)

    async def without_adults(
        self, child_ids: Iterable[ChildId], *, but: PersonId | None = None
    ) -> list[ChildId]:
        """Those of the children who have no adult in the bot, or none `but` this one."""
        watched = (
            select(GuardianshipRow.child_id)
            .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
            .where(
                MembershipRow.ended_at.is_(None),
                GuardianshipRow.child_id.in_(list(child_ids)),
                true() if but is None else MembershipRow.person_id != but,
            )
        )
        return sorted(set(child_ids) - {ChildId(child) for child in await self._connection.scalars(watched)})

    async def forget_quizzes(self, child_ids: Iterable[ChildId]) -> None:
        """Drop what children did in quizzes, of those for whom no consent stands any more (rule 15b).

        First the attempts are held: an answer on its way is written before, or finds its attempt gone. The oldest
        first, as a closing does.
        """
        asked = sorted(set(child_ids))
        standing = select(ChildConsentRow.child_id).where(
            ChildConsentRow.child_id.in_(asked), ChildConsentRow.withdrawn_at.is_(None)
        )
        gone = sorted(set(asked) - {ChildId(child) for child in await self._connection.scalars(standing)})
        if not gone:
            return
        held = await self._connection.scalars(
            select(AttemptRow.id)
            .where(AttemptRow.child_id.in_(gone))
            .order_by(AttemptRow.id)
            .with_for_update()
        )
        attempts = list(held)
        for row in (QuizAnswerRow, AttemptScoreRow):
            await self._connection.execute(delete(row).where(row.attempt_id.in_(attempts)))
        for row_of_child in (AttemptRow, FormDrawRow):
            await self._connection.execute(delete(row_of_child).where(row_of_child.child_id.in_(gone)))

    async def forget_answers(self, organisation_id: OrganisationId, person_id: PersonId) -> None:
        """Drop a person's answers to events of the organisation."""
        await self._connection.execute(
            delete(RsvpRow).where(RsvpRow.organisation_id == organisation_id, RsvpRow.person_id == person_id)
        )

    async def forget_titles(self, organisation_id: OrganisationId, person_id: PersonId) -> None:
        """Drop whom the links were for by which the person came: a partner's may be called after its owner."""
        await self._connection.execute(
            update(LinkRow)
            .where(LinkRow.organisation_id == organisation_id, LinkRow.spent_by == person_id)
            .values(title=None)
        )

    async def silence(self, organisation_id: OrganisationId, person_id: PersonId) -> None:
        """Cancel what the organisation was going to tell the person."""
        await self._connection.execute(
            update(NoticeRow)
            .where(
                NoticeRow.organisation_id == organisation_id,
                NoticeRow.person_id == person_id,
                UNSENT,
            )
            .values(**untold(NoticeStatus.CANCELLED, self._clock.now()))
        )

    async def note(self, erasure: Erasure) -> None:
        """Write a line of the journal, unless it stands there."""
        known = await self._connection.execute(
            select(ErasureRow.id).where(
                ErasureRow.person_id == erasure.person_id,
                ErasureRow.at == erasure.at,
                ErasureRow.organisation_id.is_not_distinct_from(erasure.organisation_id),
                ErasureRow.purpose.is_not_distinct_from(_value(erasure.purpose)),
                ErasureRow.child_id.is_not_distinct_from(erasure.child_id),
            )
        )
        if known.first() is None:
            await self._connection.execute(
                insert(ErasureRow).values(
                    at=erasure.at,
                    person_id=erasure.person_id,
                    person_hash=erasure.person_hash,
                    organisation_id=erasure.organisation_id,
                    purpose=_value(erasure.purpose),
                    child_id=erasure.child_id,
                )
            )

    async def journal(self) -> list[Erasure]:
        """Every erasure that the database remembers, oldest first."""
        rows = await self._connection.execute(select(*ErasureRow.__table__.c).order_by(ErasureRow.id))
        return [_erasure(row) for row in rows.mappings()]

    async def messages_to_edit(self, limit: int) -> list[MessageToEdit]:
        """Messages in other people's chats that still name somebody who is erased."""
        rows = await self._connection.execute(
            select(SentMessageRow.id, SentMessageRow.chat_id, SentMessageRow.message_id)
            .join(MessageMentionRow, MessageMentionRow.sent_message_id == SentMessageRow.id)
            .join(PersonRow, PersonRow.id == MessageMentionRow.person_id)
            .where(PersonRow.platform == NOBODY)
            .group_by(SentMessageRow.id, SentMessageRow.chat_id, SentMessageRow.message_id)
            .order_by(SentMessageRow.id)
            .limit(limit)
        )
        return [MessageToEdit(row.id, row.chat_id, row.message_id) for row in rows]

    async def message_edited(self, sent_id: int) -> None:
        """The message names nobody any more."""
        await self._connection.execute(
            delete(MessageMentionRow).where(MessageMentionRow.sent_message_id == sent_id)
        )


def _value(purpose: Purpose | None) -> str | None:
    return None if purpose is None else purpose.value


def _erasure(row: RowMapping | Any) -> Erasure:
    return Erasure(
        at=row["at"],
        person_id=PersonId(row["person_id"]),
        person_hash=row["person_hash"],
        organisation_id=None if row["organisation_id"] is None else OrganisationId(row["organisation_id"]),
        purpose=None if row["purpose"] is None else Purpose(row["purpose"]),
        child_id=None if row["child_id"] is None else ChildId(row["child_id"]),
    )
