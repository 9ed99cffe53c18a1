"""«Гость группы» as people look at it: lists of dates and visits, who comes, which professions were met."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GroupRow,
    GuardianshipRow,
    GuestOpeningRow,
    GuestSlotRow,
    GuestVisitRow,
    MembershipRow,
    NoticeRow,
    OrganisationRow,
    TeachingRow,
)
from db.models.base import table
from db.partial import stands_in
from db.personal_guests import UNNAMED
from db.repositories.guest_openings import SLOT_COLUMNS, SLOTS, slot_of
from db.repositories.guest_visits import IS_ACTIVE, VISIT_COLUMNS, VISITS, visit_of
from db.unsent import UNSENT
from domain.clock import Clock
from domain.events import GroupLabel
from domain.guest_notices import subject_of
from domain.guest_views import MetProfession, MyVisit
from domain.guests import Slot, Visit, VisitStatus
from domain.ids import (
    GroupId,
    OpeningId,
    OrganisationId,
    PersonId,
    SlotId,
)
from domain.notices import NoticeKind
from domain.people import (
    sort_key,
)

_O, _S, _V, _G = table(GuestOpeningRow), table(GuestSlotRow), table(GuestVisitRow), table(GroupRow)
_C, _GU, _M, _T = table(ChildRow), table(GuardianshipRow), table(MembershipRow), table(TeachingRow)
_ORG, _N = table(OrganisationRow), table(NoticeRow)
_OF_VISIT = "of_visit_"
_FREE = SLOTS.where(
    _S.c.organisation_id == bindparam("organisation_id"),
    _S.c.visit_id.is_(None),
    _S.c.withdrawn_at.is_(None),
    _S.c.starts_at > bindparam("now"),
).order_by(_S.c.starts_at, _S.c.id)
_FREE_OF_GROUPS = _FREE.where(_S.c.group_id.in_(bindparam("group_ids", expanding=True)))
_FREE_OF_OPENINGS = _FREE.where(_S.c.opening_id.in_(bindparam("opening_ids", expanding=True)))
_OF_OPENING = SLOTS.where(
    _S.c.organisation_id == bindparam("organisation_id"), _S.c.opening_id == bindparam("opening_id")
).order_by(_S.c.starts_at, _S.c.id)
_LINES = (
    select(*SLOT_COLUMNS, *(column.label(f"{_OF_VISIT}{column.key}") for column in VISIT_COLUMNS))
    .select_from(_S)
    .join(_O, _O.c.id == _S.c.opening_id)
    .outerjoin(_V, _V.c.id == _S.c.visit_id)
)
_AHEAD = and_(IS_ACTIVE, _S.c.starts_at > bindparam("now"))
_MINE = (
    VISITS.add_columns(_G.c.name, _G.c.emoji, _ORG.c.timezone)
    .join(_G, _G.c.id == _V.c.group_id)
    .join(_ORG, _ORG.c.id == _V.c.organisation_id)
    .where(
        _V.c.guest_id == bindparam("guest_id"),
        _V.c.organisation_id.in_(bindparam("organisation_ids", expanding=True)),
    )
    .order_by(
        case((_AHEAD, 0), else_=1), case((_AHEAD, _S.c.starts_at)), _S.c.starts_at.desc(), _V.c.id.desc()
    )
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_UNHEARD_MOVE = (
    select(_N.c.params)
    .where(_N.c.subject == bindparam("subject"), _N.c.kind == NoticeKind.GUEST_MOVED.value, UNSENT)
    .order_by(_N.c.id)
)
_HELD = select(_V.c.profession, _V.c.profession_slug).where(
    _V.c.organisation_id == bindparam("organisation_id"),
    _V.c.group_id == bindparam("group_id"),
    stands_in(_V.c.status, VisitStatus.HELD),
)


class GuestReads:
    """Questions over dates, visits and the people around them."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def lines(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        *,
        past: bool,
        limit: int,
        offset: int,
    ) -> list[tuple[Slot, Visit | None]]:
        """Dates of the staff's list with their visits: what is ahead, or past visits backwards."""
        query = _LINES.where(_S.c.organisation_id == organisation_id, _S.c.withdrawn_at.is_(None))
        if reached is not None:
            query = query.where(_S.c.group_id.in_(sorted(reached)))
        now = self._clock.now()
        if past:
            query = query.where(_S.c.starts_at <= now, _S.c.visit_id.is_not(None))
            query = query.order_by(_S.c.starts_at.desc(), _S.c.id.desc())
        else:
            query = query.where(_S.c.starts_at > now).order_by(_S.c.starts_at, _S.c.id)
        return await self._lines(query.limit(limit).offset(offset))

    async def lines_of_group(
        self,
        organisation_id: OrganisationId,
        group_id: GroupId,
        span: tuple[datetime, datetime],
        *,
        limit: int,
    ) -> list[tuple[Slot, Visit | None]]:
        """Dates of one group that begin within the span, with their visits, in their order."""
        begin, end = span
        return await self._lines(
            _LINES.where(
                _S.c.organisation_id == organisation_id,
                _S.c.group_id == group_id,
                _S.c.withdrawn_at.is_(None),
                _S.c.starts_at >= begin,
                _S.c.starts_at < end,
            )
            .order_by(_S.c.starts_at, _S.c.id)
            .limit(limit)
        )

    async def _lines(self, query: Select[Any]) -> list[tuple[Slot, Visit | None]]:
        found: list[tuple[Slot, Visit | None]] = []
        for row in (await self._connection.execute(query)).mappings():
            visit = {column.key: row[f"{_OF_VISIT}{column.key}"] for column in VISIT_COLUMNS}
            found.append((slot_of(row), None if visit["id"] is None else visit_of(visit)))
        return found

    async def free(self, organisation_id: OrganisationId, group_ids: Collection[GroupId]) -> tuple[Slot, ...]:
        """Free dates of these groups that are ahead, the soonest first."""
        return await self._free(_FREE_OF_GROUPS, organisation_id, group_ids=sorted(group_ids))

    async def free_of_openings(
        self, organisation_id: OrganisationId, opening_ids: Collection[OpeningId]
    ) -> tuple[Slot, ...]:
        """Free dates of these openings that are ahead, the soonest first."""
        return await self._free(_FREE_OF_OPENINGS, organisation_id, opening_ids=sorted(opening_ids))

    async def slots_of(self, organisation_id: OrganisationId, opening_id: OpeningId) -> tuple[Slot, ...]:
        """All dates of an opening."""
        rows = await self._connection.execute(
            _OF_OPENING, {"organisation_id": organisation_id, "opening_id": opening_id}
        )
        return tuple(slot_of(row) for row in rows.mappings())

    async def of_guest(
        self, organisation_ids: Sequence[OrganisationId], guest_id: PersonId, *, limit: int, offset: int
    ) -> list[MyVisit]:
        """Visits of a guest: those ahead, the soonest first, then all others backwards."""
        rows = await self._connection.execute(
            _MINE,
            {
                "organisation_ids": list(organisation_ids),
                "guest_id": guest_id,
                "now": self._clock.now(),
                "limit": limit,
                "offset": offset,
            },
        )
        return [
            MyVisit(
                visit_of(row),
                GroupLabel(GroupId(row["group_id"]), row["name"], row["emoji"]),
                row["timezone"],
            )
            for row in rows.mappings()
        ]

    async def unheard_move(self, visit: Visit) -> SlotId | None:
        """The date that the guest of a visit still believes in: its move has not been told yet."""
        rows = await self._connection.scalars(_UNHEARD_MOVE, {"subject": subject_of(visit.id)})
        waiting = rows.first()
        return None if waiting is None else SlotId(int(waiting["was"]))

    async def met(self, organisation_id: OrganisationId, group_id: GroupId) -> tuple[MetProfession, ...]:
        """Professions of the visits that a group has held, by name; the words of who is gone are left out."""
        rows = await self._connection.execute(
            _HELD, {"organisation_id": organisation_id, "group_id": group_id}
        )
        counts: Counter[tuple[str | None, str]] = Counter()
        names: dict[tuple[str | None, str], str] = {}
        for name, slug in rows:
            if slug is None and name == UNNAMED:
                continue
            key = (slug, "" if slug is not None else sort_key(name))
            counts[key] += 1
            names.setdefault(key, name)
        met = [MetProfession(key[0], names[key], visits) for key, visits in counts.items()]
        return tuple(sorted(met, key=lambda one: sort_key(one.name)))

    async def _free(
        self, query: Any, organisation_id: OrganisationId, **which: list[Any]
    ) -> tuple[Slot, ...]:
        if not any(which.values()):
            return ()
        rows = await self._connection.execute(
            query, {"organisation_id": organisation_id, "now": self._clock.now(), **which}
        )
        return tuple(slot_of(row) for row in rows.mappings())
