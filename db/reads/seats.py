"""What decides about seats: who hangs together, who answered what, what is due; and the queue as staff see it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, exists, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import (
    ChildRow,
    EventGroupRow,
    EventPartyRow,
    EventRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    OrganisationRow,
    PersonRow,
    RsvpRow,
)
from db.models.base import table
from db.partial import stands_in
from domain.answers import Answer
from domain.attention import Hours
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.events import EventStatus
from domain.ids import ChildId, EventId, GroupId, OrganisationId, PersonId
from domain.notices import NoticeKind, NoticeStatus
from domain.parties import Said, Tie
from domain.people import Role
from domain.seat_notices import offer_key
from domain.seat_views import QueueLine
from domain.seats import Party, PartyStatus

_E, _P, _R, _N = table(EventRow), table(EventPartyRow), table(RsvpRow), table(NoticeRow)
_C, _EG, _GU, _M = table(ChildRow), table(EventGroupRow), table(GuardianshipRow), table(MembershipRow)
_O, _PERSON = table(OrganisationRow), table(PersonRow)
_PARENTS = and_(_M.c.role == Role.PARENT.value, _M.c.ended_at.is_(None))
_IN_THE_QUEUE = (PartyStatus.WAITING, PartyStatus.OFFERED)
_FAILED = NoticeStatus.FAILED


@dataclass(frozen=True, slots=True)
class SeatedEvent:
    """An event whose seats have to be looked at, and the hours of its organisation."""

    organisation_id: OrganisationId
    event_id: EventId
    hours: Hours


class SeatReads:
    """Questions over parties, families and answers."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def ties_around(
        self, event_id: EventId, children: Collection[ChildId], people: Collection[PersonId]
    ) -> list[Tie]:
        """Everybody who hangs together with these children and adults, as far as it decides about their parties.

        From a child to its adults, to all their children, to the adults of those, to the children of these: so far
        every anchor is the true one.
        """
        near = or_(_GU.c.child_id.in_(sorted(children)), _M.c.person_id.in_(sorted(people)))
        own = _children(_M.c.person_id.in_(_adults(near)))
        theirs = _children(_M.c.person_id.in_(_adults(_GU.c.child_id.in_(own))))
        rows = await self._connection.execute(
            _tied(event_id).where(or_(_C.c.id.in_(sorted(children)), _C.c.id.in_(theirs)))
        )
        return [_tie(row, invited=row.event_id is not None) for row in rows]

    async def siblings(self, children: Collection[ChildId]) -> set[ChildId]:
        """All children of the adults of these children."""
        found = await self._connection.scalars(
            _children(_M.c.person_id.in_(_adults(_GU.c.child_id.in_(sorted(children)))))
        )
        return {ChildId(child) for child in found}

    async def ties_of_event(self, event_id: EventId) -> list[Tie]:
        """All families that the event is for."""
        rows = await self._connection.execute(
            _tied(event_id).where(_EG.c.event_id == event_id, _C.c.left_at.is_(None))
        )
        return [_tie(row, invited=True) for row in rows]

    async def among(self, people: Collection[PersonId], audience: Audience) -> set[PersonId]:
        """Those of the people whom an audience names."""
        found = await self._connection.scalars(
            select(_PERSON.c.id).where(_PERSON.c.id.in_(sorted(people)), _PERSON.c.id.in_(audience.people))
        )
        return {PersonId(person) for person in found}

    async def ties_of_groups(
        self, event_id: EventId, invited: Collection[GroupId], before: Collection[GroupId]
    ) -> list[Tie]:
        """All families of these groups; only those of `invited` are, whatever stands in the event's rows."""
        rows = await self._connection.execute(
            _tied(event_id).where(_C.c.group_id.in_(sorted({*invited, *before})))
        )
        return [_tie(row, invited=row.group_id in invited) for row in rows]

    async def said(
        self, event_id: EventId, people: Collection[PersonId] | None, children: Collection[ChildId] | None
    ) -> Said:
        """Answers of these adults, and what was entered for these children; of everybody for None."""
        whose: ColumnElement[bool] = _R.c.event_id == event_id
        if people is not None and children is not None:
            entered = and_(_R.c.person_id.is_(None), _R.c.child_id.in_(sorted(children)))
            whose = and_(whose, or_(_R.c.person_id.in_(sorted(people)), entered))
        rows = (
            await self._connection.execute(select(_R.c.person_id, _R.c.child_id, _R.c.answer).where(whose))
        ).all()
        return Said(
            {PersonId(row.person_id): Answer(row.answer) for row in rows if row.person_id is not None},
            {ChildId(row.child_id): Answer(row.answer) for row in rows if row.person_id is None},
        )

    async def reachable(self, people: Collection[PersonId]) -> list[PersonId]:
        """Those of the people who have not closed their chat with the bot."""
        found = await self._connection.scalars(
            select(_PERSON.c.id)
            .where(_PERSON.c.id.in_(sorted(people)), _PERSON.c.chat_closed_at.is_(None))
            .order_by(_PERSON.c.id)
        )
        return [PersonId(person) for person in found]

    async def with_lapsed(self, limit: int) -> list[SeatedEvent]:
        """Events with an offer that is over, or that could not be delivered to anybody."""
        now = self._clock.now()
        offered = stands_in(_P.c.status, PartyStatus.OFFERED)
        over = and_(offered, _P.c.offered_until <= now)
        key = (
            literal("seat:")
            .concat(cast(_P.c.event_id, String))
            .concat(":")
            .concat(cast(_P.c.id, String))
            .concat(":")
            .concat(cast(_P.c.ticket, String))
        )
        told = exists().where(
            _N.c.subject == literal("event:").concat(cast(_P.c.event_id, String)),
            _N.c.kind == NoticeKind.SEAT_OFFERED.value,
            _N.c.dedupe_key.like(key.concat(":%")),
        )
        unheard = and_(
            offered,
            _P.c.offered_until > now,
            told.where(_N.c.status == _FAILED.value),
            ~told.where(_N.c.status != _FAILED.value),
        )
        due = select(_P.c.event_id).where(over).union(select(_P.c.event_id).where(unheard))
        return await self._events(_E.c.id.in_(due), limit)

    async def with_room(self, limit: int) -> list[SeatedEvent]:
        """Events ahead with a queue and a seat that nobody has."""
        return await self._events(
            and_(
                _E.c.waiting > 0,
                _E.c.starts_at > self._clock.now(),
                _E.c.status == EventStatus.PUBLISHED.value,
                _E.c.seats_taken < _E.c.seats,
            ),
            limit,
        )

    async def offer_told(self, party: Party) -> list[tuple[NoticeStatus, datetime | None]]:
        """What became of the messages with the offer that a party has now."""
        rows = await self._connection.execute(
            select(_N.c.status, _N.c.finished_at).where(
                _N.c.subject == subject_of(party.event_id),
                _N.c.kind == NoticeKind.SEAT_OFFERED.value,
                _N.c.dedupe_key.startswith(offer_key(party), autoescape=True),
            )
        )
        return [(NoticeStatus(row.status), row.finished_at) for row in rows]

    async def queue(self, event_id: EventId, *, limit: int, offset: int) -> list[QueueLine]:
        """Parties in the order of the queue. Those that have been offered a seat keep their line, but count no place."""
        waits = case((_P.c.status == PartyStatus.WAITING.value, 1), else_=0)
        place = func.sum(waits).over(order_by=_P.c.ticket).label("place")
        rows = await self._connection.execute(
            select(_P.c.size, _P.c.status, _P.c.offered_until, _P.c.lapses, _C.c.number, place)
            .outerjoin(_C, _C.c.id == _P.c.child_id)
            .where(_P.c.event_id == event_id, _P.c.status.in_([status.value for status in _IN_THE_QUEUE]))
            .order_by(_P.c.ticket)
            .limit(limit)
            .offset(offset)
        )
        return [
            QueueLine(row.place, row.number, row.size, PartyStatus(row.status), row.offered_until, row.lapses)
            for row in rows
        ]

    async def _events(self, condition: ColumnElement[bool], limit: int) -> list[SeatedEvent]:
        rows = await self._connection.execute(
            select(
                *(_E.c.id, _E.c.organisation_id),
                *(_O.c.timezone, _O.c.quiet_from, _O.c.quiet_to, _O.c.summary_at),
            )
            .join(_O, _O.c.id == _E.c.organisation_id)
            .where(condition)
            .order_by(_E.c.starts_at, _E.c.id)
            .limit(limit)
        )
        return [
            SeatedEvent(
                OrganisationId(row.organisation_id),
                EventId(row.id),
                Hours(row.timezone, row.quiet_from, row.quiet_to, row.summary_at),
            )
            for row in rows
        ]


def _tied(event_id: EventId) -> Select[Any]:
    """Children with each of their adults, and whether the event is for their group."""
    parents = _GU.join(_M, and_(_M.c.id == _GU.c.membership_id, _PARENTS))
    return (
        select(_C.c.id, _C.c.group_id, _C.c.left_at, _M.c.person_id, _EG.c.event_id)
        .outerjoin(_EG, and_(_EG.c.event_id == event_id, _EG.c.group_id == _C.c.group_id))
        .outerjoin(parents, _GU.c.child_id == _C.c.id)
    )


def _tie(row: Any, *, invited: bool) -> Tie:
    adult = None if row.person_id is None else PersonId(row.person_id)
    return Tie(ChildId(row.id), adult, invited and row.left_at is None)


def _adults(condition: ColumnElement[bool]) -> Select[Any]:
    return select(_M.c.person_id).join(_GU, _GU.c.membership_id == _M.c.id).where(_PARENTS, condition)


def _children(condition: ColumnElement[bool]) -> Select[Any]:
    return select(_GU.c.child_id).join(_M, _M.c.id == _GU.c.membership_id).where(_PARENTS, condition)
