"""Attempts: begun once, looked up at every tap, stopped, finished."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, and_, bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AttemptRow, ChildRow, WaveRow
from db.models.base import table
from db.upsert import upsert
from domain.attempts import Attempt, AttemptInWave, AttemptStatus, Help, Mode, RoleName
from domain.clock import Clock
from domain.ids import AttemptId, ChildId, GroupId, OrganisationId, PersonId, WaveId
from domain.people import Child
from domain.quizzes import FormLetter
from domain.waves import Wave, WaveStatus

_T, _C, _W = table(AttemptRow), table(ChildRow), table(WaveRow)
COLUMNS = (
    _T.c.id,
    _T.c.organisation_id,
    _T.c.wave_id,
    _T.c.child_id,
    _C.c.number,
    _T.c.group_id,
    _T.c.form,
    _T.c.mode,
    _T.c.seed,
    _T.c.status,
    _T.c.pictures,
    _T.c.started_at,
    _T.c.stopped_by,
    _T.c.role_name,
    _T.c.help,
    _T.c.finished_at,
)
_WITH_CHILD = select(*COLUMNS).join(_C, _C.c.id == _T.c.child_id)
_LOAD = (
    select(
        *COLUMNS,
        _W.c.slug,
        _W.c.version,
        and_(_W.c.status == WaveStatus.OPEN.value, _W.c.closes_at > bindparam("now")).label("wave_open"),
        _C.c.group_id.label("child_group_id"),
    )
    .join(_C, _C.c.id == _T.c.child_id)
    .join(_W, _W.c.id == _T.c.wave_id)
    .where(_T.c.id == bindparam("attempt_id"), _C.c.left_at.is_(None))
)
_OF_ONE = _LOAD.where(_T.c.organisation_id == bindparam("organisation_id"))
_OF_SOME = _LOAD.where(_T.c.organisation_id.in_(bindparam("organisation_ids", expanding=True)))
_HOLD_OF_ONE, _HOLD_OF_SOME = (query.with_for_update(of=_T) for query in (_OF_ONE, _OF_SOME))
"""Most people are of one organisation: a list of any length is written into the statement anew at every tap."""
_LEFT_OPEN = (
    _WITH_CHILD.where(
        _T.c.wave_id == bindparam("wave_id"),
        _T.c.organisation_id == bindparam("organisation_id"),
        _T.c.status.in_((AttemptStatus.OPEN.value, AttemptStatus.PAUSED.value)),
        _T.c.help.is_not(None),
    )
    .order_by(_T.c.id)
    .with_for_update(of=_T)
)
_FIND = _WITH_CHILD.where(
    _T.c.wave_id == bindparam("wave_id"),
    _T.c.child_id == bindparam("child_id"),
    _T.c.organisation_id == bindparam("organisation_id"),
)


_WAVE_STILL_OPEN = exists().where(_W.c.id == _T.c.wave_id, _W.c.status == WaveStatus.OPEN.value).correlate(_T)
"""On PostgreSQL whoever waited for a closing has read the wave before it: nothing is changed after all."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What is known of an attempt once it is finished, besides its scores."""

    uneven: bool
    median_seconds: float | None
    same_place: bool


class Attempts:
    """Finds and writes attempts."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def load(
        self, organisation_ids: Sequence[OrganisationId], attempt_id: AttemptId, *, hold: bool = False
    ) -> AttemptInWave | None:
        """An attempt of a child who is here, with what decides whether it goes on: one question.

        Whoever means to write holds it: taps at the same attempt take turns.
        """
        named = {"attempt_id": attempt_id, "now": self._clock.now()}
        if len(organisation_ids) == 1:
            query = _HOLD_OF_ONE if hold else _OF_ONE
            found = await self._connection.execute(query, named | {"organisation_id": organisation_ids[0]})
        else:
            query = _HOLD_OF_SOME if hold else _OF_SOME
            found = await self._connection.execute(
                query, named | {"organisation_ids": list(organisation_ids)}
            )
        row = found.mappings().one_or_none()
        if row is None:
            return None
        return AttemptInWave(
            attempt_of(row),
            row["slug"],
            row["version"],
            bool(row["wave_open"]),
            GroupId(row["child_group_id"]),
        )

    async def find(
        self, organisation_id: OrganisationId, wave_id: WaveId, child_id: ChildId
    ) -> Attempt | None:
        """The only attempt of a child in a wave."""
        found = await self._connection.execute(
            _FIND, {"organisation_id": organisation_id, "wave_id": wave_id, "child_id": child_id}
        )
        row = found.mappings().one_or_none()
        return None if row is None else attempt_of(row)

    async def hold_left_open(self, organisation_id: OrganisationId, wave_id: WaveId) -> list[Attempt]:
        """Attempts of a wave in which the adult has begun to answer and nobody has finished; they are held."""
        rows = await self._connection.execute(
            _LEFT_OPEN, {"organisation_id": organisation_id, "wave_id": wave_id}
        )
        return [attempt_of(row) for row in rows.mappings()]

    async def begin(
        self, wave: Wave, child: Child, form: FormLetter, mode: Mode, *, seed: int, pictures: bool
    ) -> bool:
        """Write an attempt; False when there is one: two adults at once begin the same."""
        made = await self._connection.execute(
            upsert(self._connection, _T)
            .values(
                organisation_id=wave.organisation_id,
                wave_id=wave.id,
                child_id=child.id,
                group_id=child.group_id,
                form=form.value,
                mode=mode.value,
                seed=seed,
                status=AttemptStatus.OPEN.value,
                pictures=pictures,
                started_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
        )
        return made.rowcount == 1

    async def set_status(
        self,
        attempt: Attempt,
        status: AttemptStatus,
        *,
        by: PersonId | None = None,
    ) -> bool:
        """Pause, stop or go on; False when something else has happened to it meanwhile."""
        return await self._change(attempt, _WAVE_STILL_OPEN, status=status.value, stopped_by=by)

    async def show_as_text(self, attempt: Attempt) -> None:
        """From here on without pictures."""
        await self._change(attempt, _WAVE_STILL_OPEN, pictures=False)

    async def tell(self, attempt: Attempt, told: RoleName | Help) -> bool:
        """The role name that the child has chosen, or how much the adult helped; False when it was said before."""
        column = _T.c.role_name if isinstance(told, RoleName) else _T.c.help
        return await self._change(attempt, _WAVE_STILL_OPEN, column.is_(None), **{column.name: told.value})

    async def finish(self, attempt: Attempt, at: datetime, known: Finish, *, closing: bool = False) -> bool:
        """Nothing is asked any more; False when it was finished before, or when its wave is closed.

        `closing`: the transaction that closes the wave finishes it.
        """
        median = known.median_seconds
        return await self._change(
            attempt,
            *(() if closing else (_WAVE_STILL_OPEN,)),
            status=AttemptStatus.FINISHED.value,
            finished_at=at,
            uneven=known.uneven,
            median_ms=None if median is None else round(median * 1000),
            same_place=known.same_place,
        )

    async def _change(self, attempt: Attempt, *where: Any, **values: Any) -> bool:
        changed = await self._connection.execute(
            update(_T)
            .where(
                _T.c.id == attempt.id,
                _T.c.organisation_id == attempt.organisation_id,
                _T.c.status == attempt.status.value,
                *where,
            )
            .values(**values)
        )
        return changed.rowcount == 1


def attempt_of(row: RowMapping) -> Attempt:
    """A row of `attempts` with the child's number as the domain knows it."""
    return Attempt(
        id=AttemptId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        wave_id=WaveId(row["wave_id"]),
        child_id=ChildId(row["child_id"]),
        number=row["number"],
        group_id=GroupId(row["group_id"]),
        form=FormLetter(row["form"]),
        mode=Mode(row["mode"]),
        seed=row["seed"],
        status=AttemptStatus(row["status"]),
        pictures=row["pictures"],
        started_at=row["started_at"],
        stopped_by=None if row["stopped_by"] is None else PersonId(row["stopped_by"]),
        role_name=None if row["role_name"] is None else RoleName(row["role_name"]),
        help=None if row["help"] is None else Help(row["help"]),
        finished_at=row["finished_at"],
    )
