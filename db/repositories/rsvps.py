"""Answers to invitations: one per adult, and one per family entered by staff."""

from typing import Any

from sqlalchemy import bindparam, delete, insert, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AuditRow, RsvpRow
from db.models.base import table
from domain.answers import Answer
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.ids import ChildId, EventId, MembershipId, OrganisationId, PersonId

_TABLE, _AUDIT = table(RsvpRow), table(AuditRow)
_CHANGING = ("answer", "answered_at", "entered_by")


def _by_person(insert: Any) -> Any:
    new = (
        insert(_TABLE)
        .inline()
        .values(
            {
                name: bindparam(name)
                for name in ("organisation_id", "event_id", "person_id", "answer", "answered_at")
            }
        )
    )
    return new.on_conflict_do_update(
        index_elements=["event_id", "person_id"],
        set_={"answer": new.excluded.answer, "answered_at": new.excluded.answered_at},
    )


def _by_staff(insert: Any) -> Any:
    new = (
        insert(_TABLE)
        .inline()
        .values(
            {
                name: bindparam(name)
                for name in ("organisation_id", "event_id", "child_id", "answer", "answered_at", "entered_by")
            }
        )
    )
    return new.on_conflict_do_update(
        index_elements=["event_id", "child_id"],
        index_where=text("person_id IS NULL"),
        set_={name: getattr(new.excluded, name) for name in _CHANGING},
    )


_NOTE = insert(_AUDIT).values(
    organisation_id=bindparam("organisation_id"),
    at=bindparam("answered_at"),
    person_id=bindparam("person_id"),
    action=bindparam("action"),
    subject=bindparam("subject"),
    details=bindparam("details"),
)
_ANSWER = {
    "sqlite": (_by_person(sqlite.insert), _NOTE.inline()),
    "postgresql": (_by_person(postgresql.insert).add_cte(_NOTE.cte("noted")),),
}
"""An answer with its line in the audit log: PostgreSQL is asked once for both."""
_ENTER = {"sqlite": _by_staff(sqlite.insert), "postgresql": _by_staff(postgresql.insert)}


class Rsvps:
    """Writes answers: the latest one stands."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def answer(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId, answer: Answer
    ) -> None:
        """The adult's own answer, the first or another one, and who gave it in the audit log."""
        fact = {
            "organisation_id": organisation_id,
            "person_id": person_id,
            "answered_at": self._clock.now(),
        }
        given = {"event_id": event_id, "answer": answer.value}
        noted = {
            "action": "rsvp.answered",
            "subject": subject_of(event_id),
            "details": {"answer": answer.value},
        }
        match _ANSWER[self._connection.dialect.name]:
            case (both,):
                await self._connection.execute(both, fact | given | noted)
            case (answered, note):
                await self._connection.execute(answered, fact | given)
                await self._connection.execute(note, fact | noted)

    async def enter(
        self,
        organisation_id: OrganisationId,
        event_id: EventId,
        child_id: ChildId,
        answer: Answer,
        *,
        by: MembershipId,
    ) -> None:
        """The answer of a family that staff heard another way (rule 5)."""
        await self._connection.execute(
            _ENTER[self._connection.dialect.name],
            {
                "organisation_id": organisation_id,
                "event_id": event_id,
                "child_id": child_id,
                "answer": answer.value,
                "answered_at": self._clock.now(),
                "entered_by": by,
            },
        )

    async def clear(self, organisation_id: OrganisationId, event_id: EventId, child_id: ChildId) -> bool:
        """Forget what staff entered for a family; False when nothing was. Answers of its adults stay."""
        gone = await self._connection.execute(
            delete(_TABLE).where(
                _TABLE.c.organisation_id == organisation_id,
                _TABLE.c.event_id == event_id,
                _TABLE.c.child_id == child_id,
                _TABLE.c.person_id.is_(None),
            )
        )
        return bool(gone.rowcount)
