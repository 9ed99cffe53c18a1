"""Events as people look at them: an invitation, who comes, whom an announcement would reach."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    Date,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    select,
    true,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from db.event_invited import around, invited_otherwise
from db.event_rows import COLUMNS, IS_ANNOUNCED, event_of
from db.event_seating import SEATING, own_party, seating_of
from db.models import (
    ChildRow,
    EventGroupRow,
    EventRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    OrganisationRow,
    PersonRow,
    RsvpRow,
)
from db.models.base import table
from db.partial import stands_in
from db.plans import linear
from db.reads.event_series import further_days
from domain.answers import Answer, OtherAnswer
from domain.clock import Clock
from domain.events import GroupLabel, Invitation
from domain.ids import EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.people import Membership, Organisation, Role, shown_adult

_E, _EG, _G = table(EventRow), table(EventGroupRow), table(GroupRow)
_C, _GU, _M = table(ChildRow), table(GuardianshipRow), table(MembershipRow)
_O, _P, _R = table(OrganisationRow), table(PersonRow), table(RsvpRow)
_PARENTS = and_(stands_in(_M.c.role, Role.PARENT), _M.c.ended_at.is_(None))

_OWN_INVITED = (
    select(_G.c.id.label("group_id"), _G.c.name, _G.c.emoji, _G.c.sort_key)
    .select_from(_M)
    .join(_GU, _GU.c.membership_id == _M.c.id)
    .join(_C, and_(_C.c.id == _GU.c.child_id, _C.c.left_at.is_(None)))
    .join(_EG, and_(_EG.c.group_id == _C.c.group_id, _EG.c.event_id == bindparam("event_id")))
    .join(_G, _G.c.id == _C.c.group_id)
    .where(_M.c.person_id == bindparam("person_id"), _PARENTS)
    .distinct()
    .subquery()
)
_INVITATION = (
    select(
        *COLUMNS,
        _O.c.timezone,
        _OWN_INVITED.c.group_id,
        _OWN_INVITED.c.name,
        _OWN_INVITED.c.emoji,
        _R.c.answer,
        invited_otherwise(
            bindparam("person_id"), bindparam("yesterday", type_=Date), bindparam("tomorrow", type_=Date)
        ).label("otherwise"),
        *SEATING,
    )
    .join(_O, _O.c.id == _E.c.organisation_id)
    .outerjoin(_OWN_INVITED, true())
    .outerjoin(_R, and_(_R.c.event_id == _E.c.id, _R.c.person_id == bindparam("person_id")))
    .outerjoin(*own_party(bindparam("person_id")))
    .where(
        _E.c.id == bindparam("event_id"), _E.c.organisation_id == bindparam("organisation_id"), IS_ANNOUNCED
    )
    .order_by(_OWN_INVITED.c.sort_key, _OWN_INVITED.c.group_id)
)
_OWN_CHILD = (
    select(_EG.c.group_id)
    .select_from(_M)
    .join(_GU, _GU.c.membership_id == _M.c.id)
    .join(_C, and_(_C.c.id == _GU.c.child_id, _C.c.left_at.is_(None)))
    .join(_EG, _EG.c.group_id == _C.c.group_id)
    .where(_PARENTS)
)

_LABELS = (
    select(_G.c.id.label("group_id"), _G.c.name, _G.c.emoji)
    .where(
        _G.c.organisation_id == bindparam("organisation_id"),
        _G.c.id.in_(bindparam("group_ids", expanding=True)),
    )
    .order_by(_G.c.sort_key, _G.c.id)
)


class EventReads:
    """Questions over events, groups, families and answers."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def wait_for_change(self, organisation_id: OrganisationId, event_id: EventId) -> None:
        """Let a change of the event that is being made come to its end.

        It has asked already who has heard of the event. Whoever is told now must be told of what comes of it. SQLite
        leases nothing while something is changed.
        """
        if self._connection.dialect.name == "postgresql":
            event = select(_E.c.id).where(_E.c.id == event_id, _E.c.organisation_id == organisation_id)
            await self._connection.execute(event.with_for_update(read=True))

    async def invitation(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId
    ) -> Invitation | None:
        """The event as an adult sees it, with the own groups alone and the own answer: one query."""
        found = await self._connection.execute(
            _INVITATION,
            {
                "organisation_id": organisation_id,
                "event_id": event_id,
                "person_id": person_id,
                **around(self._clock.today("UTC")),
            },
        )
        rows = found.mappings().all()
        if not rows:
            return None
        first = rows[0]
        own = tuple(_label(row) for row in rows if row["group_id"] is not None)
        event = event_of(first, (group.id for group in own))
        return Invitation(
            event=event,
            zone=first["timezone"],
            groups=own,
            answer=None if first["answer"] is None else Answer(first["answer"]),
            invited=bool(own) or bool(first["otherwise"]),
            closed=event.answer_until is not None and event.answer_until <= self._clock.now(),
            seating=seating_of(first, event, self._clock.now()),
            series=await further_days(self._connection, event, after=self._clock.now()),
        )

    async def labels(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId]
    ) -> tuple[GroupLabel, ...]:
        """How groups stand at the head of a message, by name."""
        rows = await self._connection.execute(
            _LABELS, {"organisation_id": organisation_id, "group_ids": sorted(group_ids)}
        )
        return tuple(_label(row) for row in rows.mappings())

    async def others(self, organisation: Organisation, event_id: EventId) -> tuple[OtherAnswer, ...]:
        """What those answered who are invited without a child, by the order of their roles."""
        own = _OWN_CHILD.where(_EG.c.event_id == event_id, _M.c.person_id == _R.c.person_id).correlate(_R)
        role = table(MembershipRow).alias("role")
        days = (literal(day, Date) for day in around(self._clock.today("UTC")).values())
        rows = await self._connection.execute(
            select(_R.c.person_id, _R.c.answer, role.c.id, role.c.role, role.c.name, role.c.title)
            .select_from(_R)
            .join(_E, _E.c.id == _R.c.event_id)
            .join(
                role,
                and_(
                    role.c.person_id == _R.c.person_id,
                    role.c.organisation_id == organisation.id,
                    role.c.ended_at.is_(None),
                ),
            )
            .where(
                _R.c.event_id == event_id,
                _E.c.organisation_id == organisation.id,
                invited_otherwise(_R.c.person_id, *days),
                ~exists(own),
            )
            .order_by(role.c.id)
        )
        found: dict[int, OtherAnswer] = {}
        for row in rows.mappings():
            membership = Membership(
                MembershipId(row["id"]),
                PersonId(row["person_id"]),
                organisation,
                Role(row["role"]),
                name=row["name"],
                title=row["title"],
            )
            who = shown_adult(membership, organisation)
            found.setdefault(row["person_id"], OtherAnswer(membership.person_id, who, Answer(row["answer"])))
        return tuple(found.values())

    async def count_families(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId]
    ) -> tuple[int, int, int]:
        """Families of the groups; of them those with an adult in the bot, and with one who has not blocked it."""
        # one by one: SQLite would go through all memberships for adults that are joined among themselves first
        adults = (
            _C.outerjoin(_GU, _GU.c.child_id == _C.c.id)
            .outerjoin(_M, and_(_M.c.id == _GU.c.membership_id, _PARENTS))
            .outerjoin(_P, _P.c.id == _M.c.person_id)
        )
        joined = case((_P.c.id.is_not(None), _C.c.id))
        reached = case((and_(_P.c.id.is_not(None), _P.c.chat_closed_at.is_(None)), _C.c.id))
        counted = (
            select(*(func.count(families.distinct()) for families in (_C.c.id, joined, reached)))
            .select_from(adults)
            .where(
                _C.c.organisation_id == organisation_id,
                _C.c.group_id.in_(sorted(group_ids)),
                _C.c.left_at.is_(None),
            )
        )
        async with linear(self._connection):
            row = (await self._connection.execute(counted)).one()
        return row[0], row[1], row[2]


def _label(row: Any) -> GroupLabel:
    return GroupLabel(GroupId(row["group_id"]), row["name"], row["emoji"])
