"""Waves: opened, nudged, closed, with what they counted; and the packs that psychologists approved."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import PackApprovalRow, WaveCellRow, WaveGroupRow, WaveNudgeRow, WaveRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.ids import GroupId, OrganisationId, PersonId, WaveId
from domain.wave_cells import Cell, Measure
from domain.waves import PackApproval, Wave, WaveDraft, WaveKind, WaveStatus

_W, _WG = table(WaveRow), table(WaveGroupRow)
_A, _C = table(PackApprovalRow), table(WaveCellRow)
COLUMNS = (
    _W.c.id,
    _W.c.organisation_id,
    _W.c.slug,
    _W.c.version,
    _W.c.kind,
    _W.c.school_year,
    _W.c.status,
    _W.c.opened_at,
    _W.c.closes_at,
    _W.c.closed_at,
)
_FIND = select(*COLUMNS).where(
    _W.c.id == bindparam("wave_id"), _W.c.organisation_id == bindparam("organisation_id")
)
_HOLD = _FIND.with_for_update(read=True)
_SEED = select(_W.c.seed).where(
    _W.c.id == bindparam("wave_id"), _W.c.organisation_id == bindparam("organisation_id")
)
_OPENED_BY = select(_W.c.opened_by).where(
    _W.c.id == bindparam("wave_id"), _W.c.organisation_id == bindparam("organisation_id")
)
_OF_QUIZ = (
    select(*COLUMNS)
    .where(_W.c.organisation_id == bindparam("organisation_id"), _W.c.slug == bindparam("slug"))
    .order_by(_W.c.id)
)
_YEAR = (
    select(*COLUMNS)
    .where(
        _W.c.organisation_id == bindparam("organisation_id"),
        _W.c.slug == bindparam("slug"),
        _W.c.school_year == bindparam("school_year"),
    )
    .order_by(_W.c.id)
)
_HELD_YEAR = _YEAR.with_for_update(key_share=True)
_BY_DRAFT = select(*COLUMNS).where(
    _W.c.draft_token == bindparam("token"), _W.c.organisation_id == bindparam("organisation_id")
)
_GROUPS = select(_WG.c.wave_id, _WG.c.group_id).where(
    _WG.c.wave_id.in_(bindparam("wave_ids", expanding=True))
)
_APPROVED = select(_A.c.approved_by, _A.c.approved_at).where(
    _A.c.organisation_id == bindparam("organisation_id"),
    _A.c.slug == bindparam("slug"),
    _A.c.version == bindparam("version"),
)
_HOLD_APPROVED = _APPROVED.with_for_update()
_CELLS = select(_C.c.group_id, _C.c.mode, _C.c.measure, _C.c.level, _C.c.n).where(
    _C.c.wave_id == bindparam("wave_id"), _C.c.organisation_id == bindparam("organisation_id")
)


class Waves:
    """Finds and writes waves."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, wave_id: WaveId) -> Wave | None:
        """A wave of the organisation with its groups."""
        return await self._one(_FIND, organisation_id=organisation_id, wave_id=wave_id)

    async def hold(self, organisation_id: OrganisationId, wave_id: WaveId) -> Wave | None:
        """The same; it stays as it is until the end of this transaction, so that it is not closed meanwhile."""
        return await self._one(_HOLD, organisation_id=organisation_id, wave_id=wave_id)

    async def year_of(self, wave: Wave, *, hold: bool = False) -> Mapping[WaveKind, Wave]:
        """The waves of its instrument and school year: itself and, if there is one, the other.

        Whoever closes one holds both: of two that are closed at once the later one sees the earlier one closed.
        """
        found = await self._connection.execute(
            _HELD_YEAR if hold else _YEAR,
            {"organisation_id": wave.organisation_id, "slug": wave.slug, "school_year": wave.school_year},
        )
        waves = await with_groups(self._connection, found.mappings().all())
        return {one.kind: one for one in waves}

    async def find_by_draft(self, organisation_id: OrganisationId, token: str) -> Wave | None:
        """The wave that was opened from a form."""
        return await self._one(_BY_DRAFT, organisation_id=organisation_id, token=token)

    async def seed(self, organisation_id: OrganisationId, wave_id: WaveId) -> int:
        """By what the forms of the wave's children are drawn."""
        found = await self._connection.execute(
            _SEED, {"organisation_id": organisation_id, "wave_id": wave_id}
        )
        return int(found.scalar_one())

    async def opened_by(self, organisation_id: OrganisationId, wave_id: WaveId) -> PersonId | None:
        """Who opened the wave."""
        found = await self._connection.execute(
            _OPENED_BY, {"organisation_id": organisation_id, "wave_id": wave_id}
        )
        person = found.scalar_one_or_none()
        return None if person is None else PersonId(person)

    async def of_quiz(self, organisation_id: OrganisationId, slug: str) -> list[Wave]:
        """Every wave that a quiz has had here, open or closed: two a year."""
        rows = await self._connection.execute(_OF_QUIZ, {"organisation_id": organisation_id, "slug": slug})
        return await with_groups(self._connection, rows.mappings().all())

    async def add_group(self, wave: Wave, group_id: GroupId) -> bool:
        """Let another group take part; False when it does already."""
        added = await self._connection.execute(
            upsert(self._connection, _WG).values(wave_id=wave.id, group_id=group_id).on_conflict_do_nothing()
        )
        return added.rowcount == 1

    async def open(
        self,
        organisation_id: OrganisationId,
        instrument: tuple[str, int],
        draft: WaveDraft,
        token: str,
        *,
        school_year: int,
        closes_at: datetime,
        seed: int,
        by: PersonId,
    ) -> WaveId | None:
        """Write a wave; None when the school year has this one already, or the form was sent before."""
        slug, version = instrument
        made = await self._connection.execute(
            upsert(self._connection, _W)
            .values(
                organisation_id=organisation_id,
                slug=slug,
                version=version,
                kind=draft.kind.value,
                school_year=school_year,
                status=WaveStatus.OPEN.value,
                seed=seed,
                draft_token=token,
                opened_by=by,
                opened_at=self._clock.now(),
                closes_at=closes_at,
            )
            .on_conflict_do_nothing()
            .returning(_W.c.id)
        )
        wave_id = made.scalar_one_or_none()
        if wave_id is None:
            return None
        await self._connection.execute(
            insert(_WG), [{"wave_id": wave_id, "group_id": group} for group in sorted(draft.group_ids)]
        )
        return WaveId(wave_id)

    async def close(self, organisation_id: OrganisationId, wave_id: WaveId) -> bool:
        """Close a wave; False when it is closed already."""
        closed = await self._connection.execute(
            update(_W)
            .where(
                _W.c.id == wave_id,
                _W.c.organisation_id == organisation_id,
                _W.c.status == WaveStatus.OPEN.value,
            )
            .values(status=WaveStatus.CLOSED.value, closed_at=self._clock.now())
        )
        return closed.rowcount == 1

    async def mark_nudged(self, organisation_id: OrganisationId, wave_id: WaveId, number: int) -> bool:
        """Take a nudge upon oneself; False when somebody else has, or the wave is another organisation's."""
        if await self.find(organisation_id, wave_id) is None:
            return False
        marked = await self._connection.execute(
            upsert(self._connection, table(WaveNudgeRow))
            .values(wave_id=wave_id, number=number, put_at=self._clock.now())
            .on_conflict_do_nothing()
        )
        return marked.rowcount == 1

    async def approve(
        self, organisation_id: OrganisationId, slug: str, version: int, *, by: PersonId
    ) -> bool:
        """Write down that the pack was approved; False when it is already."""
        done = await self._connection.execute(
            upsert(self._connection, _A)
            .values(
                organisation_id=organisation_id,
                slug=slug,
                version=version,
                approved_by=by,
                approved_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
        )
        return done.rowcount == 1

    async def take_turn(self, organisation_id: OrganisationId, slug: str, version: int) -> None:
        """Let people who open waves follow one another: what one reads from here on is committed."""
        await self._connection.execute(
            _HOLD_APPROVED, {"organisation_id": organisation_id, "slug": slug, "version": version}
        )

    async def approval(self, organisation_id: OrganisationId, slug: str, version: int) -> PackApproval | None:
        """By whom and when the pack was approved."""
        found = await self._connection.execute(
            _APPROVED, {"organisation_id": organisation_id, "slug": slug, "version": version}
        )
        row = found.one_or_none()
        return None if row is None else PackApproval(PersonId(row.approved_by), row.approved_at)

    async def freeze(self, organisation_id: OrganisationId, wave_id: WaveId, cells: Iterable[Cell]) -> None:
        """Store what a wave has counted at its closing."""
        rows = [
            {
                "wave_id": wave_id,
                "organisation_id": organisation_id,
                "group_id": cell.group_id,
                "mode": cell.mode,
                "measure": cell.measure.value,
                "level": cell.level,
                "n": cell.n,
            }
            for cell in cells
        ]
        if rows:
            await self._connection.execute(insert(_C), rows)

    async def cells(self, organisation_id: OrganisationId, wave_id: WaveId) -> tuple[Cell, ...]:
        """What a closed wave counted."""
        rows = await self._connection.execute(
            _CELLS, {"organisation_id": organisation_id, "wave_id": wave_id}
        )
        return tuple(
            Cell(GroupId(row["group_id"]), row["mode"], Measure(row["measure"]), row["level"], row["n"])
            for row in rows.mappings()
        )

    async def _one(self, query: Select[Any], **named: Any) -> Wave | None:
        row = (await self._connection.execute(query, named)).mappings().one_or_none()
        return None if row is None else (await with_groups(self._connection, [row]))[0]


async def with_groups(connection: AsyncConnection, rows: Sequence[RowMapping]) -> list[Wave]:
    """Rows of `waves` as the domain knows them, in their order."""
    if not rows:
        return []
    groups: dict[int, set[GroupId]] = {row["id"]: set() for row in rows}
    held = await connection.execute(_GROUPS, {"wave_ids": list(groups)})
    for wave_id, group_id in held:
        groups[wave_id].add(GroupId(group_id))
    return [wave_of(row, frozenset(groups[row["id"]])) for row in rows]


def wave_of(row: RowMapping, group_ids: frozenset[GroupId]) -> Wave:
    """A row of `waves` as the domain knows it."""
    return Wave(
        id=WaveId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        slug=row["slug"],
        version=row["version"],
        kind=WaveKind(row["kind"]),
        school_year=row["school_year"],
        status=WaveStatus(row["status"]),
        opened_at=row["opened_at"],
        closes_at=row["closes_at"],
        group_ids=group_ids,
        closed_at=row["closed_at"],
    )
