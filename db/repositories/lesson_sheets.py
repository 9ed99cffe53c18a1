"""Sheets on which open lessons are looked at."""

from datetime import datetime

from sqlalchemy import Date, delete, exists, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.event_invited import around, invited_otherwise
from db.models import EventRow, LessonSheetRow, MembershipRow, OrganisationRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.event_forms import EventForm
from domain.events import LONGEST, EventStatus
from domain.ids import EventId, MembershipId, OrganisationId, PersonId
from domain.lesson_sheets import FilledSheet, LessonToFill, Sheet
from domain.people import STAFF, Membership, Organisation, Role, shown_adult

_E, _S, _M, _O = table(EventRow), table(LessonSheetRow), table(MembershipRow), table(OrganisationRow)
_WORDS = (_S.c.marks, _S.c.takeaway, _S.c.advice)


class LessonSheets:
    """Keeps and finds what stands in `lesson_sheets`."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId
    ) -> Sheet | None:
        """The sheet that this person has filled in."""
        found = await self._connection.execute(
            select(*_WORDS).where(
                _S.c.event_id == event_id,
                _S.c.person_id == person_id,
                _S.c.organisation_id == organisation_id,
            )
        )
        row = found.first()
        return None if row is None else Sheet(dict(row.marks), row.takeaway, row.advice)

    async def write(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId, sheet: Sheet
    ) -> None:
        """The sheet as it is now: the latest one stands."""
        values = {
            "marks": dict(sheet.marks),
            "takeaway": sheet.takeaway,
            "advice": sheet.advice,
            "filled_at": self._clock.now(),
        }
        await self._connection.execute(
            upsert(self._connection, LessonSheetRow)
            .values(organisation_id=organisation_id, event_id=event_id, person_id=person_id, **values)
            .on_conflict_do_update(index_elements=["event_id", "person_id"], set_=values)
        )

    async def of_event(self, organisation: Organisation, event_id: EventId) -> list[FilledSheet]:
        """All sheets of a lesson, each with the role in which its author is shown, also one that has ended."""
        rows = await self._connection.execute(
            select(_S.c.person_id, *_WORDS, _M.c.id, _M.c.role, _M.c.name, _M.c.title)
            .join(
                _M,
                (_M.c.person_id == _S.c.person_id)
                & (_M.c.organisation_id == _S.c.organisation_id)
                & _M.c.role.in_(sorted(role.value for role in STAFF)),
            )
            .where(_S.c.event_id == event_id, _S.c.organisation_id == organisation.id)
            .order_by(_S.c.person_id, _M.c.ended_at.is_not(None), _M.c.id)
        )
        found: dict[PersonId, FilledSheet] = {}
        for row in rows:
            person_id = PersonId(row.person_id)
            member = Membership(
                MembershipId(row.id), person_id, organisation, Role(row.role), row.name, row.title
            )
            sheet = Sheet(dict(row.marks), row.takeaway, row.advice)
            found.setdefault(person_id, FilledSheet(person_id, shown_adult(member, organisation), sheet))
        return list(found.values())

    async def awaited(
        self, organisation_ids: list[OrganisationId], person_id: PersonId, *, since: datetime, limit: int
    ) -> list[LessonToFill]:
        """Open lessons that have begun and ended after `since`, to which this person is invited, without their sheet."""
        days = (literal(day, Date) for day in around(self._clock.today("UTC")).values())
        filled = exists().where(_S.c.event_id == _E.c.id, _S.c.person_id == person_id)
        rows = await self._connection.execute(
            select(_E.c.id, _E.c.title, _E.c.starts_at, _O.c.timezone)
            .join(_O, _O.c.id == _E.c.organisation_id)
            .where(
                _E.c.organisation_id.in_(sorted(set(organisation_ids))),
                _E.c.status == EventStatus.PUBLISHED.value,
                _E.c.starts_at <= self._clock.now(),
                _E.c.starts_at > since - LONGEST,
                (_E.c.starts_at > since) | (_E.c.ends_at > since),
                _E.c.form == EventForm.OPEN_LESSON.value,
                invited_otherwise(person_id, *days),
                ~filled,
            )
            .order_by(_E.c.starts_at, _E.c.id)
            .limit(limit)
        )
        return [LessonToFill(EventId(row.id), row.title, row.starts_at, row.timezone) for row in rows]

    async def forget(self, organisation_id: OrganisationId, person_id: PersonId) -> None:
        """Drop the sheets that a person has filled in in an organisation."""
        await self._connection.execute(
            delete(LessonSheetRow).where(_S.c.organisation_id == organisation_id, _S.c.person_id == person_id)
        )
