"""The beginning of an attempt: once for a child and a wave, with the form that was drawn for the child."""

import secrets
from dataclasses import replace

from db.work import Work
from domain.access import Permission
from domain.attempts import Attempt, AttemptStatus, Mode
from domain.child_consents import represents
from domain.ids import AttemptId, ChildId, PersonId, WaveId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Child
from domain.quizzes import FormLetter
from domain.waves import Wave, draw_forms, form_in, may_play
from services.access import access_child
from services.quiz_access import tie_to
from services.quiz_offers import Offering
from services.quiz_standing import consent_missing, is_stopped_for

SEEDS = 2**31
"""Seeds are numbers below this."""


async def begin(
    work: Work,
    offering: Offering,
    actor: Actor,
    wave_id: WaveId,
    child_id: ChildId,
    *,
    pictures: bool,
) -> AttemptId | Refused:
    """A representative begins at home, or goes on with what was begun."""
    tie = tie_to(actor, child_id)
    if tie is None:
        raise Missing
    if not represents(tie.child):
        return Refused(Reason.ONLY_REPRESENTATIVE)
    child = Child(child_id, tie.membership.organisation_id, tie.child.number, tie.child.group_id)
    return await _begin(
        work, offering, actor, wave_id, child, Mode.HOME, asks=actor.person_id, pictures=pictures
    )


async def begin_with_staff(
    work: Work,
    offering: Offering,
    actor: Actor,
    wave_id: WaveId,
    child_id: ChildId,
    mode: Mode,
    *,
    pictures: bool,
) -> AttemptId | Refused:
    """Staff of the child's group sit with the child, or enter what was played on paper (rule 23)."""
    _, child = await access_child(work, actor, child_id, Permission.ENTER_RESULTS)
    if child.left_at is not None:
        return Refused(Reason.CHILD_LEFT)
    return await _begin(work, offering, actor, wave_id, child, mode, asks=None, pictures=pictures)


async def _begin(
    work: Work,
    offering: Offering,
    actor: Actor,
    wave_id: WaveId,
    child: Child,
    mode: Mode,
    *,
    asks: PersonId | None,
    pictures: bool,
) -> AttemptId | Refused:
    """One attempt for a child and a wave, however many begin it at once.

    The wave is held, so that it is not closed meanwhile; the child's turn is taken, so that a consent is not taken
    back between the look at it and the row that rests on it.
    """
    wave = await work.waves.hold(child.organisation_id, wave_id)
    if wave is None:
        raise Missing
    await work.child_consents.take_turn(child.organisation_id, child.id)
    attempt = await work.attempts.find(child.organisation_id, wave_id, child.id)
    if attempt is None and child.group_id not in wave.group_ids:
        raise Missing
    if attempt is not None and attempt.status is AttemptStatus.FINISHED:
        return Refused(Reason.ATTEMPT_FINISHED)
    if closed := may_play(wave, now=work.clock.now()):
        return closed
    if attempt is not None and await _is_stopped(work, attempt, asks):
        return Refused(Reason.ATTEMPT_STOPPED)
    if refused := await consent_missing(work, offering.version, child.organisation_id, child.id, asks=asks):
        return refused
    if attempt is None:
        attempt = await _write(work, actor, wave, child, mode, pictures=pictures)
    if attempt.mode is not mode:
        return Refused(Reason.ATTEMPT_ELSEWHERE)
    if attempt.status is not AttemptStatus.OPEN:
        await work.attempts.set_status(attempt, AttemptStatus.OPEN)
        await _note(work, actor, replace(attempt, status=AttemptStatus.OPEN), "attempt.resumed")
    return attempt.id


async def _is_stopped(work: Work, attempt: Attempt, asks: PersonId | None) -> bool:
    """Whoever stopped it may begin again; staff and the other representative may not."""
    if attempt.status is not AttemptStatus.STOPPED:
        return False
    return asks is None or await is_stopped_for(work, attempt, asks)


async def _write(
    work: Work, actor: Actor, wave: Wave, child: Child, mode: Mode, *, pictures: bool
) -> Attempt:
    form = await _form(work, wave, child)
    begun = await work.attempts.begin(
        wave, child, form, mode, seed=secrets.randbelow(SEEDS), pictures=pictures
    )
    attempt = await work.attempts.find(wave.organisation_id, wave.id, child.id)
    assert attempt is not None, "it was written, or was there"
    if begun:
        await _note(work, actor, attempt, "attempt.begun")
    return attempt


async def _form(work: Work, wave: Wave, child: Child) -> FormLetter:
    """What was drawn at the opening; a child who came later is drawn now. The final wave gives the other form."""
    draws = await work.form_draws.of_group(wave, child.group_id)
    drawn = draws.get(child.id)
    if drawn is None:
        seed = await work.waves.seed(wave.organisation_id, wave.id)
        drawn = draw_forms({**draws, child.id: None}, seed=seed + child.id)[child.id]
        await work.form_draws.write(wave, {child.id: drawn})
    return form_in(wave, drawn)


async def _note(work: Work, actor: Actor, attempt: Attempt, action: str) -> None:
    await work.audit.note(
        action,
        organisation_id=attempt.organisation_id,
        by=actor.person_id,
        subject=f"attempt:{attempt.id}",
        mode=attempt.mode.value,
    )
