"""What a wave counts: cells by group, mode, side of readiness and level (rules 15b, 23, 30). Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.attempts import AttemptStatus, Help, Mode
from domain.ids import GroupId
from domain.quizzes import Criterion
from domain.scoring import Level

FEWEST = 5
"""Children whose levels a teacher may see together (rule 30)."""
ANY = "any"
"""A mode or a level that a count does not divide by."""
UNCLEAR = "unclear"
"""Too little was answered for a level."""


class Measure(StrEnum):
    """What is counted."""

    KNOWLEDGE = Criterion.KNOWLEDGE.value
    MOTIVE = Criterion.MOTIVE.value
    ACTION = Criterion.ACTION.value
    ACTION_OWN = "d-own"
    """Д without what the adult said (rule 18)."""
    TOTAL = "total"
    CHILDREN = "children"
    """Children of the group at the closing."""
    FINISHED = "finished"
    UNFINISHED = "unfinished"
    MUCH_HELP = "much-help"
    """Finished with much help: counted, and left out of the levels (domain.md § 2.2)."""
    LITTLE_HELP = "little-help"
    """Finished with a little help: among the levels, and told beside them (rule 24)."""


LEVELLED = (
    Measure.KNOWLEDGE,
    Measure.MOTIVE,
    Measure.ACTION,
    Measure.ACTION_OWN,
    Measure.TOTAL,
)
"""What has a level for each child."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count."""

    group_id: GroupId
    mode: str
    measure: Measure
    level: str
    n: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """An attempt as far as it is counted."""

    group_id: GroupId
    mode: Mode
    status: AttemptStatus
    help: Help | None
    levels: Mapping[Measure, Level | None]
    """Of a finished attempt; None: too little was answered."""


def cells(outcomes: Iterable[Outcome], children: Mapping[GroupId, int]) -> tuple[Cell, ...]:
    """What attempts come to, in a fixed order; `children` are those of the wave's groups."""
    counted: Counter[tuple[GroupId, str, Measure, str]] = Counter()
    for group_id, n in children.items():
        counted[group_id, ANY, Measure.CHILDREN, ANY] += n
    for outcome in outcomes:
        here = (outcome.group_id, outcome.mode.value)
        if outcome.status is not AttemptStatus.FINISHED:
            counted[*here, Measure.UNFINISHED, ANY] += 1
            continue
        counted[*here, Measure.FINISHED, ANY] += 1
        if outcome.help is Help.MUCH:
            counted[*here, Measure.MUCH_HELP, ANY] += 1
            continue
        if outcome.help is Help.LITTLE:
            counted[*here, Measure.LITTLE_HELP, ANY] += 1
        for measure in LEVELLED:
            level = outcome.levels[measure]
            counted[*here, measure, UNCLEAR if level is None else level.value] += 1
    return tuple(Cell(*where, n) for where, n in sorted(counted.items()))


@dataclass(frozen=True, slots=True)
class Profile:
    """Levels of a group, whatever the mode."""

    n: int
    """Finished attempts."""
    counted: int
    """Of them those whose levels are counted: without much help."""
    levels: Mapping[Criterion, Mapping[Level, int]]
    alone: Mapping[Level, int]
    """Д without what the adult said (rule 18)."""
    totals: Mapping[Level, int]
    helped_much: int
    helped_little: int
    unclear: int


def profile(counts: Iterable[Cell], group_id: GroupId) -> Profile:
    """What a group's cells say together."""
    own: Counter[tuple[Measure, str]] = Counter()
    for cell in counts:
        if cell.group_id == group_id:
            own[cell.measure, cell.level] += cell.n
    finished, much = own[Measure.FINISHED, ANY], own[Measure.MUCH_HELP, ANY]
    return Profile(
        n=finished,
        counted=finished - much,
        levels={
            criterion: {level: own[Measure(criterion.value), level.value] for level in Level}
            for criterion in Criterion
        },
        alone={level: own[Measure.ACTION_OWN, level.value] for level in Level},
        totals={level: own[Measure.TOTAL, level.value] for level in Level},
        helped_much=much,
        helped_little=own[Measure.LITTLE_HELP, ANY],
        unclear=own[Measure.TOTAL, UNCLEAR],
    )
