"""Waves: the start and the final monitoring of a school year, opened and closed by methodist or psychologist."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.ids import ChildId, GroupId, OrganisationId, PersonId, WaveId
from domain.outcomes import Reason, Refused
from domain.quizzes import FormLetter

LONGEST = timedelta(days=60)
"""A wave that is open for longer compares children of different ages."""
NUDGE_AFTER = timedelta(days=4)
"""The first gentle nudge, after the opening."""
NUDGE_BEFORE = timedelta(days=2)
"""The second one, before the closing."""


class WaveKind(StrEnum):
    """Start (November) and final (May) of a school year."""

    START = "start"
    FINAL = "final"


class WaveStatus(StrEnum):
    """A wave is made by opening it."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WaveDraft:
    """What is chosen before a wave is opened."""

    kind: WaveKind
    closes_on: date
    """The last day, in the organisation's zone."""
    group_ids: frozenset[GroupId]


@dataclass(frozen=True, slots=True)
class Wave:
    """An opened wave of one instrument."""

    id: WaveId
    organisation_id: OrganisationId
    slug: str
    version: int
    """Of the instrument: a published version never changes."""
    kind: WaveKind
    school_year: int
    """The year in which it began: 2026 for 2026/27."""
    status: WaveStatus
    opened_at: datetime
    closes_at: datetime
    group_ids: frozenset[GroupId]
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PackApproval:
    """A psychologist has read the questions and the parents' texts and lets them be used (rule 24)."""

    by: PersonId
    at: datetime


def school_year(day: date) -> int:
    """The year in which the school year of `day` began: September opens a new one."""
    return day.year if day.month >= 9 else day.year - 1


def may_open(draft: WaveDraft, *, today: date) -> Refused | None:
    """Refuse a closing day in the past or too far away, or no group; None when the wave may be opened."""
    if not draft.group_ids:
        return Refused(Reason.NO_GROUPS)
    if draft.closes_on <= today:
        return Refused(Reason.DATE_PAST)
    if draft.closes_on - today > LONGEST:
        return Refused(Reason.DATE_TOO_FAR)
    return None


def in_the_way(kind: WaveKind, year: int, others: Iterable[Wave]) -> Refused | None:
    """Refuse a wave that a school year has had, one beside another that is open, and a start after its final.

    Two open waves would let a child play the start and the final on one evening: nothing could be compared.
    """
    had = list(others)
    if any((one.school_year, one.kind) == (year, kind) for one in had):
        return Refused(Reason.WAVE_EXISTS)
    if any(one.status is WaveStatus.OPEN for one in had):
        return Refused(Reason.WAVE_STILL_OPEN)
    if kind is WaveKind.START and any((one.school_year, one.kind) == (year, WaveKind.FINAL) for one in had):
        return Refused(Reason.WAVE_TOO_LATE)
    return None


def end_of(day: date, zone: str) -> datetime:
    """The moment at which `day` is over in `zone` (UTC): a wave takes answers until then."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def may_play(wave: Wave, *, now: datetime) -> Refused | None:
    """Answers are taken while the wave is open."""
    if wave.status is WaveStatus.CLOSED or wave.closes_at <= now:
        return Refused(Reason.WAVE_CLOSED)
    return None


def nudges_due(wave: Wave, *, now: datetime) -> tuple[int, ...]:
    """Which of the two nudges have come due by now, 1 and 2; none once the wave is over."""
    if may_play(wave, now=now) is not None:
        return ()
    first, second = wave.opened_at + NUDGE_AFTER, wave.closes_at - NUDGE_BEFORE
    due = []
    if first <= now and first < second:
        due.append(1)
    if second <= now and second > wave.opened_at:
        due.append(2)
    return tuple(due)


def form_in(wave: Wave, drawn: FormLetter) -> FormLetter:
    """The form of a child in a wave: what was drawn for the school year, in the final wave the other one (rule 22)."""
    return drawn if wave.kind is WaveKind.START else drawn.other


def draw_forms(children: Mapping[ChildId, FormLetter | None], *, seed: int) -> Mapping[ChildId, FormLetter]:
    """Which form each child of a group takes: half А, half Б, in an order drawn by `seed` (rule 22).

    `children` carry what was drawn for them before: that stands, and newcomers even the halves out.
    """
    forms = {child: form for child, form in children.items() if form is not None}
    left = sorted(child for child, form in children.items() if form is None)
    drawn = random.Random(seed)
    drawn.shuffle(left)
    for child in left:
        count = {letter: sum(form is letter for form in forms.values()) for letter in FormLetter}
        if count[FormLetter.A] == count[FormLetter.B]:
            forms[child] = drawn.choice((FormLetter.A, FormLetter.B))
        else:
            forms[child] = min(FormLetter, key=lambda letter: count[letter])
    return forms
