"""Quizzes as families and staff look at them: open waves of own children, a group's children, results by code."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import and_, bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AttemptRow, AttemptScoreRow, ChildConsentRow, ChildRow, WaveGroupRow, WaveRow
from db.models.base import table
from db.repositories.attempts import COLUMNS as ATTEMPT
from db.repositories.attempts import attempt_of
from db.repositories.waves import COLUMNS as WAVE
from db.repositories.waves import with_groups
from domain.attempts import Attempt, AttemptStatus, Help, Mode
from domain.clock import Clock
from domain.ids import ChildId, GroupId, OrganisationId, WaveId
from domain.people import Child
from domain.quiz_views import ChildInWave
from domain.scoring import Level
from domain.wave_cells import LEVELLED, Measure, Outcome
from domain.waves import Wave, WaveKind, WaveStatus

_W, _WG, _T = table(WaveRow), table(WaveGroupRow), table(AttemptRow)
_C, _S, _CC = table(ChildRow), table(AttemptScoreRow), table(ChildConsentRow)

_OF_CHILDREN = (
    select(*WAVE)
    .where(
        _W.c.organisation_id.in_(bindparam("organisation_ids", expanding=True)),
        _W.c.status == WaveStatus.OPEN.value,
        _W.c.closes_at > bindparam("now"),
        or_(
            _W.c.id.in_(
                select(_WG.c.wave_id).where(_WG.c.group_id.in_(bindparam("group_ids", expanding=True)))
            ),
            _W.c.id.in_(
                select(_T.c.wave_id).where(_T.c.child_id.in_(bindparam("child_ids", expanding=True)))
            ),
        ),
    )
    .order_by(_W.c.id)
)
_IN_OPEN_WAVES = (
    select(
        *(_W.c.slug, _W.c.version, _W.c.closes_at, _T.c.status, _T.c.mode),
        exists()
        .where(
            _CC.c.child_id == _C.c.id,
            _CC.c.organisation_id == _C.c.organisation_id,
            _CC.c.withdrawn_by.is_not(None),
        )
        .label("taken_back"),
    )
    .select_from(_C)
    .join(_W, and_(_W.c.organisation_id == _C.c.organisation_id, _W.c.status == WaveStatus.OPEN.value))
    .outerjoin(_T, and_(_T.c.wave_id == _W.c.id, _T.c.child_id == _C.c.id))
    .where(
        _C.c.id.in_(bindparam("child_ids", expanding=True)),
        _C.c.organisation_id == bindparam("organisation_id"),
        _W.c.closes_at > bindparam("now"),
        or_(
            _T.c.id.is_not(None),
            exists().where(_WG.c.wave_id == _W.c.id, _WG.c.group_id == _C.c.group_id),
        ),
    )
    .order_by(_C.c.number, _W.c.id)
)
_PAST = (
    select(*ATTEMPT, _W.c.kind.label("wave_kind"), _W.c.school_year)
    .join(_C, _C.c.id == _T.c.child_id)
    .join(_W, _W.c.id == _T.c.wave_id)
    .where(
        _T.c.child_id.in_(bindparam("child_ids", expanding=True)),
        _T.c.organisation_id.in_(bindparam("organisation_ids", expanding=True)),
        _T.c.status == AttemptStatus.FINISHED.value,
        or_(_W.c.status == WaveStatus.CLOSED.value, _W.c.closes_at <= bindparam("now")),
    )
    .order_by(_W.c.id.desc(), _C.c.number)
    .limit(bindparam("limit"))
)
_ATTEMPTS = (
    select(*ATTEMPT)
    .join(_C, _C.c.id == _T.c.child_id)
    .where(
        _T.c.wave_id.in_(bindparam("wave_ids", expanding=True)),
        _T.c.child_id.in_(bindparam("child_ids", expanding=True)),
        _T.c.organisation_id.in_(bindparam("organisation_ids", expanding=True)),
    )
)
_OF_GROUP = (
    select(_C.c.id, _C.c.number, _C.c.group_id)
    .where(
        _C.c.organisation_id == bindparam("organisation_id"),
        _C.c.group_id == bindparam("group_id"),
        _C.c.left_at.is_(None),
    )
    .order_by(_C.c.number)
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_FINISHED = (
    select(*ATTEMPT, _T.c.median_ms, _T.c.same_place)
    .join(_C, _C.c.id == _T.c.child_id)
    .where(
        _T.c.organisation_id == bindparam("organisation_id"),
        _T.c.wave_id == bindparam("wave_id"),
        _T.c.status == AttemptStatus.FINISHED.value,
    )
    .order_by(_C.c.number)
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_OUTCOMES = (
    select(_T.c.id, _T.c.group_id, _T.c.mode, _T.c.status, _T.c.help)
    .where(_T.c.wave_id == bindparam("wave_id"), _T.c.organisation_id == bindparam("organisation_id"))
    .order_by(_T.c.id)
)
_LEVELS = (
    select(_S.c.attempt_id, _S.c.measure, _S.c.level)
    .join(_T, and_(_T.c.id == _S.c.attempt_id, _T.c.wave_id == bindparam("wave_id")))
    .where(_T.c.organisation_id == bindparam("organisation_id"))
)


class QuizReads:
    """Questions over attempts and what came of them."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def waves_of_children(
        self,
        organisation_ids: Collection[OrganisationId],
        group_ids: Collection[GroupId],
        child_ids: Collection[ChildId],
    ) -> list[Wave]:
        """Open waves for these groups, or in which one of these children has begun before it moved."""
        rows = await self._connection.execute(
            _OF_CHILDREN,
            {
                "organisation_ids": sorted(organisation_ids),
                "group_ids": sorted(group_ids),
                "child_ids": sorted(child_ids),
                "now": self._clock.now(),
            },
        )
        return await with_groups(self._connection, rows.mappings().all())

    async def in_open_waves(
        self, organisation_id: OrganisationId, child_ids: Collection[ChildId]
    ) -> list[ChildInWave]:
        """These children in the open waves of their organisation, by number: for one line of a menu."""
        rows = await self._connection.execute(
            _IN_OPEN_WAVES,
            {"organisation_id": organisation_id, "child_ids": sorted(child_ids), "now": self._clock.now()},
        )
        return [
            ChildInWave(
                slug=row.slug,
                version=row.version,
                closes_at=row.closes_at,
                status=None if row.status is None else AttemptStatus(row.status),
                mode=None if row.mode is None else Mode(row.mode),
                taken_back=bool(row.taken_back),
            )
            for row in rows
        ]

    async def attempts(
        self,
        organisation_ids: Collection[OrganisationId],
        wave_ids: Collection[WaveId],
        child_ids: Collection[ChildId],
    ) -> Mapping[tuple[WaveId, ChildId], Attempt]:
        """The attempts of these children in these waves."""
        rows = await self._connection.execute(
            _ATTEMPTS,
            {
                "organisation_ids": sorted(organisation_ids),
                "wave_ids": sorted(wave_ids),
                "child_ids": sorted(child_ids),
            },
        )
        attempts = [attempt_of(row) for row in rows.mappings()]
        return {(attempt.wave_id, attempt.child_id): attempt for attempt in attempts}

    async def past(
        self, organisation_ids: Collection[OrganisationId], child_ids: Collection[ChildId], *, limit: int
    ) -> list[tuple[Attempt, WaveKind, int]]:
        """What these children have finished in waves that are over, with kind and school year; the newest first."""
        rows = await self._connection.execute(
            _PAST,
            {
                "organisation_ids": sorted(organisation_ids),
                "child_ids": sorted(child_ids),
                "now": self._clock.now(),
                "limit": limit,
            },
        )
        return [(attempt_of(row), WaveKind(row["wave_kind"]), row["school_year"]) for row in rows.mappings()]

    async def children(
        self, organisation_id: OrganisationId, group_id: GroupId, *, limit: int, offset: int
    ) -> list[Child]:
        """Children who are in a group now, by number."""
        rows = await self._connection.execute(
            _OF_GROUP,
            {"organisation_id": organisation_id, "group_id": group_id, "limit": limit, "offset": offset},
        )
        return [Child(ChildId(row.id), organisation_id, row.number, GroupId(row.group_id)) for row in rows]

    async def finished(
        self, organisation_id: OrganisationId, wave_id: WaveId, *, limit: int, offset: int
    ) -> list[tuple[Attempt, float | None, bool]]:
        """Finished attempts by the child's number: with the median of seconds, and whether taps stand in one place."""
        rows = await self._connection.execute(
            _FINISHED,
            {"organisation_id": organisation_id, "wave_id": wave_id, "limit": limit, "offset": offset},
        )
        return [
            (
                attempt_of(row),
                None if row["median_ms"] is None else row["median_ms"] / 1000,
                bool(row["same_place"]),
            )
            for row in rows.mappings()
        ]

    async def outcomes(self, organisation_id: OrganisationId, wave_id: WaveId) -> list[Outcome]:
        """Every attempt of a wave as far as it is counted."""
        named = {"organisation_id": organisation_id, "wave_id": wave_id}
        attempts = (await self._connection.execute(_OUTCOMES, named)).all()
        levels: dict[int, dict[Measure, Level | None]] = defaultdict(dict)
        for row in await self._connection.execute(_LEVELS, named):
            levels[row.attempt_id][Measure(row.measure)] = None if row.level is None else Level(row.level)
        return [_outcome(row, levels[row.id]) for row in attempts]


def _outcome(row: Any, levels: dict[Measure, Level | None]) -> Outcome:
    return Outcome(
        group_id=GroupId(row.group_id),
        mode=Mode(row.mode),
        status=AttemptStatus(row.status),
        help=None if row.help is None else Help(row.help),
        levels={measure: levels.get(measure) for measure in LEVELLED},
    )
