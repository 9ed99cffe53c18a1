"""Traces that a person leaves in the tables of quizzes and waves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Executable, func, select, update

from db.models import (
    AttemptRow,
    AttemptScoreRow,
    Base,
    ChildConsentRow,
    FormDrawRow,
    PackApprovalRow,
    QuizAnswerRow,
    WaveRow,
)
from db.traces import Trace, Whom, keep


def _cut_off(table: type[Base], rows: ColumnElement[bool], now: datetime) -> Sequence[Executable]:
    """A proof of consent stays three years with its keyed hash instead of the person."""
    withdrawn = func.coalesce(ChildConsentRow.withdrawn_at, now)
    return [update(table).where(rows).values(person_id=None, withdrawn_at=withdrawn)]


def _attempts(whom: Whom) -> Any:
    return select(AttemptRow.id).where(AttemptRow.child_id.in_(whom.represented))


TRACES: tuple[Trace, ...] = (
    Trace(
        ChildConsentRow,
        lambda whom: ChildConsentRow.person_id == whom.person_id,
        _cut_off,
        hidden=frozenset({"entered_by", "withdrawn_by"}),
    ),
    Trace(
        ChildConsentRow,
        lambda whom: ChildConsentRow.entered_by == whom.person_id,
        keep,
        hidden=frozenset({"person_id", "person_hash", "paper_number", "paper_day", "withdrawn_by"}),
        label="child_consents_noted",
    ),
    Trace(
        ChildConsentRow,
        lambda whom: ChildConsentRow.withdrawn_by == whom.person_id,
        keep,
        hidden=frozenset({"person_id", "person_hash", "paper_number", "paper_day", "entered_by"}),
        label="child_consents_withdrawn",
    ),
    # What a child did is handed to its representatives, and goes with the last consent: `Erasures.forget_quizzes`.
    # Levels are a psychologist's interpretation, which is told on paper only (rule 10).
    Trace(FormDrawRow, lambda whom: FormDrawRow.child_id.in_(whom.represented), keep),
    Trace(
        AttemptRow,
        lambda whom: AttemptRow.child_id.in_(whom.represented),
        keep,
        hidden=frozenset({"stopped_by", "uneven"}),
    ),
    Trace(QuizAnswerRow, lambda whom: QuizAnswerRow.attempt_id.in_(_attempts(whom)), keep),
    Trace(
        AttemptScoreRow,
        lambda whom: AttemptScoreRow.attempt_id.in_(_attempts(whom)),
        keep,
        hidden=frozenset({"level"}),
    ),
    Trace(
        AttemptRow,
        lambda whom: AttemptRow.stopped_by == whom.person_id,
        keep,
        hidden=frozenset({"uneven"}),
        label="attempts_stopped",
    ),
    Trace(PackApprovalRow, lambda whom: PackApprovalRow.approved_by == whom.person_id, keep),
    Trace(WaveRow, lambda whom: WaveRow.opened_by == whom.person_id, keep),
)
"""In the order of erasing."""

NOT_PERSONAL: dict[str, str] = {
    "instrument_versions": "questions of published quizzes",
    "wave_groups": "groups that take part in a wave",
    "wave_nudges": "that a nudge was put out",
    "wave_cells": "counts of whole groups",
    "item_counts": "counts of the whole organisation",
    "pair_fates": "counts of whole groups",
    "pair_changes": "counts of whole groups",
    "pair_levels": "counts of whole groups",
}
"""Why these tables say nothing of any person."""
