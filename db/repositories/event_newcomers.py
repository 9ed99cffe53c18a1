"""Events ahead that somebody who has just joined has not heard of."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, cast, exists, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.heard import may_be_heard
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
from domain.clock import Clock
from domain.events import EventStatus
from domain.ids import ChildId, EventId, GroupId, NoticeId, OrganisationId, PersonId
from domain.notices import NoticeKind
from domain.people import Role

_E, _EG, _N, _R = table(EventRow), table(EventGroupRow), table(NoticeRow), table(RsvpRow)
_C, _GU, _M = table(ChildRow), table(GuardianshipRow), table(MembershipRow)


class EventNewcomers:
    """Questions about newcomers to a group and the events that were announced before."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def unheard(
        self,
        organisation_id: OrganisationId,
        group_id: GroupId,
        person_id: PersonId,
        *,
        through: ChildId,
        after: datetime,
        limit: int,
    ) -> list[tuple[EventId, datetime]]:
        """Published events of the group that start after a moment, the soonest first, new to this adult.

        Not those that the adult was invited to, has answered, or is concerned by through another child.
        """
        others = _children_of(person_id).where(
            _C.c.id != through,
            _C.c.group_id.in_(
                select(_EG.c.group_id).where(_EG.c.event_id == _E.c.id).correlate(_E).scalar_subquery()
            ),
        )
        rows = await self._connection.execute(
            select(_E.c.id, _E.c.starts_at)
            .join(_EG, and_(_EG.c.event_id == _E.c.id, _EG.c.group_id == group_id))
            .where(
                _E.c.organisation_id == organisation_id,
                _E.c.status == EventStatus.PUBLISHED.value,
                _E.c.starts_at > after,
                _is_new_to(person_id),
                ~others.correlate(_E).exists(),
            )
            .order_by(_E.c.starts_at, _E.c.id)
            .limit(limit)
        )
        return [(EventId(event_id), starts_at) for event_id, starts_at in rows]

    async def count_unheard(self, organisation_id: OrganisationId, person_id: PersonId) -> int:
        """How many events are ahead for this adult's children that nobody has told the adult of by a message."""
        own = select(_EG.c.event_id).where(
            _EG.c.group_id.in_(_children_of(person_id).with_only_columns(_C.c.group_id))
        )
        counted = await self._connection.execute(
            select(func.count())
            .select_from(_E)
            .where(
                _E.c.organisation_id == organisation_id,
                _E.c.status == EventStatus.PUBLISHED.value,
                _E.c.starts_at > self._clock.now(),
                _E.c.id.in_(own),
                _is_new_to(person_id),
            )
        )
        return counted.scalar_one()

    async def tells_of_more(self, summary_id: NoticeId) -> OrganisationId | None:
        """The organisation of a newcomer's last invitation, if this evening summary holds one."""
        held = await self._connection.execute(
            select(_N.c.organisation_id, _N.c.params).where(
                _N.c.summary_id == summary_id, _N.c.kind == NoticeKind.EVENT_PUBLISHED.value
            )
        )
        found = (row.organisation_id for row in held if row.params.get("more"))
        return next((OrganisationId(organisation_id) for organisation_id in found), None)


def _children_of(person_id: PersonId) -> Select[Any]:
    return (
        select(_C.c.id)
        .join(_GU, _GU.c.child_id == _C.c.id)
        .join(_M, _M.c.id == _GU.c.membership_id)
        .where(
            _M.c.person_id == person_id,
            _M.c.role == Role.PARENT.value,
            _M.c.ended_at.is_(None),
            _C.c.left_at.is_(None),
        )
    )


def _is_new_to(person_id: PersonId) -> ColumnElement[bool]:
    """Neither invited to the event (unless the message never came), nor has answered."""
    invited = exists(
        select(_N.c.id)
        .where(
            _N.c.subject == literal("event:", String).concat(cast(_E.c.id, String)),
            _N.c.person_id == person_id,
            _N.c.kind == NoticeKind.EVENT_PUBLISHED.value,
            may_be_heard(_N.c),
        )
        .correlate(_E)
    )
    answered = exists(
        select(_R.c.id).where(_R.c.event_id == _E.c.id, _R.c.person_id == person_id).correlate(_E)
    )
    return and_(~invited, ~answered)
