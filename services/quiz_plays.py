"""An attempt as the screen shows it, and its end: made of rows and of the published quiz."""

from collections.abc import Sequence
from datetime import datetime

from content.quizzes import Instruments
from db.repositories.attempts import Finish
from db.work import Work
from domain.attempt_flags import median_seconds, same_place
from domain.attempts import (
    Attempt,
    AttemptInWave,
    AttemptStatus,
    Given,
    Over,
    Question,
    rest_due,
    stage,
    stars,
)
from domain.outcomes import Reason, Refused
from domain.quiz_views import Play
from domain.quizzes import Instrument
from domain.scoring import score


def play_of(
    instruments: Instruments,
    held: AttemptInWave,
    given: Sequence[Given],
    child: str,
    *,
    now: datetime,
    late: bool = False,
    answered: Given | None = None,
) -> Play:
    """Where an attempt stands after these rows; `answered` is the one that was just written."""
    instrument = instruments.get(held.slug, held.version)
    attempt = held.attempt
    finished = attempt.status is AttemptStatus.FINISHED  # also by a closing that did not wait for the adult
    open_now = Over() if finished else stage(instrument, attempt, given)
    done, of = stars(instrument, attempt, given)
    asked_again = (
        answered is not None and isinstance(open_now, Question) and open_now.item.id == answered.item_id
    )
    return Play(
        attempt=attempt,
        instrument=instrument,
        stage=open_now,
        stars=done,
        of=of,
        child=child,
        late=late,
        rest_offered=answered is not None
        and isinstance(open_now, Question)
        and done < of
        and not asked_again
        and rest_due(instrument, attempt, given, now=now),
        refused=why_not(held),
    )


def why_not(held: AttemptInWave) -> Refused | None:
    """Why nothing is answered here any more; None for one that goes on, is paused, or is finished."""
    if held.attempt.status is AttemptStatus.FINISHED:
        return None
    if not held.wave_open:
        return Refused(Reason.WAVE_CLOSED)
    if held.attempt.status is AttemptStatus.STOPPED:
        return Refused(Reason.ATTEMPT_STOPPED)
    return None


def open_question(instruments: Instruments, held: AttemptInWave, given: Sequence[Given]) -> Question | None:
    """The question that may be answered now, if one may."""
    if why_not(held) is not None or held.attempt.status is not AttemptStatus.OPEN:
        return None
    open_now = stage(instruments.get(held.slug, held.version), held.attempt, given)
    return open_now if isinstance(open_now, Question) else None


async def finish_if_over(
    work: Work, instruments: Instruments, held: AttemptInWave, given: Sequence[Given]
) -> bool:
    """When nothing is asked any more, the attempt is scored once, in the commit of its last answer."""
    instrument = instruments.get(held.slug, held.version)
    attempt = held.attempt
    if attempt.status is not AttemptStatus.OPEN or not isinstance(stage(instrument, attempt, given), Over):
        return False
    return await finish(work, instrument, attempt, given)


async def finish(
    work: Work, instrument: Instrument, attempt: Attempt, given: Sequence[Given], *, closing: bool = False
) -> bool:
    """Score an attempt and write that it is finished; False when it was before, or its wave is closed.

    `closing`: by the closing itself, which has closed the wave already.
    """
    scored = score(instrument, attempt.form, given)
    known = Finish(
        uneven=scored.uneven,
        median_seconds=median_seconds(attempt, instrument, given),
        same_place=same_place(attempt, instrument, given),
    )
    if not await work.attempts.finish(attempt, work.clock.now(), known, closing=closing):
        return False
    await work.attempt_scores.write(attempt, scored)
    return True
