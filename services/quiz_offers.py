"""A child's quiz as one adult finds it: what may be done, and why not."""

from dataclasses import dataclass, replace

from content.consents import ConsentTexts
from content.quizzes import Instruments
from db.work import Reading
from domain.attempts import Attempt, AttemptStatus, Mode
from domain.child_consents import represents
from domain.ids import ChildId, WaveId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Membership
from domain.privacy import Purpose
from domain.quiz_views import PastResult, QuizInvitation, QuizOffer, QuizWaiting
from domain.waves import Wave, may_play
from services.quiz_access import Tie, tie_to, ties
from services.quiz_standing import consent_missing, is_stopped_for

REMEMBERED = 40
"""Results of earlier waves that a family finds again: of five children for four school years."""


@dataclass(frozen=True, slots=True)
class Offering:
    """What offers are made of besides rows: the quizzes, and the consent that is asked for now."""

    instruments: Instruments
    texts: ConsentTexts

    @property
    def version(self) -> int:
        """The version of the consent for a child that is asked for now."""
        return self.texts.current_version(Purpose.CHILD)


async def offer_to(
    reading: Reading, offering: Offering, actor: Actor, wave_id: WaveId, child_id: ChildId
) -> QuizOffer:
    """The quiz of one child; `Missing` for a stranger's child and for a wave that is not for it."""
    tie = tie_to(actor, child_id)
    if tie is None:
        raise Missing
    organisation_id = tie.membership.organisation_id
    wave = await reading.waves.find(organisation_id, wave_id)
    attempt = await reading.attempts.find(organisation_id, wave_id, child_id)
    if wave is None or (attempt is None and tie.child.group_id not in wave.group_ids):
        raise Missing
    return await _offer(reading, offering, actor, tie, wave, attempt)


async def offers_to(
    reading: Reading, offering: Offering, actor: Actor, *, only: WaveId | None = None
) -> tuple[QuizOffer, ...]:
    """Open quizzes of the children whom this adult represents, by number."""
    own = [tie for tie in ties(actor) if represents(tie.child)]
    if not own:
        return ()
    organisations = {tie.membership.organisation_id for tie in own}
    children = {tie.child.child_id for tie in own}
    waves = await reading.quiz_reads.waves_of_children(
        organisations, {tie.child.group_id for tie in own}, children
    )
    waves = [wave for wave in waves if only in (None, wave.id)]
    if not waves:
        return ()
    attempts = await reading.quiz_reads.attempts(organisations, [wave.id for wave in waves], children)
    return tuple(
        [
            await _offer(reading, offering, actor, tie, wave, attempts.get((wave.id, tie.child.child_id)))
            for tie in own
            for wave in waves
            if wave.organisation_id == tie.membership.organisation_id
            and (tie.child.group_id in wave.group_ids or (wave.id, tie.child.child_id) in attempts)
        ]
    )


async def waiting_for(
    reading: Reading, offering: Offering, actor: Actor, *, only: WaveId | None = None
) -> list[QuizOffer]:
    """Those of them that this adult may begin or go on with, after agreeing if nobody has yet."""
    offers = await offers_to(reading, offering, actor, only=only)
    return [one for one in offers if one.refused is None or one.refused.reason is Reason.CONSENT_NEEDED]


async def waiting_quiz(
    reading: Reading, offering: Offering, actor: Actor, role: Membership
) -> QuizWaiting | None:
    """What `waiting_for` finds in the organisation of one role, as one line; None when nothing waits.

    The menu asks with every tap, so it is one question, and another only after a consent was taken back.
    """
    own = [tie.child_id for tie in role.children if represents(tie)]
    if not own:
        return None
    found = await reading.quiz_reads.in_open_waves(role.organisation_id, own)
    if any(one.taken_back for one in found):
        offers = await waiting_for(reading, offering, actor)
        open_to = [
            (offer.wave.slug, offer.wave.version, offer.wave.closes_at, offer.attempt is not None)
            for offer in offers
            if offer.organisation.id == role.organisation_id
        ]
    else:
        open_to = [
            (one.slug, one.version, one.closes_at, one.status is not None)
            for one in found
            if one.status is None or (one.status is AttemptStatus.OPEN and one.mode is Mode.HOME)
        ]
    if not open_to:
        return None
    slug, version, closes_at, _ = open_to[0]
    return QuizWaiting(
        title=offering.instruments.get(slug, version).title,
        closes_at=closes_at,
        zone=role.organisation.timezone,
        begun=any(begun for *_, begun in open_to),
    )


async def past_of(reading: Reading, actor: Actor) -> tuple[PastResult, ...]:
    """What children whom this adult represents have finished in waves that are over, the newest first."""
    own = {tie.child.child_id: tie for tie in ties(actor) if represents(tie.child)}
    if not own:
        return ()
    here = {tie.membership.organisation_id for tie in own.values()}
    found = await reading.quiz_reads.past(here, own, limit=REMEMBERED)
    return tuple(
        PastResult(attempt, own[attempt.child_id].shown, kind, year) for attempt, kind, year in found
    )


async def invitation_to(
    reading: Reading, offering: Offering, actor: Actor, wave_id: WaveId
) -> QuizInvitation | None:
    """A wave as one message tells this adult of it; None when no child of theirs may play any more."""
    waiting = await waiting_for(reading, offering, actor, only=wave_id)
    if not waiting:
        return None
    own = {offer.child_id for offer in waiting}
    groups = frozenset(tie.child.group_id for tie in ties(actor) if tie.child.child_id in own)
    first = waiting[0]
    return QuizInvitation(
        wave=replace(first.wave, group_ids=groups),
        organisation=first.organisation,
        instrument=first.instrument,
        groups=await reading.event_reads.labels(first.organisation.id, groups),
        children=tuple(offer.child_id for offer in waiting),
    )


async def _offer(
    reading: Reading,
    offering: Offering,
    actor: Actor,
    tie: Tie,
    wave: Wave,
    attempt: Attempt | None,
) -> QuizOffer:
    refused = await _refused(reading, offering, actor, tie, wave, attempt)
    hidden = attempt is not None and await is_stopped_for(reading, attempt, actor.person_id)
    return QuizOffer(
        wave=wave,
        organisation=tie.membership.organisation,
        instrument=offering.instruments.get(wave.slug, wave.version),
        child_id=tie.child.child_id,
        child=tie.shown,
        attempt=None if hidden or not represents(tie.child) else attempt,
        refused=refused,
    )


async def _refused(
    reading: Reading,
    offering: Offering,
    actor: Actor,
    tie: Tie,
    wave: Wave,
    attempt: Attempt | None,
) -> Refused | None:
    """Why this adult cannot play now. What is over is said before what was stopped, and both before consent."""
    if not represents(tie.child):
        return Refused(Reason.ONLY_REPRESENTATIVE)
    if attempt is not None and attempt.status is AttemptStatus.FINISHED:
        return Refused(Reason.ATTEMPT_FINISHED)
    if closed := may_play(wave, now=reading.clock.now()):
        return closed
    if attempt is not None and attempt.status is AttemptStatus.STOPPED:
        return Refused(Reason.ATTEMPT_STOPPED)
    if refused := await consent_missing(
        reading, offering.version, wave.organisation_id, tie.child.child_id, asks=actor.person_id
    ):
        return refused
    if attempt is not None and attempt.mode is not Mode.HOME:
        return Refused(Reason.ATTEMPT_ELSEWHERE)
    return None
