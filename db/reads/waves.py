"""Waves as staff look at them and as the clock finds them, and whom their messages are for."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import (
    AttemptRow,
    ChildConsentRow,
    ChildRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    PersonRow,
    TeachingRow,
    WaveGroupRow,
    WaveNudgeRow,
    WaveRow,
)
from db.models.base import table
from db.repositories.waves import COLUMNS, with_groups
from domain.attempts import AttemptStatus
from domain.clock import Clock
from domain.ids import GroupId, NoticeId, OrganisationId, WaveId
from domain.people import Kinship, Role
from domain.quiz_views import GroupCount
from domain.waves import Wave, WaveStatus

_W, _WG, _T = table(WaveRow), table(WaveGroupRow), table(AttemptRow)
_C, _GU, _M = table(ChildRow), table(GuardianshipRow), table(MembershipRow)
_P, _TE, _CC = table(PersonRow), table(TeachingRow), table(ChildConsentRow)
_N, _O = table(WaveNudgeRow), table(NoticeRow)

_OPEN = _W.c.status == WaveStatus.OPEN.value
_AHEAD = select(*COLUMNS).where(_OPEN, _W.c.closes_at > bindparam("now")).order_by(_W.c.id)
_OVERDUE = select(*COLUMNS).where(_OPEN, _W.c.closes_at <= bindparam("now")).order_by(_W.c.id)
_TOLD_IN = select(_O.c.subject).where(_O.c.summary_id == bindparam("summary_id"), _O.c.subject.like("wave:%"))
_NUDGED = select(_N.c.wave_id, _N.c.number).where(_N.c.wave_id.in_(bindparam("wave_ids", expanding=True)))
_COUNTS = (
    select(
        _WG.c.wave_id,
        _WG.c.group_id,
        func.count(_C.c.id).label("children"),
        func.count(case((_T.c.status == AttemptStatus.FINISHED.value, 1))).label("finished"),
        func.count(_T.c.id).label("begun"),
    )
    .outerjoin(_C, and_(_C.c.group_id == _WG.c.group_id, _C.c.left_at.is_(None)))
    .outerjoin(_T, and_(_T.c.wave_id == _WG.c.wave_id, _T.c.child_id == _C.c.id))
    .join(_W, and_(_W.c.id == _WG.c.wave_id, _W.c.organisation_id == bindparam("organisation_id")))
    .where(_WG.c.wave_id.in_(bindparam("wave_ids", expanding=True)))
    .group_by(_WG.c.wave_id, _WG.c.group_id)
)


class WaveReads:
    """Questions over waves, groups, children and attempts."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def of_organisation(
        self, organisation_id: OrganisationId, reached: frozenset[GroupId] | None, *, limit: int
    ) -> list[Wave]:
        """Waves of an organisation, of these groups only if any are named: the newest first."""
        query = select(*COLUMNS).where(_W.c.organisation_id == organisation_id)
        if reached is not None:
            theirs = select(_WG.c.wave_id).where(_WG.c.group_id.in_(sorted(reached)))
            query = query.where(_W.c.id.in_(theirs))
        return await self._waves(query.order_by(_W.c.id.desc()).limit(limit))

    async def ahead(self) -> list[Wave]:
        """Every wave that is open and not over."""
        return await self._waves(_AHEAD, now=self._clock.now())

    async def overdue(self) -> list[Wave]:
        """Every wave that is open although its last day is over."""
        return await self._waves(_OVERDUE, now=self._clock.now())

    async def nudged(self, waves: Collection[Wave]) -> Mapping[WaveId, frozenset[int]]:
        """Which nudges of these waves have been put out."""
        rows = await self._connection.execute(_NUDGED, {"wave_ids": sorted(wave.id for wave in waves)})
        put: dict[WaveId, set[int]] = {wave.id: set() for wave in waves}
        for wave_id, number in rows:
            put[WaveId(wave_id)].add(number)
        return {wave_id: frozenset(numbers) for wave_id, numbers in put.items()}

    async def told_in(self, summary_id: NoticeId) -> list[WaveId]:
        """Waves whose messages an evening summary tells."""
        found = await self._connection.scalars(_TOLD_IN, {"summary_id": summary_id})
        return sorted({WaveId(int(subject.removeprefix("wave:"))) for subject in found})

    async def counts(
        self, organisation_id: OrganisationId, wave_ids: Collection[WaveId]
    ) -> Mapping[tuple[WaveId, GroupId], GroupCount]:
        """«12 из 24» of each group of these waves: children who are in it now."""
        rows = await self._connection.execute(
            _COUNTS, {"organisation_id": organisation_id, "wave_ids": sorted(wave_ids)}
        )
        return {
            (WaveId(row.wave_id), GroupId(row.group_id)): GroupCount(row.finished, row.begun, row.children)
            for row in rows
        }

    async def count_families(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId]
    ) -> tuple[int, int]:
        """Children of the groups, and of them those with a representative who has not blocked the bot."""
        reached = exists(
            select(_GU.c.id)
            .join(_M, _M.c.id == _GU.c.membership_id)
            .join(_P, _P.c.id == _M.c.person_id)
            .where(_GU.c.child_id == _C.c.id, *_REPRESENTS, _P.c.chat_closed_at.is_(None))
            .correlate(_C)
        )
        row = (
            await self._connection.execute(
                select(func.count(), func.count(case((reached, 1)))).where(
                    _C.c.organisation_id == organisation_id,
                    _C.c.group_id.in_(sorted(group_ids)),
                    _C.c.left_at.is_(None),
                )
            )
        ).one()
        return row[0], row[1]

    def representatives(self, organisation_id: OrganisationId, group_ids: Collection[GroupId]) -> Audience:
        """Parents and guardians of the children of these groups; relatives are not asked (rule 3)."""
        return _audience(_of_groups(organisation_id).where(_C.c.group_id.in_(sorted(group_ids))))

    def still_to_play(self, organisation_id: OrganisationId, wave_id: WaveId) -> Audience:
        """Those of the wave whose child has not finished; where somebody stopped or took consent back, nobody."""
        groups = select(_WG.c.group_id).where(_WG.c.wave_id == wave_id)
        done = exists().where(
            _T.c.wave_id == wave_id,
            _T.c.child_id == _C.c.id,
            or_(
                _T.c.status == AttemptStatus.FINISHED.value,
                _T.c.status == AttemptStatus.STOPPED.value,
            ),
        )
        taken_back = exists().where(_CC.c.child_id == _C.c.id, _CC.c.withdrawn_by.is_not(None))
        stands = exists().where(_CC.c.child_id == _C.c.id, _CC.c.withdrawn_at.is_(None))
        return _audience(
            _of_groups(organisation_id).where(_C.c.group_id.in_(groups), ~done, or_(~taken_back, stands))
        )

    def teachers(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId], today: date
    ) -> Audience:
        """Who teaches these groups today."""
        return Audience(
            select(_M.c.person_id)
            .join(_TE, _TE.c.membership_id == _M.c.id)
            .where(
                _M.c.organisation_id == organisation_id,
                _M.c.role == Role.TEACHER.value,
                _M.c.ended_at.is_(None),
                _TE.c.group_id.in_(sorted(group_ids)),
                or_(_TE.c.starts_on.is_(None), _TE.c.starts_on <= today),
                or_(_TE.c.ends_on.is_(None), _TE.c.ends_on >= today),
            )
        )

    async def _waves(self, query: Select[Any], **named: Any) -> list[Wave]:
        rows: Sequence[Any] = (await self._connection.execute(query, named)).mappings().all()
        return await with_groups(self._connection, rows)


_REPRESENTS: tuple[ColumnElement[bool], ...] = (
    _GU.c.kinship != Kinship.RELATIVE.value,
    _M.c.role == Role.PARENT.value,
    _M.c.ended_at.is_(None),
)


def _of_groups(organisation_id: OrganisationId) -> Select[Any]:
    return (
        select(_M.c.person_id)
        .join(_GU, _GU.c.membership_id == _M.c.id)
        .join(_C, _C.c.id == _GU.c.child_id)
        .where(_M.c.organisation_id == organisation_id, *_REPRESENTS, _C.c.left_at.is_(None))
    )


def _audience(people: Select[Any]) -> Audience:
    return Audience(people, people.with_only_columns(_C.c.id))
