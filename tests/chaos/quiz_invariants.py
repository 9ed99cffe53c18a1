"""What must be true of quizzes, whatever happened: attempts, answers, scores, and what a closed wave has counted."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import RowMapping

from content.quizzes import instruments
from db.models import (
    AttemptRow,
    AttemptScoreRow,
    AuditRow,
    ChildRow,
    GuardianshipRow,
    MembershipRow,
    QuizAnswerRow,
    WaveCellRow,
    WaveGroupRow,
    WaveRow,
)
from db.models.base import Base
from db.repositories.attempts import attempt_of
from domain.actions.quizzes import AnswerQuiz
from domain.attempts import (
    Attempt,
    AttemptStatus,
    Given,
    Help,
    Over,
    Question,
    fits,
    left_to_adult,
    stage,
)
from domain.ids import GroupId
from domain.people import Kinship
from domain.quizzes import Instrument
from domain.scoring import Level, Score, score
from domain.wave_cells import Measure, Outcome, cells
from tests.chaos.count_invariants import COUNTS, Answered, check_counts
from tests.chaos.invariants import Rows, once
from tests.chaos.record import Record

ATTEMPT = "attempt."
FROZEN: tuple[type[Base], ...] = (QuizAnswerRow, AttemptScoreRow, WaveCellRow, *COUNTS)
"""What a closed wave leaves as it is, row for row."""


@dataclass(frozen=True, slots=True)
class Played:
    """An attempt with everything that belongs to it."""

    row: RowMapping
    attempt: Attempt
    instrument: Instrument
    given: tuple[Given, ...]
    lines: tuple[str, ...]
    """What the audit log says of it, in order."""
    closed: bool
    """Its wave is closed."""

    @property
    def left_to_adult(self) -> bool:
        """Whether the closing found only the adult's own question open: it counts without an answer to it."""
        return self.closed and left_to_adult(self.instrument, self.attempt, self.given)

    @property
    def finished(self) -> bool:
        """Whether nothing is asked any more."""
        return self.attempt.status is AttemptStatus.FINISHED


def check_quizzes(rows: Rows, record: Record) -> int:
    """All of it; gives how many answers are stored."""
    waves = {row["id"]: row for row in rows.of(WaveRow)}
    once((row["wave_id"], row["child_id"]) for row in rows.of(AttemptRow))
    once((row["attempt_id"], row["item_id"], row["try_no"]) for row in rows.of(QuizAnswerRow))
    played = [_played(row, rows, waves[row["wave_id"]]) for row in rows.of(AttemptRow)]
    assert {row["attempt_id"] for row in rows.of(QuizAnswerRow)} <= {one.attempt.id for one in played}
    for one in played:
        _check_life(one)
        _check_order(one)
    _check_taps(played, rows, record)
    for one in played:
        _check_scores(one, rows)
    for wave in waves.values():
        _check_cells(wave, [one for one in played if one.attempt.wave_id == wave["id"]], rows)
    answered = [Answered(one.attempt, one.instrument, one.given) for one in played]
    check_counts(waves.values(), answered, rows)
    return len(rows.of(QuizAnswerRow))


def check_nothing_after_closing(at_closing: Rows, rows: Rows) -> None:
    """What stood when the wave was closed stands still, and nothing besides; no attempt has become finished."""
    for kind in FROZEN:
        before, after = Counter(map(_face, at_closing.of(kind))), Counter(map(_face, rows.of(kind)))
        assert before == after, (kind.__tablename__, after - before, before - after)
    done, now = (
        {row["id"] for row in one.of(AttemptRow) if row["finished_at"]} for one in (at_closing, rows)
    )
    assert done == now, "finished after the closing"


def _face(row: RowMapping) -> str:
    return repr(sorted(row.items()))


def _played(row: RowMapping, rows: Rows, wave: RowMapping) -> Played:
    numbers = {child["id"]: child["number"] for child in rows.of(ChildRow)}
    lines = (line for line in rows.of(AuditRow) if line["subject"] == f"attempt:{row['id']}")
    answers = (
        Given(answer["item_id"], answer["try_no"], answer["choice"], answer["at"])
        for answer in rows.of(QuizAnswerRow)
        if answer["attempt_id"] == row["id"]
    )
    return Played(
        row=row,
        attempt=attempt_of({**row, "number": numbers[row["child_id"]]}),  # type: ignore[arg-type]  # reads by name
        instrument=instruments().get(wave["slug"], wave["version"]),
        given=tuple(answers),
        lines=tuple(line["action"].removeprefix(ATTEMPT) for line in lines),
        closed=wave["closed_at"] is not None,
    )


def _check_life(one: Played) -> None:
    """The audit log leads from its beginning to what it is now."""
    assert one.lines[:1] == ("begun",), one
    status = AttemptStatus.OPEN
    resting = (AttemptStatus.PAUSED, AttemptStatus.STOPPED)
    for line in one.lines[1:]:
        match line:
            case "paused" if status is AttemptStatus.OPEN:
                status = AttemptStatus.PAUSED
            case "stopped" if status in (AttemptStatus.OPEN, AttemptStatus.PAUSED):
                status = AttemptStatus.STOPPED
            case "resumed" if status in resting:
                status = AttemptStatus.OPEN
            case "finished" if status is AttemptStatus.OPEN or (
                status is AttemptStatus.PAUSED and one.left_to_adult
            ):
                status = AttemptStatus.FINISHED
            case _:
                raise AssertionError(f"{status} does not become {line}: {one.lines}")
    assert one.attempt.status is status, (one.attempt, one.lines)
    assert one.finished == (one.attempt.finished_at is not None), one.attempt


def _check_order(one: Played) -> None:
    """Each answer was given to the question that was open then; what is over is finished, and nothing else is."""
    left = {(given.item_id, given.try_): given for given in one.given}
    told: list[Given] = []
    while left:
        asked = stage(one.instrument, one.attempt, told)
        assert isinstance(asked, Question), f"{left} after the end of {one.attempt}"
        given = left.pop((asked.item.id, asked.try_), None)
        assert given is not None, f"{asked.item.id} was not answered before {left}"
        assert fits(asked, given.try_, given.choice), given
        told.append(given)
    over = isinstance(stage(one.instrument, one.attempt, told), Over)
    if one.left_to_adult:
        over = one.attempt.status is not AttemptStatus.STOPPED
    assert over == one.finished, one.attempt


def _check_scores(one: Played, rows: Rows) -> None:
    """Exactly the scores of the stored answers when it is finished, none before."""
    stored = [row for row in rows.of(AttemptScoreRow) if row["attempt_id"] == one.attempt.id]
    once(row["measure"] for row in stored)
    found = {row["measure"]: tuple(row.values())[2:] for row in stored}
    expected = _scores(one) if one.finished else {}
    assert found == expected, f"scored {found} and not {expected}"


def _scores(one: Played) -> dict[str, tuple[object, ...]]:
    """Numerator, denominator, answered, asked, level by measure, computed anew."""
    counted = _scored(one)
    own = counted.alone
    sides = {
        criterion.value: (
            side.points.numerator,
            side.points.denominator,
            side.answered,
            side.asked,
            side.level,
        )
        for criterion, side in counted.criteria.items()
    }
    asked = sum(side.asked for side in counted.criteria.values())
    total = counted.total
    fraction = (None, None) if total is None else (total.numerator, total.denominator)
    return {
        **sides,
        Measure.ACTION_OWN.value: (
            own.points.numerator,
            own.points.denominator,
            own.answered,
            own.asked,
            own.level,
        ),
        Measure.TOTAL.value: (*fraction, asked - counted.missing, asked, counted.level),
    }


def _scored(one: Played) -> Score:
    return score(one.instrument, one.attempt.form, one.given)


def _check_taps(played: list[Played], rows: Rows, record: Record) -> None:
    """Every stored answer was tapped by a representative of the child; the first tap on a question is what counts.

    Which of two phones was first nobody can tell from outside, nor what was tapped during a rest.
    """
    tapped: Mapping[int, list[tuple[int, AnswerQuiz]]] = defaultdict(list)
    for tap in record.taps(AnswerQuiz):
        assert isinstance(tap.action, AnswerQuiz)
        tapped[tap.action.attempt_id].append((rows.person[tap.person], tap.action))
    holder = {row["id"]: row["person_id"] for row in rows.of(MembershipRow)}
    for one in played:
        own = {
            holder[row["membership_id"]]
            for row in rows.of(GuardianshipRow)
            if row["child_id"] == one.attempt.child_id and row["kinship"] != Kinship.RELATIVE
        }
        taps = [(person, tap) for person, tap in tapped[one.attempt.id] if person in own]
        said = {(tap.item_id, tap.try_, tap.choice) for _, tap in taps}
        stored = {(given.item_id, given.try_): given.choice for given in one.given}
        untapped = {(*key, choice) for key, choice in stored.items()} - said
        assert not untapped, f"nobody tapped {untapped}"
        if len({person for person, _ in taps}) > 1 or set(one.lines) - {"begun", "finished"}:
            continue
        first: dict[tuple[str, int], str | None] = {}
        for _, action in taps:
            first.setdefault((action.item_id, action.try_), action.choice)
        assert stored == {key: first[key] for key in stored}, "a later tap took the place of the first"
        assert not one.finished or one.left_to_adult or set(stored) == set(first), (
            f"lost: {set(first) - set(stored)}"
        )


def _check_cells(wave: RowMapping, played: list[Played], rows: Rows) -> None:
    """A closed wave has counted its rows, each once; an open one has counted nothing yet."""
    kept = [row for row in rows.of(WaveCellRow) if row["wave_id"] == wave["id"]]
    stored = {(row["group_id"], row["mode"], row["measure"], row["level"]): row["n"] for row in kept}
    closings = [row for row in rows.of(AuditRow) if row["action"] == "wave.closed"]
    closed = [row for row in closings if row["subject"] == f"wave:{wave['id']}"]
    assert len(closed) == (wave["closed_at"] is not None), "closed more than once"
    if wave["closed_at"] is None:
        assert not stored
        return
    groups = {row["group_id"] for row in rows.of(WaveGroupRow) if row["wave_id"] == wave["id"]}
    here = [row for row in rows.of(ChildRow) if row["left_at"] is None and row["group_id"] in groups]
    children = Counter(GroupId(row["group_id"]) for row in here)
    counted = cells([_outcome(one) for one in played], children)
    expected = {(one.group_id, one.mode, one.measure, one.level): one.n for one in counted}
    assert stored == expected, {key: (stored.get(key), expected.get(key)) for key in {*stored, *expected}}


def _outcome(one: Played) -> Outcome:
    """What an attempt counts as, by its answers."""
    levels: dict[Measure, Level | None] = {}
    if one.finished:
        counted = _scored(one)
        levels = {Measure(criterion.value): side.level for criterion, side in counted.criteria.items()}
        levels |= {Measure.ACTION_OWN: counted.alone.level, Measure.TOTAL: counted.level}
    told: Help | None = one.attempt.help
    return Outcome(one.attempt.group_id, one.attempt.mode, one.attempt.status, told, levels)
