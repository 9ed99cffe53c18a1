"""Who comes to an event: counted by the database, and family by family for the few that a page shows."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, EventGroupRow, GuardianshipRow, MembershipRow, RsvpRow
from db.models.base import table
from db.partial import stands_in
from db.plans import linear
from db.reads.seats import SeatReads
from db.repositories.seats import EventSeats
from domain.answers import Answer, Attendance, FamilyAnswer, FamilyOrder, family_answer
from domain.clock import Clock
from domain.events import Event
from domain.ids import ChildId, EventId, GroupId, MembershipId, PersonId
from domain.parties import Kin, with_seats
from domain.people import Guardianship, Kinship, Membership, Organisation, Role, ShownAdult, shown_adult

_C, _EG, _GU, _M = table(ChildRow), table(EventGroupRow), table(GuardianshipRow), table(MembershipRow)
_R, _ENTERED = table(RsvpRow), table(RsvpRow).alias("entered")
_PARENTS = and_(stands_in(_M.c.role, Role.PARENT), _M.c.ended_at.is_(None))
_ORDER = (Answer.WITH_CHILD, Answer.ALONE, Answer.UNSURE, Answer.NO)
_SILENT = len(_ORDER)
_COMES = sum(answer.comes for answer in _ORDER)
"""Whoever ranks below comes."""


class AttendanceReads:
    """Questions over the families of an event, of the groups `reached` only (None: all)."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def count(
        self, organisation: Organisation, event: Event, reached: frozenset[GroupId] | None
    ) -> Attendance:
        """Families by their answer, and how many adults come. With seats only who has one comes."""
        families = _families(organisation, event.id, reached)
        answer, phones, entered = families.c.answer, families.c.phones, families.c.entered
        query = select(
            answer,
            func.count().label("families"),
            func.count(case((phones == 0, 1))).label("absent"),
            func.count(case((entered < _COMES, 1))).label("entered"),
        ).group_by(answer)
        adults = (
            select(func.count(_R.c.person_id.distinct()))
            .select_from(_adults(event.id, joined=True))
            .where(_mine(organisation, reached), _rank(_R.c.answer) < _COMES)
        )
        async with linear(self._connection):
            rows = (await self._connection.execute(query)).all()
            coming = 0 if event.seats else (await self._connection.execute(adults)).scalar_one()
        counts = {_answer(row.answer): int(row.families) for row in rows}
        adults_who_come = coming + sum(int(row.entered) for row in rows)
        waiting = 0
        if event.seats is not None:
            those = await self.coming(organisation, event, reached)
            shown, adults_who_come = await self._of(organisation, event, those)
            for family in shown:
                if family.waits:
                    waiting += 1
                    counts[family.answer] -= 1
        absent = sum(int(row.absent) for row in rows)
        return Attendance(counts, adults_who_come, waiting=waiting, without_phone=absent)

    async def page(
        self,
        organisation: Organisation,
        event: Event,
        reached: frozenset[GroupId] | None,
        order: FamilyOrder,
        *,
        limit: int,
        offset: int,
    ) -> list[FamilyAnswer]:
        """Some of the families with their answers."""
        families = _families(organisation, event.id, reached)
        query = (
            select(families.c.id)
            .order_by(_first(families, order), families.c.number)
            .limit(limit)
            .offset(offset)
        )
        async with linear(self._connection):
            found = [ChildId(child) for child in (await self._connection.execute(query)).scalars()]
        by_id = {family.child_id: family for family in await self.some(organisation, event, found)}
        return [by_id[child_id] for child_id in found if child_id in by_id]

    async def coming(
        self, organisation: Organisation, event: Event, reached: frozenset[GroupId] | None
    ) -> list[ChildId]:
        """Families that answered that somebody comes, by number."""
        families = _families(organisation, event.id, reached)
        query = select(families.c.id).where(families.c.answer < _COMES).order_by(families.c.number)
        async with linear(self._connection):
            return [ChildId(child) for child in (await self._connection.execute(query)).scalars()]

    async def find(
        self,
        organisation: Organisation,
        event: Event,
        reached: frozenset[GroupId] | None,
        child_id: ChildId,
    ) -> FamilyAnswer | None:
        """One family of the event; None when the event is not for it, or its group is not reached."""
        for family in await self.some(organisation, event, [child_id]):
            if reached is None or family.group_id in reached:
                return family
        return None

    async def some(
        self, organisation: Organisation, event: Event, children: Collection[ChildId]
    ) -> Sequence[FamilyAnswer]:
        """These families of the event, by number: with seats who has none waits."""
        return (await self._of(organisation, event, children))[0]

    async def _of(
        self, organisation: Organisation, event: Event, children: Collection[ChildId]
    ) -> tuple[list[FamilyAnswer], int]:
        """These families by number, and how many of their adults come."""
        if not children:
            return [], 0
        these = and_(_mine(organisation, None), _C.c.id.in_(sorted(children)))
        found = await self._connection.execute(
            select(_C.c.id, _C.c.number, _C.c.group_id, _ENTERED.c.answer)
            .select_from(_children(event.id))
            .where(these)
            .order_by(_C.c.number)
        )
        adults = await self._connection.execute(
            select(_C.c.id.label("child_id"), _C.c.number, _C.c.group_id, _M.c.id, _M.c.person_id, _M.c.name)
            .add_columns(_GU.c.kinship, _R.c.answer)
            .select_from(_adults(event.id))
            .where(these)
            .order_by(_M.c.id)
        )
        by_child: dict[int, list[Any]] = defaultdict(list)
        for row in adults.mappings():
            by_child[row["child_id"]].append(row)
        families = [_family(row, by_child[row["id"]], organisation) for row in found.mappings()]
        if event.seats is None:
            return families, 0
        kin = Kin(await SeatReads(self._connection, self._clock).ties_around(event.id, children, ()))
        seats = EventSeats(self._connection, self._clock)
        return with_seats(families, kin, await seats.of_kin(event.id, kin.children, kin.people))


def _mine(organisation: Organisation, reached: frozenset[GroupId] | None) -> ColumnElement[bool]:
    here = and_(_C.c.organisation_id == organisation.id, _C.c.left_at.is_(None))
    return here if reached is None else and_(here, _C.c.group_id.in_(sorted(reached)))


def _children(event_id: EventId) -> Any:
    """Children of the event's groups, with what staff entered for them."""
    entered = and_(
        _ENTERED.c.event_id == event_id, _ENTERED.c.child_id == _C.c.id, _ENTERED.c.person_id.is_(None)
    )
    invited = and_(_EG.c.group_id == _C.c.group_id, _EG.c.event_id == event_id)
    return _C.join(_EG, invited).outerjoin(_ENTERED, entered)


def _adults(event_id: EventId, *, joined: bool = False) -> Any:
    """The same children with their adults, and what those answered; only with an answer when `joined`."""
    invited = and_(_EG.c.group_id == _C.c.group_id, _EG.c.event_id == event_id)
    answered = and_(_R.c.event_id == event_id, _R.c.person_id == _M.c.person_id)
    return (
        _C.join(_EG, invited)
        .join(_GU, _GU.c.child_id == _C.c.id)
        .join(_M, and_(_M.c.id == _GU.c.membership_id, _PARENTS))
        .join(_R, answered, isouter=not joined)
    )


def _families(organisation: Organisation, event_id: EventId, reached: frozenset[GroupId] | None) -> Subquery:
    """Each family with its number, the rank of its answer and of what was entered for it, and its phones."""
    answered = and_(_R.c.event_id == event_id, _R.c.person_id == _M.c.person_id)
    # one by one: SQLite would go through all memberships for adults that are joined among themselves first
    adults = (
        _children(event_id)
        .outerjoin(_GU, _GU.c.child_id == _C.c.id)
        .outerjoin(_M, and_(_M.c.id == _GU.c.membership_id, _PARENTS))
        .outerjoin(_R, answered)
    )
    said, entered = func.min(_rank(_R.c.answer)), func.min(_rank(_ENTERED.c.answer))
    return (
        select(
            _C.c.id,
            _C.c.number,
            case((said < entered, said), else_=entered).label("answer"),
            entered.label("entered"),
            func.count(_M.c.id).label("phones"),
        )
        .select_from(adults)
        .where(_mine(organisation, reached))
        .group_by(_C.c.id, _C.c.number)
        .subquery("families")
    )


def _rank(answer: ColumnElement[Any]) -> ColumnElement[int]:
    """The place of an answer among all of them; what comes first counts for the family."""
    return case(*((answer == said.value, rank) for rank, said in enumerate(_ORDER)), else_=_SILENT)


def _answer(rank: int) -> Answer | None:
    return None if rank == _SILENT else _ORDER[rank]


def _first(families: Subquery, order: FamilyOrder) -> ColumnElement[int]:
    answer, phones = families.c.answer, families.c.phones
    match order:
        case FamilyOrder.BY_ANSWER:
            return answer
        case FamilyOrder.BY_NEED:
            return case((phones == 0, 0), (answer == _SILENT, 1), else_=2)
        case FamilyOrder.BY_PROMISE:
            return case((answer < _COMES, 0), else_=1)


def _family(child: Any, adults: list[Any], organisation: Organisation) -> FamilyAnswer:
    said = [(row, Answer(row["answer"])) for row in adults if row["answer"] is not None]
    entered = None if child["answer"] is None else Answer(child["answer"])
    coming = [row for row, answer in said if answer.comes]
    return FamilyAnswer(
        child_id=ChildId(child["id"]),
        number=child["number"],
        group_id=GroupId(child["group_id"]),
        answer=family_answer([answer for _, answer in said] + ([] if entered is None else [entered])),
        entered=entered,
        phones=len(adults),
        coming=tuple(_shown(row, organisation) for row in coming),
        coming_ids=tuple(PersonId(row["person_id"]) for row in coming),
    )


def _shown(row: Any, organisation: Organisation) -> ShownAdult:
    child = Guardianship(
        ChildId(row["child_id"]), row["number"], GroupId(row["group_id"]), Kinship(row["kinship"])
    )
    membership = Membership(
        MembershipId(row["id"]),
        PersonId(row["person_id"]),
        organisation,
        Role.PARENT,
        name=row["name"],
        children=(child,),
    )
    return shown_adult(membership, organisation)
