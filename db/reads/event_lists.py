"""Lists of events: what is ahead for an adult, and what staff look at."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.event_invited import around, invited_otherwise
from db.event_rows import IS_ANNOUNCED
from db.event_seating import sits
from db.models import (
    ChildRow,
    EventGroupRow,
    EventRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    OrganisationRow,
    RsvpRow,
)
from db.models.base import table
from domain.answers import Answer
from domain.clock import Clock
from domain.events import LONGEST, EventStatus, ListedEvent
from domain.ids import EventId, GroupId, OrganisationId, PersonId
from domain.people import Role

_E, _EG, _G = table(EventRow), table(EventGroupRow), table(GroupRow)
_C, _GU, _M = table(ChildRow), table(GuardianshipRow), table(MembershipRow)
_O, _R = table(OrganisationRow), table(RsvpRow)
_PARENTS = and_(_M.c.role == Role.PARENT.value, _M.c.ended_at.is_(None))


class EventLists:
    """Questions over events, a page at a time."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def coming_for(
        self, organisation_ids: Sequence[OrganisationId], person_id: PersonId, *, limit: int, offset: int
    ) -> list[ListedEvent]:
        """Events for an adult that are not over, the soonest first, with the own answers."""
        own = (
            select(_EG.c.event_id)
            .join(_C, and_(_C.c.group_id == _EG.c.group_id, _C.c.left_at.is_(None)))
            .join(_GU, _GU.c.child_id == _C.c.id)
            .join(_M, and_(_M.c.id == _GU.c.membership_id, _M.c.person_id == person_id, _PARENTS))
        )
        query = (
            _listed(_R.c.answer, sits(literal(person_id)).label("sits"))
            .outerjoin(_R, and_(_R.c.event_id == _E.c.id, _R.c.person_id == person_id))
            .where(
                _E.c.organisation_id.in_(sorted(set(organisation_ids))),
                or_(
                    _E.c.id.in_(own),
                    invited_otherwise(
                        person_id, *(literal(day, Date) for day in around(self._clock.today("UTC")).values())
                    ),
                ),
                _not_over(self._clock.now()),
                IS_ANNOUNCED,
                or_(_E.c.recalled_at.is_(None), _R.c.answer.is_not(None)),
            )
            .order_by(_E.c.starts_at, _E.c.id)
        )
        return await self._list(query.limit(limit).offset(offset))

    async def of_staff(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        *,
        past: bool,
        limit: int,
        offset: int,
    ) -> list[ListedEvent]:
        """Announced events of an organisation, of these groups only if any are named: ahead, or past ones backwards."""
        now = self._clock.now()
        query = _listed().where(_E.c.organisation_id == organisation_id, IS_ANNOUNCED)
        if reached is not None:
            query = query.where(
                _E.c.id.in_(select(_EG.c.event_id).where(_EG.c.group_id.in_(sorted(reached))))
            )
        if past:
            over = and_(_E.c.starts_at <= now, or_(_E.c.ends_at.is_(None), _E.c.ends_at <= now))
            query = query.where(over).order_by(_E.c.starts_at.desc(), _E.c.id.desc())
        else:
            query = query.where(_not_over(now)).order_by(_E.c.starts_at, _E.c.id)
        return await self._list(query.limit(limit).offset(offset))

    async def _list(self, query: Select[Any]) -> list[ListedEvent]:
        rows = (await self._connection.execute(query)).mappings().all()
        emojis: dict[int, list[str]] = defaultdict(list)
        if rows:
            groups = await self._connection.execute(
                select(_EG.c.event_id, _G.c.emoji)
                .join(_G, _G.c.id == _EG.c.group_id)
                .where(_EG.c.event_id.in_([row["id"] for row in rows]))
                .order_by(_G.c.sort_key)
            )
            for event_id, emoji in groups:
                emojis[event_id].append(emoji)
        return [
            ListedEvent(
                id=EventId(row["id"]),
                title=row["title"],
                starts_at=row["starts_at"],
                zone=row["timezone"],
                status=EventStatus(row["status"]),
                emojis=tuple(emojis[row["id"]]),
                answer=None if row.get("answer") is None else Answer(row["answer"]),
                waits=row.get("answer") is not None and Answer(row["answer"]).comes and not row["sits"],
            )
            for row in rows
        ]


def _not_over(now: datetime) -> ColumnElement[bool]:
    """Ahead, or going on: what lasts several days stays in the lists until it ends."""
    return and_(_E.c.starts_at > now - LONGEST, or_(_E.c.starts_at > now, _E.c.ends_at > now))


def _listed(*more: ColumnElement[Any]) -> Select[Any]:
    return select(_E.c.id, _E.c.title, _E.c.starts_at, _E.c.status, _O.c.timezone, *more).join(
        _O, _O.c.id == _E.c.organisation_id
    )
