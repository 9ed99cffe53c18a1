"""What a closure meets, and whom it concerns."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.heard import HEARD
from db.models import (
    ChildRow,
    EventGroupRow,
    EventRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    RsvpRow,
)
from db.models.base import table
from domain.answers import Answer
from domain.closures import Closure
from domain.events import EventStatus
from domain.ids import EventId, GroupId, OrganisationId, PersonId
from domain.notices import NoticeKind
from domain.people import Role

_E, _EG, _R = table(EventRow).c, table(EventGroupRow).c, table(RsvpRow).c
_M, _GU, _CH, _N = (
    table(MembershipRow).c,
    table(GuardianshipRow).c,
    table(ChildRow).c,
    table(NoticeRow).c,
)
_MEET = (EventStatus.PUBLISHED, EventStatus.PLANNED)
_MAY_COME = [answer.value for answer in Answer if answer.may_come]


class ClosureReads:
    """Questions of `services/closures.py`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def events_of(
        self, organisation_id: OrganisationId, group_id: GroupId, begins: datetime, ends: datetime
    ) -> list[tuple[EventId, datetime, datetime]]:
        """Events that invite a group and start in this time, published or planned: when they start, and are over."""
        rows = await self._connection.execute(
            select(_E.id, _E.starts_at, _E.ends_at)
            .join_from(EventGroupRow, EventRow, _E.id == _EG.event_id)
            .where(
                _EG.group_id == group_id,
                _E.organisation_id == organisation_id,
                _E.status.in_([status.value for status in _MEET]),
                _E.starts_at >= begins,
                _E.starts_at < ends,
            )
            .order_by(_E.starts_at, _E.id)
        )
        return [(EventId(row.id), row.starts_at, row.ends_at or row.starts_at) for row in rows]

    async def expecting(
        self, organisation_id: OrganisationId, event_ids: Collection[EventId]
    ) -> Mapping[EventId, frozenset[PersonId]]:
        """Who would come to each event or does not know yet, adults of families included for whom staff answered."""
        if not event_ids:
            return {}
        of_events = (
            _R.organisation_id == organisation_id,
            _R.event_id.in_(sorted(event_ids)),
            _R.answer.in_(_MAY_COME),
        )
        own = select(_R.event_id, _R.person_id).where(*of_events, _R.person_id.is_not(None))
        entered = (
            select(_R.event_id, _M.person_id)
            .join_from(RsvpRow, GuardianshipRow, _GU.child_id == _R.child_id)
            .join(MembershipRow, _M.id == _GU.membership_id)
            .where(*of_events, _R.person_id.is_(None), _M.ended_at.is_(None))
        )
        found = defaultdict[EventId, set[PersonId]](set)
        for event_id, person_id in await self._connection.execute(union_all(own, entered)):
            found[EventId(event_id)].add(PersonId(person_id))
        return {event_id: frozenset(people) for event_id, people in found.items()}

    async def adults_of(self, organisation_id: OrganisationId, group_id: GroupId) -> frozenset[PersonId]:
        """Adults of the children of a group."""
        rows = await self._connection.scalars(
            select(_M.person_id)
            .join_from(ChildRow, GuardianshipRow, _GU.child_id == _CH.id)
            .join(MembershipRow, _M.id == _GU.membership_id)
            .where(
                _CH.group_id == group_id,
                _CH.left_at.is_(None),
                _M.organisation_id == organisation_id,
                _M.role == Role.PARENT.value,
                _M.ended_at.is_(None),
            )
        )
        return frozenset(PersonId(row) for row in rows)

    def these(self, organisation_id: OrganisationId, people: Collection[PersonId]) -> Audience:
        """People of the organisation, by their numbers."""
        return Audience(
            select(_M.person_id).where(
                _M.person_id.in_(sorted(people)),
                _M.organisation_id == organisation_id,
                _M.ended_at.is_(None),
            )
        )

    def those_told(self, closure: Closure, *, but: PersonId) -> Audience:
        """Who has read that the group is closed."""
        return Audience(
            select(_N.person_id).where(
                _N.organisation_id == closure.organisation_id,
                _N.subject == f"closure:{closure.id}",
                _N.kind == NoticeKind.GROUP_CLOSED.value,
                HEARD,
                _N.person_id != but,
            )
        )
