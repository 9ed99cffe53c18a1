"""What a closed wave keeps of its questions and its pairs is what its children's rows say, child by child."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping

from db.models import ItemCountRow, PairChangeRow, PairFateRow, PairLevelRow
from db.models.base import Base
from domain.attempts import Attempt, AttemptStatus, Given, Help, by_item
from domain.item_counts import NOTHING
from domain.quizzes import Instrument
from domain.scoring import points, score
from domain.wave_cells import Measure
from domain.wave_pairs import Finished, pairs
from domain.waves import WaveKind
from tests.chaos.invariants import Rows

COUNTS: tuple[type[Base], ...] = (ItemCountRow, PairFateRow, PairChangeRow, PairLevelRow)


@dataclass(frozen=True, slots=True)
class Answered:
    """A finished attempt with its answers."""

    attempt: Attempt
    instrument: Instrument
    given: tuple[Given, ...]


def check_items(wave: RowMapping, answered: Iterable[Answered], rows: Rows) -> None:
    """Each attempt without much help stands once at each of its questions; an open wave has counted nothing yet."""
    expected: Counter[tuple[object, ...]] = Counter()
    for one in answered if wave["closed_at"] is not None else ():
        attempt = one.attempt
        if attempt.wave_id != wave["id"] or attempt.help is Help.MUCH:
            continue
        tries = by_item(one.given)
        for item in one.instrument.forms[attempt.form]:
            told = tries.get(item.id, ())
            first = told[0].choice if told else None
            where = (attempt.form, attempt.mode, item.id, first or NOTHING, points(item, told) or 0)
            expected[where] += 1
    _same(rows, ItemCountRow, wave, expected, ("form", "mode", "item_id", "first", "points"))


def check_pairs(
    final: RowMapping, start: RowMapping | None, answered: Iterable[Answered], rows: Rows
) -> None:
    """A school year has its pairs as soon as both waves are closed, and not before."""
    took: dict[int, list[Finished]] = {final["id"]: []}
    if start is not None and start["closed_at"] is not None and final["closed_at"] is not None:
        took[start["id"]] = []
        for one in answered:
            if one.attempt.wave_id in took:
                took[one.attempt.wave_id].append(_finished(one))
    kept = pairs(took[start["id"]] if start is not None and start["id"] in took else (), took[final["id"]])
    fates = {(o.group_id, o.mode, o.measure, o.fate): o.n for o in kept.fates}
    _same(rows, PairFateRow, final, fates, ("group_id", "mode", "measure", "fate"))
    changes = {(o.group_id, o.mode, o.measure, str(o.change)): o.n for o in kept.changes}
    _same(rows, PairChangeRow, final, changes, ("group_id", "mode", "measure", "change"))
    shifts = {(o.group_id, o.mode, o.measure, o.start, o.final): o.n for o in kept.shifts}
    _same(rows, PairLevelRow, final, shifts, ("group_id", "mode", "measure", "start_level", "final_level"))


def check_counts(waves: Iterable[RowMapping], answered: list[Answered], rows: Rows) -> None:
    """Both, for every wave."""
    held = {(w["organisation_id"], w["slug"], w["school_year"], w["kind"]): w for w in waves}
    finished = [one for one in answered if one.attempt.status is AttemptStatus.FINISHED]
    for (*year, kind), wave in held.items():
        check_items(wave, finished, rows)
        if kind == WaveKind.FINAL:
            check_pairs(wave, held.get((*year, WaveKind.START.value)), finished, rows)
        else:
            assert not [row for row in rows.of(PairFateRow) if row["wave_id"] == wave["id"]], (
                "pairs of a start"
            )


def _finished(one: Answered) -> Finished:
    attempt, counted = one.attempt, score(one.instrument, one.attempt.form, one.given)
    sides = {Measure(criterion.value): side for criterion, side in counted.criteria.items()}
    sides[Measure.ACTION_OWN] = counted.alone
    return Finished(
        attempt.child_id,
        attempt.group_id,
        attempt.mode,
        attempt.help,
        {of: side.points for of, side in sides.items()} | {Measure.TOTAL: counted.total},
        {of: side.level for of, side in sides.items()} | {Measure.TOTAL: counted.level},
    )


def _same(
    rows: Rows,
    kind: type[Base],
    wave: RowMapping,
    expected: Mapping[Any, int],
    by: tuple[str, ...],
) -> None:
    kept = [row for row in rows.of(kind) if row["wave_id"] == wave["id"]]
    stored = {tuple(row[name] for name in by): row["n"] for row in kept}
    assert stored == expected, f"{kind.__tablename__}: kept {stored} and not {expected}"
