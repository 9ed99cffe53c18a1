"""The opening of a wave: what is in its way, forms drawn for every child, representatives invited."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from db.work import Reading, Work
from domain.events import GroupLabel
from domain.ids import GroupId, OrganisationId
from domain.notices import Circular
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from domain.quiz_views import WaveReach
from domain.quizzes import Instrument
from domain.wave_notices import invitation, subject_of
from domain.waves import Wave, WaveDraft, draw_forms, end_of, in_the_way, may_open, school_year
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
    if await reading.waves.approval(here, instrument.slug, instrument.version) is None:
        return Refused(Reason.PACK_NOT_APPROVED)
    return in_the_way(draft.kind, opening.school_year, await reading.waves.of_quiz(here, instrument.slug))


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
    wave = await work.waves.find(here, wave_id)
    assert wave is not None, "it was written in this transaction"
    await draw(work, wave, wave.group_ids, seed)
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


async def reach_of(
    reading: Reading, organisation_id: OrganisationId, circular: Circular, group_ids: Collection[GroupId]
) -> WaveReach:
    """Whom an invitation would reach, before it goes out."""
    children, families = await reading.wave_reads.count_families(organisation_id, group_ids)
    budget = await reading.outbox.preview_budget(
        circular, reading.wave_reads.representatives(organisation_id, group_ids)
    )
    return WaveReach(
        children=children,
        families=families,
        adults=budget.people - budget.closed,
        limited_families=budget.limited_families,
        closed=budget.closed,
    )


async def groups_outside(reading: Reading, instrument: Instrument, wave: Wave) -> tuple[GroupLabel, ...]:
    """Groups of the quiz's age that do not take part in a wave."""
    return tuple(
        GroupLabel(group.id, group.name, group.emoji)
        for group in await reading.groups.active(wave.organisation_id)
        if group.age_band in instrument.ages and group.id not in wave.group_ids
    )


async def draw(work: Work, wave: Wave, group_ids: Collection[GroupId], seed: int) -> None:
    """Draw a form for every child of these groups who has none yet (rule 22)."""
    for group_id in sorted(group_ids):
        before = await work.form_draws.of_group(wave, group_id)
        drawn = draw_forms(before, seed=seed + group_id)
        await work.form_draws.write(
            wave, {child: form for child, form in drawn.items() if before[child] is None}
        )
