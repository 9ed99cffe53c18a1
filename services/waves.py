"""Waves: the pack is approved, a wave is opened, watched and closed by staff."""

from content.quizzes import WHO_DOES_WHAT, Instruments
from db.work import Database, Reading
from domain.access import Permission, grant, reach
from domain.clock import Clock
from domain.events import GroupLabel
from domain.ids import GroupId, OrganisationId, WaveId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Membership, Role
from domain.quiz_views import GroupCount, GroupProgress, WaveCard, WaveLine, WaveReach, WavesPage
from domain.quizzes import Instrument
from domain.wave_notices import invitation
from domain.waves import PackApproval, Wave, WaveDraft, WaveStatus, may_play
from services.access import access_organisation, organisation_of, today_in
from services.quiz_access import access_wave
from services.wave_closing import close_wave
from services.wave_opening import Opening, groups_outside, open_wave, reach_of, refuse_opening

LISTED = 12
"""Waves in the list: two a year, so as far back as anybody asks."""


class Waves:
    """What staff do with waves."""

    def __init__(self, database: Database, clock: Clock, instruments: Instruments) -> None:
        self._db = database
        self._clock = clock
        self._instruments = instruments

    async def overview(self, actor: Actor, organisation_id: OrganisationId) -> WavesPage:
        """The waves of an organisation with how far they have come, in the groups that this person reaches."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_WAVES, self._clock)
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_WAVES, organisation_id, today)
        instrument = self._instruments.newest(WHO_DOES_WHAT)
        async with self._db.read() as reading:
            waves = await reading.wave_reads.of_organisation(organisation_id, reached, limit=LISTED)
            counts = await reading.wave_reads.counts(organisation_id, [wave.id for wave in waves])
            approval = await reading.waves.approval(organisation_id, instrument.slug, instrument.version)
            approved_by = await _psychologist(reading, organisation_id, approval)
        lines = []
        for wave in waves:
            own = [
                count
                for (wave_id, group_id), count in counts.items()
                if wave_id == wave.id and (reached is None or group_id in reached)
            ]
            lines.append(
                WaveLine(
                    wave,
                    self._title(wave),
                    finished=sum(count.finished for count in own),
                    children=sum(count.children for count in own),
                )
            )
        return WavesPage(
            organisation=seen_as.organisation,
            lines=tuple(lines),
            instrument=instrument,
            approved_at=None if approval is None else approval.at,
            approved_by=approved_by,
            may_open=self._may(actor, Permission.RUN_WAVES, organisation_id) and approval is not None,
            may_approve=self._may(actor, Permission.APPROVE_PACK, organisation_id) and approval is None,
        )

    async def approve(self, actor: Actor, organisation_id: OrganisationId) -> WavesPage:
        """The psychologist has read the pack and lets it be used (rule 24)."""
        access_organisation(actor, organisation_id, Permission.APPROVE_PACK, self._clock)
        instrument = self._instruments.newest(WHO_DOES_WHAT)
        async with self._db.work() as work:
            if await work.waves.approve(
                organisation_id, instrument.slug, instrument.version, by=actor.person_id
            ):
                await work.audit.note(
                    "pack.approved",
                    organisation_id=organisation_id,
                    by=actor.person_id,
                    subject=f"pack:{instrument.slug}",
                    version=instrument.version,
                )
        return await self.overview(actor, organisation_id)

    async def pack(self, actor: Actor, organisation_id: OrganisationId) -> Instrument:
        """The questions and the parents' texts that a wave uses, to be read before it is opened."""
        access_organisation(actor, organisation_id, Permission.RUN_WAVES, self._clock)
        return self._instruments.newest(WHO_DOES_WHAT)

    async def groups(self, actor: Actor, organisation_id: OrganisationId) -> tuple[GroupLabel, ...]:
        """Groups for whose age there is a quiz."""
        access_organisation(actor, organisation_id, Permission.RUN_WAVES, self._clock)
        async with self._db.read() as reading:
            groups = await reading.groups.active(organisation_id)
        ages = self._instruments.newest(WHO_DOES_WHAT).ages
        return tuple(
            GroupLabel(group.id, group.name, group.emoji) for group in groups if group.age_band in ages
        )

    async def preview(
        self, actor: Actor, organisation_id: OrganisationId, draft: WaveDraft
    ) -> WaveReach | Refused:
        """Whom the invitation would reach, before the wave is opened."""
        opening = self._opening(actor, organisation_id, draft)
        async with self._db.read() as reading:
            if refused := await refuse_opening(reading, opening):
                return refused
            circular = invitation(organisation_id, WaveId(0), closes_at=opening.closes_at)
            return await reach_of(reading, organisation_id, circular, draft.group_ids)

    async def open(
        self, actor: Actor, organisation_id: OrganisationId, draft: WaveDraft, token: str
    ) -> WaveCard | Refused:
        """A wave is opened: forms are drawn, representatives are invited once.

        The form's token makes a second tap, or a second device, find the wave that is already there.
        """
        opening = self._opening(actor, organisation_id, draft)
        async with self._db.work() as work:
            instrument = opening.instrument
            await work.waves.take_turn(organisation_id, instrument.slug, instrument.version)
            known = await work.waves.find_by_draft(organisation_id, token)
            told = None
            if known is None:
                if refused := await refuse_opening(work, opening):
                    return refused
                told = await open_wave(work, opening, token)
                known = await work.waves.find_by_draft(organisation_id, token)
            if known is None:
                return Refused(Reason.WAVE_EXISTS)
        return await self._card(actor, known.id, told=told)

    async def opened(self, actor: Actor, token: str) -> WaveCard:
        """The wave made of a form that was sent already: for a late second tap."""
        async with self._db.read() as reading:
            for organisation_id in sorted({m.organisation_id for m in actor.memberships}):
                wave = await reading.waves.find_by_draft(organisation_id, token)
                if wave is not None:
                    break
            else:
                raise Missing
        access_organisation(actor, wave.organisation_id, Permission.RUN_WAVES, self._clock)
        return await self._card(actor, wave.id)

    async def card(self, actor: Actor, wave_id: WaveId) -> WaveCard:
        """A wave with the progress of the groups that this person reaches."""
        return await self._card(actor, wave_id)

    async def close(self, actor: Actor, wave_id: WaveId) -> WaveCard | Refused:
        """The wave takes no more answers; what it counted is frozen in the same transaction (rule 15b)."""
        async with self._db.work() as work:
            wave, organisation, _ = await access_wave(work, actor, wave_id, Permission.RUN_WAVES)
            if not await close_wave(work, wave, organisation, self._instruments, by=actor.person_id):
                return Refused(Reason.WAVE_CLOSED)
        return await self._card(actor, wave_id)

    async def _card(self, actor: Actor, wave_id: WaveId, *, told: int | None = None) -> WaveCard:
        async with self._db.read() as reading:
            wave, organisation, reached = await access_wave(reading, actor, wave_id, Permission.SEE_WAVES)
            shown = wave.group_ids if reached is None else wave.group_ids & reached
            labels = await reading.event_reads.labels(organisation.id, shown)
            counts = await reading.wave_reads.counts(organisation.id, [wave.id])
            runs = self._may(actor, Permission.RUN_WAVES, organisation.id)
            plays = may_play(wave, now=self._clock.now()) is None
            instrument = self._instruments.get(wave.slug, wave.version)
            outside = await groups_outside(reading, instrument, wave) if runs and plays else ()
        return WaveCard(
            wave=wave,
            organisation=organisation,
            title=self._title(wave),
            groups=tuple(self._progress(actor, wave, label, counts[wave.id, label.id]) for label in labels),
            may_close=wave.status is WaveStatus.OPEN and runs,
            may_add=bool(outside),
            may_see_codes=self._may(actor, Permission.SEE_CODES, organisation.id),
            told=told,
        )

    def _progress(self, actor: Actor, wave: Wave, label: GroupLabel, count: GroupCount) -> GroupProgress:
        here = wave.organisation_id
        return GroupProgress(
            group=label,
            finished=count.finished,
            begun=count.begun,
            children=count.children,
            may_see_profile=self._may(actor, Permission.SEE_PROFILE, here, label.id),
            may_enter=wave.status is WaveStatus.OPEN
            and self._may(actor, Permission.ENTER_RESULTS, here, label.id),
        )

    def _opening(self, actor: Actor, organisation_id: OrganisationId, draft: WaveDraft) -> Opening:
        access_organisation(actor, organisation_id, Permission.RUN_WAVES, self._clock)
        organisation = organisation_of(actor, organisation_id)
        today = self._clock.today(organisation.timezone)
        return Opening(actor, organisation, self._instruments.newest(WHO_DOES_WHAT), draft, today)

    def _title(self, wave: Wave) -> str:
        return self._instruments.get(wave.slug, wave.version).title

    def _may(
        self,
        actor: Actor,
        permission: Permission,
        organisation_id: OrganisationId,
        group_id: GroupId | None = None,
    ) -> bool:
        today = today_in(actor, organisation_id, self._clock)
        return grant(actor, permission, organisation_id, group_id=group_id, today=today) is not None


async def _psychologist(
    reading: Reading, organisation_id: OrganisationId, approval: PackApproval | None
) -> Membership | None:
    """Who approved the pack; None when they are not here any more."""
    person = None if approval is None else await reading.people.find_person(approval.by)
    roles = () if person is None else person.memberships
    here = (one for one in roles if one.organisation_id == organisation_id)
    return next((one for one in here if one.role is Role.PSYCHOLOGIST), None)
