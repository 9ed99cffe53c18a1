"""What is ready before a visit, and what children ask its guest."""

from datetime import datetime

from sqlalchemy import Table, bindparam, delete, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    GuestEntranceNameRow,
    GuestMessageRow,
    GuestQuestionRow,
    GuestSlotRow,
    GuestTickRow,
    GuestVisitRow,
)
from db.models.base import table
from db.partial import stands_in
from db.upsert import upsert
from domain.clock import Clock
from domain.guest_checklist import CheckItem
from domain.guest_questions import Question
from domain.guests import Visit, VisitStatus
from domain.ids import OrganisationId, QuestionId, VisitId

_T, _Q, _M = table(GuestTickRow), table(GuestQuestionRow), table(GuestMessageRow)
_E = table(GuestEntranceNameRow)
_V, _S = table(GuestVisitRow), table(GuestSlotRow)
_NOTHING = (VisitStatus.DECLINED, VisitStatus.GIVEN_BACK, VisitStatus.NOT_HELD)
_TICKED = select(_T.c.item).where(
    _T.c.visit_id == bindparam("visit_id"), _T.c.organisation_id == bindparam("organisation_id")
)
_QUESTIONS = (
    select(_Q.c.id, _Q.c.text, _Q.c.sent_at)
    .where(_Q.c.visit_id == bindparam("visit_id"), _Q.c.organisation_id == bindparam("organisation_id"))
    .order_by(_Q.c.id)
)


class GuestPreparations:
    """Finds and writes both; whoever adds a question holds the row of the group."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def ticked(self, visit: Visit) -> frozenset[CheckItem]:
        """What is ready; an item of an older version of the list is left out."""
        rows = await self._connection.execute(
            _TICKED, {"visit_id": visit.id, "organisation_id": visit.organisation_id}
        )
        known = {item.value for item in CheckItem}
        return frozenset(CheckItem(item) for item in rows.scalars() if item in known)

    async def tick(self, visit: Visit, item: CheckItem) -> bool:
        """Something is ready; False when it was so already."""
        values = {"visit_id": visit.id, "item": item.value, "organisation_id": visit.organisation_id}
        made = await self._connection.execute(
            upsert(self._connection, _T).values(**values).on_conflict_do_nothing()
        )
        return made.rowcount == 1

    async def untick(self, visit: Visit, item: CheckItem) -> bool:
        """It is not, after all; False when nobody had said so."""
        gone = await self._connection.execute(
            delete(_T).where(
                _T.c.visit_id == visit.id,
                _T.c.item == item.value,
                _T.c.organisation_id == visit.organisation_id,
            )
        )
        return gone.rowcount == 1

    async def questions(self, visit: Visit) -> tuple[Question, ...]:
        """What the children ask, in the order in which it was typed."""
        rows = await self._connection.execute(
            _QUESTIONS, {"visit_id": visit.id, "organisation_id": visit.organisation_id}
        )
        return tuple(
            Question(QuestionId(row["id"]), row["text"], row["sent_at"] is not None)
            for row in rows.mappings()
        )

    async def ask(self, organisation_id: OrganisationId, visit_id: VisitId, text: str) -> None:
        """One question more."""
        await self._connection.execute(
            insert(_Q).values(organisation_id=organisation_id, visit_id=visit_id, text=text)
        )

    async def reword(self, visit: Visit, question_id: QuestionId, text: str) -> None:
        """Change a question: it waits to be sent again."""
        await self._connection.execute(
            update(_Q)
            .where(_Q.c.id == question_id, _Q.c.organisation_id == visit.organisation_id)
            .values(text=text, sent_at=None)
        )

    async def drop(self, visit: Visit, question_id: QuestionId) -> bool:
        """Take a question away; False when somebody has done so already."""
        gone = await self._connection.execute(
            delete(_Q).where(
                _Q.c.id == question_id,
                _Q.c.visit_id == visit.id,
                _Q.c.organisation_id == visit.organisation_id,
            )
        )
        return gone.rowcount == 1

    async def send(self, visit: Visit) -> int:
        """The guest is told of whatever they have not seen; how many questions that is."""
        told = await self._connection.execute(
            update(_Q)
            .where(
                _Q.c.visit_id == visit.id,
                _Q.c.organisation_id == visit.organisation_id,
                _Q.c.sent_at.is_(None),
            )
            .values(sent_at=self._clock.now())
        )
        return told.rowcount

    async def purge_before(self, organisation_id: OrganisationId, moment: datetime) -> tuple[int, int]:
        """Forget ticks, questions, messages and names for the entrance of visits that were, or came to nothing, before `moment`.

        How many messages went, and how many names.
        """
        for of in (_T, _Q):
            await self._purge(of, organisation_id, moment)
        messages = await self._purge(_M, organisation_id, moment)
        return messages, await self._purge(_E, organisation_id, moment)

    async def _purge(self, of: Table, organisation_id: OrganisationId, moment: datetime) -> int:
        over = or_(_S.c.starts_at < moment, stands_in(_V.c.status, *_NOTHING) & (_V.c.updated_at < moment))
        old = exists().where(_V.c.id == of.c.visit_id, _S.c.id == _V.c.slot_id, over)
        gone = await self._connection.execute(delete(of).where(of.c.organisation_id == organisation_id, old))
        return gone.rowcount
