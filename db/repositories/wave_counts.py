"""What a closed wave keeps of its questions, and a school year of its pairs: written once, read by reports (rule 15b)."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from sqlalchemy import Table, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ItemCountRow, PairChangeRow, PairFateRow, PairLevelRow
from db.models.base import table
from domain.attempts import Mode
from domain.ids import GroupId, OrganisationId, WaveId
from domain.item_counts import ItemCount
from domain.scoring import Level
from domain.wave_cells import Measure
from domain.wave_pairs import Change, Fate, FateCount, Pairs, Shift

_I, _F, _C, _L = (table(row) for row in (ItemCountRow, PairFateRow, PairChangeRow, PairLevelRow))
_FATES, _CHANGES, _LEVELS = (
    select(*of.c).where(
        of.c.wave_id == bindparam("wave_id"), of.c.organisation_id == bindparam("organisation_id")
    )
    for of in (_F, _C, _L)
)


class WaveCounts:
    """Writes and reads counts of closed waves."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def freeze_items(
        self, organisation_id: OrganisationId, wave_id: WaveId, counts: Iterable[ItemCount]
    ) -> None:
        """Store how a wave's questions were answered."""
        await self._write(
            _I,
            {"wave_id": wave_id, "organisation_id": organisation_id},
            (
                {
                    "form": one.form.value,
                    "mode": one.mode.value,
                    "item_id": one.item_id,
                    "first": one.first,
                    "points": one.points,
                    "n": one.n,
                }
                for one in counts
            ),
        )

    async def freeze_pairs(self, organisation_id: OrganisationId, final_id: WaveId, kept: Pairs) -> None:
        """Store the pairs of a school year with its final wave."""
        of = {"wave_id": final_id, "organisation_id": organisation_id}
        await self._write(_F, of, ({**_where(one), "fate": one.fate.value} for one in kept.fates))
        await self._write(_C, of, ({**_where(one), "change": str(one.change)} for one in kept.changes))
        await self._write(
            _L,
            of,
            (
                {**_where(one), "start_level": one.start.value, "final_level": one.final.value}
                for one in kept.shifts
            ),
        )

    async def pairs(self, organisation_id: OrganisationId, final_id: WaveId) -> Pairs:
        """The pairs of a school year, as they were stored."""
        named = {"organisation_id": organisation_id, "wave_id": final_id}
        fates = await self._connection.execute(_FATES, named)
        changes = await self._connection.execute(_CHANGES, named)
        levels = await self._connection.execute(_LEVELS, named)
        return Pairs(
            fates=tuple(FateCount(*_counted(row), Fate(row.fate), row.n) for row in fates),
            changes=tuple(Change(*_counted(row), Fraction(row.change), row.n) for row in changes),
            shifts=tuple(
                Shift(*_counted(row), Level(row.start_level), Level(row.final_level), row.n) for row in levels
            ),
        )

    async def _write(self, into: Table, of: dict[str, int], counts: Iterable[dict[str, Any]]) -> None:
        rows = [{**of, **count} for count in counts]
        if rows:
            await self._connection.execute(insert(into), rows)


def _where(one: FateCount | Change | Shift) -> dict[str, Any]:
    return {
        "group_id": one.group_id,
        "mode": one.mode.value,
        "measure": one.measure.value,
        "n": one.n,
    }


def _counted(row: Any) -> tuple[GroupId, Mode, Measure]:
    return GroupId(row.group_id), Mode(row.mode), Measure(row.measure)
