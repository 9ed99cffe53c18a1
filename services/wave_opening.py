"""The opening of a wave: what is in its way, forms drawn for every child, representatives invited."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from db.work import Reading, Work
from domain.ids import WaveId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from domain.quizzes import Instrument
from domain.wave_notices import invitation, subject_of
from domain.waves import WaveDraft, draw_forms, end_of, may_open, school_year
from services.quiz_starting import SEEDS


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opens which wave today, with which quiz."""

    actor: Actor
    organisation: Organisation
    instrument: Instrument
    draft: WaveDraft
    today: date

    @property
    def closes_at(self) -> datetime:
        """The end of the chosen last day."""
        return end_of(self.draft.closes_on, self.organisation.timezone)

    @property
    def school_year(self) -> int:
        """The school year that it belongs to."""
        return school_year(self.today)


async def refuse_opening(reading: Reading, opening: Opening) -> Refused | None:
    """What is in the way of a wave; None when it may be opened.

    Raises `Missing` for a group that is no more, or for whose age this quiz is not.
    """
    here, draft, instrument = opening.organisation.id, opening.draft, opening.instrument
    of_age = {group.id for group in await reading.groups.active(here) if group.age_band in instrument.ages}
    if not draft.group_ids <= of_age:
        raise Missing
    if refused := may_open(draft, today=opening.today):
        return refused
    if await reading.waves.approved_at(here, instrument.slug, instrument.version) is None:
        return Refused(Reason.PACK_NOT_APPROVED)
    if await reading.waves.exists(here, instrument.slug, opening.school_year, draft.kind):
        return Refused(Reason.WAVE_EXISTS)
    return None


async def open_wave(work: Work, opening: Opening, token: str) -> int | None:
    """Write the wave, draw forms (rule 22), invite; how many are invited. None when somebody was faster."""
    here, draft = opening.organisation.id, opening.draft
    seed = secrets.randbelow(SEEDS)
    wave_id = await work.waves.open(
        here,
        (opening.instrument.slug, opening.instrument.version),
        draft,
        token,
        school_year=opening.school_year,
        closes_at=opening.closes_at,
        seed=seed,
        by=opening.actor.person_id,
    )
    if wave_id is None:
        return None
    await _draw(work, opening, wave_id, seed)
    told = await work.outbox.fan_out(
        invitation(here, wave_id, closes_at=opening.closes_at),
        work.wave_reads.representatives(here, draft.group_ids),
    )
    await work.audit.note(
        "wave.opened",
        organisation_id=here,
        by=opening.actor.person_id,
        subject=subject_of(wave_id),
        groups=len(draft.group_ids),
        kind=draft.kind.value,
    )
    return told


async def _draw(work: Work, opening: Opening, wave_id: WaveId, seed: int) -> None:
    wave = await work.waves.find(opening.organisation.id, wave_id)
    assert wave is not None, "it was written in this transaction"
    for group_id in sorted(wave.group_ids):
        before = await work.form_draws.of_group(wave, group_id)
        drawn = draw_forms(before, seed=seed + group_id)
        await work.form_draws.write(
            wave, {child: form for child, form in drawn.items() if before[child] is None}
        )
