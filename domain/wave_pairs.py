"""Pairs: what one child did in the start wave and in the final one of a school year, as counts (rules 15b, 23, 29). Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from domain.attempts import Help, Mode
from domain.events import GroupLabel
from domain.ids import ChildId, GroupId
from domain.people import Organisation
from domain.quizzes import Instrument
from domain.scoring import Level
from domain.wave_cells import LEVELLED, Cell, Measure
from domain.waves import Wave, WaveKind, WaveStatus

FEWEST = 10
"""Below so many pairs only their number is told of, no conclusion (rule 29)."""


class Pairing(StrEnum):
    """Whether a final wave has pairs, and why not."""

    COUNTED = "counted"
    FINAL_OPEN = "final-open"
    NO_START = "no-start"
    """The school year had no start wave."""
    START_OPEN = "start-open"
    """They are counted when it is closed too."""
    OTHER_SCALE = "other-scale"
    """Its version weighs answers in another way: a difference would say nothing."""


class Fate(StrEnum):
    """What became of a child who finished at least one of the two waves; the first that holds."""

    ONLY_START = "only-start"
    ONLY_FINAL = "only-final"
    OTHER_MODE = "other-mode"
    """Only equal modes are compared (rule 23)."""
    MUCH_HELP = "much-help"
    """An adult helped much at one of them: that stays out of the levels (domain.md § 2.2)."""
    UNCLEAR = "unclear"
    """Too little was answered in one of them."""
    PAIRED = "paired"


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished attempt as far as it is compared."""

    child_id: ChildId
    group_id: GroupId
    mode: Mode
    help: Help | None
    points: Mapping[Measure, Fraction | None]
    levels: Mapping[Measure, Level | None]
    """None: too little was answered."""


@dataclass(frozen=True, slots=True)
class FateCount:
    """Children with this fate. They count in the group and with the mode of the final wave, if they were there."""

    group_id: GroupId
    mode: Mode
    measure: Measure
    fate: Fate
    n: int


@dataclass(frozen=True, slots=True)
class Change:
    """Pairs whose points changed by so much: final minus start, exact."""

    group_id: GroupId
    mode: Mode
    measure: Measure
    change: Fraction
    n: int


@dataclass(frozen=True, slots=True)
class Shift:
    """Pairs that began on one level and ended on another, or on the same."""

    group_id: GroupId
    mode: Mode
    measure: Measure
    start: Level
    final: Level
    n: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """All that is kept of them: every figure of rule 29 comes from these counts."""

    fates: tuple[FateCount, ...] = ()
    changes: tuple[Change, ...] = ()
    shifts: tuple[Shift, ...] = ()


def pairing(final: Wave, start: Wave | None, *, one_scale: bool) -> Pairing:
    """Whether the two waves of a school year have pairs: as soon as both are closed."""
    if start is None:
        return Pairing.NO_START
    if final.status is WaveStatus.OPEN:
        return Pairing.FINAL_OPEN
    if start.status is WaveStatus.OPEN:
        return Pairing.START_OPEN
    return Pairing.COUNTED if one_scale else Pairing.OTHER_SCALE


def same_scale(one: Instrument, other: Instrument) -> bool:
    """Whether points and levels of two versions of an instrument mean the same, however they word their questions."""
    return one.slug == other.slug and all(
        getattr(one, name) == getattr(other, name)
        for name in ("criteria", "total", "missing_allowed", "knowledge_floor")
    )


def pairs(start: Iterable[Finished], final: Iterable[Finished]) -> Pairs:
    """The counts of a school year, in a fixed order: at most one attempt of a child in each wave."""
    before = {one.child_id: one for one in start}
    after = {one.child_id: one for one in final}
    fates: Counter[tuple[GroupId, Mode, Measure, Fate]] = Counter()
    changes: Counter[tuple[GroupId, Mode, Measure, Fraction]] = Counter()
    shifts: Counter[tuple[GroupId, Mode, Measure, Level, Level]] = Counter()
    for child_id in before.keys() | after.keys():
        first, last = before.get(child_id), after.get(child_id)
        counted = last or before[child_id]
        for measure in LEVELLED:
            here = (counted.group_id, counted.mode, measure)
            fate = _fate(first, last, measure)
            fates[*here, fate] += 1
            if fate is not Fate.PAIRED or first is None or last is None:
                continue
            began, ended = first.levels[measure], last.levels[measure]
            if began is not None and ended is not None:
                shifts[*here, began, ended] += 1
            had, has = first.points[measure], last.points[measure]
            if had is not None and has is not None:
                changes[*here, has - had] += 1
    return Pairs(
        fates=tuple(FateCount(*where, n) for where, n in sorted(fates.items())),
        changes=tuple(Change(*where, n) for where, n in sorted(changes.items())),
        shifts=tuple(Shift(*where, n) for where, n in sorted(shifts.items())),
    )


@dataclass(frozen=True, slots=True)
class Direction:
    """How many pairs gained points, kept them, lost some."""

    up: int
    same: int
    down: int


@dataclass(frozen=True, slots=True)
class PairSummary:
    """Pairs of one group, or of all together."""

    n: int
    """Pairs by the total."""
    modes: Mapping[Mode, int]
    left_out: Mapping[Fate, int]
    """Children who finished a wave and are in no pair by the total."""
    matrix: Mapping[tuple[Level, Level], int]
    """Levels of the total at the start and at the end."""
    directions: Mapping[Measure, Direction]


@dataclass(frozen=True, slots=True)
class Helped:
    """How much adults helped at the finished attempts of a wave (rule 24)."""

    none: int
    little: int
    much: int


@dataclass(frozen=True, slots=True)
class PairsPage:
    """The pairs of a final wave as its psychologist sees them."""

    wave: Wave
    organisation: Organisation
    pairing: Pairing
    summary: PairSummary
    """Nothing in it unless they are counted."""
    groups: tuple[GroupLabel, ...]
    """Groups that have counts of their own."""
    helped: Mapping[WaveKind, Helped]
    """In each of the two waves, pairs or not."""
    group: GroupLabel | None = None
    """None: all of them together."""


def summary(kept: Pairs, group_id: GroupId | None) -> PairSummary:
    """What the counts say together; of every group when none is named."""

    def here(one: FateCount | Change | Shift) -> bool:
        return group_id is None or one.group_id == group_id

    modes: Counter[Mode] = Counter()
    fates: Counter[Fate] = Counter()
    for one in kept.fates:
        if here(one) and one.measure is Measure.TOTAL:
            fates[one.fate] += one.n
            modes[one.mode] += one.n if one.fate is Fate.PAIRED else 0
    matrix: Counter[tuple[Level, Level]] = Counter()
    for shift in kept.shifts:
        if here(shift) and shift.measure is Measure.TOTAL:
            matrix[shift.start, shift.final] += shift.n
    paired = fates.pop(Fate.PAIRED, 0)
    return PairSummary(
        n=paired,
        modes=+modes,
        left_out=fates,
        matrix=matrix,
        directions={
            measure: _direction(one for one in kept.changes if here(one) and one.measure is measure)
            for measure in LEVELLED
        },
    )


def helped(cells: Iterable[Cell], group_id: GroupId | None) -> Helped:
    """What the cells of a wave say of help; of every group when none is named."""
    told: Counter[Measure] = Counter()
    for cell in cells:
        if group_id is None or cell.group_id == group_id:
            told[cell.measure] += cell.n
    little, much = told[Measure.LITTLE_HELP], told[Measure.MUCH_HELP]
    return Helped(told[Measure.FINISHED] - little - much, little, much)


def _fate(first: Finished | None, last: Finished | None, measure: Measure) -> Fate:
    if last is None:
        return Fate.ONLY_START
    if first is None:
        return Fate.ONLY_FINAL
    if first.mode is not last.mode:
        return Fate.OTHER_MODE
    if Help.MUCH in (first.help, last.help):
        return Fate.MUCH_HELP
    if first.levels[measure] is None or last.levels[measure] is None:
        return Fate.UNCLEAR
    return Fate.PAIRED


def _direction(changes: Iterable[Change]) -> Direction:
    held = list(changes)
    return Direction(
        up=sum(one.n for one in held if one.change > 0),
        same=sum(one.n for one in held if one.change == 0),
        down=sum(one.n for one in held if one.change < 0),
    )
